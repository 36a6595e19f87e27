// Offers: which levers make sense on this case, with inputs to start from.
#pragma once

#include "whatif/figures.h"
#include "whatif/lever.h"

#include <QString>

#include <optional>
#include <vector>

namespace whatif {

/// What a person may set instead of the values a lever starts from.
struct LeverInputs {
    domain::Decimal batchShare = domain::Decimal::fromInteger(1);
    std::optional<qint64> prefixTokens; ///< none: three quarters of the input
    domain::Decimal hitRate = domain::Decimal::fromMillionths(800'000);
    qint64 modelUnits = 1;
};

struct Offer {
    Lever lever;
    /// The facts speak for it: an evaluation or other work that nobody waits for to Batch, the prefix of the rest cached.
    /// It changes neither the model nor where data are processed.
    bool likely = false;
};

/// A lever that was looked at and cannot be pulled, with the reason.
struct NotOffered {
    LeverKind kind = LeverKind::Batch;
    QString workload; ///< id
    QString reason;
};

struct Offers {
    std::vector<Offer> list; ///< by kind, then in worksheet order
    std::vector<NotOffered> refused;
};

/// Only workloads that are projected at all; a workload on provisioned throughput is offered nothing.
Offers offersOf(const domain::Worksheet &worksheet, const Figures &stated, const Basis &basis,
                const LeverInputs &inputs = {});

} // namespace whatif
