#include "db/restore.h"

#include "db/backup.h"
#include "db/backups.h"
#include "db/casefile.h"
#include "db/check.h"

#include <QFile>
#include <QFileInfo>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

/// The file behind a link: the link stays one.
QString realPath(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QFileInfo(path).absoluteFilePath() : canonical;
}

/// Nobody else may be writing while the file is replaced. One too damaged to be opened is written by nobody.
ports::StoreResult<std::unique_ptr<Connection>> holdAlone(const QString &path, int waitMilliseconds)
{
    auto file = identify(path, {Access::Write, {waitMilliseconds, 0}});
    if (!file)
        return std::unique_ptr<Connection>();
    if (const Step alone = file->connection->execute("BEGIN EXCLUSIVE"); !alone && alone.error().kind == Kind::Busy)
        return Unexpected(alone.error());
    return std::move(file->connection);
}

ports::StoreResult<QString> freeNameIn(const QString &folder, const QString &stem)
{
    const auto free = newFileIn(folder, stem); // taken away again when this returns
    if (!free)
        return Unexpected(free.error());
    return free->destination();
}

} // namespace

ports::StoreResult<QString> putInPlace(NewFile finished, const QString &path, const QString &what, const QDateTime &now)
{
    const QString folder = backupFolderOf(path);
    if (const Step made = makeBackupFolder(folder); !made)
        return Unexpected(made.error());
    const QString stem = QFileInfo(path).completeBaseName() + u'-' + what + now.toString(u"-yyyyMMdd-HHmmss"_s);
    const auto aside = freeNameIn(folder, stem);
    if (!aside)
        return Unexpected(aside.error());
    // A journal belongs to the file it was written for: under the new one it would be taken for its own.
    for (const QString &companion : {u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
        if (QFileInfo::exists(path + companion) && !QFile::rename(path + companion, *aside + companion))
            return Unexpected(error(Kind::ReadOnly, path + companion));
    }
    if (const Step replaced = finished.replace(*aside); !replaced)
        return Unexpected(replaced.error());
    return *aside;
}

ports::StoreResult<QString> restore(const QString &backup, const QString &path, const QDateTime &now,
                                    int waitMilliseconds)
{
    const QString target = realPath(path);
    const auto report = check(backup);
    if (!report)
        return Unexpected(report.error());
    if (!isWhole(*report))
        return Unexpected(error(Kind::Corrupt, report->problems.front().detail));
    if (QFileInfo(backup).canonicalFilePath() == target)
        return Unexpected(error(Kind::Exists, target));
    if (isMissing(path)) {
        auto copy = NewFile::make(target);
        if (!copy)
            return Unexpected(copy.error());
        if (const auto copied = copyVerified(backup, *std::move(copy)); !copied)
            return Unexpected(copied.error());
        return QString();
    }
    if (!QFileInfo(target).isFile()) // a folder, or a link to nothing
        return Unexpected(error(Kind::NotACase, target));
    const auto held = holdAlone(target, waitMilliseconds);
    if (!held)
        return Unexpected(held.error());
    auto copy = NewFile::makeReplacement(target);
    if (!copy)
        return Unexpected(copy.error());
    if (const Step filled = fillVerified(backup, *copy); !filled)
        return Unexpected(filled.error());
    return putInPlace(*std::move(copy), target, u"replaced"_s, now);
}

} // namespace db
