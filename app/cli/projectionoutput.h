// The projection and its pool ledger as JSON (the documented, stable form), as a table for people and as CSV.
#pragma once

#include "drafting/drafting.h"

#include <QByteArray>

namespace cli {

/// `briefstack-projection`, version 1.
QByteArray projectionJson(const drafting::ComputedCase &computed);
/// `explain` adds the arithmetic of every line in words.
QByteArray projectionTable(const drafting::ComputedCase &computed, bool explain);
/// One row per line and month, then the ledger's payer and amount: safe to open in a spreadsheet.
QByteArray projectionCsv(const drafting::ComputedCase &computed);

} // namespace cli
