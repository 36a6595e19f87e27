// Asks, ledger and eligibility: rules 11 to 15 and the table of situations.
#include "catalogue/shippeddata.h"
#include "funding/plan.h"
#include "support/books.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using domain::Money;
using domain::Stage;
using domain::Worksheet;
using funding::FundingPlan;
using funding::Order;
using support::decimal;
using support::money;

namespace {

domain::ServiceUse flat(const QString &id, const QString &service, QStringView amount)
{
    domain::ServiceUse use;
    use.id = id;
    use.service = service;
    use.monthlyUsd = money(amount);
    return use;
}

domain::PoolRequest pool(const QString &programme, const QStringList &useCases = {})
{
    domain::PoolRequest request;
    request.id = programme;
    request.programme = programme;
    request.useCases = useCases;
    return request;
}

struct Computed {
    projection::Projection projection;
    FundingPlan plan;
};

Computed computed(const Worksheet &worksheet, Order order = Order::Planned, QDate asOf = support::kToday)
{
    auto projection = projection::project(worksheet, support::book(), asOf);
    if (!projection)
        return {};
    auto plan = funding::plan(worksheet, *projection, support::shippedProgrammes(), asOf, order);
    return plan ? Computed{*projection, *plan} : Computed{};
}

/// Every projected cent is in exactly one entry, and every summary agrees with the entries.
void verifyFoots(const Computed &computed)
{
    std::vector<projection::Monthly> paid(computed.projection.lines.size(),
                                          projection::Monthly(static_cast<std::size_t>(computed.projection.months)));
    Money total;
    for (const funding::LedgerEntry &entry : computed.plan.ledger) {
        QVERIFY(entry.amount > Money());
        paid[static_cast<std::size_t>(entry.line)][static_cast<std::size_t>(entry.month - 1)] += entry.amount;
        total += entry.amount;
    }
    for (std::size_t line = 0; line < paid.size(); ++line)
        QCOMPARE(paid[line], computed.projection.lines[line].monthly);
    Money payers = computed.plan.customer.total + computed.plan.notEligible.total;
    for (const funding::Pool &pool : computed.plan.pools) {
        payers += pool.pays.total;
        QCOMPARE(pool.pays.total + pool.forfeited + pool.unspent, pool.ask);
    }
    for (const funding::HeldCredit &held : computed.plan.heldCredits) {
        payers += held.pays.total;
        QCOMPARE(held.pays.total + held.forfeited + held.unspent, held.remaining);
    }
    QCOMPARE(payers, computed.projection.total.total);
    QCOMPARE(total, computed.projection.total.total);
}

/// No credit pays out of scope, issue, validity or balance.
void verifyInTurn(const Computed &computed)
{
    std::vector<Money> paid(computed.plan.pools.size());
    for (const funding::LedgerEntry &entry : computed.plan.ledger) {
        const auto index = static_cast<std::size_t>(entry.payer.index);
        if (entry.payer.kind == funding::PayerKind::Held) {
            const funding::HeldCredit &held = computed.plan.heldCredits[index];
            const domain::Month month = computed.projection.monthAt(entry.month);
            QVERIFY(!held.grantedOn || *held.grantedOn <= month.lastDay());
            QVERIFY(!held.expiresOn || *held.expiresOn >= month.firstDay());
        }
        if (entry.payer.kind != funding::PayerKind::Pool)
            continue;
        const funding::Pool &payer = computed.plan.pools[index];
        QVERIFY(entry.month >= payer.issuedMonth && entry.month <= payer.lastValidMonth);
        QVERIFY(payer.hasInScope(computed.projection.lines[static_cast<std::size_t>(entry.line)]));
        QVERIFY(payer.eligible);
        paid[index] += entry.amount;
        QVERIFY(paid[index] <= payer.ask);
    }
}

} // namespace

class TestPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesTheAskOnTheWindowWithHeadroomUpToTheNextFiveHundred()
    {
        Worksheet worksheet = support::worksheet(); // 3,465.00 a month
        worksheet.funding.pools = {pool(u"bedrock-poc"_s)};
        const Computed result = computed(worksheet);
        const funding::Pool &poc = result.plan.pools.front();
        QCOMPARE(poc.need, money(u"10395.00"));
        QCOMPARE(poc.rawAsk, money(u"12500")); // 12,474.00 up
        QCOMPARE(poc.ask, money(u"12500"));
        QCOMPARE(poc.useCases, QStringList{u"assistant"_s}); // by default every proof of concept
        QCOMPARE(poc.exhaustedInMonth, std::optional(4));
        QCOMPARE(poc.pays.total, money(u"12500"));
        verifyFoots(result);
    }

    void anAskThatIsAlreadyWholeStays()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.useCases.front().workloads.clear();
        worksheet.footprint = {flat(u"ec2"_s, u"Amazon EC2"_s, u"1000")};
        worksheet.funding.headroom = decimal(u"0");
        worksheet.funding.pools = {pool(u"activate-portfolio"_s)};
        QCOMPARE(computed(worksheet).plan.pools.front().rawAsk, money(u"12000"));
        worksheet.footprint.front().monthlyUsd = money(u"1000.01");
        QCOMPARE(computed(worksheet).plan.pools.front().rawAsk, money(u"12500"));
        worksheet.footprint.front().monthlyUsd = money(u"0");
        QCOMPARE(computed(worksheet).plan.pools.front().rawAsk, money(u"0"));
    }

    void ceilingsCutAndFloorsOnlyWarn()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.footprint = {flat(u"ec2"_s, u"Amazon EC2"_s, u"50000")};
        worksheet.useCases.front().workloads.front().requestsPerDay = 100; // 69.30 a month
        worksheet.funding.pools = {pool(u"bedrock-poc"_s), pool(u"activate-portfolio"_s)};
        const Computed result = computed(worksheet);
        QCOMPARE(result.plan.pools[0].ask, money(u"500"));
        QVERIFY(support::has(result.plan.findings, u"pool-below-floor"));
        QCOMPARE(result.plan.pools[1].ask, money(u"100000"));
        QVERIFY(result.plan.pools[1].rawAsk > money(u"700000"));
        verifyFoots(result);
    }

    void anAmountReplacesTheAskAndSaysByHowMuch()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.funding.pools = {pool(u"bedrock-poc"_s)};
        worksheet.funding.pools.front().amountUsd = money(u"20000");
        const Computed result = computed(worksheet);
        QCOMPARE(result.plan.pools.front().ask, money(u"20000"));
        QCOMPARE(result.plan.pools.front().rawAsk, money(u"12500"));
        bool said = false;
        for (const domain::Finding &finding : result.plan.findings)
            said = said || (finding.rule == u"pool-amount-overridden" && finding.message.contains(u"$7,500"_s));
        QVERIFY(said);
        verifyFoots(result);
    }

    void anAskOfNothingIsNoAsk()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.funding.pools = {pool(u"bedrock-poc"_s)};
        worksheet.funding.pools.front().amountUsd = money(u"0");
        const Computed result = computed(worksheet);
        QCOMPARE(result.plan.pools.front().ask, money(u"0"));
        QVERIFY(support::has(result.plan.findings, u"pool-asks-nothing"));
        QVERIFY(!support::has(result.plan.findings, u"pool-amount-overridden")); // said once
        verifyFoots(result);

        // Computed to nothing: the pool before it pays for all there is.
        worksheet.funding.pools = {pool(u"bedrock-poc"_s), pool(u"activate-portfolio"_s)};
        worksheet.funding.pools.front().amountUsd = money(u"50000");
        worksheet.footprint.clear();
        const Computed covered = computed(worksheet);
        QCOMPARE(covered.plan.pools.back().ask, money(u"0"));
        QVERIFY(support::has(covered.plan.findings, u"pool-asks-nothing"));
    }

    void heldCreditsPayFirstTheSoonestToExpireFirst()
    {
        Worksheet worksheet = support::worksheet();
        domain::PriorCredit later{u"other"_s, money(u"5000"), {}, {}, money(u"1000")};
        domain::PriorCredit sooner{u"promotion"_s, money(u"2000"), QDate(2027, 2, 15), QDate(2027, 3, 31),
                                   money(u"5000")};
        worksheet.aws.priorCredits = {later, sooner};
        worksheet.funding.pools = {pool(u"bedrock-poc"_s)};
        const Computed result = computed(worksheet);
        QCOMPARE(result.plan.heldCredits[0].pays.monthly[0], money(u"1000")); // January: only this one is there
        QCOMPARE(result.plan.heldCredits[1].pays.monthly[1], money(u"3465")); // from the month of the grant on
        QCOMPARE(result.plan.heldCredits[1].pays.monthly[2], money(u"1535"));
        QCOMPARE(result.plan.pools.front().need, money(u"4395.00")); // 10,395 - 1,000 - 5,000
        verifyFoots(result);
    }

    void creditsLapseOnTheirDayAndAreForfeited()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.funding.months = 3;
        worksheet.aws.priorCredits = {{u"promotion"_s, money(u"9000"), {}, QDate(2027, 2, 1), money(u"9000")},
                                      {u"old"_s, money(u"10"), {}, QDate(2026, 12, 31), money(u"10")}};
        const Computed result = computed(worksheet);
        QCOMPARE(result.plan.heldCredits[0].pays.total, money(u"6930")); // not yet expired on February 1
        QCOMPARE(result.plan.heldCredits[0].forfeited, money(u"2070"));
        QCOMPARE(result.plan.heldCredits[1].forfeited, money(u"10"));
        verifyFoots(result);
    }

    void noPoolIsIssuedBeforeTheMonthAfterToday()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.funding.pools = {pool(u"bedrock-poc"_s)};
        worksheet.funding.pools.front().validMonths = 2;
        const Computed result = computed(worksheet, Order::Planned, QDate(2027, 1, 10));
        const funding::Pool &poc = result.plan.pools.front();
        QCOMPARE(poc.issuedMonth, 2);
        QCOMPARE(poc.lastValidMonth, 3);       // validity counts from the move
        QCOMPARE(poc.need, money(u"6930.00")); // January is left out
        QVERIFY(support::has(result.plan.findings, u"pool-issue-moved"));
        QVERIFY(domain::hasError(result.plan.findings));
        QCOMPARE(poc.forfeited, poc.ask - money(u"6930.00"));
        verifyFoots(result);
    }

    void earmarksBindInBothOrders()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.footprint = {flat(u"ec2"_s, u"Amazon EC2"_s, u"9000")};
        worksheet.funding.pools = {pool(u"bedrock-poc"_s), pool(u"activate-portfolio"_s)};
        for (const Order order : {Order::Planned, Order::Aws}) {
            const Computed result = computed(worksheet, order);
            for (const funding::LedgerEntry &entry : result.plan.ledger) {
                if (entry.payer.kind == funding::PayerKind::Pool && entry.payer.index == 0)
                    QCOMPARE(result.projection.lines[static_cast<std::size_t>(entry.line)].useCase, u"assistant"_s);
            }
            verifyFoots(result);
        }
    }

    void awsAppliesTheSoonestExpiryToTheLargestService()
    {
        Worksheet worksheet = support::worksheet(); // Bedrock 3,465.00
        worksheet.footprint = {flat(u"s3"_s, u"Amazon S3"_s, u"250"), flat(u"ec2"_s, u"Amazon EC2"_s, u"2200")};
        worksheet.aws.priorCredits = {{u"held"_s, money(u"4000"), {}, QDate(2027, 2, 28), money(u"4000")}};
        const Computed aws = computed(worksheet, Order::Aws);
        QCOMPARE(aws.plan.heldCredits.front().pays.monthly[0], money(u"4000"));
        Money toCompute;
        for (const funding::LedgerEntry &entry : aws.plan.ledger) {
            if (entry.payer.kind == funding::PayerKind::Held && entry.month == 1 && entry.line == 2)
                toCompute += entry.amount;
        }
        QCOMPARE(toCompute, money(u"535")); // Bedrock 3,465 first, then EC2; S3 waits
        verifyFoots(aws);
    }

    void ineligibleSpendIsAnEntryOfItsOwn()
    {
        Worksheet worksheet = support::worksheet();
        domain::ServiceUse marketplace = flat(u"m"_s, u"AWS Marketplace subscription"_s, u"300");
        marketplace.creditEligible = false;
        worksheet.footprint = {marketplace};
        worksheet.funding.pools = {pool(u"activate-portfolio"_s)};
        const Computed result = computed(worksheet);
        QCOMPARE(result.plan.notEligible.total, money(u"3600"));
        QCOMPARE(result.plan.pools.front().need, money(u"41580.00"));
        verifyFoots(result);
    }

    void decidesEligibilityByTheTable_data()
    {
        QTest::addColumn<QString>("programme");
        QTest::addColumn<int>("stage"); // -1: not given
        QTest::addColumn<bool>("funded");
        QTest::addColumn<bool>("eligible");
        const QStringList all{u"bedrock-poc"_s, u"activate-founders"_s, u"activate-portfolio"_s, u"genai-accelerator"_s,
                              u"enterprise-poc"_s};
        // Per stage: which of `all` are open to a funded, AI-first company with a proof of concept.
        const QList<std::pair<int, QString>> table{
            {-1, u"11111"_s},
            {static_cast<int>(Stage::Individual), u"01000"_s},
            {static_cast<int>(Stage::PreSeed), u"11110"_s},
            {static_cast<int>(Stage::Seed), u"11110"_s},
            {static_cast<int>(Stage::SeriesA), u"11110"_s},
            {static_cast<int>(Stage::SeriesBPlus), u"10111"_s},
            {static_cast<int>(Stage::Established), u"10001"_s},
        };
        for (const auto &[stage, open] : table) {
            for (qsizetype i = 0; i < all.size(); ++i) {
                const bool yes = open[i] == u'1';
                QTest::newRow(qPrintable(u"%1 at stage %2"_s.arg(all[i]).arg(stage))) << all[i] << stage << true << yes;
                if (all[i] == u"activate-portfolio")
                    QTest::newRow(qPrintable(u"unfunded %1 at stage %2"_s.arg(all[i]).arg(stage)))
                        << all[i] << stage << false << false;
            }
        }
    }
    void decidesEligibilityByTheTable()
    {
        QFETCH(QString, programme);
        QFETCH(int, stage);
        QFETCH(bool, funded);
        QFETCH(bool, eligible);
        Worksheet worksheet = support::worksheet();
        worksheet.company.stage = stage < 0 ? std::nullopt : std::optional(static_cast<Stage>(stage));
        worksheet.company.institutionallyFunded = funded;
        worksheet.company.aiFirst = true;
        worksheet.funding.pools = {pool(programme)};
        const Computed result = computed(worksheet);
        const funding::Pool &asked = result.plan.pools.front();
        QCOMPARE(asked.eligible, eligible);
        if (!eligible) {
            QVERIFY(!asked.reasons.isEmpty());
            QCOMPARE(asked.ask, money(u"0"));
            QVERIFY(asked.rawAsk > money(u"0")); // stays what the rule gives
            QVERIFY(!asked.exhaustedInMonth);
            QVERIFY(domain::hasError(result.plan.findings));
        }
        QCOMPARE(support::has(result.plan.findings, u"missing-fact"), stage < 0);
        worksheet.company.competesWithAws = true;
        QVERIFY(!computed(worksheet).plan.pools.front().eligible);
        verifyFoots(result);
    }

    void otherSituationsOfTheTable()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.funding.pools = {pool(u"bedrock-poc"_s), pool(u"enterprise-poc"_s)};
        worksheet.funding.pools[1].id = u"second"_s;
        worksheet.company.stage.reset();
        Computed result = computed(worksheet);
        QVERIFY(result.plan.pools[0].eligible);
        QVERIFY2(!result.plan.pools[1].eligible, "the use case already has a proof-of-concept pool");

        worksheet.useCases.front().proofOfConcept = false;
        result = computed(worksheet);
        QVERIFY(!result.plan.pools[0].eligible);
        QCOMPARE(result.plan.pools[0].rawAsk, money(u"0")); // nothing is in its scope

        worksheet = support::worksheet();
        worksheet.useCases.front().scope.clear();
        worksheet.useCases.front().successMetric.clear();
        worksheet.partner.tier = domain::PartnerTier::Select;
        worksheet.aws.priorCredits = {{u"bedrock-poc"_s, money(u"10"), {}, {}, money(u"0")},
                                      {u"activate-founders"_s, money(u"10"), {}, {}, money(u"0")}};
        worksheet.funding.pools = {pool(u"bedrock-poc"_s), pool(u"activate-founders"_s)};
        result = computed(worksheet);
        for (const QStringView rule : {u"poc-scope-missing", u"poc-metric-missing", u"partner-cannot-file",
                                       u"eligibility-prior-credits-same-program", u"eligibility-prior-credits"})
            QVERIFY2(support::has(result.plan.findings, rule), qPrintable(rule.toString()));
        QVERIFY(result.plan.pools[0].eligible);
        QVERIFY(!result.plan.pools[1].eligible);
    }

    void aLaunchInsideTheProofOfConceptIsAFinding()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.funding.pools = {pool(u"bedrock-poc"_s)};
        worksheet.useCases.front().workloads.front().steps = {{3, decimal(u"3")}};
        QVERIFY(support::has(computed(worksheet).plan.findings, u"launch-inside-poc-window"));
        worksheet.useCases.front().workloads.front().steps = {{4, decimal(u"3")}};
        QVERIFY(!support::has(computed(worksheet).plan.findings, u"launch-inside-poc-window"));
    }

    void anUnknownProgrammeIsRefusedWithItsPath()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.funding.pools = {pool(u"bedrock-coupon"_s)};
        const auto projection = projection::project(worksheet, support::book(), support::kToday);
        const auto plan = funding::plan(worksheet, *projection, support::shippedProgrammes(), support::kToday);
        QVERIFY(!plan);
        QCOMPARE(plan.error().path, u"funding.pools[0].programme"_s);
    }

    void ledgersOfGeneratedCasesFootAndNoPoolPaysOutOfTurn()
    {
        std::mt19937 random(4711);
        const auto upTo = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        const QStringList names{u"bedrock-poc"_s, u"activate-founders"_s, u"activate-portfolio"_s};
        for (int round = 0; round < 10'000; ++round) {
            Worksheet worksheet = support::worksheet();
            worksheet.funding.months = 1 + upTo(24);
            worksheet.useCases.front().workloads.front().requestsPerDay = upTo(20000);
            for (int i = upTo(4); i > 0; --i)
                worksheet.footprint.push_back(
                    flat(u"f%1"_s.arg(i), u"Service %1"_s.arg(upTo(3)), QString::number(upTo(9000))));
            for (int i = upTo(3); i > 0; --i) {
                domain::PriorCredit held{u"x"_s, money(u"9"), {}, {}, Money::fromCents(upTo(900000))};
                if (upTo(2))
                    held.expiresOn = QDate(2027, 1, 1).addDays(upTo(500) - 60);
                if (upTo(2))
                    held.grantedOn = QDate(2026, 6, 1).addDays(upTo(500));
                worksheet.aws.priorCredits.push_back(held);
            }
            for (int i = 0; i < upTo(4); ++i) {
                domain::PoolRequest request = pool(names[upTo(3)]);
                request.id = u"p%1"_s.arg(i);
                request.validMonths = 1 + upTo(14);
                request.fromMonth = 1 + upTo(*worksheet.funding.months);
                worksheet.funding.pools.push_back(request);
            }
            for (const Order order : {Order::Planned, Order::Aws}) {
                const Computed result = computed(worksheet, order);
                verifyFoots(result);
                verifyInTurn(result);
                Worksheet more = worksheet;
                more.funding.pools.push_back(pool(u"genai-accelerator"_s));
                more.company.aiFirst = true;
                QVERIFY(computed(more, order).plan.customer.total <= result.plan.customer.total);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
