// Levers: what they save on a case, computed on the case. Golden figures are those of the Series A sample.
#include "whatif/levertable.h"
#include "whatif/samplecase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Money;
using domain::Worksheet;
using support::decimal;
using support::money;
using whatif::Effect;
using whatif::Lever;
using whatif::LeverKind;
using whatif::LeverResult;
using whatiftest::figures;
using whatiftest::seriesA;
using whatiftest::shippedBasis;

namespace {

Lever batch(const QString &workload, QStringView share = u"1")
{
    Lever lever;
    lever.kind = LeverKind::Batch;
    lever.workloads = {workload};
    lever.batchShare = decimal(share);
    return lever;
}

Lever cache(const QString &workload, qint64 prefix, QStringView hits = u"0.8")
{
    Lever lever;
    lever.kind = LeverKind::Cache;
    lever.workloads = {workload};
    lever.prefixTokens = prefix;
    lever.hitRate = decimal(hits);
    return lever;
}

Effect effect(const std::vector<Lever> &levers, const Worksheet &worksheet = seriesA())
{
    const auto found = whatif::effectOf(levers, worksheet, figures(worksheet, shippedBasis()), shippedBasis());
    return found ? *found : Effect();
}

const LeverResult *result(const whatif::LeverTable &table, const QString &id)
{
    const auto found = std::find_if(table.levers.begin(), table.levers.end(),
                                    [&id](const LeverResult &some) { return some.lever.id() == id; });
    return found == table.levers.end() ? nullptr : &*found;
}

whatif::LeverTable tableOf(const Worksheet &worksheet, const whatif::Basis &basis = shippedBasis())
{
    return whatif::leverTableOf(worksheet, figures(worksheet, basis), basis);
}

/// The small book of support/books.h.
struct SmallBook {
    catalogue::RateBook book = support::book();
    catalogue::Programmes programmes = support::programmes();
    whatif::Basis basis() const { return {book, programmes, support::kToday}; }
};

} // namespace

class TestLevers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void batchAndCacheTogetherTakeTheSamplesNeedDown()
    {
        const Effect both = effect({batch(u"evaluation"_s), cache(u"answers"_s, 3000)});
        QCOMPARE(both.pools.front().id, u"bedrock-poc"_s);
        QCOMPARE(both.pools.front().needBefore, money(u"24295.63"));
        QCOMPARE(both.pools.front().needAfter, money(u"16810.02"));
        QCOMPARE(both.pools.front().ask, money(u"29500"));      // held
        QCOMPARE(both.pools.front().askAfter, money(u"20500")); // 16,810.02 x 1.2 up to the next 500
    }

    void evaluationToBatchSavesHalfOfIt()
    {
        const Effect one = effect({batch(u"evaluation"_s)});
        QCOMPARE(one.saved, money(u"8910.00")); // 1,485.00 / 2 x 12
        QVERIFY(one.notes.isEmpty());
    }

    void aPrefixBelowTheModelsMinimumSavesNothingAndSaysWhy()
    {
        const Effect tooShort = effect({cache(u"answers"_s, 1500)});
        QCOMPARE(tooShort.saved, Money());
        QCOMPARE(tooShort.notes.size(), 1);
        QVERIFY2(tooShort.notes.front().contains(u"from 2048 tokens on"_s)
                     && tooShort.notes.front().contains(u"save nothing"_s),
                 qPrintable(tooShort.notes.front()));
        const Effect atTheMinimum = effect({cache(u"answers"_s, 2048)});
        QVERIFY(atTheMinimum.saved > Money());
    }

    void aCacheThatIsNeverHitCostsMore() { QVERIFY(effect({cache(u"answers"_s, 3000, u"0.01")}).saved < Money()); }

    void savingsDoNotAddUpWhereLeversMeet()
    {
        const Money first = effect({batch(u"answers"_s, u"0.5")}).saved;
        const Money second = effect({cache(u"answers"_s, 3000)}).saved;
        const Money together = effect({batch(u"answers"_s, u"0.5"), cache(u"answers"_s, 3000)}).saved;
        QVERIFY(together < first + second);
        QVERIFY(together > first && together > second);
    }

    void whatIsSavedIsTheDifferenceOfTheTotalsAndOfTheLines()
    {
        const Worksheet worksheet = seriesA();
        const whatif::Figures stated = figures(worksheet, shippedBasis());
        const std::vector<Lever> levers{batch(u"evaluation"_s), cache(u"answers"_s, 3000)};
        const Effect both = effect(levers);
        const whatif::Figures changed = figures(whatif::applied(worksheet, levers), shippedBasis());
        QCOMPARE(both.saved, stated.projection.total.total - changed.projection.total.total);
        Money byMonth;
        for (std::size_t month = 0; month < both.monthly.size(); ++month)
            byMonth += stated.projection.total.monthly[month] - both.monthly[month];
        QCOMPARE(byMonth, both.saved);
        Money byLine;
        for (std::size_t line = 0; line < both.lineTotals.size(); ++line)
            byLine += stated.projection.lines[line].total - both.lineTotals[line];
        QCOMPARE(byLine, both.saved);
    }

    void applyingChangesOnlyTheFactsOfTheLever()
    {
        Worksheet expected = seriesA();
        expected.useCases.front().workloads[0].cachedPrefixTokens = 3000;
        expected.useCases.front().workloads[0].cacheHitRate = decimal(u"0.8");
        QVERIFY(whatif::applied(seriesA(), {cache(u"answers"_s, 3000)}) == expected);
        QVERIFY(whatif::applied(seriesA(), {}) == seriesA());
        QVERIFY(whatif::applied(seriesA(), {batch(u"nobody"_s)}) == seriesA());
    }

    void aPrefixLongerThanTheInputIsCut()
    {
        const Worksheet changed = whatif::applied(seriesA(), {cache(u"answers"_s, 999'999)});
        QCOMPARE(changed.useCases.front().workloads[0].cachedPrefixTokens, std::optional<qint64>(4000));
    }

    void theSamplesTableOffersWhatFitsIt()
    {
        const whatif::LeverTable table = tableOf(seriesA());
        const LeverResult *evaluation = result(table, u"batch:evaluation"_s);
        QVERIFY(evaluation && evaluation->likely);
        const LeverResult *answers = result(table, u"cache:answers"_s);
        QVERIFY(answers && answers->likely);
        QCOMPARE(answers->lever.prefixTokens, qint64(3000)); // three quarters of 4,000
        QCOMPARE(whatif::suggestedLevers(table).size(), std::size_t(2));
        const LeverResult *haiku = result(table, u"model:answers:anthropic.claude-haiku-4-5-20251001-v1:0"_s);
        QVERIFY(haiku && !haiku->likely); // another model is a decision, not a saving for nothing
        QVERIFY(result(table, u"model:answers:amazon.nova-pro-v1:0"_s));          // an alternative of another provider
        QVERIFY(!result(table, u"model:answers:anthropic.claude-opus-4-6-v1"_s)); // dearer
        QVERIFY(!result(table, u"model:answers:anthropic.claude-sonnet-4-20250514-v1:0"_s)); // ended
        QVERIFY(!result(table, u"cache:embeddings"_s));
        const LeverResult *global = result(table, u"global"_s);
        QVERIFY(global);
        QCOMPARE(global->lever.workloads, (QStringList{u"answers"_s, u"evaluation"_s}));
        for (const LeverResult &some : table.levers)
            QVERIFY(!whatif::conditionsOf(some.lever, seriesA(), support::shippedBook()).isEmpty());
        const bool says = std::any_of(table.refused.begin(), table.refused.end(), [](const auto &refused) {
            return refused.kind == LeverKind::Provisioned && refused.workload == u"answers"_s
                && refused.reason.contains(u"Claude Sonnet 4.6"_s);
        });
        QVERIFY(says);
    }

    void theGlobalProfileIsExactlyAnEleventhOff()
    {
        const Worksheet worksheet = seriesA();
        const whatif::Figures stated = figures(worksheet, shippedBasis());
        const LeverResult *global = nullptr;
        const whatif::LeverTable table = tableOf(worksheet);
        global = result(table, u"global"_s);
        QVERIFY(global);
        const qint64 regional = (stated.projection.lines[0].total + stated.projection.lines[1].total).cents();
        QVERIFY(qAbs(global->effect.saved.cents() * 11 - regional) <= 11 * 12); // a cent a month and line
    }

    void peopleAtAScreenAreNotToldToWait()
    {
        Worksheet worksheet = seriesA();
        domain::Workload &evaluation = worksheet.useCases.front().workloads[1];
        evaluation.requestsPerDay.reset();
        evaluation.users = 300;
        evaluation.actionsPerUserPerDay = decimal(u"10");
        const whatif::LeverTable table = tableOf(worksheet);
        const LeverResult *batched = result(table, u"batch:evaluation"_s);
        QVERIFY(batched && !batched->likely);
    }

    void monthsGainedAreThoseTheHeldAskLastsLonger()
    {
        SmallBook small;
        Worksheet worksheet = support::worksheet(); // 3,465.00 a month
        worksheet.funding.pools = {domain::PoolRequest{}};
        worksheet.funding.pools.front().id = worksheet.funding.pools.front().programme = u"bedrock-poc"_s;
        const whatif::Figures stated = figures(worksheet, small.basis());
        // 12,500 pays 3 months and 2,105.00 of 3,465.00 in the fourth: 3.6 months.
        QCOMPARE(whatif::lastingOf(stated, stated.plan.pools.front()), (whatif::Lasting{decimal(u"3.6"), true}));
        const auto half = whatif::effectOf({batch(u"answers"_s)}, worksheet, stated, small.basis());
        QVERIFY(half);
        // 1,732.50 a month: seven months and 372.50 of 1,732.50.
        QCOMPARE(half->pools.front().after, (whatif::Lasting{decimal(u"7.2"), true}));
        QCOMPARE(half->pools.front().gained, decimal(u"3.6"));
        QCOMPARE(half->customerAfter, money(u"8290.00")); // 12 x 1,732.50 - 12,500
        QCOMPARE(half->lastPaidAfter, std::optional(8));
    }

    void aHeldAskThatIsNotUsedUpIsTheLeastAndWhatLapsesIsShown()
    {
        SmallBook small;
        Worksheet worksheet = support::worksheet();
        worksheet.funding.pools = {domain::PoolRequest{}};
        worksheet.funding.pools.front().id = worksheet.funding.pools.front().programme = u"bedrock-poc"_s;
        worksheet.funding.pools.front().validMonths = 4;
        const whatif::Figures stated = figures(worksheet, small.basis());
        const auto half = whatif::effectOf({batch(u"answers"_s)}, worksheet, stated, small.basis());
        QVERIFY(half);
        QCOMPARE(half->pools.front().after, (whatif::Lasting{decimal(u"4"), false}));
        QCOMPARE(half->pools.front().forfeitedAfter, money(u"5570.00")); // 12,500 - 4 x 1,732.50
        QCOMPARE(half->pools.front().forfeitedBefore, Money());
    }

    void provisionedThroughputShowsWhereItBreaksEven()
    {
        SmallBook small;
        Worksheet worksheet = support::worksheet();
        domain::Workload &workload = worksheet.useCases.front().workloads.front();
        workload.model = u"example.plain"_s; // 1.00 in, 2.00 out; 24.00 an hour without commitment
        const whatif::LeverTable table = tableOf(worksheet, small.basis());
        const LeverResult *unit = result(table, u"provisioned:answers:none"_s);
        QVERIFY(unit && unit->breakEven);
        QCOMPARE(unit->breakEven->unitsAMonth, money(u"17520.00"));
        QCOMPARE(unit->breakEven->onDemandAMonth, money(u"780.00")); // 150,000 x 0.0052
        // 17,520.00 / (30 x 0.0052) = 112,307.69
        QCOMPARE(unit->breakEven->callsPerDay, std::optional<qint64>(112'308));
        QVERIFY(unit->effect.saved < Money());
        workload.requestsPerDay = 112'308;
        QVERIFY(result(tableOf(worksheet, small.basis()), u"provisioned:answers:none"_s)->effect.saved > Money());
        workload.requestsPerDay = 112'307;
        QVERIFY(result(tableOf(worksheet, small.basis()), u"provisioned:answers:none"_s)->effect.saved < Money());
    }

    void anEmptyCaseHasNoLevers()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.useCases.clear();
        QVERIFY(tableOf(worksheet).levers.empty());
        worksheet = support::worksheet();
        worksheet.useCases.front().workloads.front().requestsPerDay.reset();
        const whatif::LeverTable table = tableOf(worksheet);
        QVERIFY(table.levers.empty());
        QVERIFY(table.refused.empty());
    }
};

QTEST_GUILESS_MAIN(TestLevers)
#include "tst_levers.moc"
