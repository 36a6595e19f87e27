// To fix from a person's side: to the field, the fixes that can be applied, the rewrite beside the records: each one
// undo step, and saved.
#include "ui/reviewcases.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStatusBar>
#include <QUndoStack>

using namespace tests;

class TestToFix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void theFixOfTheCurrentFindingIsOffered();
    void aFixIsOneUndoStepAndIsSaved();
    void f8WalksAndTheFixFollows();
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
    const QString file = m_fixture->path(u"changed.worksheet.json"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(worksheetfile::write(changedSample(change)));
    out.close();
    m_fixture->prompter.newFile = m_fixture->path(u"cases.briefstack"_s);
    m_fixture->window->desk().importWorksheets({file});
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->window->desk().openCase() != nullptr, 30'000);
    QTRY_VERIFY(!m_fixture->window->desk().isBusy());
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
    QVERIFY(QFile::setPermissions(file, QFileDevice::ReadOwner));
    m_fixture->window->desk().open(file);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->window->desk().shown() != nullptr, 30'000);
    if (!m_fixture->window->desk().isReadOnly())
        QSKIP("this user may write any file");
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
