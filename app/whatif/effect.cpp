#include "whatif/effect.h"

#include <algorithm>

namespace whatif {

using domain::Result;
using domain::Unexpected;
using domain::Worksheet;

namespace {

QStringList newFindings(const domain::Findings &before, const domain::Findings &after)
{
    QStringList notes;
    for (const domain::Finding &finding : after) {
        if (std::find(before.begin(), before.end(), finding) == before.end() && !notes.contains(finding.message))
            notes.append(finding.message);
    }
    return notes;
}

std::vector<PoolEffect> poolEffects(const Figures &stated, const Figures &held, const funding::FundingPlan &anew)
{
    std::vector<PoolEffect> effects;
    for (std::size_t i = 0; i < stated.plan.pools.size(); ++i) {
        const funding::Pool &before = stated.plan.pools[i];
        const funding::Pool &after = held.plan.pools[i];
        PoolEffect effect;
        effect.id = before.id;
        effect.ask = before.ask;
        effect.before = lastingOf(stated, before);
        effect.after = lastingOf(held, after);
        effect.gained =
            domain::Decimal::fromMillionths(effect.after.months.millionths() - effect.before.months.millionths());
        effect.needBefore = before.need;
        effect.needAfter = anew.pools[i].need;
        effect.askAfter = anew.pools[i].ask;
        effect.forfeitedBefore = before.forfeited;
        effect.forfeitedAfter = after.forfeited;
        effects.push_back(effect);
    }
    return effects;
}

} // namespace

Result<Effect, domain::InputError> effectOf(const std::vector<Lever> &levers, const Worksheet &worksheet,
                                            const Figures &stated, const Basis &basis)
{
    const Worksheet changed = applied(worksheet, levers);
    const auto anew = figuresOf(changed, basis);
    if (!anew)
        return Unexpected(anew.error());
    auto heldPlan =
        funding::plan(withAsksHeld(changed, stated.plan), anew->projection, basis.programmes, basis.asOf, basis.order);
    if (!heldPlan)
        return Unexpected(heldPlan.error());
    const Figures held{anew->projection, *std::move(heldPlan)};
    Effect effect;
    effect.saved = stated.projection.total.total - held.projection.total.total;
    effect.monthly = held.projection.total.monthly;
    for (const projection::Line &line : held.projection.lines)
        effect.lineTotals.push_back(line.total);
    effect.customerBefore = stated.plan.customer.total;
    effect.customerAfter = held.plan.customer.total;
    effect.lastPaidBefore = lastPaidMonth(stated.plan);
    effect.lastPaidAfter = lastPaidMonth(held.plan);
    effect.pools = poolEffects(stated, held, anew->plan);
    effect.notes = newFindings(stated.projection.findings, held.projection.findings);
    return effect;
}

} // namespace whatif
