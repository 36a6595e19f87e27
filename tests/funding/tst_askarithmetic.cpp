// How a need and an ask come about, as shown.
#include "funding/arithmetic.h"
#include "support/books.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Worksheet;
using funding::Order;
using projection::Arithmetic;
using projection::ArithmeticStep;
using support::decimal;
using support::money;

namespace {

struct Computed {
    projection::Projection projection;
    funding::FundingPlan plan;
};

Computed computed(const Worksheet &worksheet, Order order = Order::Planned)
{
    auto projection = projection::project(worksheet, support::book(), support::kToday);
    if (!projection)
        return {};
    auto plan = funding::plan(worksheet, *projection, support::programmes(), support::kToday, order);
    return plan ? Computed{*projection, *plan} : Computed{};
}

domain::PoolRequest pool(const QString &programme)
{
    domain::PoolRequest request;
    request.id = request.programme = programme;
    return request;
}

const ArithmeticStep *step(const Arithmetic &arithmetic, const QString &label)
{
    for (const ArithmeticStep &some : arithmetic.steps) {
        if (some.label == label)
            return &some;
    }
    return nullptr;
}

Arithmetic askOf(const Worksheet &worksheet, std::size_t index = 0)
{
    const Computed result = computed(worksheet);
    return funding::askArithmetic(result.plan.pools[index], result.projection, support::programmes(), worksheet);
}

} // namespace

class TestAskArithmetic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAskShowsItsMonthsHeadroomAndRounding()
    {
        Worksheet worksheet = support::worksheet(); // 3,465.00 a month
        worksheet.funding.pools = {pool(u"bedrock-poc"_s)};
        const Arithmetic ask = askOf(worksheet);
        QCOMPARE(ask.caption, u"Jan 2027 to Mar 2027"_s);
        QCOMPARE(step(ask, u"Jan 2027"_s)->result, u"$3,465.00"_s);
        QCOMPARE(step(ask, u"Need"_s)->result, u"$10,395.00"_s);
        QCOMPARE(step(ask, u"Headroom for evaluation and growth"_s)->formula, u"$10,395.00 x 20 %"_s);
        QCOMPARE(step(ask, u"Headroom for evaluation and growth"_s)->result, u"$2,079.00"_s);
        QCOMPARE(step(ask, u"Need before ceiling"_s)->formula, u"$12,474.00 up to the next whole $500"_s);
        QCOMPARE(step(ask, u"Ceiling of the program"_s)->result, u"$50,000.00"_s);
        QCOMPARE(ask.result, u"$12,500.00"_s);
    }

    void whatCreditsBeforeItPayIsTakenOff()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.aws.priorCredits = {{u"other"_s, money(u"5000"), {}, {}, money(u"4000")}};
        worksheet.funding.pools = {pool(u"bedrock-poc"_s)};
        const Computed result = computed(worksheet);
        const Arithmetic need = funding::needArithmetic(result.plan.pools.front(), result.projection);
        QCOMPARE(need.steps[0].result, u"$0.00"_s);
        QCOMPARE(need.steps[1].formula,
                 u"$3,465.00 eligible spend of its use cases - $535.00 that credits before it pay"_s);
        QCOMPARE(need.result, u"$6,395.00"_s);
    }

    void theMonthsOfANeedAddUpInBothOrders()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.aws.priorCredits = {{u"other"_s, money(u"9000"), {}, QDate(2027, 2, 10), money(u"9000")}};
        domain::ServiceUse flat;
        flat.id = u"ec2"_s;
        flat.service = u"Amazon EC2"_s;
        flat.monthlyUsd = money(u"1234.56");
        worksheet.footprint = {flat};
        worksheet.funding.pools = {pool(u"bedrock-poc"_s), pool(u"activate-portfolio"_s)};
        for (const Order order : {Order::Planned, Order::Aws}) {
            const Computed result = computed(worksheet, order);
            for (const funding::Pool &some : result.plan.pools) {
                domain::Money sum;
                for (const domain::Money amount : some.needByMonth)
                    sum += amount;
                QCOMPARE(sum, some.need);
            }
        }
    }

    void aCeilingAnOverrideAndAnIneligiblePoolSaySo()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.useCases.front().workloads.front().requestsPerDay = 50'000;
        worksheet.funding.pools = {pool(u"bedrock-poc"_s)};
        QCOMPARE(step(askOf(worksheet), u"Ceiling of the program"_s)->formula, u"the lower of the two counts"_s);
        QCOMPARE(askOf(worksheet).result, u"$50,000.00"_s);
        worksheet.funding.pools.front().amountUsd = money(u"12345");
        QCOMPARE(step(askOf(worksheet), u"Ask"_s)->formula, u"set by hand in the worksheet"_s);
        QCOMPARE(askOf(worksheet).result, u"$12,345.00"_s);
        const Computed result = computed(worksheet);
        funding::Pool refused = result.plan.pools.front();
        refused.eligible = false;
        refused.ask = {};
        const Arithmetic ask = funding::askArithmetic(refused, result.projection, support::programmes(), worksheet);
        QCOMPARE(step(ask, u"Ask"_s)->formula, u"the case is not eligible"_s);
        QCOMPARE(ask.result, u"$0.00"_s);
    }

    void monthsBeforeTheCreditsArriveAreLeftOut()
    {
        Worksheet worksheet = support::worksheet();
        worksheet.funding.pools = {pool(u"bedrock-poc"_s)};
        worksheet.funding.pools.front().issuedMonth = 2;
        const Computed result = computed(worksheet);
        const Arithmetic need = funding::needArithmetic(result.plan.pools.front(), result.projection);
        QVERIFY(need.steps[0].formula.endsWith(u"before the credits are issued: left out"_s));
        QCOMPARE(need.steps[0].result, u"$0.00"_s);
        QCOMPARE(need.result, u"$6,930.00"_s);
    }
};

QTEST_GUILESS_MAIN(TestAskArithmetic)
#include "tst_askarithmetic.moc"
