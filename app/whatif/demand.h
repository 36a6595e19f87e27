// Demand: the worksheet at the low or the high end of what the founder is unsure of.
#pragma once

#include "domain/worksheet.h"
#include "funding/plan.h"

namespace whatif {

enum class Demand { Low, High };

/// Whether any workload states a range.
bool hasRange(const domain::Worksheet &worksheet);
bool hasRange(const domain::Workload &workload);

/// Every stated range at its low or high end, all else as stated; the asks fixed at those of `stated`, so that the plan
/// computed from it says what that ask would meet.
domain::Worksheet worksheetAt(Demand demand, const domain::Worksheet &worksheet, const funding::FundingPlan &stated);

/// What a range may be about.
enum class Input { Requests, InputTokens, OutputTokens };

/// Sets one input of a workload; users give way to the requests, and the cached prefix never exceeds the input.
void setInput(domain::Workload &workload, Input input, qint64 value);

} // namespace whatif
