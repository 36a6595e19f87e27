// restore(): a backup in the place of a case file, which is kept.
#pragma once

#include "db/errors.h"
#include "db/newfile.h"

#include <QDateTime>
#include <QString>

namespace db {

/// As ports::CaseCare::restore().
ports::StoreResult<QString> restore(const QString &backup, const QString &path, const QDateTime &now,
                                    int waitMilliseconds = 10'000);

/// Puts `finished`, made by NewFile::makeReplacement(path), in the place of the file at `path`, which goes into the backup
/// folder as `<name>-<what>-YYYYMMDD-HHMMSS.briefstack`, its journal with it; returns where. Nobody writes meanwhile.
ports::StoreResult<QString> putInPlace(NewFile finished, const QString &path, const QString &what,
                                       const QDateTime &now);

} // namespace db
