// salvage(): every row that can still be read of a file whose pages are damaged, copied into a new one.
#pragma once

#include "db/connection.h"

namespace db {

/// Copies the ordinary tables (not the search index) into `target`, which has the same schema and whose foreign keys are
/// off, in a transaction of the caller's. Around a damaged page it goes on from the table's other end, and in tables with
/// numbered rows it asks for what lies between one by one. Returns how many rows there are then. An error is the target's.
ports::StoreResult<qint64> salvage(Connection &source, Connection &target);

} // namespace db
