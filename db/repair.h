// repair(): what can be put right of a damaged case file, after it was kept as it is.
#pragma once

#include "db/check.h"

#include <QDateTime>

namespace db {

/// As ports::CaseCare::repair(). In place where the pages are whole; else everything that can be read goes into a new file
/// that takes the old one's place.
ports::StoreResult<ports::RepairReport> repair(const QString &path, const QDateTime &now, const Judges &judges = {},
                                               int waitMilliseconds = 10'000);

} // namespace db
