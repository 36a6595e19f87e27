// Migrations: db/migrations/NNNN_name.sql, embedded, forward only. All that a file
// needs run in one transaction with its version. Scripts are frozen by checksum (tests/db/tst_migrations.cpp).
#pragma once

#include "db/connection.h"

#include <QByteArray>

#include <functional>

namespace db {

/// The schema version this program writes.
int newestVersion();

/// The script that leads to `version` (1 .. newestVersion()).
QByteArray migrationScript(int version);

/// Brings an open database from `fromVersion` (0: empty) to `toVersion`. On an error it is left as it was. `before` runs
/// when nobody else can write any more and nothing has been changed; its error ends the migration.
Step migrate(Connection &connection, int fromVersion, int toVersion, const std::function<Step()> &before = {});

} // namespace db
