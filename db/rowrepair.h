// Repairs what the tables say, where their pages are whole: worksheets, cases, orphans, what is read out of a worksheet.
#pragma once

#include "db/connection.h"
#include "ports/casecare.h"

#include <QDateTime>

#include <vector>

namespace db {

/// What was done, in the order of ports::Repair. Runs inside a transaction of a connection whose foreign keys are off, and
/// leaves them right. The search index is not looked at.
ports::StoreResult<std::vector<ports::Repaired>> repairRows(Connection &connection, const QDateTime &now);

} // namespace db
