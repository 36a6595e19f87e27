// The statuses that are listed follow from the changes that are kept: of each pool's record the latest, of the case the one
// that needs somebody first (domain/recordstatus.h).
#pragma once

#include "db/connection.h"

namespace db {

/// Sets them for the revision that the case is at. A case whose records never had a change keeps what it has. Inside a
/// transaction of the caller's.
Step refreshStatuses(Connection &connection, qint64 caseNumber);

} // namespace db
