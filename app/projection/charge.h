// Charge: from counts and rates to the cents of one line in one month. The contract's rules 5, 6 and 8.
//
// Everything is summed exactly (dollars x 10^-18) and rounded once, half-even, to cents.
#pragma once

#include "catalogue/ratebook.h"
#include "domain/decimal.h"
#include "domain/exact.h"
#include "domain/money.h"
#include "projection/projection.h"

#include <optional>
#include <vector>

namespace projection {

/// What one call of each kind costs: tokens x dollars per million tokens, in units of 10^(unitExponent - 18) dollars. The
/// unit is as coarse as it can be without losing anything, so that ordinary products stay within 64 bits.
struct CallCosts {
    domain::Int128 onDemand = 0;   ///< fresh input and output of an on-demand call
    domain::Int128 cacheRead = 0;  ///< the prefix of a call that hits
    domain::Int128 cacheWrite = 0; ///< the prefix of a call that misses
    domain::Int128 batch = 0;      ///< input and output of a batch call
    int unitExponent = 0;          ///< 0..16
};

/// Prepares the costs of a line.
CallCosts callCosts(const LineBasis &basis);

/// The charge for `requests` calls split by the basis's batch share and hit rate; nothing above the line-month limit.
std::optional<domain::Money> tokenCharge(const CallCosts &costs, const LineBasis &basis, qint64 requests);

/// modelUnits x dollars per hour x 730 hours.
std::optional<domain::Money> provisionedCharge(qint64 modelUnits, domain::Rate perHour);

/// A quantity through the tiers of a price. `beyond` is set when it exceeds the last documented tier.
struct TieredCharge {
    std::optional<domain::Money> amount; ///< nothing above the line-month limit
    bool beyond = false;
};
TieredCharge tieredCharge(domain::Decimal quantity, const std::vector<catalogue::PriceTier> &tiers, qint64 per);

} // namespace projection
