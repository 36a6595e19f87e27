// Sweeps over every widget of the window: names for assistive technology, plain text, room for larger type.

#include "ui/windowfixture.h"

#include "db/casecareondisk.h"
#include "db/caseexchangeondisk.h"
#include "ui/elidinglabel.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QWidgetAction>

#include <algorithm>
#include <cmath>

using namespace tests;

namespace {

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

bool belongsToQt(const QWidget *widget)
{
    return widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QTableCornerButton")
        || widget->inherits("QComboBoxListView");
}

/// What assistive technology calls a widget.
QString accessibleNameOf(QWidget *widget)
{
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

} // namespace

class TestSweep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyControlHasAName();
    void everyLabelBesideAnInputIsItsBuddy();
    void everyLabelIsPlainText();
    void everyIconSaysWhatItIs();
    void everyActionHasTextAndAKeyNoOtherHas();
    void markupInFactsStaysText();
    void everyControlIsReachedByTab();
    void nothingIsClippedAtLargerType_data();
    void nothingIsClippedAtLargerType();
    void bothAppearancesKeepTextReadable();

private:
    /// A case with every tab shown once, the wizard and every dialog that needs no answer.
    void openEverything();
    QList<QWidget *> allControls() const;
    static QList<const QFormLayout *> allFormLayouts();

    QFont m_font;
    db::CaseCareOnDisk m_care{{}};
    db::CaseExchangeOnDisk m_exchange;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestSweep::initTestCase()
{
    m_font = QApplication::font();
}

void TestSweep::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window.reset();
    m_fixture->window =
        std::make_unique<ui::MainWindow>(session::Services{m_fixture->files, m_fixture->prompter, m_fixture->clock,
                                                           &m_care, nullptr, &m_fixture->profiles, &m_exchange},
                                         *m_fixture->settings);
    m_fixture->show();
}

void TestSweep::cleanup()
{
    m_fixture.reset();
    QApplication::setFont(m_font);
}

void TestSweep::openEverything()
{
    m_fixture->window->resize(1600, 1000);
    m_fixture->openWorksheet(contentOf(samplePath(u"pre-seed-agent"_s)));
    m_fixture->prompter.caseFile = m_fixture->window->desk().path(); // whose case is taken in
    m_fixture->openWorksheet(contentOf(samplePath(u"series-a-rag-assistant"_s)));
    for (const QString &action :
         {u"worksheetTabAction"_s, u"spendTabAction"_s,    u"creditsTabAction"_s, u"historyTabAction"_s,
          u"recordsTabAction"_s,   u"wizardAction"_s,      u"reviewAction"_s,     u"keysAction"_s,
          u"aboutAction"_s,        u"goToAction"_s,        u"documentsAction"_s,  u"profileAction"_s,
          u"pipelineAction"_s,     u"markFiledAction"_s,   u"followUpAction"_s,   u"copyDeckAction"_s,
          u"recipeAction"_s,       u"checkRecordAction"_s, u"callAction"_s,       u"backupsAction"_s,
          u"importCasesAction"_s}) {
        m_fixture->trigger(action);
        QCoreApplication::processEvents();
    }
    QVERIFY(m_fixture->find<QDialog>(u"BackupsWindow"_s)->isVisible());
    const auto *taken = m_fixture->find<QTreeWidget>(u"importCases"_s);
    QTRY_COMPARE(taken->topLevelItemCount(), 1);
}

QList<QWidget *> TestSweep::allControls() const
{
    QList<QWidget *> controls;
    for (QWidget *widget : QApplication::allWidgets()) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
                          || qobject_cast<QPlainTextEdit *>(widget) || qobject_cast<QComboBox *>(widget)
                          || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QAbstractSlider *>(widget)
                          || qobject_cast<QAbstractItemView *>(widget) || widget->objectName() == u"preview"_s;
        // A scroll bar, and the line inside a combo or spin box, are told as part of what they belong to.
        const bool part = qobject_cast<QScrollBar *>(widget) || qobject_cast<QComboBox *>(widget->parentWidget())
                       || qobject_cast<QAbstractSpinBox *>(widget->parentWidget());
        if (control && !part && !belongsToQt(widget) && !qobject_cast<QHeaderView *>(widget))
            controls.append(widget);
    }
    return controls;
}

void TestSweep::everyControlHasAName()
{
    openEverything();
    const QList<QWidget *> controls = allControls();
    QVERIFY(controls.size() > 100);
    QStringList nameless;
    for (QWidget *widget : controls) {
        if (accessibleNameOf(widget).trimmed().isEmpty())
            nameless.append(nameOf(widget) + u" in "_s + widget->window()->windowTitle());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

/// A label beside an input is the input's: it gives it its name, and its key where it has one.
void TestSweep::everyLabelBesideAnInputIsItsBuddy()
{
    openEverything();
    QStringList astray;
    int met = 0;
    for (const QFormLayout *form : allFormLayouts()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *left = form->itemAt(row, QFormLayout::LabelRole);
            const QLayoutItem *right = form->itemAt(row, QFormLayout::FieldRole);
            const auto *label = left ? qobject_cast<const QLabel *>(left->widget()) : nullptr;
            if (!label || !right || label->text().isEmpty())
                continue;
            ++met;
            if (!label->buddy())
                astray.append(nameOf(label) + u": "_s + label->text());
        }
    }
    for (QWidget *widget : QApplication::allWidgets()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && !belongsToQt(label) && QRegularExpression(u"&[^&]"_s).match(label->text()).hasMatch()
            && label->textFormat() != Qt::PlainText && !label->buddy())
            astray.append(nameOf(label) + u" has a key and no input: "_s + label->text());
    }
    QVERIFY(met > 20);
    QVERIFY2(astray.isEmpty(), qPrintable(astray.join(u'\n')));
}

QList<const QFormLayout *> TestSweep::allFormLayouts()
{
    QList<const QFormLayout *> forms;
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        for (const QFormLayout *form : window->findChildren<const QFormLayout *>())
            forms.append(form);
    }
    return forms;
}

void TestSweep::everyLabelIsPlainText()
{
    openEverything();
    int labels = 0;
    QStringList rich;
    for (QWidget *widget : QApplication::allWidgets()) {
        const auto *label = qobject_cast<QLabel *>(widget);
        if (!label || belongsToQt(label))
            continue;
        ++labels;
        if (label->textFormat() != Qt::PlainText && label->pixmap().isNull() && !label->text().isEmpty()
            && !label->buddy())
            rich.append(nameOf(label) + u": "_s + label->text());
    }
    QVERIFY(labels > 100);
    QVERIFY2(rich.isEmpty(), qPrintable(rich.join(u'\n')));
}

/// A button that shows an icon only says what it does: to the ear by its name, to the eye by its tool tip.
void TestSweep::everyIconSaysWhatItIs()
{
    openEverything();
    QStringList mute;
    for (QWidget *widget : QApplication::allWidgets()) {
        const auto *button = qobject_cast<QToolButton *>(widget);
        if (!button || belongsToQt(button) || button->icon().isNull()
            || button->toolButtonStyle() != Qt::ToolButtonIconOnly || qobject_cast<QLineEdit *>(button->parentWidget()))
            continue;
        if (button->text().isEmpty() || button->toolTip().isEmpty())
            mute.append(nameOf(button));
    }
    QVERIFY2(mute.isEmpty(), qPrintable(mute.join(u'\n')));
}

void TestSweep::everyActionHasTextAndAKeyNoOtherHas()
{
    QHash<QString, QString> ownerOf;
    for (const QAction *action : m_fixture->window->findChildren<QAction *>()) {
        if (action->isSeparator() || action->objectName().startsWith(u"_q_"_s) || action->menu())
            continue;
        const bool insideLineEdit = qobject_cast<QLineEdit *>(action->parent()) != nullptr;
        if (insideLineEdit || qobject_cast<const QWidgetAction *>(action)) // what a toolbar shows says it itself
            continue;
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        for (const QKeySequence &key : action->shortcuts()) {
            const QString other = ownerOf.value(key.toString());
            QVERIFY2(other.isEmpty(), qPrintable(key.toString() + u": "_s + other + u" and "_s + action->text()));
            ownerOf.insert(key.toString(), action->text());
        }
    }
    QVERIFY(ownerOf.contains(u"Ctrl+E"_s));
}

void TestSweep::markupInFactsStaysText()
{
    QByteArray text = contentOf(samplePath(u"series-a-rag-assistant"_s));
    text.replace("Northwind Support Software", "<img src=/x><b>Bold</b> & Söhne 🙂");
    m_fixture->openWorksheet(text);
    const QString company = u"<img src=/x><b>Bold</b> & Söhne 🙂"_s;
    QCOMPARE(m_fixture->text(u"companyLabel"_s), company);
    QCOMPARE(m_fixture->find<QLabel>(u"companyLabel"_s)->textFormat(), Qt::PlainText);
    const auto *cases = m_fixture->find<QAbstractItemView>(u"casesView"_s);
    QCOMPARE(cases->currentIndex().data().toString(), company);
    // A tool tip would guess at markup.
    for (int row = 0; row < cases->model()->rowCount(); ++row)
        QVERIFY(!cases->model()->index(row, 0).data(Qt::ToolTipRole).isValid());
}

void TestSweep::everyControlIsReachedByTab()
{
    m_fixture->window->resize(1600, 1000); // narrower, To fix makes room for a record's fields
    m_fixture->openWorksheet(contentOf(samplePath(u"series-a-rag-assistant"_s)));
    const QHash<QString, QStringList> expected{
        {u"spendTabAction"_s, {u"spendChart"_s, u"spendShowCombo"_s, u"spendTable"_s}},
        {u"recordsTabAction"_s,
         {u"recordsView"_s, u"zoomOutButton"_s, u"zoomInButton"_s, u"fitWidthButton"_s, u"preview"_s}}};
    for (auto tab = expected.constBegin(); tab != expected.constEnd(); ++tab) {
        m_fixture->trigger(tab.key());
        QSet<QString> reached;
        m_fixture->find<QWidget>(u"casesView"_s)->setFocus();
        for (int step = 0; step < 60; ++step) {
            QTest::keyClick(m_fixture->window->focusWidget(), Qt::Key_Tab);
            reached.insert(m_fixture->window->focusWidget()->objectName());
        }
        for (const QString &name : tab.value()
                                       + QStringList{u"filterEdit"_s, u"casesView"_s, u"findingsView"_s,
                                                     u"firstMonthFigure"_s, u"toFixFigure"_s, u"caseTabBar"_s})
            QVERIFY2(reached.contains(name), qPrintable(name));
    }
}

void TestSweep::nothingIsClippedAtLargerType_data()
{
    QTest::addColumn<qreal>("scale");
    QTest::addColumn<bool>("withCase");
    for (const qreal scale : {1.0, 1.5, 2.0}) {
        for (const bool withCase : {false, true})
            QTest::addRow("%d %%, %s", qRound(scale * 100), withCase ? "a case" : "no file") << scale << withCase;
    }
}

void TestSweep::nothingIsClippedAtLargerType()
{
    QFETCH(const qreal, scale);
    QFETCH(const bool, withCase);
    m_fixture->window.reset();
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * scale);
    QApplication::setFont(font);
    m_fixture->restart();
    m_fixture->show();
    m_fixture->window->resize(m_fixture->window->minimumSize().expandedTo({1280, 820}));
    if (withCase)
        m_fixture->openWorksheet(contentOf(samplePath(u"series-a-rag-assistant"_s)));
    QCoreApplication::processEvents(); // lays out
    for (const QPushButton *button : m_fixture->window->findChildren<QPushButton *>()) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(nameOf(button)));
    }
    QVERIFY(m_fixture->find<QLabel>(u"titleLabel"_s)->font().pointSizeF() > font.pointSizeF() * 1.5);
    for (const QLabel *label : m_fixture->window->findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty() || belongsToQt(label))
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->height() >= needed, qPrintable(nameOf(label)));
        if (!label->wordWrap() && !qobject_cast<const ui::ElidingLabel *>(label))
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(nameOf(label)));
    }
}

void TestSweep::bothAppearancesKeepTextReadable()
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](qreal part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const auto contrast = [&](const QColor &one, const QColor &other) {
        const qreal a = luminance(one) + 0.05;
        const qreal b = luminance(other) + 0.05;
        return a > b ? a / b : b / a;
    };
    for (const QString &name : {u"appearanceLightAction"_s, u"appearanceDarkAction"_s}) {
        m_fixture->trigger(name);
        const QPalette palette = QApplication::palette();
        QCOMPARE(ui::isDark(palette), name.contains(u"Dark"_s));
        for (const auto background : {QPalette::Base, QPalette::Window}) {
            for (const auto text : {QPalette::Text, QPalette::PlaceholderText, QPalette::Link})
                QVERIFY(contrast(palette.color(text), palette.color(background)) >= 4.5);
            for (const auto mark : {ui::Mark::Must, ui::Mark::Weak, ui::Mark::Advice, ui::Mark::Ok})
                QVERIFY(contrast(ui::markColor(palette, mark), palette.color(background)) >= 4.5);
        }
        // A box that is not checked is seen by its outline alone.
        QCheckBox box;
        const QImage picture = box.grab().toImage();
        qreal strongest = 1;
        for (int x = 0; x < picture.width(); ++x)
            strongest = std::max(
                strongest, contrast(picture.pixelColor(x, picture.height() / 2), palette.color(QPalette::Window)));
        QVERIFY2(strongest > 1.5, qPrintable(name + u": "_s + QString::number(strongest)));
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            QVERIFY(contrast(palette.color(group, QPalette::HighlightedText), palette.color(group, QPalette::Highlight))
                    >= 4.5);
    }
}

QTEST_MAIN(TestSweep)
#include "tst_sweep.moc"
