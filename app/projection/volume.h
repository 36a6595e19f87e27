// Volume: how many model calls, or how much of a service, fall into each month. The contract's rules 2 to 4.
//
// Exact before the one rounding to whole requests. The usual sizes stay within 128 bits; a chain of launch steps with
// six decimals each, or strong growth over three years, does not: the same formula is then computed with wide integers.
#pragma once

#include "domain/decimal.h"
#include "domain/exact.h"
#include "domain/worksheet.h"
#include "projection/fastdivision.h"

#include <QString>
#include <QtGlobal>

#include <optional>
#include <vector>

namespace projection {

/// A workload's requests in one month, and a line's dollars in one month, are computed exactly up to these (rule 10).
inline constexpr qint64 kMaximumMonthlyRequests = 1'000'000'000'000'000;
inline constexpr qint64 kMaximumLineMonthCents = 100'000'000'000'000;
inline constexpr qint64 kMaximumProjectionCents = 100'000'000'000'000'000;

/// The months in which something runs: 1-based, inclusive, already cut at the projection's end.
struct ActiveMonths {
    int first = 1; ///< growth counts from here, also when it lies beyond the projection
    int last = 0;  ///< less than first: never inside the projection
    bool contains(int month) const { return month >= first && month <= last; }
};

struct RequestVolume {
    domain::Int128 callsPerDay = 0; ///< requestsPerDay x callsPerRequest, at most 10^18
    domain::Decimal daysPerMonth;
    domain::Decimal growthPerMonth;
    ActiveMonths active;
    std::vector<domain::Step> steps; ///< any order
};

/// R of rule 3 for every month 1..months; nothing when a month exceeds kMaximumMonthlyRequests.
std::optional<std::vector<qint64>> monthlyRequests(const RequestVolume &volume, int months);

/// round(base x f) for every month 1..months (0 outside the active ones); nothing when one exceeds `limit`.
/// `base` is any whole number: cents of a flat amount, millionths of a quantity.
std::optional<std::vector<domain::Int128>> grown(domain::Int128 base, domain::Decimal growthPerMonth,
                                                 ActiveMonths active, int months, domain::Int128 limit);

/// f as of `monthsLater` months after the first active one, exact to its 12 decimals, without trailing zeros: "1.0816".
QString growthFactorText(domain::Decimal growthPerMonth, int monthsLater);

/// round(count x share), share in 0..1: batch requests of all, cache hits of the on-demand ones (rule 4).
inline qint64 shareOf(qint64 count, domain::Decimal share)
{
    constexpr PowerOfTenDivisor kByMillion(domain::Decimal::kDecimals);
    if (share.isZero())
        return 0;
    // At most 10^15 x 10^6: the product fits 128 bits, the quotient 64.
    const auto product = domain::UInt128(static_cast<quint64>(count)) * static_cast<quint64>(share.millionths());
    return static_cast<qint64>(kByMillion.divideHalfEven(product).value_or(0));
}

/// users x actions per user and day, rounded half-even to a whole number.
domain::Int128 requestsOfUsers(qint64 users, domain::Decimal actionsPerUserPerDay);

} // namespace projection
