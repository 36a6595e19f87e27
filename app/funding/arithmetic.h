// How a pool's need and ask come about (rule 12), as steps that a person with a calculator can check.
#pragma once

#include "catalogue/programmes.h"
#include "domain/worksheet.h"
#include "funding/plan.h"
#include "projection/arithmetic.h"

namespace funding {

/// The need: per month of the window the eligible spend in scope, less what credits before this pool pay of it.
projection::Arithmetic needArithmetic(const Pool &pool, const projection::Projection &projection);

/// The ask: need, headroom, the next whole $500, the programme's ceiling or the amount set by hand.
projection::Arithmetic askArithmetic(const Pool &pool, const projection::Projection &projection,
                                     const catalogue::Programmes &programmes, const domain::Worksheet &worksheet);

} // namespace funding
