// Notes of a case's calls and what they are the evidence for (ports/notes.h). Inside a transaction of the caller's.
#pragma once

#include "db/casetraces.h"
#include "db/connection.h"
#include "ports/notes.h"

#include <QDateTime>

namespace db {

/// Error: NoSuchCase.
ports::StoreResult<ports::CaseNotes> notesOf(Connection &connection, const QString &caseId);

/// Writes the change and makes its words, if any are others, searchable; the case keeps its revision and its place in the list. Error: NoSuchCase.
Step changeNotes(Connection &connection, const QString &caseId, const ports::NotesChange &change, const QDateTime &now);

/// Newest first. Error: NoSuchCase.
ports::StoreResult<std::vector<ports::EarlierWording>> earlierWordings(Connection &connection, const QString &caseId,
                                                                       const QString &callId);

/// Adds to `to` the calls, lines, evidence and questions that `from` has and `to` has not; returns how many lines that
/// were. A line that both changed stays as it is here, and theirs is added behind it.
ports::StoreResult<qint64> copyNotes(const CaseInFile &from, const CaseInFile &to);

} // namespace db
