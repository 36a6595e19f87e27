// Effect: what levers do to a case: dollars saved, months gained on each pool, what the customer still pays.
//
// The asks are held at those of the stated case, so that an effect says what the asked credits would then meet; what would
// be needed and asked anew stands beside it.
#pragma once

#include "whatif/figures.h"
#include "whatif/lever.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace whatif {

struct PoolEffect {
    QString id;
    domain::Money ask; ///< held
    Lasting before;
    Lasting after;
    domain::Decimal gained; ///< months, after less before; the least when `after` outlasts the projection
    domain::Money needBefore;
    domain::Money needAfter;
    domain::Money askAfter; ///< what would be asked if the levers were applied
    domain::Money forfeitedBefore;
    domain::Money forfeitedAfter; ///< of the held ask
};

struct Effect {
    domain::Money saved;            ///< over the projection; negative: it costs more
    projection::Monthly monthly;    ///< the projection's total with the levers
    projection::Monthly lineTotals; ///< per line of the projection, with the levers
    domain::Money customerBefore;
    domain::Money customerAfter;
    std::optional<int> lastPaidBefore; ///< month in which credits end
    std::optional<int> lastPaidAfter;
    std::vector<PoolEffect> pools;
    QStringList notes; ///< what the projection says with the levers that it did not say before: why nothing is saved
};

/// `stated` are the figures of `worksheet` itself. The errors are those of the projection: a model without a price here.
domain::Result<Effect, domain::InputError> effectOf(const std::vector<Lever> &levers,
                                                    const domain::Worksheet &worksheet, const Figures &stated,
                                                    const Basis &basis);

} // namespace whatif
