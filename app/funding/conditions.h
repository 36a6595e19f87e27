// What the terms of the programmes mean for a plan: spend before the credits arrive, other accounts, models of other
// providers, purchases that credits do not pay. Finer than the contract's table, so findings only, never other amounts.
#pragma once

#include "funding/plan.h"
#include "funding/pools.h"

#include <QDate>

#include <vector>

namespace funding {

/// What the checks of a finished plan look at.
struct PlanContext {
    const domain::Worksheet &worksheet;
    const projection::Projection &projection;
    const catalogue::Programmes &programmes;
    const std::vector<ResolvedPool> &resolved; ///< parallel to plan.pools
    QDate asOf;
};

void addConditionFindings(const PlanContext &context, FundingPlan &plan);

/// Why qualifying teams pay themselves: open and not in the stack, only the small tier, already spending, a ramp before any
/// credits.
void addMissedFundingFindings(const PlanContext &context, FundingPlan &plan);

} // namespace funding
