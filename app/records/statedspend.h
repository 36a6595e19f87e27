// Stated spend: Project.ExpectedCustomerSpend[0].Amount, the monthly spend a record states. The contract's section 5.
//
// A record of an earmarked pool states its use cases' eligible lines in the last month of its window. A
// general-purpose record states, at the projection's full month, the eligible lines that no earmarked record's window
// covers then. A line is stated by the first record whose window covers it, so the amounts of a stack never overlap.
#pragma once

#include "domain/money.h"
#include "funding/plan.h"
#include "projection/projection.h"

#include <vector>

namespace records {

struct StatedSpend {
    int month = 0; ///< of the projection; 0: there is none to state
    domain::Money amount;
    std::vector<int> lines; ///< indices of the lines it is the sum of; none without spend
};

/// `earlier`: the pools of the records before it in the stack, those that are drafted.
StatedSpend statedSpend(const projection::Projection &projection, const funding::Pool &pool,
                        const std::vector<const funding::Pool *> &earlier);

} // namespace records
