#include "funding/reprice.h"

#include <algorithm>

namespace funding {

bool Repricing::differs() const
{
    const auto lineDiffers = [](const RepricedLine &line) { return line.before != line.after; };
    const auto poolDiffers = [](const RepricedPool &pool) {
        return pool.askBefore != pool.askAfter || pool.rawAskBefore != pool.rawAskAfter;
    };
    return totalBefore != totalAfter || std::any_of(lines.begin(), lines.end(), lineDiffers)
        || std::any_of(pools.begin(), pools.end(), poolDiffers);
}

Repricing reprice(const projection::Projection &before, const FundingPlan &planBefore,
                  const projection::Projection &after, const FundingPlan &planAfter)
{
    Repricing result{before.rateBookId,
                     before.rateBookAsOf,
                     after.rateBookId,
                     after.rateBookAsOf,
                     {},
                     before.total.total,
                     after.total.total,
                     {}};
    for (const projection::Line &line : after.lines) {
        const projection::Line *then = before.line(line.id);
        result.lines.push_back({line.id, line.name, line.service, then ? then->total : domain::Money(), line.total});
    }
    for (const Pool &pool : planAfter.pools) {
        const auto then = std::find_if(planBefore.pools.begin(), planBefore.pools.end(),
                                       [&pool](const Pool &other) { return other.id == pool.id; });
        const bool known = then != planBefore.pools.end();
        result.pools.push_back({pool.id, known ? then->ask : domain::Money(), pool.ask,
                                known ? then->rawAsk : domain::Money(), pool.rawAsk});
    }
    return result;
}

} // namespace funding
