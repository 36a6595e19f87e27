// Bulk import: the records of cases as rows of AWS Partner Central's import template.
//
// AWS publishes the template's labels, limits and some column letters, not its literal header row: the file has the
// published labels, each of known letter in its column, columns that nothing is known of without a head. Paste the rows
// below the header of the template as downloaded that day. Source: Partner Central sales guide, bulk actions (2026).
#pragma once

#include "domain/worksheet.h"
#include "records/record.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace documents {

/// One opportunity to import.
struct BulkImportRow {
    const domain::Worksheet &worksheet;
    const records::Record &record; ///< of kind Opportunity
    QString partnerIdentifier;     ///< the partner's own id of the record, unique per opportunity
};

/// The template's columns, from A on; empty where nothing is known of a column.
QStringList bulkImportColumns();

/// UTF-8 CSV with a row per opportunity, cells safe for spreadsheets, dates mm/dd/yyyy, amounts as AWS reads them.
QByteArray bulkImportCsv(const std::vector<BulkImportRow> &rows);

/// A value as it is typed or pasted into a field of the console.
struct ConsoleValue {
    QString label; ///< of the field
    QString value; ///< exactly what belongs into it, never empty
    friend bool operator==(const ConsoleValue &, const ConsoleValue &) = default;
};

/// What the row says, field by field in the order of template and console; then what only the console has a field for.
std::vector<ConsoleValue> consoleValues(const BulkImportRow &row);

} // namespace documents
