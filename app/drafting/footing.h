// Footing: do the pools of a case add up to its projection? What a check of a case file asks about every case.
#pragma once

#include "drafting/drafting.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace drafting {

/// The first line and month of which not every cent is in exactly one place, in words; nothing when the ledger foots.
std::optional<QString> ledgerDifference(const projection::Projection &projection, const funding::FundingPlan &plan);

/// The same about a stored worksheet, computed as of `evaluatedOn` (YYYY-MM-DD). Nothing when it cannot be computed (a
/// price that the rate book no longer has): that is no damage.
std::optional<QString> ledgerDifference(QByteArrayView worksheet, const QString &evaluatedOn, const Shipped &shipped);

} // namespace drafting
