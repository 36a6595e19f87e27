// Rewrite: what to put in place of wording that makes a record read as a duplicate of its sibling. Part of
// review/distinctness.h.
#pragma once

#include "review/distinctness.h"

namespace review {

/// Two records of the stack side by side, without a proposal.
Comparison compared(const DistinctnessInput &input, int first, int second);

/// Empty where the shared text is no wording of the second record: then only its facts can tell the two apart.
std::vector<ProposedText> rewriteOf(const DistinctnessInput &input, const Comparison &comparison);

} // namespace review
