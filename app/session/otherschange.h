// OthersChange: what another program saved to the open case meanwhile, beside what stands here. Fields that only one side
// changed go together by themselves; those that both changed are for a person to choose about.
#pragma once

#include "domain/worksheet.h"
#include "ports/casestore.h"
#include "session/comparison.h"
#include "worksheetfile/merge.h"

#include <optional>
#include <vector>

namespace session {

struct OthersChange {
    ports::CaseSummary summary; ///< the case as it is in the file now
    std::vector<ports::PendingInput> pending;
    std::optional<domain::Worksheet> base; ///< what both started from
    domain::Worksheet ours;
    domain::Worksheet theirs;

    /// With the choices of a person; without any, what neither side disputes.
    worksheetfile::Merge merged(const Comparison &chosen = {}) const;
    /// The fields that both changed, to be chosen about.
    Comparison comparison() const;
};

} // namespace session
