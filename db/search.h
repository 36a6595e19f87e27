// Searching as one types: which cases have the words, in what order, and where.
#pragma once

#include "db/connection.h"

#include <vector>

namespace db {

/// A case of a list, as its rows are read.
struct ListedCase {
    ports::CaseSummary summary;
    qint64 number = 0; ///< its own in the tables
};

/// `filter.search` is not blank. In the order that ports::CaseStore::list() promises, with records and hits.
/// `readRecords` completes a case that is listed.
ports::StoreResult<std::vector<ListedCase>> searchCases(Connection &connection, const ports::ListFilter &filter);

} // namespace db
