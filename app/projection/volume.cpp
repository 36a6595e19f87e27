#include "projection/volume.h"

#include "projection/fastdivision.h"

#include <gmpxx.h>

#include <algorithm>

namespace projection {

using domain::Decimal;
using domain::Int128;
using domain::UInt128;

namespace {

constexpr int kFactorDecimals = 12; // rule 2: f is kept with twelve decimals
constexpr Int128 kOne = domain::powerOfTen(kFactorDecimals);
constexpr PowerOfTenDivisor kByMillion(Decimal::kDecimals);
constexpr PowerOfTenDivisor kByFactor(kFactorDecimals);

/// A product kept as mantissa x 10^-decimals with no trailing zeros, so that ordinary values stay small.
struct Scaled {
    Int128 mantissa = 1;
    int decimals = 0;
    bool fits = true;

    void multiplyBy(Int128 factor, int factorDecimals)
    {
        // Volumes and multipliers fit 64 bits, where a division by ten is cheap.
        if (auto small = static_cast<qint64>(factor); small == factor) {
            while (factorDecimals > 0 && small % 10 == 0) {
                small /= 10;
                --factorDecimals;
            }
            factor = small;
        }
        const auto product = domain::multiplied(mantissa, factor);
        fits = fits && product.has_value();
        mantissa = product.value_or(0);
        decimals = mantissa == 0 ? 0 : decimals + factorDecimals;
    }
};

bool fits64(Int128 value)
{
    return value >= 0 && value >> 63 == 0;
}

/// f of the next month on the fast path; nothing when it no longer fits 63 bits.
std::optional<quint64> nextFactor(quint64 factor, quint64 growthMillionths)
{
    return kByMillion.divideHalfEven(UInt128(factor) * growthMillionths);
}

Scaled scaledVolume(const RequestVolume &volume, int month)
{
    Scaled scaled;
    scaled.multiplyBy(volume.callsPerDay, 0);
    scaled.multiplyBy(volume.daysPerMonth.millionths(), Decimal::kDecimals);
    for (const domain::Step &step : volume.steps) {
        if (step.month <= month)
            scaled.multiplyBy(step.multiplier.millionths(), Decimal::kDecimals);
    }
    return scaled;
}

/// The months in which a step is reached, a bit each; months are at most 36.
quint64 stepMonths(const std::vector<domain::Step> &steps)
{
    quint64 months = 0;
    for (const domain::Step &step : steps)
        months |= quint64(1) << step.month;
    return months;
}

/// What volume x f is divided by; nothing when the volume does not fit the fast path.
const PowerOfTenDivisor *divisorOf(const Scaled &scaled)
{
    const int exponent = kFactorDecimals + scaled.decimals;
    const bool fits = scaled.fits && fits64(scaled.mantissa) && exponent <= PowerOfTenDivisor::kMaximumExponent;
    return fits ? &divisorFor(exponent) : nullptr;
}

/// Fills the months while everything fits 64-bit factors; false as soon as something does not.
bool requestsFast(const RequestVolume &volume, std::vector<qint64> &requests)
{
    const auto growth = static_cast<quint64>(Decimal::kScale + volume.growthPerMonth.millionths());
    const bool grows = !volume.growthPerMonth.isZero();
    const quint64 steps = stepMonths(volume.steps);
    auto factor = static_cast<quint64>(kOne);
    Scaled scaled;
    const PowerOfTenDivisor *divisor = nullptr;
    qint64 count = 0;
    for (int month = volume.active.first; month <= volume.active.last; ++month) {
        const bool isFirst = month == volume.active.first;
        const bool stepped = isFirst || (steps >> month & 1) != 0;
        if (grows && !isFirst) {
            const auto next = nextFactor(factor, growth);
            if (!next)
                return false;
            factor = *next;
        }
        if (stepped) {
            scaled = scaledVolume(volume, month);
            divisor = divisorOf(scaled);
            if (!divisor)
                return false;
        }
        if (stepped || grows) {
            const auto rounded = divisor->divideHalfEven(UInt128(static_cast<quint64>(scaled.mantissa)) * factor);
            if (!rounded)
                return false;
            count = static_cast<qint64>(*rounded);
        }
        requests[static_cast<std::size_t>(month - 1)] = count;
    }
    return true;
}

mpz_class wide(Int128 value)
{
    const bool negative = value < 0;
    const auto magnitude = negative ? -static_cast<UInt128>(value) : static_cast<UInt128>(value);
    mpz_class result(static_cast<unsigned long>(magnitude >> 64));
    result <<= 64;
    result += static_cast<unsigned long>(magnitude);
    return negative ? mpz_class(-result) : result;
}

/// The other way; the value must fit.
Int128 narrow(const mpz_class &value)
{
    const mpz_class magnitude = abs(value);
    const mpz_class high = magnitude >> 64;
    const mpz_class low = magnitude & mpz_class("18446744073709551615");
    const auto joined = static_cast<Int128>((UInt128(high.get_ui()) << 64) | low.get_ui());
    return value < 0 ? -joined : joined;
}

mpz_class widePowerOfTen(int exponent)
{
    mpz_class power;
    mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
    return power;
}

/// numerator / denominator, ties to even; both non-negative.
mpz_class wideHalfEven(const mpz_class &numerator, const mpz_class &denominator)
{
    mpz_class quotient;
    mpz_class rest;
    mpz_fdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), numerator.get_mpz_t(), denominator.get_mpz_t());
    const int side = cmp(mpz_class(rest * 2), denominator);
    if (side > 0 || (side == 0 && mpz_odd_p(quotient.get_mpz_t())))
        ++quotient;
    return quotient;
}

/// f month by month, of any size.
class WideFactor {
public:
    explicit WideFactor(Decimal growthPerMonth) : m_growth(wide(Decimal::kScale + growthPerMonth.millionths())) {}
    const mpz_class &value() const { return m_value; }
    void advance() { m_value = wideHalfEven(m_value * m_growth, m_million); }

private:
    mpz_class m_value = wide(kOne);
    mpz_class m_growth;
    mpz_class m_million = wide(Decimal::kScale);
};

std::optional<std::vector<qint64>> requestsWide(const RequestVolume &volume, int months)
{
    std::vector<qint64> requests(static_cast<std::size_t>(months), 0);
    const mpz_class base = wide(volume.callsPerDay) * wide(volume.daysPerMonth.millionths());
    const mpz_class limit = wide(kMaximumMonthlyRequests);
    WideFactor factor(volume.growthPerMonth);
    for (int month = volume.active.first; month <= volume.active.last; ++month) {
        if (month > volume.active.first)
            factor.advance();
        mpz_class numerator = base * factor.value();
        int decimals = Decimal::kDecimals + kFactorDecimals;
        for (const domain::Step &step : volume.steps) {
            if (step.month <= month) {
                numerator *= wide(step.multiplier.millionths());
                decimals += Decimal::kDecimals;
            }
        }
        const mpz_class count = wideHalfEven(numerator, widePowerOfTen(decimals));
        if (count > limit)
            return std::nullopt;
        requests[static_cast<std::size_t>(month - 1)] = static_cast<qint64>(narrow(count));
    }
    return requests;
}

/// False as soon as a factor or a product does not fit the fast path.
bool grownFast(Int128 base, Decimal growthPerMonth, ActiveMonths active, std::vector<Int128> &amounts)
{
    if (!fits64(base))
        return false;
    const auto growth = static_cast<quint64>(Decimal::kScale + growthPerMonth.millionths());
    auto factor = static_cast<quint64>(kOne);
    for (int month = active.first; month <= active.last; ++month) {
        if (month > active.first && !growthPerMonth.isZero()) {
            const auto next = nextFactor(factor, growth);
            if (!next)
                return false;
            factor = *next;
        }
        const auto amount = kByFactor.divideHalfEven(UInt128(static_cast<quint64>(base)) * factor);
        if (!amount)
            return false;
        amounts[static_cast<std::size_t>(month - 1)] = *amount;
    }
    return true;
}

} // namespace

std::optional<std::vector<qint64>> monthlyRequests(const RequestVolume &volume, int months)
{
    std::vector<qint64> requests(static_cast<std::size_t>(months), 0);
    if (volume.callsPerDay == 0)
        return requests;
    if (!requestsFast(volume, requests))
        return requestsWide(volume, months);
    for (const qint64 count : requests) {
        if (count > kMaximumMonthlyRequests)
            return std::nullopt;
    }
    return requests;
}

std::optional<std::vector<Int128>> grown(Int128 base, Decimal growthPerMonth, ActiveMonths active, int months,
                                         Int128 limit)
{
    std::vector<Int128> amounts(static_cast<std::size_t>(months), 0);
    if (base == 0)
        return amounts;
    if (!grownFast(base, growthPerMonth, active, amounts)) {
        const mpz_class wideBase = wide(base);
        const mpz_class wideLimit = wide(limit);
        const mpz_class one = wide(kOne);
        WideFactor factor(growthPerMonth);
        for (int month = active.first; month <= active.last; ++month) {
            if (month > active.first)
                factor.advance();
            const mpz_class amount = wideHalfEven(wideBase * factor.value(), one);
            if (amount > wideLimit)
                return std::nullopt;
            amounts[static_cast<std::size_t>(month - 1)] = narrow(amount);
        }
        return amounts;
    }
    if (std::any_of(amounts.begin(), amounts.end(), [limit](Int128 amount) { return amount > limit; }))
        return std::nullopt;
    return amounts;
}

QString growthFactorText(Decimal growthPerMonth, int monthsLater)
{
    WideFactor factor(growthPerMonth);
    for (int month = 0; month < monthsLater; ++month)
        factor.advance();
    QString digits = QString::fromStdString(factor.value().get_str()).rightJustified(kFactorDecimals + 1, u'0');
    digits.insert(digits.size() - kFactorDecimals, u'.');
    while (digits.endsWith(u'0'))
        digits.chop(1);
    if (digits.endsWith(u'.'))
        digits.chop(1);
    return digits;
}

Int128 requestsOfUsers(qint64 users, Decimal actionsPerUserPerDay)
{
    return domain::divideHalfEven(Int128(users) * actionsPerUserPerDay.millionths(), Decimal::kScale);
}

} // namespace projection
