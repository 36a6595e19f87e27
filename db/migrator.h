// Migrations: db/migrations/NNNN_name.sql, embedded, forward only. Each runs in one transaction with its version.
#pragma once

#include "db/connection.h"

#include <QByteArray>

namespace db {

/// The schema version this program writes.
int newestVersion();

/// The script that leads to `version` (1 .. newestVersion()).
QByteArray migrationScript(int version);

/// Brings an open database from `fromVersion` (0: empty) to `toVersion`. On an error it is left as it was.
Step migrate(Connection &connection, int fromVersion, int toVersion);

} // namespace db
