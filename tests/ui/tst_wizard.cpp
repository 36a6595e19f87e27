// The wizard: typed into as a person would, closed and gone on with, and what it says about what is missing.
#include "ui/casewizard.h"
#include "ui/entrymodel.h"
#include "ui/entrytable.h"
#include "ui/fieldbinder.h"
#include "ui/fieldnote.h"
#include "ui/steplist.h"
#include "ui/worksheetfixture.h"
#include "ui/worksheetpages.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

#include <cstdlib>

using namespace Qt::StringLiterals;
using tests::WorksheetFixture;

namespace {

/// The list of proposals takes the keys while it is open; this closes it as Esc does.
void closeProposals()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        QTest::keyClick(popup, Qt::Key_Escape);
}

/// A cell takes its text when the events of its key have been worked off.
void endCell()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// The wizard on a new case.
struct Call : WorksheetFixture {
    explicit Call(const domain::Worksheet &worksheet = {}) : WorksheetFixture(worksheet)
    {
        wizard.setSession(session.get());
        wizard.show();
        if (!QTest::qWaitForWindowActive(&wizard))
            QTest::qFail("the wizard is not active", __FILE__, __LINE__);
    }
    template <class T = QWidget>
    T *find(const QString &name) const
    {
        T *found = wizard.findChild<T *>(name);
        if (!found)
            qFatal("no such widget: %s", qPrintable(name));
        return found;
    }
    /// A button by its key; it shows itself pressed for a moment before it acts.
    void press(QWizard::WizardButton which, Qt::Key key)
    {
        QSignalSpy clicked(wizard.button(which), &QAbstractButton::clicked);
        QTest::keyClick(&wizard, key, Qt::AltModifier);
        if (clicked.isEmpty() && !clicked.wait())
            qFatal("the key of a button did nothing");
        QCoreApplication::processEvents();
    }
    void next() { press(QWizard::NextButton, Qt::Key_N); }
    /// Tabs on until the widget has the focus.
    void tabTo(QWidget *widget)
    {
        for (int i = 0; i < 200 && QApplication::focusWidget() != widget; ++i)
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &wizard, Qt::Key_Tab);
        if (QApplication::focusWidget() != widget)
            qFatal("not reached by Tab: %s, from %s", qPrintable(widget->objectName()),
                   QApplication::focusWidget() ? qPrintable(QApplication::focusWidget()->objectName()) : "nowhere");
    }
    void type(const QString &name, const QString &text)
    {
        auto *widget = find<QWidget>(name);
        tabTo(widget);
        if (auto *edit = qobject_cast<QPlainTextEdit *>(widget))
            QTest::keyClicks(edit->viewport(), text);
        else
            QTest::keyClicks(widget, text);
    }
    void check(const QString &name)
    {
        auto *box = find<QCheckBox>(name);
        tabTo(box);
        QTest::keyClick(box, Qt::Key_Space);
    }
    /// A combo by typing the beginning of the choice.
    void choose(const QString &name, const QString &beginning)
    {
        auto *combo = find<QComboBox>(name);
        tabTo(combo);
        QTest::keyClicks(combo, beginning);
    }
    /// A row of a table: the cells from the first column on; an empty one is passed over.
    void row(const QString &table, const QStringList &cells)
    {
        auto *view = find<ui::EntryTable>(table);
        tabTo(view);
        QTest::keyClick(view, Qt::Key_Insert);
        for (int column = 0; column < cells.size(); ++column) {
            if (column > 0) {
                view->setCurrentIndex(view->model()->index(view->currentIndex().row(), column));
                if (cells.at(column).isEmpty())
                    continue;
                QTest::keyClick(view, Qt::Key_F2);
            }
            QWidget *editor = view->findChild<QWidget *>(u"cellEditor"_s);
            if (!editor)
                qFatal("no editor in column %d of %s", column, qPrintable(table));
            QTest::keyClicks(editor, cells.at(column));
            closeProposals();
            QTest::keyClick(editor, Qt::Key_Return);
            endCell();
        }
    }
    QString shownTotals() const
    {
        QString all;
        for (const QAbstractButton *figure : wizard.findChildren<QAbstractButton *>())
            all += figure->accessibleName() + u'\n';
        return all;
    }

    ui::CaseWizard wizard;
};

} // namespace

class TestWizard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMarkOfAStepIsSeenWhereTheListHasTheFocus();
    void enterInAFieldLeavesThePageAsItIs();
    void everythingIsInSightInTheSmallestWindow();
    void closingKeepsWhatWasTypedAndGoesOn();
    void nextNeverBlocks();
    void theSideSaysHowFarEachPageIs();
    void draftingWithoutANameSaysSoAtTheField();
    void whatAwsWouldRefuseIsSaidAtTheFieldToo();
    void theProgramsPageAddsACardToTheStack();
    void theReviewPageShowsTheChecksAndDrafts();
};

void TestWizard::theMarkOfAStepIsSeenWhereTheListHasTheFocus()
{
    Call call(tests::sampleWorksheet());
    auto *steps = call.find<ui::StepList>(u"stepList"_s);
    const QColor onFocus = steps->palette().color(QPalette::Active, QPalette::HighlightedText);
    /// The color of the mark where it is drawn most strongly.
    const auto isSeen = [&] {
        const QImage mark = steps->item(0)->icon().pixmap(steps->iconSize(), QIcon::Selected).toImage();
        QColor color(Qt::transparent);
        for (int x = 0; x < mark.width(); ++x) {
            for (int y = 0; y < mark.height(); ++y) {
                if (mark.pixelColor(x, y).alpha() > color.alpha())
                    color = mark.pixelColor(x, y);
            }
        }
        return color.alpha() > 0 && std::abs(color.red() - onFocus.red()) < 16
            && std::abs(color.green() - onFocus.green()) < 16 && std::abs(color.blue() - onFocus.blue()) < 16;
    };
    call.find(u"websiteEdit"_s)->setFocus();
    QVERIFY(!isSeen()); // the mark's own color, on a pale selection
    steps->setFocus();
    QVERIFY(isSeen());
}

void TestWizard::enterInAFieldLeavesThePageAsItIs()
{
    Call call;
    const auto *steps = call.find<ui::StepList>(u"stepList"_s);
    call.wizard.findChild<ui::StepList *>()->setCurrentRow(1);
    QCoreApplication::processEvents();
    for (const QString &name : {u"accountIdEdit"_s, u"monthlySpendEdit"_s, u"regionCombo"_s}) {
        auto *field = call.find(name);
        field->setFocus();
        QTest::keyClicks(field, u"7"_s);
        closeProposals();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY2(call.wizard.isVisible() && steps->currentRow() == 1, qPrintable(name));
    }
    QVERIFY(!call.session->isReviewed());
    QCOMPARE(call.session->text(u"aws/monthlySpendUsd"_s), u"7"_s);

    call.wizard.findChild<ui::StepList *>()->setCurrentRow(2);
    QCoreApplication::processEvents();
    call.find(u"useCaseAddButton"_s)->setFocus(); // a button is pressed where it has the focus
    QTest::keyClick(call.find(u"useCaseAddButton"_s), Qt::Key_Return);
    QCOMPARE(call.session->worksheet().useCases.size(), std::size_t(1));
    call.wizard.button(QWizard::NextButton)->setFocus();
    QTest::keyClick(call.wizard.button(QWizard::NextButton), Qt::Key_Return);
    QCOMPARE(call.wizard.currentId(), 3);
}

void TestWizard::everythingIsInSightInTheSmallestWindow()
{
    Call call(tests::sampleWorksheet());
    call.wizard.resize(call.wizard.minimumSize());
    const auto *strip = call.find<QScrollArea>(u"headerStrip"_s);
    const auto cutOff = [strip] {
        for (const QToolButton *figure : strip->findChildren<QToolButton *>()) {
            const QRect place(figure->mapTo(strip->viewport(), QPoint()), figure->size());
            if (figure->isVisible() && !strip->viewport()->rect().contains(place))
                return u"%1 at %2 of %3"_s.arg(figure->objectName()).arg(place.right()).arg(strip->viewport()->width());
        }
        return QString();
    };
    QTRY_COMPARE(cutOff(), QString());

    // What is chosen in a list of choices.
    for (const QString &name : {u"countryCombo"_s, u"industryCombo"_s}) {
        const auto *line = call.find<QComboBox>(name)->lineEdit();
        const int room = line->contentsRect().width() - line->fontMetrics().averageCharWidth();
        QVERIFY2(line->fontMetrics().horizontalAdvance(line->text()) <= room, qPrintable(line->text()));
    }
    // The scroll bar below the services covers none of them.
    call.wizard.findChild<ui::StepList *>()->setCurrentRow(4);
    const auto *services = call.find<ui::EntryTable>(u"servicesTable"_s);
    QTRY_VERIFY(services->isVisible() && services->horizontalScrollBar()->isVisible());
    const QRect last = services->visualRect(services->model()->index(services->model()->rowCount() - 1, 0));
    QTRY_VERIFY(services->viewport()->rect().bottom() >= last.bottom());
}

void TestWizard::closingKeepsWhatWasTypedAndGoesOn()
{
    Call call;
    call.type(u"nameEdit"_s, u"Northwind"_s);
    call.type(u"headcountEdit"_s, u"about 24"_s); // not a number
    call.press(QWizard::CancelButton, Qt::Key_C);
    QVERIFY(call.wizard.isHidden());
    QCOMPARE((*call.store->list({})).size(), std::size_t(1));
    call.wizard.setSession(call.session.get());
    call.wizard.show();
    QCOMPARE(call.find<QLineEdit>(u"nameEdit"_s)->text(), u"Northwind"_s);
    QCOMPARE(call.find<QLineEdit>(u"headcountEdit"_s)->text(), u"about 24"_s);
}

void TestWizard::nextNeverBlocks()
{
    Call call;
    for (int step = 0; step < ui::kWorksheetSteps; ++step) {
        QCOMPARE(call.wizard.currentId(), step);
        if (step + 1 < ui::kWorksheetSteps)
            call.next();
    }
    QCOMPARE(call.wizard.currentId(), ui::kWorksheetSteps - 1);
    call.find<ui::StepList>(u"stepList"_s)->setCurrentRow(1); // as a click does
    QCOMPARE(call.wizard.currentId(), 1);
}

void TestWizard::theSideSaysHowFarEachPageIs()
{
    Call call(tests::sampleWorksheet());
    const auto *steps = call.find<ui::StepList>(u"stepList"_s);
    QCOMPARE(steps->statusText(0), u"Complete"_s);
    QVERIFY2(steps->statusText(3).startsWith(u"Look at "_s), qPrintable(steps->statusText(3))); // a row that is there
    Call fresh;
    const auto *none = fresh.find<ui::StepList>(u"stepList"_s);
    QCOMPARE(none->statusText(0), u"Not started"_s);
    QCOMPARE(none->statusText(3), u"Not started"_s);
    fresh.type(u"nameEdit"_s, u"Northwind"_s);
    QVERIFY2(none->statusText(0).endsWith(u"to look at"_s), qPrintable(none->statusText(0)));
    for (const ui::FieldNote *note : fresh.wizard.findChildren<ui::FieldNote *>())
        QVERIFY2(note->message().isEmpty(), qPrintable(note->message())); // never red before it is asked for
}

void TestWizard::draftingWithoutANameSaysSoAtTheField()
{
    Call call;
    call.type(u"websiteEdit"_s, u"https://northwind.example"_s);
    call.press(QWizard::FinishButton, Qt::Key_D);
    QVERIFY(call.wizard.isVisible());
    QVERIFY(call.find<QLabel>(u"wizardRefused"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), call.find<QLineEdit>(u"nameEdit"_s));
}

void TestWizard::whatAwsWouldRefuseIsSaidAtTheFieldToo()
{
    const auto said = [](const session::CaseSession &session) {
        for (const domain::Finding &finding : session.view()->findings) {
            if (finding.field.endsWith(u"/Customer.Account.WebsiteUrl"_s))
                return finding.message;
        }
        return QString();
    };
    const auto atField = [](const Call &call) {
        const auto *page = call.wizard.pages()->page(0);
        return page->findChild<ui::FieldBinder *>()->note(u"company/website"_s)->message();
    };
    Call call(tests::sampleWorksheet());
    QCOMPARE(atField(call), QString());
    auto *website = call.find<QLineEdit>(u"websiteEdit"_s);
    call.tabTo(website);
    website->selectAll();
    QTest::keyClicks(website, u"northwind com"_s);
    QTest::keyClick(website, Qt::Key_Tab);
    QVERIFY(!said(*call.session).isEmpty());
    QTRY_COMPARE(atField(call), said(*call.session));
    QVERIFY(website->accessibleDescription().contains(said(*call.session)));
    call.tabTo(website);
    website->selectAll();
    QTest::keyClicks(website, u"https://northwind-support.example"_s);
    QTRY_COMPARE(atField(call), QString());

    // What came in with a file is said at once: nobody will type it anew.
    domain::Worksheet bad = tests::sampleWorksheet();
    bad.company.website = u"northwind com"_s;
    const Call imported(bad);
    QVERIFY(!said(*imported.session).isEmpty());
    QTRY_COMPARE(atField(imported), said(*imported.session));
}

void TestWizard::theProgramsPageAddsACardToTheStack()
{
    Call call(tests::sampleWorksheet());
    call.wizard.setCurrentId(5);
    QCoreApplication::processEvents();
    auto *cards = call.find<QListView>(u"programCardList"_s);
    QVERIFY(cards->isVisible());
    const auto pools = [&call] { return call.session->worksheet().funding.pools.size(); };
    const std::size_t before = pools();
    cards->setCurrentIndex(cards->model()->index(cards->model()->rowCount() - 1, 0));
    cards->setFocus();
    QTest::keyClick(cards, Qt::Key_Insert);
    QCOMPARE(pools(), before + 1);
    QCOMPARE(call.find<ui::EntryTable>(u"poolsTable"_s)->entries()->rowCount(), static_cast<int>(before) + 2);
    call.session->undoStack().undo();
    QCOMPARE(pools(), before);
}

void TestWizard::theReviewPageShowsTheChecksAndDrafts()
{
    Call call(tests::sampleWorksheet());
    call.wizard.setCurrentId(ui::kWorksheetSteps - 1);
    QCoreApplication::processEvents();
    const auto *tree = call.find<QTreeView>(u"reviewTree"_s);
    QVERIFY(tree->isVisible());
    QCOMPARE(tree->model()->rowCount(), 4);
    QSignalSpy drafted(&call.wizard, &ui::CaseWizard::drafted);
    call.press(QWizard::FinishButton, Qt::Key_D); // the page's own button takes no key from it
    QCOMPARE(drafted.size(), 1);
    call.wizard.show();
    QTest::mouseClick(call.find<QAbstractButton>(u"draftButton"_s), Qt::LeftButton);
    QCOMPARE(drafted.size(), 2);
}

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
