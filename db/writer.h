// The statements that save a case. Each function runs inside a transaction that its caller began.
#pragma once

#include "db/connection.h"

#include <QDateTime>

namespace db {

/// Adds a case as its first revision and returns its id.
ports::StoreResult<QString> addCase(Connection &connection, const ports::CaseDraft &draft, const QDateTime &now);

/// Saves the next revision of a case and returns it: the number that follows, or a later one that was asked for.
/// NoSuchCase and Conflict come before anything is written.
ports::StoreResult<int> updateCase(Connection &connection, const QString &caseId, const ports::CaseDraft &draft,
                                   int expectedRevision, const QDateTime &now, int asRevision = 0);

/// Keeps the rates that a revision was computed with, once per digest; none when empty.
Step writeRates(Connection &connection, qint64 revisionId, const QByteArray &rateRows);

/// The numbers that the next new case and the next change of any case get.
struct NextPlace {
    qint64 number = 1;
    qint64 changed = 1;
};
ports::StoreResult<NextPlace> nextPlace(Connection &connection);

/// `wanted`, or `wanted-2`, `wanted-3`, ... when a case of the file has that slug.
ports::StoreResult<QString> freeSlug(Connection &connection, const QString &wanted);

} // namespace db
