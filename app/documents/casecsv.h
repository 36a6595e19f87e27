// Case CSV: a case's figures as one long table: what each line costs in each month (`spend`), who pays it (`ledger`), and
// what each record asks for (`record`). Amounts are US dollars to the cent; nothing is rounded, and both sums are the same.
#pragma once

#include "documents/casedocument.h"
#include "documents/csv.h"

#include <QByteArray>

namespace documents {

/// Rows: spend by line and month, ledger by month, line and payer, records in their order; no row for zero.
QByteArray caseCsv(const CaseInput &input, CsvForm form);

} // namespace documents
