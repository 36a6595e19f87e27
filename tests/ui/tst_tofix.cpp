// To fix from a person's side: to the field, the fixes that can be applied, the rewrite beside the records: each one
// undo step, and saved.
#include "support/asnobody.h"
#include "ui/creditstab.h"
#include "ui/fieldnote.h"
#include "ui/figurebutton.h"
#include "ui/hands.h"
#include "ui/reviewcases.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStatusBar>
#include <QUndoStack>
#include <QWizard>

using namespace tests;

class TestToFix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void theFixOfTheCurrentFindingIsOffered();
    void aFixIsOneUndoStepAndIsSaved();
    void theLaunchLeavesTheWindowByKeyAndNeedAndAskFollow();
    void aNewCaseCollectsFactsCalmlyUntilItIsDrafted();
    void f8WalksAndTheFixFollows();
    void theCurrentOneStaysAndComesBackWithUndo();
    void enterOnARecordsFindingShowsTheRecord();
    void theRewriteIsOneUndoStep();
    void nothingIsOfferedForAFileThatCannotBeWritten();
    void theReviewFollowsTheCaseAndLeadsToTheField();

private:
    void open(const Change &change);
    session::CaseSession &session() const { return *m_fixture->window->desk().openCase(); }
    QAbstractItemView *list() const { return m_fixture->find<QAbstractItemView>(u"findingsView"_s); }
    QPushButton *button() const { return m_fixture->find<QPushButton>(u"fixButton"_s); }
    QAction *action() const { return m_fixture->find<QAction>(u"fixAction"_s); }
    /// Makes the finding whose message starts like that the current one.
    bool select(const QString &message);

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestToFix::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window->resize(1600, 900);
    m_fixture->show();
}

void TestToFix::open(const Change &change)
{
    m_fixture->openWorksheet(worksheetfile::write(changedSample(change)));
    m_fixture->trigger(u"recordsTabAction"_s);
}

bool TestToFix::select(const QString &message)
{
    for (int group = 0; group < list()->model()->rowCount(); ++group) {
        const QModelIndex parent = list()->model()->index(group, 0);
        for (int row = 0; row < list()->model()->rowCount(parent); ++row) {
            const QModelIndex index = list()->model()->index(row, 0, parent);
            if (index.data().toString().startsWith(message)) {
                list()->setCurrentIndex(index);
                return true;
            }
        }
    }
    return false;
}

void TestToFix::theFixOfTheCurrentFindingIsOffered()
{
    open([](domain::Worksheet &) {});
    QVERIFY(select(u"Assistant answers grows 3-fold"_s));
    QVERIFY(button()->isVisible());
    QCOMPARE(m_fixture->text(u"fixLabel"_s), u"Move the launch to April 2027"_s);
    QVERIFY(action()->isEnabled());
    QVERIFY(select(u"Project.DeliveryModels is missing"_s)); // somebody has to choose
    QVERIFY(!button()->isVisible());
    QVERIFY(!action()->isEnabled());
    QCOMPARE(session().undoStack().count(), 0); // looking changes nothing
}

void TestToFix::aFixIsOneUndoStepAndIsSaved()
{
    open([](domain::Worksheet &) {});
    QVERIFY(select(u"Assistant answers grows 3-fold"_s));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(session().worksheet().useCases.front().workloads.front().steps.front().month, 4);
    QCOMPARE(session().undoStack().count(), 1);
    QCOMPARE(session().undoStack().undoText(), u"Move the launch to April 2027"_s);
    QVERIFY(!select(u"Assistant answers grows 3-fold"_s));
    QVERIFY(m_fixture->window->statusBar()->currentMessage().startsWith(u"Move the launch to April 2027. Ctrl+Z"));
    QTRY_VERIFY(session().isSaved());
    m_fixture->trigger(u"undoAction"_s);
    QVERIFY(select(u"Assistant answers grows 3-fold"_s));
    QTest::mouseClick(button(), Qt::LeftButton);
    QVERIFY(!select(u"Assistant answers grows 3-fold"_s));
}

/// By keys alone, and everything on screen within the key: what the pool needs, what is asked, the step's own cell.
void TestToFix::theLaunchLeavesTheWindowByKeyAndNeedAndAskFollow()
{
    open([](domain::Worksheet &) {});
    m_fixture->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
    key(Qt::Key_3, Qt::ControlModifier);
    const auto *pools = m_fixture->find<QWidget>(u"caseTabs"_s)
                            ->findChild<ui::CreditsTab *>()
                            ->findChild<QAbstractItemView *>(u"poolsTable"_s);
    const auto *ask = m_fixture->find<ui::FigureButton>(u"askFigure1"_s);
    QVERIFY(pools->isVisible() && ask->isVisible());
    const auto cell = [pools](const QString &head) {
        for (int column = 0; column < pools->model()->columnCount(); ++column) {
            if (pools->model()->headerData(column, Qt::Horizontal).toString() == head)
                return pools->model()->index(0, column).data().toString();
        }
        return QString();
    };
    QCOMPARE(cell(u"Need*"_s), u"29,500"_s);
    QCOMPARE(cell(u"Ask"_s), u"29,500"_s);
    QCOMPARE(ask->value(), u"$29,500"_s);

    for (int step = 0; step < 30 && !list()->currentIndex().data().toString().startsWith(u"Assistant answers grows");
         ++step)
        key(Qt::Key_F8);
    QVERIFY(list()->currentIndex().data().toString().startsWith(u"Assistant answers grows 3-fold"));
    key(Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(session().worksheet().useCases.front().workloads.front().steps.front().month, 4);
    const auto number = [](QString text) { return text.remove(u'$').remove(u',').toInt(); };
    QVERIFY2(number(cell(u"Need*"_s)) > 0 && number(cell(u"Need*"_s)) < 29'500, qPrintable(cell(u"Need*"_s)));
    QVERIFY2(number(ask->value()) > 0 && number(ask->value()) < 29'500, qPrintable(ask->value()));
    QCOMPARE(number(ask->value()), number(cell(u"Ask"_s)));

    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session().worksheet().useCases.front().workloads.front().steps.front().month, 3);
    QCOMPARE(cell(u"Need*"_s), u"29,500"_s);
    QCOMPARE(cell(u"Ask"_s), u"29,500"_s);
    QCOMPARE(ask->value(), u"$29,500"_s);
    QVERIFY(!session().undoStack().canUndo());
}

void TestToFix::aNewCaseCollectsFactsCalmlyUntilItIsDrafted()
{
    m_fixture->prompter.newFile = m_fixture->path(u"cases.briefstack"_s);
    m_fixture->trigger(u"newCaseAction"_s);
    QTRY_VERIFY(m_fixture->window->desk().openCase() != nullptr);
    const auto *dock = m_fixture->find<QWidget>(u"toFixDock"_s);
    const auto *figure = m_fixture->find<ui::FigureButton>(u"toFixFigure"_s);
    QCOMPARE(dock->windowTitle(), u"To collect (14)"_s);
    QCOMPARE(figure->value(), u"14 facts"_s);
    QCOMPARE(list()->model()->rowCount(), 1); // no Must fix, no Weak
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"14 facts still to collect"_s);
    for (const auto *note : m_fixture->window->findChildren<ui::FieldNote *>())
        QCOMPARE(note->message(), QString()); // nobody was there yet

    const auto *lines = m_fixture->window->findChild<QWizard *>()->findChild<QAbstractItemView *>(u"missingView"_s);
    QCOMPARE(lines->model()->rowCount(), 14);
    QCOMPARE(lines->model()->index(0, 0).data().toString(), u"Company name is missing."_s);
    session().edit(u"company/headcount"_s, u"24"_s);
    session().edit(u"company/name"_s, u"Trellis"_s);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"12 facts still to collect"_s);
    session().undoStack().undo();
    QCOMPARE(figure->value(), u"13 facts"_s);
    session().undoStack().redo();

    // Enter leads to the field, as for what is to fix.
    list()->setCurrentIndex(list()->model()->index(0, 0, list()->model()->index(0, 0)));
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(m_fixture->window->focusWidget()->objectName(), u"websiteEdit"_s);

    auto *draft = m_fixture->window->findChild<QWizard *>()->button(QWizard::FinishButton);
    QTest::mouseClick(draft, Qt::LeftButton);
    QVERIFY2(dock->windowTitle().startsWith(u"To fix ("), qPrintable(dock->windowTitle()));
    QVERIFY(lines->model()->index(0, 0).data().toString().startsWith(u"Must fix: "));
    QVERIFY(list()->model()->index(0, 0).data().toString().startsWith(u"Must fix"));
    QVERIFY(figure->value().contains(u"must fix"));
}

void TestToFix::f8WalksAndTheFixFollows()
{
    open([](domain::Worksheet &) {});
    QVERIFY(select(u"Assistant answers grows 3-fold"_s));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_F8);
    QVERIFY(!button()->isVisible());
    QTest::keyClick(list(), Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY(button()->isVisible());
    QVERIFY(list()->currentIndex().data().toString().startsWith(u"Assistant answers grows 3-fold"));
}

void TestToFix::theCurrentOneStaysAndComesBackWithUndo()
{
    open([](domain::Worksheet &) {});
    // Both records miss it, in the same words: the first one is where a person is.
    QVERIFY(select(u"Project.DeliveryModels is missing"_s));
    const auto place = [this] {
        return std::pair(list()->currentIndex().parent().row(), list()->currentIndex().row());
    };
    const auto before = place();
    session().edit(u"company/headcount"_s, u"25"_s);
    session().edit(u"company/name"_s, u"Northwind Support"_s);
    QCOMPARE(place(), before);

    QVERIFY(select(u"Assistant answers grows 3-fold"_s));
    m_fixture->trigger(u"fixAction"_s);
    QVERIFY(list()->currentIndex().isValid());
    QVERIFY(!list()->currentIndex().data().toString().startsWith(u"Assistant answers grows"));
    m_fixture->trigger(u"undoAction"_s);
    QVERIFY(list()->currentIndex().data().toString().startsWith(u"Assistant answers grows 3-fold"));
    QVERIFY(action()->isEnabled());

    // Where the list is behind the arithmetic, F8 shows the current one before it goes on.
    m_fixture->find<QWidget>(u"firstMonthFigure"_s)->setFocus();
    m_fixture->find<ui::FigureButton>(u"firstMonthFigure"_s)->click();
    QTRY_VERIFY(list()->visibleRegion().isEmpty());
    m_fixture->trigger(u"nextToFixAction"_s);
    QVERIFY(list()->currentIndex().data().toString().startsWith(u"Assistant answers grows 3-fold"));
    QTRY_VERIFY(!list()->visibleRegion().isEmpty());
    m_fixture->trigger(u"nextToFixAction"_s);
    QVERIFY(!list()->currentIndex().data().toString().startsWith(u"Assistant answers grows"));
}

void TestToFix::enterOnARecordsFindingShowsTheRecord()
{
    open(copyProofOfConcept);
    QVERIFY(select(u"2 sentences of the business problem of Activate Portfolio"_s));
    m_fixture->trigger(u"spendTabAction"_s);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_COMPARE(m_fixture->text(u"distinctnessState"_s), u"3 sentences shared with Bedrock POC"_s);
    QVERIFY(m_fixture->find<QLabel>(u"distinctnessState"_s)->isVisible());
}

void TestToFix::theRewriteIsOneUndoStep()
{
    open(copyProofOfConcept);
    auto *apply = m_fixture->find<QPushButton>(u"applyRewriteButton"_s);
    QVERIFY(apply->isVisible());
    QTest::mouseClick(apply, Qt::LeftButton);
    QTRY_COMPARE(m_fixture->text(u"distinctnessState"_s), u"Nothing shared with Activate Portfolio"_s);
    QCOMPARE(session().undoStack().count(), 1);
    QVERIFY(!apply->isVisible());
    m_fixture->trigger(u"undoAction"_s);
    QTRY_COMPARE(m_fixture->text(u"distinctnessState"_s), u"3 sentences shared with Activate Portfolio"_s);
    // The same from the list: Ctrl+. on the finding.
    QVERIFY(select(u"2 sentences of the business problem of Activate Portfolio"_s));
    QCOMPARE(m_fixture->text(u"fixLabel"_s), u"Reword Activate Portfolio for its own phase"_s);
    m_fixture->trigger(u"fixAction"_s);
    QTRY_COMPARE(m_fixture->text(u"distinctnessState"_s), u"Nothing shared with Activate Portfolio"_s);
}

void TestToFix::nothingIsOfferedForAFileThatCannotBeWritten()
{
    open(copyProofOfConcept);
    const QString file = m_fixture->window->desk().path();
    QTRY_VERIFY(session().isSaved());
    m_fixture->window->desk().close();
    const QString folder = m_fixture->path({});
    support::setMode(file, 0444);
    support::setMode(folder, 0555);
    {
        const support::AsNobody nobody;
        m_fixture->window->desk().open(file);
    }
    support::setMode(folder, 0700);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->window->desk().shown() != nullptr, 30'000);
    QVERIFY(m_fixture->window->desk().isReadOnly());
    QVERIFY(select(u"2 sentences of the business problem of Activate Portfolio"_s));
    QVERIFY(!button()->isVisible());
    QVERIFY(!m_fixture->find<QPushButton>(u"applyRewriteButton"_s)->isEnabled());
}

void TestToFix::theReviewFollowsTheCaseAndLeadsToTheField()
{
    QVERIFY(!m_fixture->find<QAction>(u"reviewAction"_s)->isEnabled()); // no case yet
    open(copyProofOfConcept);
    m_fixture->trigger(u"reviewAction"_s);
    auto *window = m_fixture->find<QDialog>(u"reviewWindow"_s);
    QVERIFY(window->isVisible());
    QCOMPARE(window->windowTitle(), u"Review: Northwind Support Software"_s);
    QCOMPARE(window->findChild<QLabel *>(u"readyTitle"_s)->text(), u"Ready to file: 2 open"_s);
    m_fixture->trigger(u"spendTabAction"_s);
    auto *ready = window->findChild<QListWidget *>(u"readyList"_s);
    for (int row = 0; row < ready->count(); ++row) {
        if (ready->item(row)->text().startsWith(u"Each record is a use case"))
            ready->setCurrentRow(row);
    }
    QTest::keyClick(ready, Qt::Key_Return);
    QVERIFY(m_fixture->find<QLabel>(u"distinctnessState"_s)->isVisible()); // the record with the shared text
    QTest::mouseClick(m_fixture->find<QPushButton>(u"applyRewriteButton"_s), Qt::LeftButton);
    QCOMPARE(window->findChild<QLabel *>(u"readyTitle"_s)->text(), u"Ready to file: 1 open"_s);
    QTest::keyClick(window, Qt::Key_Escape);
    QVERIFY(!window->isVisible());
}

QTEST_MAIN(TestToFix)
#include "tst_tofix.moc"
