// Leftovers: files under a temporary name (db/newfile.h) that a power cut or a kill left beside a case file or its backups.
// What such a file was to become was never acknowledged to anybody.
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace db {

/// Temporary names of `path` and of its backups, with their journals, that nobody can be writing any more: ours, plain
/// files of the owner, a day old and more.
QStringList leftovers(const QString &path, const QDateTime &now);

/// Deletes them; what cannot be deleted is tried again another day.
void removeLeftovers(const QString &path, const QDateTime &now);

} // namespace db
