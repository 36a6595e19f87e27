// What `project --levers` adds: what each lever saves on this case and all chosen ones together; low, stated and high
// demand against the asks; which input the total hangs on most.
#pragma once

#include "domain/result.h"
#include "drafting/drafting.h"
#include "whatif/levertable.h"
#include "whatif/outlook.h"
#include "json/writer.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace cli {

struct WhatIf {
    whatif::LeverTable table;
    std::vector<whatif::Lever> taken; ///< pulled together
    whatif::Effect together;
    whatif::Envelope envelope;
    std::vector<whatif::Influence> influences;
};

/// `take` holds lever ids; empty: the suggested ones. The error is the first id that names no lever, or that the taken
/// levers cannot be computed together.
domain::Result<WhatIf, QString> whatIfOf(const drafting::ComputedCase &computed, const whatif::Basis &basis,
                                         const whatif::LeverInputs &inputs, const QStringList &take);

QString whatIfText(const WhatIf &whatIf, const drafting::ComputedCase &computed, const catalogue::RateBook &book);
void writeWhatIf(json::Writer &out, const WhatIf &whatIf, const drafting::ComputedCase &computed,
                 const catalogue::RateBook &book);

} // namespace cli
