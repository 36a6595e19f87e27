// json_extract(X, path) that a schema may use while schemas are not trusted.
//
// SQLite 3.40 does not mark its JSON functions as innocuous, so with trusted_schema off it refuses our own generated
// columns. This is the same function, called on a private connection in memory and declared innocuous; the stock sqlite3
// shell reads the file with its built-in one and gets the same values.
#pragma once

#include "db/errors.h"

namespace db {

/// Declares it on `handle` for as long as that is open.
Step allowJsonInSchema(sqlite3 *handle);

} // namespace db
