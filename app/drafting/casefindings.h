// Case findings: everything there is to say about a case, its pages and its earlier filings included. What `review` shows and
// `draft` counts.
#pragma once

#include "drafting/casedocuments.h"

namespace drafting {

/// The worst first. `input` is that of the case (reviewInput()), with the earlier filings.
domain::Findings caseFindings(const review::ReviewInput &input, const ComputedCase &computed, const Shipped &shipped,
                              const CaseDocuments &documents);

} // namespace drafting
