// The statements about a case's history: listing it, and forgetting what history.h says may go.
#pragma once

#include "db/connection.h"

#include <QDateTime>

#include <vector>

namespace db {

/// Newest first. Error: NoSuchCase.
ports::StoreResult<std::vector<ports::RevisionSummary>> listRevisions(Connection &connection, const QString &caseId);

/// Thins the history of the case in that row of the table. Runs inside a transaction that its caller began.
Step thinHistory(Connection &connection, qint64 caseRow, const QDateTime &now);

} // namespace db
