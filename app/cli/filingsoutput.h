// What became of a case's records, as a table for people and as the `briefstack-filings` document.
#pragma once

#include "cli/filedcases.h"

namespace cli {

/// Of one pool, or of all of the stack and all that were filed when `poolId` is empty.
Outcome<QByteArray> filingsTable(const FiledCase &one, const QString &poolId, const drafting::Shipped &shipped,
                                 QDate asOf);
Outcome<QByteArray> filingsJson(const FiledCase &one, const QString &poolId, const drafting::Shipped &shipped,
                                QDate asOf);

} // namespace cli
