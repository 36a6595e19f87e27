// The schema a file must have, compared with the one it has: what is not ours is refused before anything is read from it.
#pragma once

#include "db/connection.h"

namespace db {

/// Fails as Altered, naming the first table, index, view or trigger that is missing, changed or not ours.
/// The expected schema is what our own migrations make of an empty database.
Step verifySchema(Connection &connection, int version);

} // namespace db
