// Notes of a case: what was said on a call, as typed. Inside a transaction of the caller's.
#pragma once

#include "db/connection.h"

#include <QDateTime>

namespace db {

/// Adds a note and makes it searchable; the case keeps its revision and its place in the list. Error: NoSuchCase.
Step addNote(Connection &connection, const QString &caseId, const QString &body, const QDateTime &now);

} // namespace db
