// RateChanges: what prices that were found would change in a book: `rates import` and `rates diff`.
#pragma once

#include "catalogue/ownrates.h"

#include <QString>

#include <vector>

namespace catalogue {

struct RateChange {
    enum class Kind { Added, Changed, Unchanged, Kept };
    Kind kind = Kind::Unchanged;
    QString what; ///< model or item id
    QString region;
    QString detail; ///< "regional input", "tier 2 of 3, up to 512,000"
    QString before; ///< dollars; empty when added
    QString after;
    QString percent; ///< "+10.00 %"; empty when added, unchanged, or from nothing
    QString why;     ///< of Kept: why the price in force stays; of another: what to know
};

/// In the order of `found`. `book` is the one in force, `own` laid over it. A price that equals the one in force (a default
/// one included) is unchanged; one that stands against an override is kept out by it.
std::vector<RateChange> rateChanges(const RateBook &book, const OwnRates &own, const OwnRates &found);

/// What differs between two books, the later one last; added and gone rates included, unchanged ones not.
std::vector<RateChange> bookChanges(const RateBook &before, const RateBook &after);

/// (after - before) / before in percent with two decimals and its sign: "+10.00 %"; empty when `before` is zero.
QString percentChange(domain::Rate before, domain::Rate after);

} // namespace catalogue
