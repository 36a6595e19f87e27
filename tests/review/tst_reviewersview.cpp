// The case as the AWS reviewer reads it: four checks with their evidence, judged only where a rule has a source, and a
// list to tick off.
#include "catalogue/acepack.h"
#include "drafting/drafting.h"
#include "records/stackfixture.h"
#include "review/reviewersview.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace review {

using domain::FactStatus;
using domain::Worksheet;
using records::sample;
using records::seriesA;
using records::seriesAWith;

namespace {

const drafting::Shipped &shipped()
{
    static const drafting::Shipped kShipped = [] {
        auto data = drafting::shippedData();
        if (!data)
            qFatal("%s", qPrintable(data.error().path));
        return *std::move(data);
    }();
    return kShipped;
}

ReviewersView viewOf(const Worksheet &worksheet, const std::optional<PartnerOutcomes> &outcomes = {})
{
    const auto computed = drafting::compute(worksheet, shipped().rates, shipped().programmes, records::kToday);
    if (!computed)
        qFatal("%s", qPrintable(computed.error().path));
    const ReviewInput input = drafting::reviewInput(*computed, shipped(), records::kToday);
    return reviewersView(input, review(input), outcomes);
}

const CheckItem *itemOf(const ReviewersView &view, const QString &id)
{
    for (const ReviewCheck &check : view.checks) {
        for (const CheckItem &item : check.items) {
            if (item.id == id)
                return &item;
        }
    }
    return nullptr;
}

const ReadyItem *readyOf(const ReviewersView &view, const QString &id)
{
    for (const ReadyItem &item : view.ready) {
        if (item.id == id)
            return &item;
    }
    return nullptr;
}

/// "holds", "weak", "against", "none"; "missing" without the item.
QString verdictOf(const ReviewersView &view, const QString &id)
{
    const CheckItem *item = itemOf(view, id);
    return !item ? u"missing"_s : item->judgement ? judgementWord(*item->judgement) : u"none"_s;
}

using Change = std::function<void(Worksheet &)>;

} // namespace

class TestReviewersView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFourChecksStandInTheReviewersOrder()
    {
        for (const QString &name : {u"series-a-rag-assistant"_s, u"pre-seed-agent"_s, u"enterprise-two-use-cases"_s}) {
            const ReviewersView view = viewOf(sample(name));
            QStringList ids;
            for (const ReviewCheck &check : view.checks) {
                ids.append(check.id);
                QVERIFY(!check.items.empty());
            }
            QCOMPARE(ids, (QStringList{u"real-company"_s, u"consumption"_s, u"plausible"_s, u"filing-record"_s}));
        }
    }

    /// No verdict without a rule, and no rule without its source.
    void aVerdictNamesItsRule()
    {
        for (const QString &name : {u"series-a-rag-assistant"_s, u"pre-seed-agent"_s, u"enterprise-two-use-cases"_s}) {
            for (const ReviewCheck &check : viewOf(sample(name)).checks) {
                for (const CheckItem &item : check.items) {
                    QVERIFY2(item.judgement.has_value() != item.rule.isEmpty(), qPrintable(item.id));
                    QVERIFY2(!item.judgement || item.rule.contains(u"20"), qPrintable(item.rule));
                    QVERIFY2(item.statement.endsWith(u'.'), qPrintable(item.statement));
                }
            }
        }
    }

    void evidenceSaysHowWellItIsKnown()
    {
        const ReviewersView view = viewOf(seriesA());
        const CheckItem *answers = itemOf(view, u"workload-answers"_s);
        QVERIFY(answers);
        QCOMPARE(answers->statement, u"Assistant answers on Claude Sonnet 4.6: 5,000 calls a day, each 4,000 tokens in "
                                     "and 600 out; $142,056.03 in 12 months."_s);
        QCOMPARE(answers->evidence.front(),
                 (Evidence{u"5,000 requests a day"_s, u"useCases/support-assistant/workloads/answers/requestsPerDay"_s,
                           FactStatus::Implied, u"5,000 answers a day in the design-partner logs"_s}));
        QCOMPARE(answers->evidence.back().fact, u"growth of 4 percent a month"_s);
        QCOMPARE(answers->evidence.back().status, FactStatus::Assumed);
        QVERIFY(!answers->judgement); // no source says how many calls are many
    }

    void situationsAreJudgedByTheirRule_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("item");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, const Change &change, const QString &item, const QString &verdict) {
            QTest::newRow(name) << change << item << verdict;
        };
        const Change same = [](Worksheet &) {};
        row("named", same, u"company-named"_s, u"holds"_s);
        row(
            "no website", [](Worksheet &w) { w.company.website.clear(); }, u"company-named"_s, u"against"_s);
        row("nobody asked about competition", same, u"no-competitor"_s, u"none"_s);
        row(
            "competes", [](Worksheet &w) { w.company.competesWithAws = true; }, u"no-competitor"_s, u"against"_s);
        row(
            "does not", [](Worksheet &w) { w.company.competesWithAws = false; }, u"no-competitor"_s, u"holds"_s);
        row("defined", same, u"use-case-support-assistant"_s, u"holds"_s);
        row(
            "no metric", [](Worksheet &w) { w.useCases.front().successMetric.clear(); },
            u"use-case-support-assistant"_s, u"against"_s);
        row("own words", same, u"own-words"_s, u"holds"_s);
        row(
            "praise", [](Worksheet &w) { w.useCases.front().solution += u" It is world-class."_s; }, u"own-words"_s,
            u"weak"_s);
        row("distinct", same, u"records-distinct"_s, u"holds"_s);
        row(
            "a copy",
            [](Worksheet &w) {
                w.records.push_back({});
                w.records.back().pool = u"activate-portfolio"_s;
                w.records.back().problem = w.useCases.front().problem;
            },
            u"records-distinct"_s, u"weak"_s);
        row("floor", same, u"floor-bedrock-poc"_s, u"holds"_s);
        row(
            "below the floor",
            [](Worksheet &w) {
                w.useCases.front().workloads[0].requestsPerDay = 100;
                w.useCases.front().workloads[1].requestsPerDay = 100;
                w.useCases.front().services.clear();
            },
            u"floor-bedrock-poc"_s, u"weak"_s);
        row("launch in the window", same, u"launch-in-window"_s, u"weak"_s);
        row(
            "launch after it", [](Worksheet &w) { w.useCases.front().workloads[0].steps[0].month = 4; },
            u"launch-in-window"_s, u"missing"_s);
        row("in the band", same, u"ask-in-band-bedrock-poc"_s, u"holds"_s);
        row(
            "above the band", [](Worksheet &w) { w.funding.pools[0].amountUsd = domain::Money::fromDollars(60000); },
            u"ask-in-band-bedrock-poc"_s, u"weak"_s);
        row(
            "a stage without a band", [](Worksheet &w) { w.company.stage = domain::Stage::PreSeed; },
            u"ask-in-band-bedrock-poc"_s, u"none"_s);
        row(
            "no stage", [](Worksheet &w) { w.company.stage.reset(); }, u"ask-in-band-bedrock-poc"_s, u"none"_s);
        row("open", same, u"open-activate-portfolio"_s, u"holds"_s);
        row(
            "not funded", [](Worksheet &w) { w.company.institutionallyFunded = false; }, u"open-activate-portfolio"_s,
            u"weak"_s);
        row(
            "established", [](Worksheet &w) { w.company.stage = domain::Stage::Established; },
            u"open-activate-portfolio"_s, u"against"_s);
        row("bill with a reason", same, u"bill-beside-month-1"_s, u"holds"_s);
        row(
            "bill without", [](Worksheet &w) { w.aws.spendChangeReason.clear(); }, u"bill-beside-month-1"_s, u"weak"_s);
        row(
            "bill alike",
            [](Worksheet &w) {
                w.aws.spendChangeReason.clear();
                w.aws.monthlySpendUsd = domain::Money::fromDollars(9000);
            },
            u"bill-beside-month-1"_s, u"holds"_s);
        row(
            "bill unknown", [](Worksheet &w) { w.aws.monthlySpendUsd.reset(); }, u"bill-beside-month-1"_s, u"none"_s);
        row(
            "bill of nothing", [](Worksheet &w) { w.aws.monthlySpendUsd = domain::Money(); }, u"bill-beside-month-1"_s,
            u"holds"_s);
        row("per head", same, u"spend-per-head"_s, u"none"_s);
        row("of the round", same, u"spend-of-last-round"_s, u"none"_s);
        row("may file", same, u"may-file"_s, u"holds"_s);
        row(
            "tier too low", [](Worksheet &w) { w.partner.tier = domain::PartnerTier::Select; }, u"may-file"_s,
            u"against"_s);
        row(
            "no access", [](Worksheet &w) { w.partner.aceAccess = false; }, u"may-file"_s, u"against"_s);
        row("solution", same, u"partner-solution"_s, u"holds"_s);
        row(
            "no solution", [](Worksheet &w) { w.partner.solutionIds.clear(); }, u"partner-solution"_s, u"against"_s);
        row("outcomes", same, u"own-outcomes"_s, u"none"_s);
    }
    void situationsAreJudgedByTheirRule()
    {
        QFETCH(Change, change);
        QFETCH(QString, item);
        QFETCH(QString, verdict);
        QCOMPARE(verdictOf(viewOf(seriesAWith(change)), item), verdict);
    }

    void thePartnersOutcomesAreFiguresOnly()
    {
        QCOMPARE(itemOf(viewOf(seriesA(), PartnerOutcomes{12, 9, 2, 1, 15}), u"own-outcomes"_s)->statement,
                 u"Filed so far: 12; approved 9, sent back for action 2, rejected 1. From filing to credits: 15 days "
                 "(median)."_s);
        QVERIFY(itemOf(viewOf(seriesA()), u"own-outcomes"_s)->statement.startsWith(u"No outcome"));
    }

    void readyIsAListToTickOff()
    {
        const ReviewersView open = viewOf(seriesA());
        QVERIFY(!open.isReady());
        QVERIFY(readyOf(open, u"facts"_s)->done);
        QVERIFY(!readyOf(open, u"fields"_s)->done);
        QVERIFY2(readyOf(open, u"fields"_s)->field.startsWith(u"records/bedrock-poc/"),
                 qPrintable(readyOf(open, u"fields"_s)->field));
        const ReviewersView done = viewOf(seriesAWith([](Worksheet &worksheet) {
            for (const domain::PoolRequest &pool : worksheet.funding.pools) {
                domain::RecordFacts own;
                own.pool = pool.id;
                own.deliveryModels = {u"Professional Services"_s};
                own.salesActivities = {u"Initialized discussions with customer"_s};
                own.primaryNeeds = {u"Co-Sell - Technical Consultation"_s};
                worksheet.records.push_back(own);
            }
        }));
        QStringList missing;
        for (const ReadyItem &item : done.ready)
            missing += item.done ? QStringList() : QStringList{item.id + u": "_s + item.missing};
        QCOMPARE(missing, QStringList());
        QVERIFY(done.isReady());
    }

    void everyLineOfTheListCanBeOpen_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("field");
        const auto row = [](const QString &line, const Change &change, const QString &field) {
            QTest::addRow("%s", qPrintable(line)) << change << line << field;
        };
        row(
            u"facts"_s, [](Worksheet &w) { w.company.postalCode.clear(); }, u"company/postalCode"_s);
        row(
            u"pools"_s, [](Worksheet &w) { w.company.institutionallyFunded = false; },
            u"funding/pools/activate-portfolio"_s);
        row(
            u"dates"_s, [](Worksheet &w) { w.useCases.front().startsOn = QDate(2020, 1, 1); },
            u"useCases/support-assistant/startsOn"_s);
        row(
            u"partner"_s, [](Worksheet &w) { w.partner.aceAccess = false; }, u"partner/aceAccess"_s);
        row(
            u"words"_s, [](Worksheet &w) { w.useCases.front().whyNow = u"Success is guaranteed by May 2027."_s; },
            u"useCases/support-assistant/whyNow"_s);
        row(
            u"distinct"_s,
            [](Worksheet &w) {
                w.records.push_back({});
                w.records.back().pool = u"activate-portfolio"_s;
                w.records.back().scope = w.useCases.front().scope;
            },
            u"records/activate-portfolio/scope"_s);
        row(
            u"consent"_s, [](Worksheet &w) { w.company.consentToShare = false; }, u"company/consentToShare"_s);
        row(
            u"unknown"_s, [](Worksheet &w) { w.facts[u"company/headcount"_s].status = FactStatus::Unknown; },
            u"company/headcount"_s);
    }
    void everyLineOfTheListCanBeOpen()
    {
        QFETCH(Change, change);
        QFETCH(QString, line);
        const ReviewersView view = viewOf(seriesAWith(change));
        const ReadyItem *item = readyOf(view, line);
        QVERIFY(item);
        QVERIFY(!item->done);
        QVERIFY(!item->missing.isEmpty());
        QTEST(item->field, "field");
        QVERIFY(readyOf(viewOf(seriesA()), line)->done);
    }

    /// Blanks are no facts: nothing is called good that is not there.
    void blankTextsAreMissing()
    {
        const ReviewersView view = viewOf(seriesAWith([](Worksheet &worksheet) {
            domain::UseCase &useCase = worksheet.useCases.front();
            useCase.problem = useCase.solution = useCase.scope = useCase.successMetric = u" \n\t "_s;
        }));
        QCOMPARE(verdictOf(view, u"use-case-support-assistant"_s), u"against"_s);
        QCOMPARE(verdictOf(view, u"own-words"_s), u"none"_s);
        QVERIFY(!readyOf(view, u"facts"_s)->done);
        QCOMPARE(readyOf(view, u"facts"_s)->field, u"useCases/support-assistant/problem"_s);
    }

    void extremesAreReadWithoutNonsense()
    {
        const ReviewersView view = viewOf(seriesAWith([](Worksheet &worksheet) {
            worksheet.company.headcount = 10'000'000;
            worksheet.company.lastRound->amountUsd = domain::Money();
            worksheet.aws.monthlySpendUsd = domain::Money();
            worksheet.aws.spendChangeReason.clear();
            worksheet.useCases.front().workloads.front().steps = {{1, domain::Decimal::fromInteger(2)},
                                                                  {2, domain::Decimal::fromInteger(2)}};
        }));
        QCOMPARE(verdictOf(view, u"bill-beside-month-1"_s), u"weak"_s);
        QVERIFY(itemOf(view, u"bill-beside-month-1"_s)->statement.endsWith(u"against a bill of $0 today."));
        QVERIFY(!itemOf(view, u"spend-of-last-round"_s)->statement.contains(u"percent"_s));
        QCOMPARE(verdictOf(view, u"launch-in-window-2"_s), u"weak"_s); // each item has an id of its own
    }

    void anEmptyCaseIsReadToo()
    {
        Worksheet worksheet;
        worksheet.company.name = u"Acme"_s;
        const ReviewersView view = viewOf(worksheet);
        QCOMPARE(view.checks.size(), std::size_t(4));
        QCOMPARE(verdictOf(view, u"company-named"_s), u"against"_s);
        QVERIFY(itemOf(view, u"no-workload"_s));
        QVERIFY(!view.isReady());
        QVERIFY(!view.unknown.empty());
    }
};

} // namespace review

QTEST_APPLESS_MAIN(review::TestReviewersView)
#include "tst_reviewersview.moc"
