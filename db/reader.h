// The statements that read cases.
#pragma once

#include "db/connection.h"

#include <optional>
#include <vector>

namespace db {

/// Last changed first.
ports::StoreResult<std::vector<ports::CaseSummary>> listCases(Connection &connection, const ports::ListFilter &filter);

/// Errors: NoSuchCase; Corrupt when the worksheet is not the one that was saved.
ports::StoreResult<ports::StoredCase> loadCase(Connection &connection, const QString &caseId);

ports::StoreResult<std::optional<QString>> findCaseOf(Connection &connection, const QString &company,
                                                      const QString &website);

} // namespace db
