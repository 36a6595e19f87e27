// The statements behind ports::FilingStore.
#pragma once

#include "db/connection.h"
#include "ports/filings.h"

namespace db {

/// Error: NoSuchCase.
ports::StoreResult<ports::CaseFilings> filingsOf(Connection &connection, const QString &caseId);

ports::StoreResult<std::vector<std::pair<QString, ports::CaseFilings>>> filingsOfAll(Connection &connection);

/// Errors: NoSuchCase, NoSuchRevision, Corrupt.
ports::StoreResult<QByteArray> filedFileOf(Connection &connection, const QString &caseId, qint64 filing,
                                           const QString &name);

/// These two run inside a transaction that their caller began. NoSuchCase and Conflict come before anything is written.
ports::StoreResult<int> writeFiling(Connection &connection, const QString &caseId, int expectedRevision,
                                    const ports::FilingDraft &draft, const QDateTime &now);
/// Returns the revision that the case is at.
ports::StoreResult<int> writeStatus(Connection &connection, const QString &caseId, const ports::StatusChange &change,
                                    const std::vector<ports::Award> &awards, const QDateTime &now);

} // namespace db
