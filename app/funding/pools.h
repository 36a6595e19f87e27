// Pools: from the worksheet's pool requests to pools with their programme's defaults, scope, window and validity.
#pragma once

#include "catalogue/programmes.h"
#include "domain/inputerror.h"
#include "domain/result.h"
#include "funding/plan.h"

#include <vector>

namespace funding {

struct ResolvedPool {
    Pool pool; ///< everything but the amounts
    const catalogue::Programme *programme = nullptr;
    const domain::PoolRequest *request = nullptr;
};

/// Resolves every pool in order; moves issue months that lie before the month after `asOf`, with a finding.
domain::Result<std::vector<ResolvedPool>, domain::InputError> resolvePools(const domain::Worksheet &worksheet,
                                                                           const projection::Projection &projection,
                                                                           const catalogue::Programmes &programmes,
                                                                           QDate asOf, domain::Findings &findings);

/// Held credits with something remaining, in the given order.
std::vector<HeldCredit> heldCredits(const domain::Worksheet &worksheet, domain::Findings &findings);

} // namespace funding
