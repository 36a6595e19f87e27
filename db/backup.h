// backup(): a verified copy of a case file, made through SQLite so that it is of one moment even while others write.
#pragma once

#include "db/connection.h"
#include "db/newfile.h"

#include <QDateTime>
#include <QString>

#include <functional>

namespace db {

/// Copies all pages: one moment of the source.
Step copyPages(Connection &source, Connection &target);

/// A new file under the first of the names that is free: `folder/stem.briefstack`, `folder/stem-2.briefstack` and on.
ports::StoreResult<NewFile> newFileIn(const QString &folder, const QString &stem);

/// Fills `copy` from the case file at `path`, of whatever version it is; it passes check() then.
Step fillVerified(const QString &path, const NewFile &copy);

/// fillVerified(), then the copy gets its name. `finish` runs before it does.
/// Errors: those of opening the file, Corrupt when its copy does not pass, and those of creating a file.
ports::StoreResult<QString> copyVerified(const QString &path, NewFile copy, const std::function<void()> &finish = {});

/// Copies the file at `path` into `folder` (which exists) as `<name>-YYYYMMDD-HHMMSS.briefstack`, with `-2`, `-3` when
/// that is taken, and returns the copy's path.
ports::StoreResult<QString> backup(const QString &path, const QString &folder, const QDateTime &now);

} // namespace db
