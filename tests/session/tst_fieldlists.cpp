// Rows of the worksheet's lists: added with ids of their own, taken away with what speaks of them, moved and copied.
#include "session/fieldlists.h"
#include "worksheetfile/fullworksheet.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFieldLists : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewRowGetsAnIdThatNothingElseHas();
    void aRowThatCannotBeWithoutItsNameIsNotAdded();
    void aFullListTakesNoMore();
    void aCopyStandsBehindItsOriginalUnderItsOwnId();
    void aCopiedUseCaseRenamesItsLines();
    void aStepIsCopiedToTheNextFreeMonth();
    void whatSpeaksOfARowGoesWithIt();
    void rowsMove();
};

void TestFieldLists::aNewRowGetsAnIdThatNothingElseHas()
{
    domain::Worksheet sheet;
    QCOMPARE(session::addEntry(sheet, u"useCases"_s, 0, u"Support assistant"_s), u"support-assistant"_s);
    const auto workloads = u"useCases/support-assistant/workloads"_s;
    QCOMPARE(session::addEntry(sheet, workloads, 9, u"Answers"_s), u"answers"_s);
    QCOMPARE(session::addEntry(sheet, workloads, 0, u"Answers"_s), u"answers-2"_s);
    QCOMPARE(session::addEntry(sheet, workloads, 9), u"workload"_s);
    QCOMPARE(session::addEntry(sheet, u"footprint"_s, 0, u"Answers"_s), u"answers-3"_s);
    QCOMPARE(session::addEntry(sheet, workloads, 9, u"\u652f\u63f4"_s), u"workload-2"_s);
    QCOMPARE(session::listIds(sheet, workloads),
             (QStringList{u"answers-2"_s, u"answers"_s, u"workload"_s, u"workload-2"_s}));
    QCOMPARE(session::addEntry(sheet, u"contacts"_s, 0), u"case"_s);
    QCOMPARE(session::addEntry(sheet, u"aws/priorCredits"_s, 0, u"activate-founders"_s), u"activate-founders"_s);
    QCOMPARE(session::addEntry(sheet, workloads + u"/answers/steps", 0, u"3"_s), u"3"_s);
}

void TestFieldLists::aRowThatCannotBeWithoutItsNameIsNotAdded()
{
    domain::Worksheet sheet;
    for (const auto *list : {"footprint", "funding/pools", "aws/priorCredits", "records", "company", "no/such"}) {
        QVERIFY2(!session::addEntry(sheet, QString::fromLatin1(list), 0), list);
        QVERIFY(sheet == domain::Worksheet());
    }
}

void TestFieldLists::aFullListTakesNoMore()
{
    domain::Worksheet sheet;
    for (int i = 0; i < 20; ++i)
        QVERIFY(session::addEntry(sheet, u"useCases"_s, i));
    QVERIFY(!session::addEntry(sheet, u"useCases"_s, 20));
    QVERIFY(!session::duplicateEntry(sheet, u"useCases"_s, 0));
    QCOMPARE(sheet.useCases.size(), std::size_t(20));
}

void TestFieldLists::aCopyStandsBehindItsOriginalUnderItsOwnId()
{
    domain::Worksheet sheet = support::fullWorksheet();
    const auto workloads = u"useCases/id-1/workloads"_s;
    sheet.useCases[0].workloads[0].name = u"Answers"_s;
    QCOMPARE(session::duplicateEntry(sheet, workloads, 0), u"answers"_s);
    QCOMPARE(session::duplicateEntry(sheet, workloads, 0), u"answers-2"_s);
    QCOMPARE(session::listIds(sheet, workloads), (QStringList{u"id-2"_s, u"answers-2"_s, u"answers"_s}));
    QCOMPARE(sheet.useCases[0].workloads[1].model, sheet.useCases[0].workloads[0].model);
    QVERIFY(!session::duplicateEntry(sheet, workloads, 7));
    QVERIFY(!session::duplicateEntry(sheet, u"records"_s, 0)); // one per pool
}

void TestFieldLists::aCopiedUseCaseRenamesItsLines()
{
    domain::Worksheet sheet = support::fullWorksheet();
    QVERIFY(session::duplicateEntry(sheet, u"useCases"_s, 0));
    QVERIFY(sheet.useCases[1].workloads[0].id != sheet.useCases[0].workloads[0].id);
    QVERIFY(sheet.useCases[1].services[0].id != sheet.useCases[0].services[0].id);
}

void TestFieldLists::aStepIsCopiedToTheNextFreeMonth()
{
    domain::Worksheet sheet = support::fullWorksheet();
    const auto steps = u"useCases/id-1/workloads/id-2/steps"_s;
    QCOMPARE(session::duplicateEntry(sheet, steps, 0), u"2"_s);
    QCOMPARE(session::duplicateEntry(sheet, steps, 0), u"3"_s);
}

void TestFieldLists::whatSpeaksOfARowGoesWithIt()
{
    domain::Worksheet sheet = support::fullWorksheet();
    sheet.facts[u"useCases/id-1/workloads/id-2/requestsPerDay"_s] = {};
    session::removeEntry(sheet, u"useCases/id-1/workloads"_s, u"id-2"_s);
    QVERIFY(sheet.useCases[0].workloads.empty());
    QCOMPARE(sheet.facts.size(), std::size_t(1)); // the note on the headcount
    session::removeEntry(sheet, u"useCases"_s, u"id-1"_s);
    QVERIFY(sheet.funding.pools[0].useCases.isEmpty());
    QCOMPARE(sheet.records.size(), std::size_t(1));
    session::removeEntry(sheet, u"funding/pools"_s, sheet.funding.pools[0].id);
    QVERIFY(sheet.records.empty());
    const domain::Worksheet before = sheet;
    session::removeEntry(sheet, u"useCases"_s, u"no-such"_s);
    QVERIFY(sheet == before);
}

void TestFieldLists::rowsMove()
{
    domain::Worksheet sheet;
    for (const auto *name : {"a", "b", "c"})
        QVERIFY(session::addEntry(sheet, u"useCases"_s, 9, QString::fromLatin1(name)));
    const auto order = [&sheet] { return session::listIds(sheet, u"useCases"_s).join(u' '); };
    session::moveEntry(sheet, u"useCases"_s, 0, 2);
    QCOMPARE(order(), u"b c a"_s);
    session::moveEntry(sheet, u"useCases"_s, 2, 1);
    QCOMPARE(order(), u"b a c"_s);
    session::moveEntry(sheet, u"useCases"_s, 0, 3);
    session::moveEntry(sheet, u"useCases"_s, -1, 0);
    QCOMPARE(order(), u"b a c"_s);
}

QTEST_APPLESS_MAIN(TestFieldLists)
#include "tst_fieldlists.moc"
