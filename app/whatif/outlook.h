// Outlook: what the asked credits meet at low, stated and high demand, and which input the result hangs on most.
//
// The ends come from the ranges that the founder gave (whatif/demand.h), all of them low or all of them high; the asks stay
// those of the stated case. Where no range is given, low and high are missing, never invented.
#pragma once

#include "whatif/demand.h"
#include "whatif/figures.h"

#include <QString>

#include <optional>
#include <vector>

namespace whatif {

/// One pool in one of the three cases. Its ask is the stated one.
struct PoolOutlook {
    QString id;
    domain::Money ask;
    domain::Money pays;
    domain::Money forfeited;
    domain::Money unspent;
    std::optional<int> exhaustedInMonth;
    Lasting lasting;
};

struct Outlook {
    domain::Money total; ///< over the projection
    domain::Money full;  ///< in the full month
    domain::Money customer;
    domain::Money forfeited;          ///< held credits and pools together
    std::optional<int> lastPaidMonth; ///< the month in which credits end
    std::vector<PoolOutlook> pools;
};

struct Envelope {
    Outlook stated;
    std::optional<Outlook> low;  ///< none: no range is given
    std::optional<Outlook> high; ///< none: no range, or beyond what is computed exactly
};
Envelope envelopeOf(const domain::Worksheet &worksheet, const Figures &stated, const Basis &basis);

/// What one input alone does to the total, all else as stated.
struct Influence {
    QString field; ///< path by ids
    QString what;  ///< "Assistant answers: requests a day"
    qint64 low = 0;
    qint64 stated = 0;
    qint64 high = 0;
    domain::Money atLow; ///< the projection's total
    domain::Money atHigh;
    domain::Money spread() const { return atHigh - atLow; }
};

/// The ranged inputs, the one that moves the total most first. Where no range is given at all, every volume and token
/// count 10 % less and 10 % more, which says what to ask about first. Inputs that cannot be computed are left out.
std::vector<Influence> influencesOf(const domain::Worksheet &worksheet, const Basis &basis);

} // namespace whatif
