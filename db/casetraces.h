// What a case gathers besides its revisions: notes, filings, statuses, attachments, lines of the journal, input that is not
// valid yet. Each is a fact of its own that is added and never merged.
#pragma once

#include "db/connection.h"

namespace db {

struct CaseInFile {
    Connection &connection;
    qint64 number = 0; ///< the case's own in the tables
};

/// Adds to `to` what `from` has and `to` has not, inside a transaction of the caller's, and returns how many rows that
/// were; journal lines and pending input do not count. A filing goes to the revision with the same worksheet, else to the
/// one that holds now.
ports::StoreResult<qint64> copyTraces(const CaseInFile &from, const CaseInFile &to);

/// Runs `insert` for every row of `select`, with `leading` before the row's values.
Step copyRows(Connection &from, const QString &select, const QVariantList &selected, Connection &to,
              const QString &insert, const QVariantList &leading);

} // namespace db
