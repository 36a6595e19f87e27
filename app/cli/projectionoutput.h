// The projection and its pool ledger as JSON (the documented, stable form), as a table for people and as CSV.
#pragma once

#include "drafting/drafting.h"
#include "json/writer.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace cli {

/// `briefstack-projection`, version 1. `more` adds members of its own before the findings.
QByteArray projectionJson(const drafting::ComputedCase &computed, const std::function<void(json::Writer &)> &more);
/// `more` stands between the tables and the findings.
QByteArray projectionTable(const drafting::ComputedCase &computed, const QString &more);
/// One row per line and month, then the ledger's payer and amount: safe to open in a spreadsheet.
QByteArray projectionCsv(const drafting::ComputedCase &computed);

} // namespace cli
