#include "projection/totals.h"

#include "domain/exact.h"
#include "projection/volume.h"

#include <algorithm>

namespace projection {

using domain::Money;

namespace {

ServiceTotals &rowOf(std::vector<ServiceTotals> &services, const QString &service, int months)
{
    const auto found = std::find_if(services.begin(), services.end(),
                                    [&service](const ServiceTotals &row) { return row.service == service; });
    if (found != services.end())
        return *found;
    services.push_back({service, {}});
    services.back().totals.monthly.assign(static_cast<std::size_t>(months), Money());
    return services.back();
}

int lastMonthWithSpend(const Monthly &monthly)
{
    for (std::size_t month = monthly.size(); month > 0; --month) {
        if (!monthly[month - 1].isZero())
            return static_cast<int>(month);
    }
    return 0;
}

} // namespace

Totals totalsOf(Monthly monthly, int fullMonth)
{
    Totals totals;
    qint64 monthsWithSpend = 0;
    for (const Money amount : monthly) {
        totals.total += amount;
        totals.peak = std::max(totals.peak, amount);
        monthsWithSpend += amount.isZero() ? 0 : 1;
    }
    if (monthsWithSpend > 0) {
        totals.average =
            Money::fromCents(static_cast<qint64>(domain::divideHalfEven(totals.total.cents(), monthsWithSpend)));
    }
    if (fullMonth >= 1 && fullMonth <= static_cast<int>(monthly.size()))
        totals.full = monthly[static_cast<std::size_t>(fullMonth - 1)];
    totals.monthly = std::move(monthly);
    return totals;
}

bool addTotals(Projection &projection, std::optional<int> fullVolumeMonth)
{
    Monthly all(static_cast<std::size_t>(projection.months), Money());
    domain::Int128 total = 0;
    for (Line &line : projection.lines) {
        // A line's month is at most 10^14 cents and there are at most 36 of them: no overflow in 64 bits.
        for (std::size_t month = 0; month < all.size(); ++month)
            line.total += line.monthly[month];
        total += line.total.cents();
    }
    if (total > kMaximumProjectionCents)
        return false;
    for (const Line &line : projection.lines) {
        ServiceTotals &row = rowOf(projection.services, line.service, projection.months);
        for (std::size_t month = 0; month < all.size(); ++month) {
            all[month] += line.monthly[month];
            row.totals.monthly[month] += line.monthly[month];
        }
    }
    projection.fullMonth = fullVolumeMonth.value_or(lastMonthWithSpend(all));
    for (ServiceTotals &row : projection.services)
        row.totals = totalsOf(std::move(row.totals.monthly), projection.fullMonth);
    projection.total = totalsOf(std::move(all), projection.fullMonth);
    return true;
}

} // namespace projection
