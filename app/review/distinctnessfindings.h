// What two records share, as findings. Part of review/distinctness.h.
#pragma once

#include "review/distinctness.h"

namespace review {

domain::Findings distinctnessFindings(const DistinctnessInput &input, const std::vector<Comparison> &comparisons);

} // namespace review
