#include "records/statedspend.h"

#include <algorithm>

namespace records {

using domain::Money;
using funding::Pool;
using projection::Line;

namespace {

bool isStatedBefore(const Line &line, int month, const std::vector<const Pool *> &earlier)
{
    return std::any_of(earlier.begin(), earlier.end(), [&](const Pool *pool) {
        // A general-purpose record states all that the earmarked ones leave: nothing remains for a second one.
        return pool->hasInScope(line) && (!pool->earmarked || pool->covers(month));
    });
}

} // namespace

StatedSpend statedSpend(const projection::Projection &projection, const Pool &pool,
                        const std::vector<const Pool *> &earlier)
{
    StatedSpend stated;
    stated.month = pool.earmarked ? pool.lastMonth : projection.fullMonth;
    if (stated.month < 1 || stated.month > projection.months || (pool.earmarked && stated.month < pool.fromMonth)) {
        stated.month = 0;
        return stated;
    }
    for (std::size_t i = 0; i < projection.lines.size(); ++i) {
        const Line &line = projection.lines[i];
        const Money amount = line.monthly[static_cast<std::size_t>(stated.month - 1)];
        if (!line.creditEligible || amount.isZero() || !pool.hasInScope(line)
            || isStatedBefore(line, stated.month, earlier))
            continue;
        stated.amount += amount;
        stated.lines.push_back(static_cast<int>(i));
    }
    return stated;
}

} // namespace records
