// Demand: the worksheet at the low or the high end of what the founder is unsure of.
#pragma once

#include "domain/worksheet.h"
#include "funding/plan.h"

namespace documents {

enum class Demand { Low, High };

/// Whether any workload states a range.
bool hasRange(const domain::Worksheet &worksheet);

/// Every stated range at its low or high end, all else as stated; the asks fixed at those of `stated`, so that the plan
/// computed from it says what that ask would meet.
domain::Worksheet worksheetAt(Demand demand, const domain::Worksheet &worksheet, const funding::FundingPlan &stated);

} // namespace documents
