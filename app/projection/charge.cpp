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

/// What one call of each kind costs: tokens x dollars per million tokens, in units of 10^(unitExponent - 18) dollars. The
/// unit is as coarse as it can be without losing anything, so that ordinary products stay within 64 bits.
struct CallCosts {
    Int128 onDemand = 0;   ///< fresh input and output of an on-demand call
    Int128 cacheRead = 0;  ///< the prefix of a call that hits
    Int128 cacheWrite = 0; ///< the prefix of a call that misses
    Int128 batch = 0;      ///< input and output of a batch call
    int unitExponent = 0;  ///< 0..16
};

CallCosts callCosts(const LineBasis &basis)
{
    const AppliedRates &rates = basis.rates;
    std::array<qint64, 6> units{rates.input.picodollars(),      rates.output.picodollars(),
                                rates.cacheRead.picodollars(),  rates.cacheWrite.picodollars(),
                                rates.batchInput.picodollars(), rates.batchOutput.picodollars()};
    CallCosts costs;
    while (costs.unitExponent < kCentExponent
           && std::all_of(units.begin(), units.end(), [](qint64 unit) { return unit % 10 == 0; })) {
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

/// One month's sum in the unit of `costs`; nothing when it does not fit 128 bits.
class MonthSum {
public:
    MonthSum(const CallCosts &costs, const LineBasis &basis)
        : m_costs(costs),
          m_batchShare(basis.batchShare),
          m_cacheHitRate(basis.cacheHitRate),
          m_narrow(fits64(costs.onDemand) && fits64(costs.cacheRead) && fits64(costs.cacheWrite) && fits64(costs.batch))
    {
    }

    std::optional<UInt128> of(qint64 requests) const
    {
        const qint64 batch = shareOf(requests, m_batchShare);
        const qint64 onDemand = requests - batch;
        const qint64 hits = shareOf(onDemand, m_cacheHitRate);
        if (m_narrow) {
            // 50-bit counts times 64-bit costs, four of them: below 2^116.
            return product(onDemand, m_costs.onDemand) + product(hits, m_costs.cacheRead)
                 + product(onDemand - hits, m_costs.cacheWrite) + product(batch, m_costs.batch);
        }
        Int128 sum = 0;
        if (!add(sum, onDemand, m_costs.onDemand) || !add(sum, hits, m_costs.cacheRead)
            || !add(sum, onDemand - hits, m_costs.cacheWrite) || !add(sum, batch, m_costs.batch))
            return std::nullopt;
        return static_cast<UInt128>(sum);
    }

private:
    static UInt128 product(qint64 count, Int128 cost)
    {
        return UInt128(static_cast<quint64>(count)) * static_cast<quint64>(cost);
    }

    const CallCosts &m_costs;
    Decimal m_batchShare;
    Decimal m_cacheHitRate;
    bool m_narrow;
};

} // namespace

bool chargeTokens(const LineBasis &basis, Monthly &monthly)
{
    const CallCosts costs = callCosts(basis);
    const MonthSum sum(costs, basis);
    const PowerOfTenDivisor divisor = divisorFor(kCentExponent - costs.unitExponent);
    qint64 before = 0;
    Money charge;
    for (std::size_t month = 0; month < monthly.size(); ++month) {
        const qint64 requests = basis.requests[month];
        if (requests != before) {
            const auto amount = sum.of(requests);
            const auto cents = amount ? divisor.divideHalfEven(*amount) : std::nullopt;
            if (!cents || *cents > static_cast<quint64>(kMaximumLineMonthCents))
                return false;
            before = requests;
            charge = Money::fromCents(static_cast<qint64>(*cents));
        }
        monthly[month] = charge;
    }
    return true;
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
        const Int128 end = tier.upTo ? std::min(quantity.millionths(), tier.upTo->millionths()) : quantity.millionths();
        if (end <= priced)
            continue;
        Int128 product = 0;
        fits = fits && !__builtin_mul_overflow(end - priced, Int128(tier.price.picodollars()), &product)
            && !__builtin_add_overflow(sum, product, &sum);
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
