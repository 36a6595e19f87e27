// The backups that a case file gets by itself: in the folder beside it, for its owner only. `cases.briefstack` has
// `cases.backups/cases-20261122-080000.briefstack` (daily) and `cases.backups/cases-version-1.briefstack` (before an
// update of the file to a newer version, kept until someone deletes it).
#pragma once

#include "db/errors.h"
#include "ports/casecare.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace db {

/// Beside the file that `path` leads to, through links.
QString backupFolderOf(const QString &path);

/// Makes it, readable by its owner only, or says why it cannot be used: a link or somebody else's folder is none.
Step makeBackupFolder(const QString &folder);

/// Newest first by name; those without a time in their name last. Error: Unreadable.
ports::StoreResult<std::vector<ports::BackupInfo>> listBackups(const QString &path);

/// As ports::CaseCare::backUpIfDue().
ports::StoreResult<std::optional<QString>> backUpIfDue(const QString &path, const QDateTime &now);

/// Before the file, of that version, is migrated. A copy of just this state is not made twice.
Step backUpBeforeMigration(const QString &path, int version);

} // namespace db
