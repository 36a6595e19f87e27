#include "funding/timeline.h"

#include <algorithm>

namespace funding {

using domain::Money;
using domain::Month;
using projection::Projection;

namespace {

/// What a held credit and a pool have in common here.
struct Source {
    Payer payer;
    Money amount;
    const Payments &pays;
    int first = 1;
    int last = 1;
};

std::vector<Source> sourcesOf(const FundingPlan &plan, const Projection &projection)
{
    std::vector<Source> sources;
    for (std::size_t i = 0; i < plan.heldCredits.size(); ++i) {
        const HeldCredit &held = plan.heldCredits[i];
        const int first = held.grantedOn ? Month::of(*held.grantedOn).since(projection.startMonth) + 1 : 1;
        const int last =
            held.expiresOn ? Month::of(*held.expiresOn).since(projection.startMonth) + 1 : projection.months + 1;
        sources.push_back(
            {{PayerKind::Held, static_cast<int>(i)}, held.remaining, held.pays, std::max(first, 1), last});
    }
    for (std::size_t i = 0; i < plan.pools.size(); ++i) {
        const Pool &pool = plan.pools[i];
        sources.push_back({{PayerKind::Pool, static_cast<int>(i)},
                           pool.ask,
                           pool.pays,
                           std::max(pool.issuedMonth, 1),
                           pool.lastValidMonth});
    }
    return sources;
}

void follow(const Source &source, const Projection &projection, Timeline &timeline)
{
    if (source.amount.isZero() || source.first > projection.months || source.last < 1)
        return;
    if (source.first == 1)
        timeline.atStart += source.amount;
    else
        timeline.events.push_back({CreditEventKind::Issued, source.payer, source.first, source.amount});
    Money left = source.amount;
    for (int month = source.first; month <= std::min(source.last, projection.months); ++month) {
        const auto at = static_cast<std::size_t>(month - 1);
        const Money paid = source.pays.monthly[at];
        left -= paid;
        if (month < source.last)
            timeline.balance[at] += left;
        if (!paid.isZero())
            timeline.creditsEnd = std::max(timeline.creditsEnd.value_or(0), month);
        if (!paid.isZero() && left.isZero())
            timeline.events.push_back({CreditEventKind::UsedUp, source.payer, month, Money()});
        if (month == source.last && !left.isZero())
            timeline.events.push_back({CreditEventKind::Expires, source.payer, month, left});
    }
}

} // namespace

Timeline timeline(const FundingPlan &plan, const Projection &projection)
{
    Timeline timeline;
    timeline.balance.assign(static_cast<std::size_t>(projection.months), Money());
    for (const Source &source : sourcesOf(plan, projection))
        follow(source, projection, timeline);
    std::stable_sort(timeline.events.begin(), timeline.events.end(),
                     [](const CreditEvent &a, const CreditEvent &b) { return a.month < b.month; });
    if (!timeline.balance.empty() && !timeline.balance.back().isZero())
        timeline.creditsEnd.reset();
    return timeline;
}

} // namespace funding
