// backup(): a verified copy of a case file, made through SQLite so that it is of one moment even while others write.
#pragma once

#include "ports/casestore.h"

#include <QDateTime>
#include <QString>

namespace db {

/// Copies the file at `path` into `folder` (which exists) as `<name>-YYYYMMDD-HHMMSS.briefstack`, with `-2`, `-3` when
/// that is taken, and returns the copy's path. The copy appears under its name only after it passed check().
/// Errors: those of opening the file, Corrupt when its copy does not pass, and those of creating a file.
ports::StoreResult<QString> backup(const QString &path, const QString &folder, const QDateTime &now);

} // namespace db
