// The statements that save a case. Each function runs inside a transaction that its caller began.
#pragma once

#include "db/connection.h"

#include <QDateTime>

namespace db {

/// Adds a case as its first revision and returns its id.
ports::StoreResult<QString> addCase(Connection &connection, const ports::CaseDraft &draft, const QDateTime &now);

/// Saves the next revision of a case and returns it. NoSuchCase and Conflict come before anything is written.
ports::StoreResult<int> updateCase(Connection &connection, const QString &caseId, const ports::CaseDraft &draft,
                                   int expectedRevision, const QDateTime &now);

} // namespace db
