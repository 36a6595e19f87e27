// Case draft: a computed case as it is saved. The one place that says what of it is stored.
#pragma once

#include "drafting/drafting.h"
#include "ports/casestore.h"

#include <QDate>

namespace drafting {

/// Status `drafting`, the canonical worksheet, the rate book it was computed with, and a line per record. Without an id:
/// the caller gives one to a case whose documents are made before it is saved.
ports::CaseDraft caseDraft(const ComputedCase &computed, const Shipped &shipped, QDate asOf);

/// The part of `rates` that a worksheet uses: the models it names (alternatives too) and its items, in its regions, as a
/// rate book of its own. Kept with every revision, so that it can be computed again when the book has moved on.
QByteArray rateRows(const domain::Worksheet &worksheet, const catalogue::RateBook &rates);

} // namespace drafting
