// OfferPrices: the prices of one offer file, from what its products mean and the terms they are sold on.
#pragma once

#include "catalogue/offer/offerrows.h"

namespace catalogue {

/// Adds found rates, item prices, new models and refusals to `result`. Two products that price one thing differently
/// are both refused; a new model without both of input and output is not added.
void takePrices(std::vector<OfferMeaning> meanings, const OfferHead &head, const RateBook &book, ImportedOffer &result);

} // namespace catalogue
