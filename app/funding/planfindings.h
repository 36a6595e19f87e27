// What a computed plan says about itself: floors, ceilings, overrides, launches inside a proof of concept, credits lost.
#pragma once

#include "funding/plan.h"
#include "funding/pools.h"

#include <vector>

namespace funding {

void addPlanFindings(const domain::Worksheet &worksheet, const projection::Projection &projection,
                     const std::vector<ResolvedPool> &resolved, FundingPlan &plan);

} // namespace funding
