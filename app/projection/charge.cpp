#include "projection/charge.h"

#include "projection/fastdivision.h"
#include "projection/volume.h"

#include <algorithm>
#include <array>

namespace projection {

using domain::Decimal;
using domain::Int128;
using domain::Money;
using domain::Rate;
using domain::UInt128;

namespace {

constexpr int kHoursPerMonth = 730; // rule 1
// Tokens x picodollars per million tokens = 10^-18 dollars; a cent is 10^16 of them.
constexpr int kCentExponent = 16;

/// `amount` in units of 10^(unitExponent - 18) dollars.
std::optional<Money> toCents(UInt128 amount, int unitExponent)
{
    const auto cents = divisorFor(kCentExponent - unitExponent).divideHalfEven(amount);
    if (!cents || *cents > static_cast<quint64>(kMaximumLineMonthCents))
        return std::nullopt;
    return Money::fromCents(static_cast<qint64>(*cents));
}

bool fits64(Int128 value)
{
    return value >> 64 == 0;
}

/// Adds count x cost; false when it does not fit.
bool add(Int128 &sum, qint64 count, Int128 cost)
{
    Int128 product = 0;
    return !__builtin_mul_overflow(Int128(count), cost, &product) && !__builtin_add_overflow(sum, product, &sum);
}

} // namespace

CallCosts callCosts(const LineBasis &basis)
{
    const AppliedRates &rates = basis.rates;
    std::array<qint64, 6> units{rates.input.picodollars(),      rates.output.picodollars(),
                                rates.cacheRead.picodollars(),  rates.cacheWrite.picodollars(),
                                rates.batchInput.picodollars(), rates.batchOutput.picodollars()};
    CallCosts costs;
    while (costs.unitExponent < kCentExponent && std::all_of(units.begin(), units.end(), [](qint64 unit) { return unit % 10 == 0; })) {
        for (qint64 &unit : units)
            unit /= 10;
        ++costs.unitExponent;
    }
    // Tokens per call stay below 10^7 and rates below 10^18 picodollars: each product is below 10^25.
    const auto cost = [](qint64 tokens, qint64 unit) { return Int128(tokens) * unit; };
    costs.onDemand = cost(basis.inputTokens - basis.cachedPrefixTokens, units[0]) + cost(basis.outputTokens, units[1]);
    costs.cacheRead = cost(basis.cachedPrefixTokens, units[2]);
    costs.cacheWrite = cost(basis.cachedPrefixTokens, units[3]);
    costs.batch = cost(basis.inputTokens, units[4]) + cost(basis.outputTokens, units[5]);
    return costs;
}

std::optional<Money> tokenCharge(const CallCosts &costs, const LineBasis &basis, qint64 requests)
{
    const qint64 batch = shareOf(requests, basis.batchShare);
    const qint64 onDemand = requests - batch;
    const qint64 hits = shareOf(onDemand, basis.cacheHitRate);
    if (fits64(costs.onDemand) && fits64(costs.cacheRead) && fits64(costs.cacheWrite) && fits64(costs.batch)) {
        // 50-bit counts times 64-bit costs, four of them: below 2^116.
        const auto product = [](qint64 count, Int128 cost) {
            return UInt128(static_cast<quint64>(count)) * static_cast<quint64>(cost);
        };
        return toCents(product(onDemand, costs.onDemand) + product(hits, costs.cacheRead) +
                       product(onDemand - hits, costs.cacheWrite) + product(batch, costs.batch),
                       costs.unitExponent);
    }
    Int128 sum = 0;
    if (!add(sum, onDemand, costs.onDemand) || !add(sum, hits, costs.cacheRead) ||
        !add(sum, onDemand - hits, costs.cacheWrite) || !add(sum, batch, costs.batch))
        return std::nullopt;
    return toCents(static_cast<UInt128>(sum), costs.unitExponent);
}

std::optional<Money> provisionedCharge(qint64 modelUnits, Rate perHour)
{
    // Picodollars; a cent is 10^10 of them.
    const Int128 cents =
        domain::divideHalfEven(Int128(modelUnits) * perHour.picodollars() * kHoursPerMonth, domain::powerOfTen(10));
    if (cents > kMaximumLineMonthCents)
        return std::nullopt;
    return Money::fromCents(static_cast<qint64>(cents));
}

TieredCharge tieredCharge(Decimal quantity, const std::vector<catalogue::PriceTier> &tiers, qint64 per)
{
    TieredCharge charge;
    Int128 sum = 0;
    Int128 priced = 0;
    bool fits = true;
    for (const catalogue::PriceTier &tier : tiers) {
        const Int128 end =
            tier.upTo ? std::min(quantity.millionths(), tier.upTo->millionths()) : quantity.millionths();
        if (end <= priced)
            continue;
        Int128 product = 0;
        fits = fits && !__builtin_mul_overflow(end - priced, Int128(tier.price.picodollars()), &product) &&
               !__builtin_add_overflow(sum, product, &sum);
        priced = end;
    }
    charge.beyond = priced < quantity.millionths();
    if (!fits || charge.beyond)
        return charge;
    const Int128 cents = domain::divideHalfEven(sum, Int128(per) * domain::powerOfTen(kCentExponent));
    if (cents <= kMaximumLineMonthCents)
        charge.amount = Money::fromCents(static_cast<qint64>(cents));
    return charge;
}

} // namespace projection
