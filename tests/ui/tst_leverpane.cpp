// The levers beside the spend: checked, changed in place, discarded, and applied as one undo step; on the real window.
#include "ui/leverpane.h"
#include "ui/spendchart.h"
#include "ui/spendtab.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QUndoStack>

using namespace tests;
using domain::Money;
using ui::LeverModel;
using ui::LeverPane;
using whatif::LeverKind;

class TestLeverPane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void everyLeverShowsWhatItSavesOnThisCase();
    void checkedLeversShowWhatTheySaveTogetherAndLeaveTheCaseAlone();
    void inputsInPlaceChangeTheSaving();
    void aShortPrefixSavesNothingAndSaysWhy();
    void anotherModelIsChosenInItsRow();
    void discardPutsEverythingBack();
    void applyIsOneUndoStep();
    void theKeyboardDoesItAll();
    void withoutAWorkloadItSaysWhatIsMissing();
    void ofALargeCaseTheTotalComesFirst();

private:
    LeverPane *pane() const { return m_fixture->window->findChild<LeverPane *>(); }
    QTableView *table() const { return m_fixture->find<QTableView>(u"leverTable"_s); }
    session::CaseSession *openCase() const { return m_fixture->window->desk().openCase(); }
    int rowOf(LeverKind kind, const QString &workload) const;
    void choose(int row) const { table()->setCurrentIndex(table()->model()->index(row, 0)); }
    void check(int row, bool on = true) const;
    QString saves(int row) const { return table()->model()->index(row, LeverModel::SavesColumn).data().toString(); }
    bool isEnabled(const QString &button) const { return m_fixture->find<QPushButton>(button)->isEnabled(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestLeverPane::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->prompter.newFile = m_fixture->path(u"cases.briefstack"_s);
    m_fixture->prompter.files = {samplePath(u"series-a-rag-assistant"_s)};
    m_fixture->show();
    m_fixture->trigger(u"importAction"_s);
    QTRY_VERIFY(openCase());
    m_fixture->trigger(u"spendTabAction"_s);
    QTRY_VERIFY(pane()->isVisible());
    QTRY_VERIFY(table()->model()->rowCount() > 0);
}

int TestLeverPane::rowOf(LeverKind kind, const QString &workload) const
{
    for (int row = 0; row < pane()->levers().rowCount(); ++row) {
        const whatif::Lever &lever = pane()->levers().lever(row);
        if (lever.kind == kind && lever.workloads.contains(workload))
            return row;
    }
    return -1;
}

void TestLeverPane::check(int row, bool on) const
{
    const QModelIndex box = table()->model()->index(row, LeverModel::LeverColumn);
    QVERIFY(table()->model()->setData(box, on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole));
}

void TestLeverPane::everyLeverShowsWhatItSavesOnThisCase()
{
    QCOMPARE(saves(rowOf(LeverKind::Batch, u"evaluation"_s)), u"$8,910.00"_s);
    QCOMPARE(saves(rowOf(LeverKind::Cache, u"answers"_s)), u"$40,790.36"_s);
    QCOMPARE(saves(rowOf(LeverKind::Global, u"answers"_s)), u"$14,534.18"_s);
    QVERIFY(rowOf(LeverKind::Model, u"answers"_s) >= 0);
    QVERIFY(!isEnabled(u"leverApplyButton"_s));
    QVERIFY(!isEnabled(u"leverDiscardButton"_s));
}

void TestLeverPane::checkedLeversShowWhatTheySaveTogetherAndLeaveTheCaseAlone()
{
    const domain::Worksheet before = openCase()->worksheet();
    check(rowOf(LeverKind::Batch, u"evaluation"_s));
    check(rowOf(LeverKind::Cache, u"answers"_s));
    QVERIFY2(m_fixture->text(u"leverTogether"_s).contains(u"Together: $49,700.36 saved, credits to Oct 2027"_s),
             qPrintable(m_fixture->text(u"leverTogether"_s)));
    QVERIFY(m_fixture->text(u"leverTogether"_s).contains(u"Customer pays $42,024.57 (now $91,724.93)"_s));
    QCOMPARE(m_fixture->find<QPushButton>(u"leverApplyButton"_s)->text(), u"Apply 2 levers"_s);
    const auto &pools = pane()->levers().together()->pools;
    QCOMPARE(pools.front().needAfter, Money::fromCents(1'681'002));
    QVERIFY(openCase()->worksheet() == before);
    QCOMPARE(openCase()->undoStack().count(), 0);
}

void TestLeverPane::inputsInPlaceChangeTheSaving()
{
    const int row = rowOf(LeverKind::Batch, u"evaluation"_s);
    choose(row);
    auto *share = m_fixture->find<QSpinBox>(u"leverShareBox"_s);
    QVERIFY(share->isVisible());
    QVERIFY(!m_fixture->find<QSpinBox>(u"leverPrefixBox"_s)->isVisible());
    QCOMPARE(share->value(), 100);
    share->setValue(50);
    QCOMPARE(saves(row), u"$4,455.00"_s);
    choose(rowOf(LeverKind::Cache, u"answers"_s));
    QCOMPARE(m_fixture->find<QSpinBox>(u"leverPrefixBox"_s)->value(), 3000);
    QCOMPARE(m_fixture->find<QSpinBox>(u"leverHitsBox"_s)->value(), 80);
    m_fixture->find<QSpinBox>(u"leverPrefixBox"_s)->setValue(2500);
    QCOMPARE(saves(rowOf(LeverKind::Cache, u"answers"_s)), u"$33,991.96"_s);
    QCOMPARE(saves(row), u"$4,455.00"_s); // stays as it was set
}

void TestLeverPane::aShortPrefixSavesNothingAndSaysWhy()
{
    const int row = rowOf(LeverKind::Cache, u"answers"_s);
    choose(row);
    m_fixture->find<QSpinBox>(u"leverPrefixBox"_s)->setValue(1500);
    QCOMPARE(saves(row), u"$0.00"_s);
    QVERIFY(m_fixture->text(u"leverConditions"_s).contains(u"caches a prefix from 2048 tokens on"_s));
}

void TestLeverPane::anotherModelIsChosenInItsRow()
{
    const int row = rowOf(LeverKind::Model, u"answers"_s);
    choose(row);
    auto *choice = m_fixture->find<QComboBox>(u"leverChoiceBox"_s);
    const int haiku = choice->findText(u"Claude Haiku 4.5"_s);
    QVERIFY(haiku >= 0);
    choice->setCurrentIndex(haiku);
    QCOMPARE(saves(row), u"$94,704.02"_s);
    QVERIFY(m_fixture->text(u"leverConditions"_s).contains(u"Claude Haiku 4.5"_s));
}

void TestLeverPane::discardPutsEverythingBack()
{
    const int row = rowOf(LeverKind::Batch, u"evaluation"_s);
    choose(row);
    m_fixture->find<QSpinBox>(u"leverShareBox"_s)->setValue(50);
    check(row);
    QTest::mouseClick(m_fixture->find<QPushButton>(u"leverDiscardButton"_s), Qt::LeftButton);
    QCOMPARE(saves(row), u"$8,910.00"_s);
    QCOMPARE(pane()->levers().checkedCount(), 0);
    QVERIFY(!isEnabled(u"leverApplyButton"_s));
    QCOMPARE(openCase()->undoStack().count(), 0);
}

void TestLeverPane::applyIsOneUndoStep()
{
    const domain::Worksheet before = openCase()->worksheet();
    check(rowOf(LeverKind::Batch, u"evaluation"_s));
    check(rowOf(LeverKind::Cache, u"answers"_s));
    QTest::mouseClick(m_fixture->find<QPushButton>(u"leverApplyButton"_s), Qt::LeftButton);
    QCOMPARE(openCase()->undoStack().count(), 1);
    QCOMPARE(openCase()->undoStack().undoText(), u"Apply 2 levers"_s);
    QCOMPARE(openCase()->view()->computed.plan.pools.front().need, Money::fromCents(1'681'002));
    QCOMPARE(openCase()->view()->computed.plan.pools.front().ask, Money::fromDollars(20'500)); // asks follow now
    QCOMPARE(rowOf(LeverKind::Batch, u"evaluation"_s), -1);                                    // nothing left to move
    QCOMPARE(pane()->levers().checkedCount(), 0);
    openCase()->undoStack().undo();
    QVERIFY(openCase()->worksheet() == before);
    QVERIFY(rowOf(LeverKind::Batch, u"evaluation"_s) >= 0);
}

void TestLeverPane::theKeyboardDoesItAll()
{
    table()->setFocus();
    choose(rowOf(LeverKind::Cache, u"answers"_s));
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(pane()->levers().checkedCount(), 1);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(m_fixture->window->focusWidget(), m_fixture->find<QSpinBox>(u"leverPrefixBox"_s));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(pane()->levers().checkedCount(), 0);
    for (const QString &name : {u"leverShareBox"_s, u"leverPrefixBox"_s, u"leverHitsBox"_s, u"leverChoiceBox"_s})
        QVERIFY2(!m_fixture->find<QWidget>(name)->accessibleName().isEmpty(), qPrintable(name));
}

void TestLeverPane::withoutAWorkloadItSaysWhatIsMissing()
{
    domain::Worksheet empty = openCase()->worksheet();
    empty.useCases.front().workloads.clear();
    empty.facts.clear();
    QVERIFY(openCase()->replace(u"Remove workloads"_s, empty));
    QVERIFY(table()->isHidden());
    QVERIFY(m_fixture->find<QWidget>(u"leverEmptyLabel"_s)->isVisible());
    QVERIFY(!isEnabled(u"leverApplyButton"_s));
}

void TestLeverPane::ofALargeCaseTheTotalComesFirst()
{
    domain::Worksheet large = openCase()->worksheet();
    auto &workloads = large.useCases.front().workloads;
    const domain::Workload pattern = workloads.front();
    for (int number = 0; number < 20; ++number) {
        workloads.push_back(pattern);
        workloads.back().id = u"answers-%1"_s.arg(number);
        workloads.back().name = u"Answers %1"_s.arg(number);
    }
    QVERIFY(openCase()->replace(u"Grow"_s, large));
    QCOMPARE(table()->model()->rowCount(), 0); // figures of before would be wrong
    QVERIFY(m_fixture->text(u"leverEmptyLabel"_s).contains(u"once nobody types"_s));
    QVERIFY(!isEnabled(u"leverApplyButton"_s));
    QTRY_VERIFY(table()->model()->rowCount() > 20);
    QVERIFY(table()->isVisible());
    QVERIFY(rowOf(LeverKind::Cache, u"answers-7"_s) >= 0);
}

QTEST_MAIN(TestLeverPane)
#include "tst_leverpane.moc"
