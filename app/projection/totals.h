// Totals: sums of whole cents by service and in all, with average, peak and full month (rule 9).
#pragma once

#include "projection/projection.h"

#include <optional>

namespace projection {

/// Fills line totals, services, total and fullMonth. False when the projection exceeds 10^15 dollars.
bool addTotals(Projection &projection, std::optional<int> fullVolumeMonth);

/// total, average (over the months with spend, half-even), peak and the full month's amount of a monthly row.
Totals totalsOf(Monthly monthly, int fullMonth);

} // namespace projection
