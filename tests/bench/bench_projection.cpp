// Exact line-months per second: 1,000 cases x 20 lines x 24 months on one core, beside the same work in plain doubles.
//
// `whole` is project(), the function that everything uses: look-ups, findings, totals and all. `arithmetic` is volume and
// charge alone. `doubles` is the floor: the same formula without exactness, which no figure of ours may come from.
#include "projection/charge.h"
#include "projection/projection.h"
#include "projection/volume.h"
#include "support/books.h"

#include <benchmark/benchmark.h>

#include <sys/resource.h>

#include <random>

namespace {

constexpr int kCases = 1000;
constexpr int kLines = 20;
constexpr int kMonths = 24;

/// Cases as they come: growth on most lines, batch and cache on some, a launch step on a few.
std::vector<domain::Worksheet> cases()
{
    using namespace Qt::StringLiterals;
    std::mt19937 random(1);
    const auto upTo = [&random](unsigned n) { return static_cast<int>(random() % n); };
    std::vector<domain::Worksheet> all;
    for (int i = 0; i < kCases; ++i) {
        domain::Worksheet worksheet = support::worksheet();
        worksheet.funding.months = kMonths;
        auto &workloads = worksheet.useCases.front().workloads;
        workloads.clear();
        for (int line = 0; line < kLines; ++line) {
            domain::Workload workload = support::answers();
            workload.id = u"w%1"_s.arg(line);
            workload.requestsPerDay = 100 + upTo(50'000);
            workload.inputTokens = 3000 + upTo(9000);
            workload.outputTokens = 50 + upTo(900);
            if (upTo(4))
                workload.growthPerMonth = domain::Decimal::fromMillionths(1000 * upTo(120));
            if (!upTo(3))
                workload.batchShare = support::decimal(u"0.4");
            if (!upTo(3)) {
                workload.cachedPrefixTokens = 2500;
                workload.cacheHitRate = support::decimal(u"0.7");
            }
            if (!upTo(5))
                workload.steps = {{3 + upTo(6), support::decimal(u"2.5")}};
            workloads.push_back(workload);
        }
        all.push_back(worksheet);
    }
    return all;
}

/// The most memory that this process has had so far.
double peakMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void whole(benchmark::State &state)
{
    const auto worksheets = cases();
    const catalogue::RateBook book = support::book();
    for (auto _ : state) {
        for (const domain::Worksheet &worksheet : worksheets)
            benchmark::DoNotOptimize(projection::project(worksheet, book, support::kToday));
    }
    state.SetItemsProcessed(state.iterations() * kCases * kLines * kMonths);
    state.counters["peakMiB"] = peakMebibytes();
}

struct PreparedLine {
    projection::LineBasis basis;
    projection::RequestVolume volume;
    projection::Monthly monthly;
};

std::vector<PreparedLine> prepared()
{
    const catalogue::RateBook book = support::book();
    std::vector<PreparedLine> lines;
    for (const domain::Worksheet &worksheet : cases()) {
        const auto projection = projection::project(worksheet, book, support::kToday);
        for (std::size_t i = 0; i < projection->lines.size(); ++i) {
            const domain::Workload &workload = worksheet.useCases.front().workloads[i];
            const projection::LineBasis &basis = projection->lines[i].basis;
            lines.push_back(
                {basis,
                 {basis.callsPerDay, basis.daysPerMonth, basis.growthPerMonth, {1, kMonths}, workload.steps},
                 projection::Monthly(kMonths)});
        }
    }
    return lines;
}

void arithmetic(benchmark::State &state)
{
    auto lines = prepared();
    for (auto _ : state) {
        for (PreparedLine &line : lines) {
            line.basis.requests = *projection::monthlyRequests(line.volume, kMonths);
            projection::chargeTokens(line.basis, line.monthly);
            benchmark::DoNotOptimize(line.monthly.data());
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<qint64>(lines.size()) * kMonths);
}

void doubles(benchmark::State &state)
{
    const auto lines = prepared();
    const auto number = [](domain::Decimal decimal) { return static_cast<double>(decimal.millionths()) / 1e6; };
    for (auto _ : state) {
        for (const PreparedLine &line : lines) {
            const projection::LineBasis &basis = line.basis;
            const double perCall = double(basis.inputTokens) * double(basis.rates.input.picodollars()) * 1e-18
                                 + double(basis.outputTokens) * double(basis.rates.output.picodollars()) * 1e-18;
            double volume = double(basis.callsPerDay) * number(basis.daysPerMonth);
            const double growth = 1 + number(basis.growthPerMonth);
            for (int month = 0; month < kMonths; ++month) {
                benchmark::DoNotOptimize(volume * perCall);
                volume *= growth;
            }
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<qint64>(lines.size()) * kMonths);
}

/// One edit on a large case: 100 lines, 36 months.
void largeCase(benchmark::State &state)
{
    using namespace Qt::StringLiterals;
    domain::Worksheet worksheet = cases().front();
    worksheet.funding.months = 36;
    auto &workloads = worksheet.useCases.front().workloads;
    const auto pattern = workloads;
    for (int i = kLines; i < 100; ++i) {
        workloads.push_back(pattern[static_cast<std::size_t>(i % kLines)]);
        workloads.back().id = u"w%1"_s.arg(i);
    }
    const catalogue::RateBook book = support::book();
    for (auto _ : state)
        benchmark::DoNotOptimize(projection::project(worksheet, book, support::kToday));
    state.SetItemsProcessed(state.iterations() * 100 * 36);
    state.counters["peakMiB"] = peakMebibytes();
}

} // namespace

BENCHMARK(whole)->Unit(benchmark::kMillisecond);
BENCHMARK(arithmetic)->Unit(benchmark::kMillisecond);
BENCHMARK(doubles)->Unit(benchmark::kMillisecond);
BENCHMARK(largeCase)->Unit(benchmark::kMicrosecond);
BENCHMARK_MAIN();
