// The arithmetic of the published contract, rules 1 to 10, each with figures a calculator confirms.
#include "projection/fastdivision.h"
#include "projection/projection.h"
#include "projection/volume.h"
#include "support/books.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using domain::Decimal;
using domain::Int128;
using projection::Projection;
using support::decimal;
using support::money;

namespace {

/// The projection of one workload, which must succeed.
Projection projected(const domain::Workload &workload, int months = 12)
{
    domain::Worksheet worksheet = support::worksheet();
    worksheet.funding.months = months;
    worksheet.useCases.front().workloads = {workload};
    auto result = projection::project(worksheet, support::book(), support::kToday);
    return result ? *result : Projection();
}

QString firstMonth(const domain::Workload &workload)
{
    const Projection projection = projected(workload, 1);
    return projection.lines.empty() ? u"no projection"_s : projection.lines.front().monthly.front().toString();
}

domain::InputError refused(const domain::Worksheet &worksheet)
{
    const auto result = projection::project(worksheet, support::book(), support::kToday);
    return result ? domain::InputError{domain::InputProblem::NotJson, u"accepted"_s, {}, {}} : result.error();
}

domain::Worksheet withService(const domain::ServiceUse &service)
{
    domain::Worksheet worksheet = support::worksheet();
    worksheet.funding.months = 2;
    worksheet.useCases.front().workloads.clear();
    worksheet.footprint = {service};
    return worksheet;
}

} // namespace

class TestProjection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pricesTheSizingExampleByScope()
    {
        domain::Workload workload = support::answers();
        QCOMPARE(firstMonth(workload), u"3465.00"_s);
        workload.scope = domain::Scope::Global;
        QCOMPARE(firstMonth(workload), u"3150.00"_s);
    }

    void growsFromTheFirstActiveMonthAndStepsByTheProjectionsMonths()
    {
        domain::Workload workload = support::answers();
        workload.growthPerMonth = decimal(u"0.04");
        workload.steps = {{3, decimal(u"3")}};
        const Projection projection = projected(workload);
        const auto &requests = projection.lines.front().basis.requests;
        QCOMPARE(requests[0], 150'000);
        QCOMPARE(requests[1], 156'000);
        QCOMPARE(requests[2], 486'720); // 150,000 x 1.0816 x 3
        QCOMPARE(projection.lines.front().monthly[2], money(u"11243.23"));

        workload.fromMonth = 4; // growth starts there, the step was reached before
        const Projection later = projected(workload);
        QCOMPARE(later.lines.front().basis.requests[2], 0);
        QCOMPARE(later.lines.front().basis.requests[3], 450'000);
    }

    void roundsRequestsOnceHalfEven_data()
    {
        QTest::addColumn<qint64>("perDay");
        QTest::addColumn<QString>("days");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("half rounds to even below") << qint64(1) << u"0.5"_s << qint64(0);
        QTest::newRow("half rounds to even above") << qint64(3) << u"0.5"_s << qint64(2);
        QTest::newRow("just over a half") << qint64(1) << u"0.500001"_s << qint64(1);
        QTest::newRow("two and a half") << qint64(5) << u"0.5"_s << qint64(2);
    }
    void roundsRequestsOnceHalfEven()
    {
        QFETCH(qint64, perDay);
        QFETCH(QString, days);
        QFETCH(qint64, expected);
        domain::Workload workload = support::answers();
        workload.requestsPerDay = perDay;
        workload.daysPerMonth = decimal(days);
        QCOMPARE(projected(workload, 1).lines.front().basis.requests.front(), expected);
    }

    void usersTimesActionsAreTheRequests()
    {
        domain::Workload workload = support::answers();
        workload.requestsPerDay.reset();
        workload.users = 200;
        workload.actionsPerUserPerDay = decimal(u"12.5");
        workload.callsPerRequest = 2;
        QCOMPARE(projected(workload, 1).lines.front().basis.requests.front(), 150'000);
    }

    void splitsBatchAndCacheInWholeRequests()
    {
        // 10 requests a month: B = round(10 x 0.25) = 2 (half to even), D = 8, H = round(8 x 0.5) = 4.
        domain::Workload workload = support::answers();
        workload.requestsPerDay = 10;
        workload.daysPerMonth = decimal(u"1");
        workload.inputTokens = 1'000'000;
        workload.outputTokens = 100'000;
        workload.batchShare = decimal(u"0.25");
        workload.cachedPrefixTokens = 400'000;
        workload.cacheHitRate = decimal(u"0.5");
        // read 4 x 0.4 x 0.33 + write 4 x 0.4 x 4.125 + fresh 8 x 0.6 x 3.3 + out 8 x 0.1 x 16.5
        //   + batch 2 x 1 x 1.65 + batch out 2 x 0.1 x 8.25 = 0.528 + 6.6 + 15.84 + 13.2 + 3.3 + 1.65
        QCOMPARE(firstMonth(workload), u"41.12"_s);
        workload.cacheTtl = domain::CacheTtl::OneHour; // write 4 x 0.4 x 6.6 = 10.56 instead of 6.6
        QCOMPARE(firstMonth(workload), u"45.08"_s);
    }

    void aPrefixBelowTheMinimumIsNotCachedAndSaysSo()
    {
        domain::Workload workload = support::answers();
        workload.cachedPrefixTokens = 1500;
        workload.cacheHitRate = decimal(u"0.8");
        const Projection projection = projected(workload, 1);
        QCOMPARE(projection.lines.front().monthly.front(), money(u"3465.00"));
        QVERIFY(support::has(projection.findings, u"cache-prefix-too-short"));
    }

    void aHitRateOfZeroCachesNothing()
    {
        domain::Workload workload = support::answers();
        workload.cachedPrefixTokens = 3000;
        QCOMPARE(firstMonth(workload), u"3465.00"_s); // no cache write is billed
    }

    void longPromptsAreBilledWhollyAtTheBand()
    {
        domain::Workload workload = support::answers();
        workload.model = u"Plain"_s; // by its unique name
        workload.requestsPerDay = 1;
        workload.inputTokens = 100'000;
        workload.outputTokens = 100'000;
        QCOMPARE(firstMonth(workload), u"9.00"_s); // 30 x 0.1 x (1 + 2)
        workload.inputTokens = 100'001;
        workload.batchShare = decimal(u"1");
        QCOMPARE(firstMonth(workload), u"27.00"_s); // 30 x (0.100001 x 4 + 0.1 x 5) = 27.00012
        QVERIFY(!support::has(projected(workload, 1).findings, u"fallback-batch"));
    }

    void missingRatesFallBackWithAFindingEach()
    {
        domain::Workload workload = support::answers();
        workload.model = u"example.plain"_s;
        workload.scope = domain::Scope::Regional;
        workload.tier = domain::Tier::Flex;
        workload.batchShare = decimal(u"0.5");
        workload.cachedPrefixTokens = 2000;
        workload.cacheHitRate = decimal(u"0.5");
        const Projection projection = projected(workload, 1);
        QCOMPARE(projection.lines.front().monthly.front(), money(u"780.00")); // 150,000 x (4,000 x 1 + 600 x 2)
        for (const QStringView rule : {u"fallback-scope", u"fallback-tier", u"fallback-batch", u"fallback-cache-read",
                                       u"fallback-cache-write", u"cache-minimum-unknown"})
            QVERIFY2(support::has(projection.findings, rule), qPrintable(rule.toString()));
        workload.scope.reset(); // unstated: the scope that is priced, without a finding
        QVERIFY(!support::has(projected(workload, 1).findings, u"fallback-scope"));
    }

    void provisionedThroughputReplacesTokens()
    {
        domain::Workload workload = support::answers();
        workload.model = u"example.plain"_s;
        workload.provisioned = domain::Provisioned{2, {}};
        QCOMPARE(firstMonth(workload), u"35040.00"_s); // 2 x 24 x 730
        workload.provisioned->commitment = domain::Commitment::SixMonths;
        domain::Worksheet worksheet = support::worksheet();
        worksheet.useCases.front().workloads = {workload};
        QCOMPARE(refused(worksheet).problem, domain::InputProblem::NotPriced);
    }

    void missingFactsKeepTheLineWithNothingInIt()
    {
        domain::Workload workload;
        workload.id = u"empty"_s;
        const Projection projection = projected(workload, 3);
        QCOMPARE(projection.lines.size(), std::size_t(1));
        QCOMPARE(projection.lines.front().total, money(u"0"));
        QVERIFY(support::has(projection.findings, u"missing-fact"));
    }

    void tieredItemsAddTheirSlices()
    {
        domain::ServiceUse storage;
        storage.id = u"amazon-s3"_s;
        storage.service = u"Amazon S3"_s;
        storage.item = u"s3/standard-gb-month"_s;
        storage.quantity = decimal(u"600000");
        const auto result = projection::project(withService(storage), support::book(), support::kToday);
        QVERIFY(result);
        // 51,200 x 0.023 + 460,800 x 0.022 + 88,000 x 0.021
        QCOMPARE(result->lines.front().monthly.front(), money(u"13163.20"));
    }

    void aQuantityBeyondTheLastTierIsRefused()
    {
        domain::ServiceUse pages;
        pages.id = u"textract"_s;
        pages.service = u"Amazon Textract"_s;
        pages.item = u"textract/detect-pages"_s;
        pages.quantity = decimal(u"1000000");
        auto result = projection::project(withService(pages), support::book(), support::kToday);
        QVERIFY(result);
        QCOMPARE(result->lines.front().monthly.front(), money(u"1500.00"));
        pages.quantity = decimal(u"1000000.000001");
        QCOMPARE(refused(withService(pages)).path, u"footprint[0].quantity"_s);
    }

    void flatAmountsGrowByTheSameFactor()
    {
        domain::ServiceUse compute;
        compute.id = u"ec2"_s;
        compute.service = u"Amazon EC2"_s;
        compute.monthlyUsd = money(u"2200");
        compute.growthPerMonth = decimal(u"0.03");
        domain::Worksheet worksheet = withService(compute);
        worksheet.funding.months = 12;
        const auto result = projection::project(worksheet, support::book(), support::kToday);
        QVERIFY(result);
        QCOMPARE(result->lines.front().monthly[11], money(u"3045.31")); // 2200 x 1.03^11
        QCOMPARE(result->total.peak, money(u"3045.31"));
        QCOMPARE(result->total.full, money(u"3045.31"));
    }

    void averagesOverTheMonthsWithSpendHalfEven()
    {
        domain::ServiceUse service;
        service.id = u"x"_s;
        service.service = u"X"_s;
        service.monthlyUsd = money(u"0.01");
        service.fromMonth = 2;
        const auto result = projection::project(withService(service), support::book(), support::kToday);
        QVERIFY(result);
        QCOMPARE(result->total.average, money(u"0.01"));
        QCOMPARE(result->fullMonth, 2);
    }

    void refusesWithThePathOfTheFact_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("allowed");
        QTest::newRow("unknown model lists close names")
            << u"anthropic.claude-sonet-4-6"_s << QString() << u"useCases[0].workloads[0].model"_s
            << u"anthropic.claude-sonnet-4-6"_s;
        QTest::newRow("region of the account")
            << u"example.plain"_s << u"eu-west-1"_s << u"aws.region"_s << u"us-east-1"_s;
    }
    void refusesWithThePathOfTheFact()
    {
        QFETCH(QString, model);
        QFETCH(QString, region);
        QFETCH(QString, path);
        QFETCH(QString, allowed);
        domain::Worksheet worksheet = support::worksheet();
        worksheet.aws.region = region;
        worksheet.useCases.front().workloads.front().model = model;
        const domain::InputError error = refused(worksheet);
        QCOMPARE(error.path, path);
        QVERIFY2(error.allowed.contains(allowed), qPrintable(error.allowed));
    }

    void refusesWhatIsBeyondTheExactBounds()
    {
        domain::Worksheet worksheet = support::worksheet();
        domain::Workload &workload = worksheet.useCases.front().workloads.front();
        workload.requestsPerDay = 1'000'000'000;
        workload.callsPerRequest = 1000;
        workload.daysPerMonth = decimal(u"31");
        workload.inputTokens = 0;
        workload.outputTokens = 0;
        workload.steps = {{1, decimal(u"32.258064")}}; // 999,999,984,000,000 requests
        QVERIFY(projection::project(worksheet, support::book(), support::kToday));
        workload.steps = {{1, decimal(u"32.258065")}}; // 1,000,000,015,000,000
        QCOMPARE(refused(worksheet).problem, domain::InputProblem::TooMuch);
        workload.steps.clear();
        workload.inputTokens = 10'000'000; // 3.1e13 requests x 33 dollars
        QCOMPARE(refused(worksheet).path, u"useCases[0].workloads[0]"_s);
    }

    void manyTinyStepsAreMultipliedExactly()
    {
        // 36 factors with six decimals each need 216 decimals: the product is 10^-6 x 10^6 ... = 1 exactly.
        domain::Workload workload = support::answers();
        for (int month = 1; month <= 36; ++month)
            workload.steps.push_back({month, month % 2 ? decimal(u"0.000001") : decimal(u"1000")});
        workload.steps.push_back({1, decimal(u"1")});
        const Projection projection = projected(workload, 36);
        QCOMPARE(projection.lines.front().basis.requests.front(), 0); // 0.15 rounds to 0
        domain::Workload strong = support::answers();
        strong.requestsPerDay = 1;
        strong.growthPerMonth = decimal(u"1.5");
        const Projection grown = projected(strong, 31);
        // f after 30 months of 2.5 is 867361737988.403543835470 (12 decimals, rounded each month)
        QCOMPARE(grown.lines.front().basis.requests[30], 26020852139652);
    }

    void staleAndSuspectRatesAreFindings()
    {
        catalogue::RateBook book = support::book();
        book.models.front().rows.front().suspect = {u"ten times other regions"_s};
        book.models.front().rows.front().endOfLife = QDate(2027, 6, 1);
        const auto result = projection::project(support::worksheet(), book, QDate(2026, 12, 8));
        QVERIFY(result);
        QVERIFY(support::has(result->findings, u"rate-suspect"));
        QVERIFY(support::has(result->findings, u"model-end-of-life"));
        QVERIFY(support::has(result->findings, u"rate-book-stale")); // 61 days
        const auto fresh = projection::project(support::worksheet(), book, QDate(2026, 12, 7));
        QVERIFY(!support::has(fresh->findings, u"rate-book-stale")); // 60 days
    }

    void totalsFootInEveryDirection()
    {
        domain::Worksheet worksheet = support::worksheet();
        worksheet.useCases.front().workloads.front().growthPerMonth = decimal(u"0.037");
        domain::ServiceUse flat;
        flat.id = u"s"_s;
        flat.service = u"Amazon Bedrock"_s;
        flat.monthlyUsd = money(u"33.33");
        flat.growthPerMonth = decimal(u"-0.05");
        worksheet.footprint = {flat};
        const auto result = projection::project(worksheet, support::book(), support::kToday);
        QVERIFY(result);
        QCOMPARE(result->services.size(), std::size_t(1)); // both lines count as Amazon Bedrock
        domain::Money byLine;
        for (const projection::Line &line : result->lines)
            byLine += line.total;
        QCOMPARE(byLine, result->total.total);
        QCOMPARE(result->services.front().totals.total, result->total.total);
    }

    void fastDivisionAgreesWithThePlainOne()
    {
        std::mt19937_64 random(20261122);
        for (int exponent = 0; exponent <= 27; ++exponent) {
            const projection::PowerOfTenDivisor divisor(exponent);
            const Int128 ten = domain::powerOfTen(exponent);
            for (int i = 0; i < 3000; ++i) {
                // Up to 63 bits, but never more than 126 bits in all.
                const auto bits = std::min<unsigned>(63, 126 - static_cast<unsigned>(exponent) * 10 / 3);
                const Int128 quotient = static_cast<qint64>(random() >> (64 - 1 - random() % bits));
                // Exact ties, their neighbours and anything between.
                const Int128 rest = i % 3 == 0 ? ten / 2 : i % 3 == 1 ? Int128(random() % 3) : Int128(random()) % ten;
                const Int128 numerator = quotient > 0 && i % 2 ? quotient * ten - rest : quotient * ten + rest;
                if (numerator < 0)
                    continue;
                const auto fast = divisor.divideHalfEven(static_cast<domain::UInt128>(numerator));
                const Int128 plain = domain::divideHalfEven(numerator, ten);
                if (plain >> 63) {
                    QVERIFY(!fast || Int128(*fast) == plain);
                    continue;
                }
                QVERIFY(fast);
                QVERIFY(Int128(*fast) == plain);
            }
        }
        QVERIFY(!projection::PowerOfTenDivisor(1).divideHalfEven(~domain::UInt128(0)));
    }

    void explainsWithNumbersThatMultiplyOut()
    {
        domain::Workload workload = support::answers();
        workload.growthPerMonth = decimal(u"0.04");
        const Projection projection = projected(workload, 2);
        const QString text = projection::explain(projection.lines.front(), projection);
        QVERIFY2(text.contains(u"5,000 calls a day x 30 days = 150,000 calls"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Input tokens: 150,000 calls x 4,000 tokens x $3.30 per million = $1,980.00"_s),
                 qPrintable(text));
        QVERIFY2(text.contains(u"This month: $3,465.00."_s), qPrintable(text));
        QVERIFY2(text.contains(u"x growth 1.04, to whole calls = 156,000 calls"_s), qPrintable(text));
        QVERIFY2(text.contains(u"AWS Price List, as of 2026-08-20"_s), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestProjection)
#include "tst_projection.moc"
