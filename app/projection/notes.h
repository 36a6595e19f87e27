// Notes: what the projection assumed or ran past, as findings of the whole: an old book, models that end, months, launch
// steps and ranges beyond the projection.
#pragma once

#include "catalogue/ratebook.h"
#include "projection/projection.h"

namespace projection {

/// A book older than this is a finding. Source: the product's own rule, list prices change about every two months.
inline constexpr int kStaleAfterDays = 60;

void addNotes(const domain::Worksheet &worksheet, const catalogue::RateBook &book, QDate asOf, Projection &projection);

} // namespace projection
