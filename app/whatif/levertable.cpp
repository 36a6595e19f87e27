#include "whatif/levertable.h"

#include "domain/defaults.h"
#include "domain/exact.h"
#include "projection/charge.h"

#include <algorithm>

namespace whatif {

using domain::Int128;
using domain::Money;

namespace {

constexpr int kPicodollarsPerCentExponent = 10;

/// Picodollars of a million calls, so that nothing is lost: the exact price of a call at its shares of batch and hits.
Int128 millionCallsPicodollars(const projection::LineBasis &basis)
{
    constexpr qint64 kMillion = domain::Decimal::kScale;
    const Int128 batch = basis.batchShare.millionths();
    const Int128 onDemand = kMillion - batch;
    const Int128 hits = domain::divideHalfEven(onDemand * basis.cacheHitRate.millionths(), kMillion);
    const projection::AppliedRates &rates = basis.rates;
    const qint64 prefix = basis.cachedPrefixTokens;
    const auto cost = [](qint64 tokens, domain::Rate rate) { return Int128(tokens) * rate.picodollars(); };
    const Int128 sum =
        onDemand * (cost(basis.inputTokens - prefix, rates.input) + cost(basis.outputTokens, rates.output))
        + hits * cost(prefix, rates.cacheRead) + (onDemand - hits) * cost(prefix, rates.cacheWrite)
        + batch * (cost(basis.inputTokens, rates.batchInput) + cost(basis.outputTokens, rates.batchOutput));
    return sum / kMillion; // rates are per million tokens
}

BreakEven breakEvenOf(const Lever &lever, const projection::Line &line, const catalogue::RateBook &book)
{
    BreakEven result;
    result.onDemandAMonth = *std::max_element(line.monthly.begin(), line.monthly.end());
    const catalogue::Model *model = book.model(line.model);
    const catalogue::ModelRow *row = model ? model->row(line.basis.region, line.basis.scope) : nullptr;
    const auto rate = row ? row->provisioned[static_cast<std::size_t>(lever.commitment)] : std::nullopt;
    if (!rate)
        return result;
    result.unitsAMonth = projection::provisionedCharge(lever.modelUnits, *rate).value_or(Money());
    const Int128 perMillionCalls = millionCallsPicodollars(line.basis);
    // calls a day x days x price of a call >= price of the units; days are in millionths, as is the price of a call.
    const Int128 units =
        Int128(result.unitsAMonth.cents()) * domain::powerOfTen(kPicodollarsPerCentExponent) * domain::powerOfTen(12);
    const Int128 aCallADay = perMillionCalls * line.basis.daysPerMonth.millionths();
    if (aCallADay > 0)
        result.callsPerDay = static_cast<qint64>((units + aCallADay - 1) / aCallADay);
    return result;
}

int rankOf(const LeverResult &result)
{
    return result.lever.kind == LeverKind::Provisioned ? 2 : result.likely ? 0 : 1;
}

} // namespace

LeverTable leverTableOf(const domain::Worksheet &worksheet, const Figures &stated, const Basis &basis,
                        const LeverInputs &inputs)
{
    Offers offers = offersOf(worksheet, stated, basis, inputs);
    LeverTable table;
    table.refused = std::move(offers.refused);
    for (const Offer &offer : offers.list) {
        auto effect = effectOf({offer.lever}, worksheet, stated, basis);
        if (!effect) {
            table.refused.push_back({offer.lever.kind, offer.lever.workloads.value(0), effect.error().allowed});
            continue;
        }
        const bool saves = effect->saved > Money();
        if (!saves && (offer.lever.kind == LeverKind::Model || offer.lever.kind == LeverKind::Global))
            continue;
        LeverResult result{offer.lever, offer.likely && saves, *std::move(effect), std::nullopt};
        const projection::Line *line = stated.projection.line(offer.lever.workloads.value(0));
        if (offer.lever.kind == LeverKind::Provisioned && line)
            result.breakEven = breakEvenOf(offer.lever, *line, basis.book);
        table.levers.push_back(std::move(result));
    }
    std::stable_sort(table.levers.begin(), table.levers.end(), [](const LeverResult &a, const LeverResult &b) {
        return rankOf(a) != rankOf(b) ? rankOf(a) < rankOf(b) : a.effect.saved > b.effect.saved;
    });
    return table;
}

std::vector<Lever> suggestedLevers(const LeverTable &table)
{
    std::vector<Lever> levers;
    for (const LeverResult &result : table.levers) {
        if (result.likely)
            levers.push_back(result.lever);
    }
    return levers;
}

} // namespace whatif
