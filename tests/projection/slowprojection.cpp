#include "projection/slowprojection.h"

#include "domain/defaults.h"

#include <gmpxx.h>

#include <algorithm>

namespace slow {

using catalogue::TokenRates;
using domain::Workload;
using Number = mpq_class;
using Whole = mpz_class;

namespace {

Number number(qint64 value)
{
    return Number(Whole(std::to_string(value)));
}

Number number(domain::Decimal value)
{
    const QByteArray text = value.toString().toLatin1();
    const qsizetype point = text.indexOf('.');
    const qsizetype decimals = point < 0 ? 0 : text.size() - point - 1;
    Whole denominator;
    mpz_ui_pow_ui(denominator.get_mpz_t(), 10, static_cast<unsigned long>(decimals));
    Number result(Whole(QByteArray(text).replace(".", "").toStdString(), 10),
                  denominator); // base 10: "025" is no octal
    result.canonicalize();
    return result;
}

Number number(domain::Rate value)
{
    return number(value.picodollars()) / number(1'000'000'000'000);
}

/// To the nearest whole number, ties to even.
Whole rounded(const Number &value)
{
    const Number doubled = value * 2 + 1;
    Whole result;
    mpz_fdiv_q(result.get_mpz_t(), doubled.get_num_mpz_t(), Whole(doubled.get_den() * 2).get_mpz_t());
    const bool tie = Number(result) - value == Number(1, 2);
    return tie && result % 2 != 0 ? Whole(result - 1) : result;
}

/// To so many decimals.
Number rounded(const Number &value, unsigned long decimals)
{
    Whole scale;
    mpz_ui_pow_ui(scale.get_mpz_t(), 10, decimals);
    Number result(rounded(Number(value * scale)), scale);
    result.canonicalize();
    return result;
}

qint64 cents(const Number &dollars)
{
    return rounded(Number(dollars * 100)).get_si();
}

/// Rule 2: f of a month, from the first active one on.
Number growthFactor(domain::Decimal growth, int monthsLater)
{
    Number factor = 1;
    for (int month = 0; month < monthsLater; ++month)
        factor = rounded(Number(factor * (1 + number(growth))), 12);
    return factor;
}

/// Rule 3.
Whole requests(const Workload &workload, int month)
{
    const int first = workload.fromMonth.value_or(1);
    if (month < first || month > workload.toMonth.value_or(domain::kMaximumMonths))
        return 0;
    Number perDay = number(workload.requestsPerDay.value_or(0));
    if (workload.users)
        perDay = rounded(
            Number(number(*workload.users) * number(workload.actionsPerUserPerDay.value_or(domain::Decimal()))));
    Number all = perDay * number(workload.callsPerRequest.value_or(1)) * number(domain::daysPerMonthOf(workload))
               * growthFactor(workload.growthPerMonth.value_or(domain::Decimal()), month - first);
    for (const domain::Step &step : workload.steps) {
        if (step.month <= month)
            all *= number(step.multiplier);
    }
    return rounded(all);
}

/// The first of the rates that is there (rule 7).
Number firstOf(std::initializer_list<std::optional<domain::Rate>> rates)
{
    for (const auto &rate : rates) {
        if (rate)
            return number(*rate);
    }
    return 0;
}

const catalogue::ModelRow &rowOf(const Workload &workload, const catalogue::RateBook &book, const QString &region)
{
    using domain::Scope;
    const catalogue::Model &model = *book.model(workload.model);
    const Scope wanted = workload.scope.value_or(Scope::Regional);
    const catalogue::ModelRow *row = model.row(region, wanted);
    return row ? *row : *model.row(region, wanted == Scope::Regional ? Scope::Global : Scope::Regional);
}

/// Rules 4 to 7 of one month, in dollars.
Number tokenCharge(const Workload &workload, const catalogue::ModelRow &row, const Whole &all)
{
    const qint64 input = workload.inputTokens.value_or(0);
    const qint64 output = workload.outputTokens.value_or(0);
    const domain::Decimal none;
    qint64 prefix = workload.cachedPrefixTokens.value_or(0);
    const domain::Decimal hitRate = workload.cacheHitRate.value_or(none);
    if (hitRate.isZero() || (row.cacheMinimumTokens && prefix < *row.cacheMinimumTokens))
        prefix = 0;
    const Whole batch = rounded(Number(Number(all) * number(workload.batchShare.value_or(none))));
    const Whole onDemand = all - batch;
    const Whole hits = prefix > 0 ? rounded(Number(Number(onDemand) * number(hitRate))) : Whole(0);

    const TokenRates &r = row.longPrompt && input > row.longPrompt->thresholdTokens ? row.longPrompt->rates : row.rates;
    const domain::Tier tier = domain::tierOf(workload);
    const auto tiered = [tier](const auto &standard, const auto &flex, const auto &priority) {
        return tier == domain::Tier::Flex     ? firstOf({flex, standard})
             : tier == domain::Tier::Priority ? firstOf({priority, standard})
                                              : firstOf({standard});
    };
    const bool oneHour = domain::cacheTtlOf(workload) == domain::CacheTtl::OneHour;
    const Number write =
        oneHour ? firstOf({r.cacheWrite1h, r.cacheWrite5m, r.input}) : firstOf({r.cacheWrite5m, r.input});

    Number sum = Number(onDemand) * number(input - prefix) * tiered(r.input, r.flexInput, r.priorityInput);
    sum += Number(onDemand) * number(output) * tiered(r.output, r.flexOutput, r.priorityOutput);
    sum += Number(hits) * number(prefix) * firstOf({r.cacheRead, r.input});
    sum += Number(onDemand - hits) * number(prefix) * write;
    sum += Number(batch) * number(input) * firstOf({r.batchInput, r.input});
    sum += Number(batch) * number(output) * firstOf({r.batchOutput, r.output});
    return sum / 1'000'000;
}

qint64 workloadCents(const Workload &workload, const catalogue::RateBook &book, const QString &region, int month)
{
    if (workload.model.isEmpty())
        return 0;
    const catalogue::ModelRow &row = rowOf(workload, book, region);
    if (!workload.provisioned)
        return cents(tokenCharge(workload, row, requests(workload, month)));
    if (month < workload.fromMonth.value_or(1) || month > workload.toMonth.value_or(domain::kMaximumMonths))
        return 0;
    const auto commitment = static_cast<std::size_t>(domain::commitmentOf(*workload.provisioned));
    return cents(
        Number(number(workload.provisioned->modelUnits.value_or(0)) * number(*row.provisioned[commitment]) * 730));
}

/// Rule 8.
qint64 serviceCents(const domain::ServiceUse &service, const catalogue::RateBook &book, const QString &region,
                    int month)
{
    const int first = service.fromMonth.value_or(1);
    if (month < first || month > service.toMonth.value_or(domain::kMaximumMonths))
        return 0;
    const Number factor = growthFactor(service.growthPerMonth.value_or(domain::Decimal()), month - first);
    if (service.item.isEmpty())
        return cents(Number(number(service.monthlyUsd.value_or(domain::Money()).cents()) / 100 * factor));
    const catalogue::ItemPrice &price = *book.item(service.item)->price(region);
    const Number quantity = rounded(Number(number(service.quantity.value_or(domain::Decimal())) * factor), 6);
    Number sum = 0;
    Number from = 0;
    for (const catalogue::PriceTier &tier : price.tiers) {
        const Number to = tier.upTo ? std::min<Number>(quantity, number(*tier.upTo)) : quantity;
        if (to > from) {
            sum += (to - from) * number(tier.price);
            from = to;
        }
    }
    return cents(Number(sum / number(price.per)));
}

} // namespace

std::vector<std::vector<qint64>> project(const domain::Worksheet &worksheet, const catalogue::RateBook &book)
{
    std::vector<std::vector<qint64>> lines;
    const int months = domain::monthsOf(worksheet.funding);
    const auto addLine = [&](const auto &centsIn) {
        std::vector<qint64> monthly;
        for (int month = 1; month <= months; ++month)
            monthly.push_back(centsIn(month));
        lines.push_back(monthly);
    };
    for (const domain::UseCase &useCase : worksheet.useCases) {
        const QString region = domain::regionOf(useCase, worksheet.aws);
        for (const Workload &workload : useCase.workloads)
            addLine([&](int month) { return workloadCents(workload, book, region, month); });
        for (const domain::ServiceUse &service : useCase.services)
            addLine([&](int month) { return serviceCents(service, book, region, month); });
    }
    for (const domain::ServiceUse &service : worksheet.footprint)
        addLine([&](int month) { return serviceCents(service, book, domain::regionOf(worksheet.aws), month); });
    return lines;
}

} // namespace slow
