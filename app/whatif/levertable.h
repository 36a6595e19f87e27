// LeverTable: every lever of a case with what it saves, and what the chosen ones save together.
//
// Savings do not add up: a call in Batch is not cached, a smaller model saves on what is left. So `together` is computed on
// the case with all chosen levers pulled.
//
//     const auto table = whatif::leverTableOf(worksheet, stated, {book, programmes, asOf});
#pragma once

#include "whatif/effect.h"
#include "whatif/offers.h"

#include <optional>
#include <vector>

namespace whatif {

/// Where provisioned throughput starts to pay.
struct BreakEven {
    domain::Money unitsAMonth;    ///< what the model units cost in a month of 730 hours
    domain::Money onDemandAMonth; ///< what the workload costs in its dearest month now
    /// The calls a day, at this workload's tokens and shares, from which on the units are cheaper; nothing where a call
    /// costs nothing.
    std::optional<qint64> callsPerDay;
};

struct LeverResult {
    Lever lever;
    bool likely = false;
    Effect effect;
    std::optional<BreakEven> breakEven; ///< Provisioned only
};

struct LeverTable {
    std::vector<LeverResult> levers; ///< likely ones first, then by dollars saved; provisioned last
    std::vector<NotOffered> refused;
};

LeverTable leverTableOf(const domain::Worksheet &worksheet, const Figures &stated, const Basis &basis,
                        const LeverInputs &inputs = {});

/// The levers to pull together when nobody has chosen: the likely ones that save something.
std::vector<Lever> suggestedLevers(const LeverTable &table);

} // namespace whatif
