// What holds for every worksheet: generated ones against a second implementation, to the cent, and laws of the arithmetic.
#include "projection/generated.h"
#include "projection/projection.h"
#include "projection/slowprojection.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using domain::Money;
using domain::Worksheet;
using generated::Maker;
using projection::Projection;

namespace {

constexpr int kWorksheets = 10'000;
constexpr int kWorksheetsPerBook = 250;
constexpr int kLawWorksheets = 1'000;

std::optional<Projection> projected(const Worksheet &worksheet, const catalogue::RateBook &book)
{
    auto projection = projection::project(worksheet, book, support::kToday);
    return projection ? std::optional(*std::move(projection)) : std::nullopt;
}

QString where(int number, const projection::Line &line, std::size_t month)
{
    return u"worksheet %1, line %2, month %3"_s.arg(number).arg(line.id).arg(month + 1);
}

/// Sums by the simplest way there is, against what the projection says.
void verifyFoots(const Projection &projection)
{
    std::vector<qint64> all(static_cast<std::size_t>(projection.months));
    std::map<QString, std::vector<qint64>> services;
    for (const projection::Line &line : projection.lines) {
        qint64 total = 0;
        auto &service = services.try_emplace(line.service, all.size()).first->second;
        for (std::size_t month = 0; month < all.size(); ++month) {
            total += line.monthly[month].cents();
            all[month] += line.monthly[month].cents();
            service[month] += line.monthly[month].cents();
        }
        QCOMPARE(line.total.cents(), total);
    }
    qint64 total = 0;
    qint64 spent = 0;
    for (std::size_t month = 0; month < all.size(); ++month) {
        QCOMPARE(projection.total.monthly[month].cents(), all[month]);
        total += all[month];
        spent += all[month] > 0 ? 1 : 0;
    }
    QCOMPARE(projection.total.total.cents(), total);
    QCOMPARE(projection.total.peak.cents(), *std::max_element(all.begin(), all.end()));
    if (spent > 0)
        QVERIFY(std::abs(projection.total.average.cents() * 2 * spent - total * 2) <= spent);
    QCOMPARE(projection.services.size(), services.size());
    for (const projection::ServiceTotals &service : projection.services) {
        for (std::size_t month = 0; month < all.size(); ++month)
            QCOMPARE(service.totals.monthly[month].cents(), services[service.service][month]);
    }
}

/// The dearest a call of this line can be, in cents, rounded up.
qint64 dearestCall(const projection::LineBasis &basis)
{
    const projection::AppliedRates &rates = basis.rates;
    const domain::Rate in = std::max({rates.input, rates.cacheRead, rates.cacheWrite, rates.batchInput});
    const domain::Rate out = std::max(rates.output, rates.batchOutput);
    const domain::Int128 exact =
        domain::Int128(basis.inputTokens) * in.picodollars() + domain::Int128(basis.outputTokens) * out.picodollars();
    return static_cast<qint64>(exact / domain::powerOfTen(16)) + 1;
}

} // namespace

class TestProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenThousandWorksheetsAgreeWithASecondImplementation()
    {
        Maker maker(20'270'101);
        catalogue::RateBook book;
        int compared = 0;
        for (int number = 0; number < kWorksheets; ++number) {
            if (number % kWorksheetsPerBook == 0)
                book = maker.book();
            const Worksheet worksheet = maker.worksheet(book);
            const auto projection = projected(worksheet, book);
            QVERIFY2(projection, qPrintable(u"worksheet %1 is refused"_s.arg(number)));
            const auto expected = slow::project(worksheet, book);
            QCOMPARE(projection->lines.size(), expected.size());
            for (std::size_t line = 0; line < expected.size(); ++line) {
                for (std::size_t month = 0; month < expected[line].size(); ++month) {
                    const qint64 cents = projection->lines[line].monthly[month].cents();
                    QVERIFY2(cents == expected[line][month],
                             qPrintable(where(number, projection->lines[line], month)
                                        + u": %1 against %2"_s.arg(cents).arg(expected[line][month])));
                    compared += cents != 0 ? 1 : 0;
                }
            }
            verifyFoots(*projection);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(compared > kWorksheets * 10, qPrintable(QString::number(compared))); // not a comparison of zeros
    }

    void moreVolumeNeverCostsLess()
    {
        Maker maker(2);
        for (int number = 0; number < kLawWorksheets; ++number) {
            const catalogue::RateBook book = number % 50 == 0 ? maker.book() : support::book();
            Worksheet worksheet = maker.worksheet(book);
            const auto before = projected(worksheet, book);
            for (domain::Workload &workload : worksheet.useCases.front().workloads) {
                if (workload.requestsPerDay)
                    *workload.requestsPerDay += 1 + maker.upTo(maker.chance(50) ? 2 : 5000);
                else
                    *workload.users += 1 + maker.upTo(100);
            }
            for (domain::ServiceUse &service : worksheet.footprint) {
                if (service.quantity)
                    service.quantity =
                        domain::Decimal::fromMillionths(service.quantity->millionths() + maker.upTo(9999));
            }
            const auto after = projected(worksheet, book);
            QVERIFY(before && after);
            for (std::size_t line = 0; line < before->lines.size(); ++line) {
                for (std::size_t month = 0; month < before->lines[line].monthly.size(); ++month)
                    QVERIFY2(after->lines[line].monthly[month] >= before->lines[line].monthly[month],
                             qPrintable(where(number, before->lines[line], month)));
            }
        }
    }

    void moreInBatchNeverCostsMoreWhereBatchIsCheaperAndNothingIsCached()
    {
        Maker maker(3);
        const catalogue::RateBook book = support::book(); // Sonnet's batch rates are half
        for (int number = 0; number < kLawWorksheets; ++number) {
            Worksheet worksheet = support::worksheet();
            domain::Workload workload = maker.workload(book, 0);
            workload.model = u"anthropic.claude-sonnet-4-6"_s;
            workload.provisioned.reset();
            workload.tier.reset();
            workload.cacheHitRate.reset();
            workload.cachedPrefixTokens.reset();
            std::optional<Money> before;
            int share = 0;
            while (share <= domain::Decimal::kScale) {
                workload.batchShare = domain::Decimal::fromMillionths(share);
                worksheet.useCases.front().workloads = {workload};
                const auto projection = projected(worksheet, book);
                QVERIFY(projection);
                QVERIFY2(!before || projection->total.total <= *before, qPrintable(QString::number(number)));
                before = projection->total.total;
                share += share == 0 ? 1 : 50'000 + maker.upTo(200'000);
            }
        }
    }

    void theOrderOfLinesChangesNoTotal()
    {
        Maker maker(4);
        const catalogue::RateBook book = maker.book();
        for (int number = 0; number < kLawWorksheets; ++number) {
            Worksheet worksheet = maker.worksheet(book);
            const auto before = projected(worksheet, book);
            auto &workloads = worksheet.useCases.front().workloads;
            auto &services = worksheet.useCases.front().services;
            std::reverse(workloads.begin(), workloads.end());
            std::reverse(services.begin(), services.end());
            const auto after = projected(worksheet, book);
            QVERIFY(before && after);
            QCOMPARE(after->total.monthly, before->total.monthly);
            QCOMPARE(after->total.average, before->total.average);
            QCOMPARE(after->total.full, before->total.full);
            for (const projection::ServiceTotals &service : before->services) {
                const auto same = std::find_if(after->services.begin(), after->services.end(),
                                               [&](const auto &other) { return other.service == service.service; });
                QVERIFY(same != after->services.end());
                QCOMPARE(same->totals.monthly, service.totals.monthly);
            }
        }
    }

    void splittingAWorkloadChangesAFewRequestsAndACentALineAtMost()
    {
        Maker maker(5);
        const catalogue::RateBook book = maker.book();
        for (int number = 0; number < kLawWorksheets; ++number) {
            Worksheet worksheet = support::worksheet();
            domain::Workload whole = maker.workload(book, 0);
            whole.provisioned.reset();
            whole.users.reset();
            whole.requestsPerDay = 1 + maker.upTo(100'000);
            worksheet.useCases.front().workloads = {whole};
            const auto one = projected(worksheet, book);
            domain::Workload first = whole;
            domain::Workload second = whole;
            second.id = u"w1"_s;
            first.requestsPerDay = maker.upTo(static_cast<int>(*whole.requestsPerDay));
            second.requestsPerDay = *whole.requestsPerDay - *first.requestsPerDay;
            worksheet.useCases.front().workloads = {first, second};
            const auto two = projected(worksheet, book);
            QVERIFY(one && two);
            // Each of three roundings to whole requests may fall either way in each part.
            const qint64 allowed = 3 * dearestCall(one->lines.front().basis) + 2;
            for (std::size_t month = 0; month < one->total.monthly.size(); ++month)
                QVERIFY2(std::abs(one->total.monthly[month].cents() - two->total.monthly[month].cents()) <= allowed,
                         qPrintable(where(number, one->lines.front(), month)));
        }
    }
};

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
