// What SQLite and the system report, as a StoreError: the only place that reads their codes.
#pragma once

#include "ports/casestore.h"

struct sqlite3;

namespace db {

using Step = domain::Result<void, ports::StoreError>;

/// `code` is SQLite's extended result code, `systemError` the errno behind it (0 when none).
ports::StoreError fromSqlite(int code, const QString &words, int systemError);

/// The errno behind a failure of `handle` with that code, as far as SQLite kept it.
int systemErrorOf(sqlite3 *handle, int code);

/// The failure that `handle` saw last.
ports::StoreError lastError(sqlite3 *handle);

/// A failed system call on `what`.
ports::StoreError fromErrno(int error, const QString &what);

/// An error of a kind that neither SQLite nor the system reported.
ports::StoreError error(ports::StoreError::Kind kind, const QString &detail = {});

} // namespace db
