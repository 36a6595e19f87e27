// The statements that keep input which is not valid yet (ports::PendingInput).
#pragma once

#include "db/connection.h"

#include <vector>

namespace db {

/// In the order of the field paths. Error: NoSuchCase.
ports::StoreResult<std::vector<ports::PendingInput>> pendingOf(Connection &connection, const QString &caseId);

/// Makes `pending` what is pending in the case. Runs inside a transaction that its caller began. Error: NoSuchCase.
Step replacePending(Connection &connection, const QString &caseId, const std::vector<ports::PendingInput> &pending);

} // namespace db
