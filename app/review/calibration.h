// Calibration: today's bill beside month 1. A projection that starts far from what is paid today needs a reason, which
// then stands in the brief.
#pragma once

#include "domain/finding.h"
#include "domain/worksheet.h"
#include "projection/projection.h"

namespace review {

/// A finding for the whole bill and one for its Bedrock part when month 1 lies more than `share` of the bill above or
/// below it and no reason is given. A bill of zero is fine (funding is for what will run), one that is not known says
/// nothing here.
domain::Findings calibrationFindings(const domain::Worksheet &worksheet, const projection::Projection &projection,
                                     domain::Decimal share);

} // namespace review
