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

/// Fills the cents of every month of a line that is billed by token, from its requests, rates and shares. False when a
/// month exceeds the line-month limit.
bool chargeTokens(const LineBasis &basis, Monthly &monthly);

/// modelUnits x dollars per hour x 730 hours.
std::optional<domain::Money> provisionedCharge(qint64 modelUnits, domain::Rate perHour);

/// A quantity through the tiers of a price. `beyond` is set when it exceeds the last documented tier.
struct TieredCharge {
    std::optional<domain::Money> amount; ///< nothing above the line-month limit
    bool beyond = false;
};
TieredCharge tieredCharge(domain::Decimal quantity, const std::vector<catalogue::PriceTier> &tiers, qint64 per);

} // namespace projection
