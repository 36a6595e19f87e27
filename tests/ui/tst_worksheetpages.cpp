// Sweeps over every input of every page of the worksheet: what nobody should type, the order of Tab, room at the smallest
// size and at larger type, and silence while the program itself changes what is shown.
#include "ui/casewizard.h"
#include "ui/fieldbinder.h"
#include "ui/fieldnote.h"
#include "ui/pagestatus.h"
#include "ui/worksheetfixture.h"
#include "ui/worksheetpages.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using tests::WorksheetFixture;

namespace {

const auto kUseCase = u"useCases/support-assistant"_s;
const auto kWorkload = u"useCases/support-assistant/workloads/answers"_s;

/// The wizard on the sample, or on a new case.
struct Wizard : WorksheetFixture {
    explicit Wizard(const domain::Worksheet &worksheet = tests::sampleWorksheet()) : WorksheetFixture(worksheet)
    {
        wizard.setSession(session.get());
        wizard.show();
        if (!QTest::qWaitForWindowActive(&wizard))
            QTest::qFail("the wizard is not active", __FILE__, __LINE__);
    }
    ui::WorksheetPage *page(int step)
    {
        wizard.setCurrentId(step);
        QCoreApplication::processEvents();
        return wizard.pages()->page(step);
    }
    /// The inputs of a page, what "More" hides too.
    QList<QWidget *> inputs(int step)
    {
        QList<QWidget *> bound;
        ui::WorksheetPage *shown = page(step);
        if (auto *more = shown->findChild<QAbstractButton *>(u"moreButton"_s))
            more->setChecked(true);
        QCoreApplication::processEvents();
        for (QWidget *widget : shown->findChildren<QWidget *>()) {
            if (widget->property("field").isValid() && widget->isVisible())
                bound.append(widget);
        }
        return bound;
    }
    static QString pathOf(const QWidget *input, int step)
    {
        const QString field = input->property("field").toString();
        return field.startsWith(u"./") ? (step == 3 ? kWorkload : kUseCase) + field.mid(1) : field;
    }
    ui::FieldNote *note(int step, const QWidget *input)
    {
        return page(step)->findChild<ui::FieldBinder *>()->note(input->property("field").toString());
    }

    ui::CaseWizard wizard;
};

/// An input that takes any text.
QWidget *editorOf(QWidget *input)
{
    if (auto *combo = qobject_cast<QComboBox *>(input))
        return combo->isEditable() ? input : nullptr;
    return qobject_cast<QLineEdit *>(input) || qobject_cast<QPlainTextEdit *>(input) ? input : nullptr;
}

void paste(QWidget *input, const QString &text)
{
    QApplication::clipboard()->setText(text);
    input->setFocus();
    QWidget *keys = qobject_cast<QPlainTextEdit *>(input) ? input : QApplication::focusWidget();
    QTest::keyClick(keys, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(keys, Qt::Key_V, Qt::ControlModifier);
}

} // namespace

class TestWorksheetPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QApplication::setFont(m_font); }

    void badInputIsSaidAtTheFieldAndKept_data();
    void badInputIsSaidAtTheFieldAndKept();
    void whatIsWrongIsSaidInASentence_data();
    void whatIsWrongIsSaidInASentence();
    void whatIsSaidOfARowStandsBelowItWhole();
    void aLongChoiceShowsItsBeginning();
    void whatWasWrongBeforeIsSaidAtTheNextStart();
    void tabFollowsTheEye_data();
    void tabFollowsTheEye();
    void noPageIsWiderThanTheWizard_data();
    void noPageIsWiderThanTheWizard();
    void theProgramsOwnChangesAreSilent();

private:
    QFont m_font = QApplication::font();
};

void TestWorksheetPages::badInputIsSaidAtTheFieldAndKept_data()
{
    QTest::addColumn<QString>("text");
    const QString paragraph = u"A paragraph, pasted from somewhere else. "_s.repeated(80);
    QTest::newRow("paragraphs") << QString(paragraph + u"\n\n"_s + paragraph);
    QTest::newRow("emoji") << u"\U0001F642\U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
    QTest::newRow("negative") << u"-5"_s;
    QTest::newRow("huge") << u"99999999999999999999999999"_s;
    QTest::newRow("German decimals") << u"1.234,56"_s;
    QTest::newRow("thirteen digits") << u"1111222233334"_s;
    QTest::newRow("a day in the past") << u"2019-02-28"_s;
    QTest::newRow("markup") << u"<b>bold</b><img src=/x>"_s;
    QTest::newRow("blanks") << u"   "_s;
    QTest::newRow("forty digits") << u"1234567890"_s.repeated(4);
    QTest::newRow("negative forty digits") << u"-"_s + u"1234567890"_s.repeated(4);
    QTest::newRow("year 0") << u"0000-00-00"_s;
    QTest::newRow("year 9999") << u"9999-12-31"_s;
    QTest::newRow("right to left, and controls") << u"\u202Eabc\u2066 \u05E9\u05DC\u05D5\u05DD\u0007\u0001x"_s;
    QTest::newRow("forty thousand characters") << u"12345 "_s.repeated(7'000);
}

void TestWorksheetPages::badInputIsSaidAtTheFieldAndKept()
{
    QFETCH(const QString, text);
    Wizard wizard;
    int tried = 0;
    for (int step = 0; step < ui::kWorksheetSteps; ++step) {
        for (QWidget *input : wizard.inputs(step)) {
            if (!editorOf(input) || !input->isEnabled())
                continue;
            ++tried;
            const QString path = Wizard::pathOf(input, step);
            const domain::Worksheet before = wizard.session->worksheet();
            paste(input, text);
            QVERIFY2(!QApplication::activeModalWidget(), qPrintable(path));
            if (wizard.session->errorAt(path)) {
                // Kept as it was typed, said at the field once that is left, and the figures go on with what was there.
                const bool lines = qobject_cast<QPlainTextEdit *>(input) != nullptr;
                QCOMPARE(wizard.session->text(path), lines ? text : QString(text).replace(u'\n', u' '));
                QCOMPARE(wizard.session->worksheet(), before);
                QVERIFY2(wizard.session->flush(), qPrintable(path));
                wizard.wizard.button(QWizard::NextButton)->setFocus();
                const QString said = wizard.note(step, input)->message();
                QVERIFY2(said.endsWith(u'.') && said.at(0) == said.at(0).toUpper(), qPrintable(path + u": "_s + said));
                QVERIFY2(input->accessibleDescription().contains(said), qPrintable(path));
            }
            wizard.session->undoStack().undo();
            QVERIFY2(wizard.session->worksheet() == before, qPrintable(path));
            QVERIFY2(!wizard.session->errorAt(path), qPrintable(path));
        }
    }
    QVERIFY(tried > 60);
}

void TestWorksheetPages::whatIsWrongIsSaidInASentence_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("account") << 1 << u"accountIdEdit"_s << u"1111222233334"_s << u"13"_s;
    QTest::newRow("letters in an account") << 1 << u"accountIdEdit"_s << u"11112222333X"_s << u"12 digits"_s;
    QTest::newRow("money") << 1 << u"monthlySpendEdit"_s << u"7.000,50"_s << u"1,250.50"_s;
    QTest::newRow("negative money") << 1 << u"monthlySpendEdit"_s << u"-7"_s << u"out of range"_s;
    QTest::newRow("year") << 0 << u"foundedYearEdit"_s << u"22"_s << u"1800 to 2100"_s;
    QTest::newRow("headcount") << 0 << u"headcountEdit"_s << u"about 24"_s << u"whole number"_s;
    QTest::newRow("percent") << 3 << u"growthEdit"_s << u"4,5"_s << u"point for decimals"_s;
    QTest::newRow("tokens") << 3 << u"inputTokensEdit"_s << u"99999999999999"_s << u"whole number"_s;
    QTest::newRow("past go-live") << 2 << u"goLiveOnEdit"_s << u"2019-02-28"_s << u"lies before"_s;
    QTest::newRow("no day") << 2 << u"goLiveOnEdit"_s << u"31.12.2027"_s << u"2027-01-31"_s;
    QTest::newRow("a region that is none") << 1 << u"regionCombo"_s << u"Virginia"_s << u"us-east-1"_s;
    QTest::newRow("a model that is none") << 3 << u"modelCombo"_s << u"GPT-9"_s << u"GPT-9"_s;
    QTest::newRow("industry") << 0 << u"industryCombo"_s << u"Basket weaving"_s << u"the industries in the list"_s;
}

void TestWorksheetPages::whatIsWrongIsSaidInASentence()
{
    QFETCH(const int, step);
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    QFETCH(const QString, said);
    Wizard wizard;
    wizard.inputs(step);
    auto *input = wizard.page(step)->findChild<QWidget *>(name);
    QVERIFY(input);
    paste(input, text);
    wizard.wizard.button(QWizard::NextButton)->setFocus();
    const QString message = wizard.note(step, input)->message();
    QVERIFY2(message.contains(said), qPrintable(message));
}

/// Three inputs side by side: each stays where it is, and what is wrong with it is said below them, by its name.
void TestWorksheetPages::whatIsSaidOfARowStandsBelowItWhole()
{
    Wizard wizard;
    wizard.inputs(0);
    const auto find = [&](const QString &name) { return wizard.page(0)->findChild<QWidget *>(name); };
    QWidget *headcount = find(u"headcountEdit"_s);
    const QRect before = headcount->geometry();
    for (const QString &name : {u"foundedYearEdit"_s, u"dunsEdit"_s}) {
        paste(find(name), u"9876 "_s.repeated(60));
        wizard.wizard.button(QWizard::NextButton)->setFocus();
    }
    QTRY_VERIFY(wizard.note(0, find(u"dunsEdit"_s))->isVisible());
    QCoreApplication::processEvents(); // lays out
    QCOMPARE(headcount->geometry(), before);
    QCOMPARE(find(u"dunsEdit"_s)->y(), before.y());
    for (const QString &name : {u"foundedYearEdit"_s, u"dunsEdit"_s}) {
        const ui::FieldNote *note = wizard.note(0, find(name));
        const auto *said = note->findChild<QLabel *>(u"fieldMessage"_s);
        QVERIFY2(said->text().startsWith(find(name)->accessibleName() + u": "_s), qPrintable(said->text()));
        QVERIFY2(said->text().size() < 200, qPrintable(said->text()));
        QVERIFY(said->height() >= said->heightForWidth(said->width()));
        QVERIFY(note->y() > before.bottom());
    }
}

void TestWorksheetPages::aLongChoiceShowsItsBeginning()
{
    Wizard wizard;
    wizard.inputs(0);
    const auto *industry = wizard.page(0)->findChild<QComboBox *>(u"industryCombo"_s);
    QVERIFY(!industry->currentText().isEmpty());
    QCOMPARE(industry->lineEdit()->cursorPosition(), 0);
}

/// It was touched then, and the figures go without it; while it is typed, nothing is said.
void TestWorksheetPages::whatWasWrongBeforeIsSaidAtTheNextStart()
{
    Wizard wizard;
    wizard.inputs(0);
    auto *founded = wizard.page(0)->findChild<QWidget *>(u"foundedYearEdit"_s);
    paste(founded, u"about 1990"_s);
    QVERIFY(wizard.note(0, founded)->message().isEmpty());
    wizard.wizard.setSession(nullptr);
    wizard.wizard.setSession(wizard.session.get());
    QVERIFY(wizard.note(0, founded)->message().contains(u"whole number"_s));
}

void TestWorksheetPages::tabFollowsTheEye_data()
{
    QTest::addColumn<int>("step");
    for (int step = 0; step < ui::kWorksheetSteps; ++step)
        QTest::addRow("page %d", step + 1) << step;
}

void TestWorksheetPages::tabFollowsTheEye()
{
    QFETCH(const int, step);
    Wizard wizard;
    wizard.inputs(step);
    ui::WorksheetPage *page = wizard.page(step);
    page->focusFirst();
    const auto place = [page](const QWidget *widget) { return QRect(widget->mapTo(page, QPoint()), widget->size()); };
    const QWidget *before = QApplication::focusWidget();
    QVERIFY(before && page->isAncestorOf(before));
    int passed = 1;
    for (;; ++passed) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QWidget *now = QApplication::focusWidget();
        if (!page->isAncestorOf(now))
            break;
        QVERIFY2(passed < 80, "Tab never leaves the page");
        const QRect was = place(before);
        const QRect is = place(now);
        const bool below = is.top() >= was.center().y();
        const bool beside = is.left() >= was.right() && is.bottom() > was.top();
        QVERIFY2(below || beside, qPrintable(before->objectName() + u" then "_s + now->objectName()));
        before = now;
    }
    QVERIFY(passed > 2);
}

void TestWorksheetPages::noPageIsWiderThanTheWizard_data()
{
    QTest::addColumn<qreal>("scale");
    QTest::addColumn<bool>("full");
    for (const qreal scale : {1.0, 1.5, 2.0}) {
        for (const bool full : {true, false})
            QTest::addRow("%d %%, %s", qRound(scale * 100), full ? "a full case" : "a new one") << scale << full;
    }
}

void TestWorksheetPages::noPageIsWiderThanTheWizard()
{
    QFETCH(const qreal, scale);
    QFETCH(const bool, full);
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * scale);
    QApplication::setFont(font);
    Wizard wizard(full ? tests::sampleWorksheet() : domain::Worksheet());
    wizard.wizard.resize(wizard.wizard.minimumSize());
    for (int step = 0; step < ui::kWorksheetSteps; ++step) {
        wizard.inputs(step);
        const auto *area = wizard.wizard.pages()->areas()[static_cast<std::size_t>(step)];
        const QString page = wizard.page(step)->objectName();
        QVERIFY2(area->horizontalScrollBar()->maximum() == 0,
                 qPrintable(u"%1: %2 too wide, of %3"_s.arg(page)
                                .arg(area->horizontalScrollBar()->maximum())
                                .arg(area->viewport()->width())));
    }
}

void TestWorksheetPages::theProgramsOwnChangesAreSilent()
{
    Wizard wizard;
    std::vector<std::unique_ptr<QSignalSpy>> spies;
    for (const ui::FieldBinder *binder : wizard.wizard.findChildren<ui::FieldBinder *>())
        spies.push_back(std::make_unique<QSignalSpy>(binder, &ui::FieldBinder::edited));
    QVERIFY(spies.size() >= 5);
    QUndoStack &undo = wizard.session->undoStack();
    wizard.session->edit(kWorkload + u"/requestsPerDay"_s, u"6000"_s);
    wizard.session->edit(u"company/headcount"_s, u"about 30"_s);
    QCOMPARE(undo.count(), 2);
    for (int step = 0; step < ui::kWorksheetSteps; ++step)
        wizard.inputs(step);
    undo.undo();
    undo.undo();
    undo.redo();
    wizard.session->setReviewed();
    wizard.wizard.setSession(nullptr);
    wizard.wizard.setSession(wizard.session.get());
    QVERIFY(wizard.session->takeTheirs() || !wizard.session->isSaved());
    QApplication::setFont(QFont(m_font.family(), m_font.pointSize() + 2));
    QCoreApplication::processEvents();
    for (const auto &spy : spies)
        QCOMPARE(spy->count(), 0);
    QCOMPARE(undo.count(), 2);
}

QTEST_MAIN(TestWorksheetPages)
#include "tst_worksheetpages.moc"
