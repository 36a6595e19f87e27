// The credit envelope: held credits in both orders on the Series A sample, what an ask loses on either side, what is left
// of the credits month by month.
#include "catalogue/shippeddata.h"
#include "funding/envelope.h"
#include "funding/timeline.h"
#include "support/books.h"
#include "worksheetfile/reader.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using domain::Money;
using domain::Worksheet;
using funding::Order;
using projection::Projection;
using support::money;

namespace {

Worksheet seriesA()
{
    const auto read = worksheetfile::read(support::resource(u"samples/series-a-rag-assistant.worksheet.json"_s));
    return read ? *read : Worksheet();
}

/// The sample with 6,000 dollars of credits already held, which expire on 2027-02-28.
Worksheet withHeldCredits()
{
    Worksheet worksheet = seriesA();
    worksheet.aws.priorCredits = {{u"promotion"_s, money(u"6000"), {}, QDate(2027, 2, 28), money(u"6000")}};
    return worksheet;
}

Projection projected(const Worksheet &worksheet)
{
    const auto made = projection::project(worksheet, support::shippedBook(), support::kToday);
    return made ? *made : Projection();
}

funding::FundingPlan planned(const Worksheet &worksheet, const Projection &projection, Order order = Order::Planned)
{
    const auto made = funding::plan(worksheet, projection, support::shippedProgrammes(), support::kToday, order);
    return made ? *made : funding::FundingPlan();
}

/// What a payer pays in a month, by service in the order in which the ledger names them.
QStringList paid(const funding::FundingPlan &plan, const Projection &projection, funding::Payer payer, int month)
{
    QStringList services;
    std::vector<Money> amounts;
    for (const funding::LedgerEntry &entry : plan.ledger) {
        if (entry.payer != payer || entry.month != month)
            continue;
        const QString service = projection.lines[static_cast<std::size_t>(entry.line)].service;
        const qsizetype at = services.indexOf(service);
        if (at < 0) {
            services.append(service);
            amounts.push_back(entry.amount);
        } else {
            amounts[static_cast<std::size_t>(at)] += entry.amount;
        }
    }
    QStringList all;
    for (qsizetype i = 0; i < services.size(); ++i)
        all.append(services.at(i) + u' ' + amounts[static_cast<std::size_t>(i)].toString());
    return all;
}

/// Every row (line and month) and every column (payer and month) of the ledger adds up to the projection.
void verifyRowsAndColumns(const funding::FundingPlan &plan, const Projection &projection)
{
    for (int month = 1; month <= projection.months; ++month) {
        const auto at = static_cast<std::size_t>(month - 1);
        std::vector<Money> rows(projection.lines.size());
        Money held;
        for (const funding::LedgerEntry &entry : plan.ledger) {
            if (entry.month != month)
                continue;
            rows[static_cast<std::size_t>(entry.line)] += entry.amount;
            if (entry.payer.kind == funding::PayerKind::Held)
                held += entry.amount;
        }
        for (std::size_t line = 0; line < rows.size(); ++line)
            QCOMPARE(rows[line], projection.lines[line].monthly[at]);
        Money columns = plan.customer.monthly[at] + plan.notEligible.monthly[at];
        for (const funding::Pool &pool : plan.pools)
            columns += pool.pays.monthly[at];
        Money heldColumn;
        for (const funding::HeldCredit &credit : plan.heldCredits)
            heldColumn += credit.pays.monthly[at];
        QCOMPARE(heldColumn, held);
        QCOMPARE(columns + heldColumn, projection.total.monthly[at]);
    }
}

/// The worksheet with one workload of so many requests a day, with a range around them.
Worksheet ranged(int low, int stated, int high)
{
    Worksheet worksheet = support::worksheet();
    domain::Workload &workload = worksheet.useCases.front().workloads.front();
    workload.requestsPerDay = stated;
    workload.range.requestsPerDay = domain::CountRange{low, high};
    domain::PoolRequest request;
    request.id = u"bedrock-poc"_s;
    request.programme = u"bedrock-poc"_s;
    worksheet.funding.pools = {request};
    return worksheet;
}

struct Enveloped {
    funding::FundingPlan plan;
    funding::Envelope envelope;
};

Projection projectedAt(Worksheet worksheet, qint64 requests)
{
    worksheet.useCases.front().workloads.front().requestsPerDay = requests;
    const auto made = projection::project(worksheet, support::book(), support::kToday);
    return made ? *made : Projection();
}

Enveloped enveloped(const Worksheet &worksheet)
{
    const domain::Workload &workload = worksheet.useCases.front().workloads.front();
    const domain::CountRange range = *workload.range.requestsPerDay;
    const Projection low = projectedAt(worksheet, range[0]);
    const Projection stated = projectedAt(worksheet, *workload.requestsPerDay);
    const Projection high = projectedAt(worksheet, range[1]);
    Enveloped result;
    result.plan = planned(worksheet, stated);
    const auto made = funding::envelope(worksheet, result.plan, {low, stated, high, true}, support::shippedProgrammes(),
                                        support::kToday);
    if (made)
        result.envelope = *made;
    return result;
}

} // namespace

class TestEnvelope : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void heldCreditsPayTheLinesAsListedInPlannedOrder();
    void heldCreditsPayTheLargestServiceFirstInAwsOrder();
    void demandRowsFootAndKeepTheAsks();
    void anAskThatLosesOnNeitherSideStays();
    void anAskThatHighDemandExceedsIsNamedWithTheBetterOne();
    void anAskThatLowDemandLeavesIsNamedWithTheBetterOne();
    void withoutARangeNothingIsLost();
    void noAskLosesLessThanTheBestOne();
    void theBalanceFallsByWhatIsPaidAndEndsWhenTheCreditsDo();
};

void TestEnvelope::heldCreditsPayTheLinesAsListedInPlannedOrder()
{
    const Worksheet worksheet = withHeldCredits();
    const Projection projection = projected(worksheet);
    const funding::FundingPlan plan = planned(worksheet, projection);
    // All of the use case in January, then what is left goes to the first line of the rest.
    QCOMPARE(paid(plan, projection, {funding::PayerKind::Held, 0}, 1),
             (QStringList{u"Amazon Bedrock 4959.60"_s, u"Amazon OpenSearch Serverless 350.40"_s, u"Amazon S3 4.60"_s,
                          u"AWS Lambda 85.00"_s, u"Amazon CloudWatch 60.00"_s, u"Amazon EC2 540.40"_s}));
    QCOMPARE(plan.pools[0].need, money(u"18836.03"));
    QCOMPARE(plan.pools[0].ask, money(u"23000"));
    verifyRowsAndColumns(plan, projection);
}

void TestEnvelope::heldCreditsPayTheLargestServiceFirstInAwsOrder()
{
    const Worksheet worksheet = withHeldCredits();
    const Projection projection = projected(worksheet);
    const funding::FundingPlan plan = planned(worksheet, projection, Order::Aws);
    QCOMPARE(paid(plan, projection, {funding::PayerKind::Held, 0}, 1),
             (QStringList{u"Amazon Bedrock 4959.60"_s, u"Amazon EC2 1040.40"_s}));
    QCOMPARE(plan.pools[0].need, money(u"19336.03"));
    QCOMPARE(plan.pools[0].ask, money(u"23500"));
    verifyRowsAndColumns(plan, projection);
}

void TestEnvelope::demandRowsFootAndKeepTheAsks()
{
    const Enveloped result = enveloped(ranged(3000, 5000, 8000));
    QCOMPARE(result.envelope.demand.size(), std::size_t(3));
    for (const funding::DemandRow &row : result.envelope.demand)
        QCOMPARE(row.credits + row.customer + row.notEligible, row.spend);
    QCOMPARE(result.envelope.demand[0].spend, money(u"24948.00")); // 12 x 2,079.00
    QCOMPARE(result.envelope.demand[1].spend, money(u"41580.00")); // 12 x 3,465.00
    QCOMPARE(result.envelope.demand[2].spend, money(u"66528.00")); // 12 x 5,544.00
    for (const funding::DemandRow &row : result.envelope.demand)
        QCOMPARE(row.credits, money(u"12500"));
}

void TestEnvelope::anAskThatLosesOnNeitherSideStays()
{
    // 12,500 asked; high demand needs 3 x 4,158.00 = 12,474.00 of the window.
    const Enveloped result = enveloped(ranged(4000, 5000, 6000));
    const funding::AskAdvice &advice = result.envelope.asks.front();
    QCOMPARE(advice.unusedAtLow, Money());
    QCOMPARE(advice.uncoveredAtHigh, Money());
    QCOMPARE(advice.bestAsk, advice.ask);
    QVERIFY(funding::envelopeFindings(result.envelope).empty());
}

void TestEnvelope::anAskThatHighDemandExceedsIsNamedWithTheBetterOne()
{
    const Enveloped result = enveloped(ranged(5000, 5000, 10000)); // high: 3 x 6,930.00 = 20,790.00
    const funding::AskAdvice &advice = result.envelope.asks.front();
    QCOMPARE(advice.uncoveredAtHigh, money(u"8290"));
    QCOMPARE(advice.bestAsk, money(u"21000"));
    QCOMPARE(advice.bestLoss, Money());
    const domain::Findings findings = funding::envelopeFindings(result.envelope);
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().rule, u"ask-off-balance"_s);
    QVERIFY(findings.front().message.contains(u"$8,290"_s) && findings.front().message.contains(u"$21,000"_s));
    QCOMPARE(findings.front().message.count(u". "_s), 1);     // two sentences
    QCOMPARE(result.plan.pools.front().ask, money(u"12500")); // the ask itself never changes
}

void TestEnvelope::anAskThatLowDemandLeavesIsNamedWithTheBetterOne()
{
    Worksheet worksheet = ranged(1000, 5000, 5000);
    worksheet.funding.pools.front().validMonths = 3; // nothing to spend it on after the window
    const Enveloped result = enveloped(worksheet);
    const funding::AskAdvice &advice = result.envelope.asks.front();
    QCOMPARE(advice.unusedAtLow, money(u"10421")); // 12,500 - 3 x 693.00
    QCOMPARE(advice.uncoveredAtHigh, Money());
    // Between 2,079.00 at low and 10,395.00 at high demand the middle is 6,237.00; of 6,000 and 6,500 the first loses
    // 4,395.00 at most, the second 4,421.00.
    QCOMPARE(advice.bestAsk, money(u"6000"));
    QCOMPARE(advice.bestLoss, money(u"4395"));
    QVERIFY(funding::envelopeFindings(result.envelope).front().fix.contains(u"$6,000"_s));
}

void TestEnvelope::withoutARangeNothingIsLost()
{
    const Worksheet worksheet = ranged(5000, 5000, 5000);
    const Enveloped result = enveloped(worksheet);
    QVERIFY(funding::envelopeFindings(result.envelope).empty());
    QCOMPARE(result.envelope.demand[0].spend, result.envelope.demand[2].spend);
    const Projection stated = projectedAt(worksheet, 5000);
    const auto made = funding::envelope(worksheet, result.plan, {stated, stated, stated, false},
                                        support::shippedProgrammes(), support::kToday);
    QVERIFY(made);
    QVERIFY2(made->asks.front().reasoning.startsWith(u"At the stated demand nothing of $12,500"_s)
                 && made->asks.front().reasoning.endsWith(u"ask for the range."_s),
             qPrintable(made->asks.front().reasoning));
}

void TestEnvelope::noAskLosesLessThanTheBestOne()
{
    std::mt19937 random(815);
    const auto upTo = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 200; ++round) {
        const int low = upTo(9000);
        const int stated = low + upTo(6000);
        const int high = stated + upTo(9000);
        Worksheet worksheet = ranged(low, stated, high);
        worksheet.funding.pools.front().validMonths = 1 + upTo(6);
        const Enveloped best = enveloped(worksheet);
        if (best.envelope.asks.empty())
            continue; // nothing is asked for
        for (int other = 0; other < 3; ++other) {
            worksheet.funding.pools.front().amountUsd = Money::fromDollars(500 * (1 + upTo(100)));
            const funding::AskAdvice advice = enveloped(worksheet).envelope.asks.front();
            const Money loss = std::max(advice.unusedAtLow, advice.uncoveredAtHigh);
            QVERIFY2(loss >= best.envelope.asks.front().bestLoss,
                     qPrintable(u"round %1: %2 loses %3"_s.arg(round).arg(advice.ask.toString(), loss.toString())));
        }
    }
}

void TestEnvelope::theBalanceFallsByWhatIsPaidAndEndsWhenTheCreditsDo()
{
    const Worksheet worksheet = withHeldCredits();
    const Projection projection = projected(worksheet);
    const funding::FundingPlan plan = planned(worksheet, projection);
    const funding::Timeline timeline = funding::timeline(plan, projection);
    QCOMPARE(timeline.atStart, money(u"129000")); // 6,000 held, 23,000 and 100,000 asked
    Money left = timeline.atStart;
    for (std::size_t month = 0; month < timeline.balance.size(); ++month) {
        left -= projection.total.monthly[month] - plan.customer.monthly[month] - plan.notEligible.monthly[month];
        QCOMPARE(timeline.balance[month], left);
    }
    QCOMPARE(left, Money());
    QVERIFY(timeline.creditsEnd.has_value());
    QCOMPARE(timeline.events.size(), std::size_t(3)); // each of the three is used up
    for (const funding::CreditEvent &event : timeline.events)
        QVERIFY(event.kind == funding::CreditEventKind::UsedUp);
    QCOMPARE(timeline.events.back().month, *timeline.creditsEnd);

    Worksheet late = support::worksheet();
    domain::PoolRequest request;
    request.id = u"bedrock-poc"_s;
    request.programme = u"bedrock-poc"_s;
    request.issuedMonth = 2;
    request.validMonths = 2;
    late.funding.pools = {request};
    const auto projected = projection::project(late, support::book(), support::kToday);
    QVERIFY(projected);
    const funding::Timeline other = funding::timeline(planned(late, *projected), *projected);
    QCOMPARE(other.atStart, Money());
    QCOMPARE(other.events.size(), std::size_t(2));
    QVERIFY(other.events[0].kind == funding::CreditEventKind::Issued && other.events[0].month == 2);
    QVERIFY(other.events[1].kind == funding::CreditEventKind::Expires && other.events[1].month == 3);
    QCOMPARE(other.events[1].amount, money(u"1570")); // 8,500 - 2 x 3,465.00
    QCOMPARE(other.balance[2], Money());
}

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
