#include "db/backup.h"

#include "db/casefile.h"
#include "db/check.h"

#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostCopiesOfASecond = 100;

/// Copies page by page in one go: one moment of the source, which nobody can change meanwhile.
Step copyPages(sqlite3 *source, sqlite3 *target)
{
    sqlite3_backup *copying = sqlite3_backup_init(target, "main", source, "main");
    if (!copying)
        return Unexpected(lastError(target));
    const int stepped = sqlite3_backup_step(copying, -1);
    const int finished = sqlite3_backup_finish(copying);
    if (stepped == SQLITE_BUSY || stepped == SQLITE_LOCKED)
        return Unexpected(error(Kind::Busy));
    return finished == SQLITE_OK ? Step() : Unexpected(lastError(target));
}

ports::StoreResult<NewFile> newCopy(const QString &path, const QString &folder, const QDateTime &now)
{
    const QString stem = QFileInfo(path).completeBaseName() + now.toString(u"-yyyyMMdd-HHmmss"_s);
    for (int number = 1;; ++number) {
        const QString suffix = number == 1 ? QString() : u'-' + QString::number(number);
        auto file = NewFile::make(QDir(folder).filePath(stem + suffix + u".briefstack"_s));
        if (file || file.error().kind != Kind::Exists || number == kMostCopiesOfASecond)
            return file;
    }
}

Step verifyCopy(const QString &copy)
{
    const auto report = check(copy);
    if (!report)
        return Unexpected(report.error());
    if (!report->isSound())
        return Unexpected(error(Kind::Corrupt, report->problems.front().detail));
    return {};
}

} // namespace

ports::StoreResult<QString> backup(const QString &path, const QString &folder, const QDateTime &now)
{
    const auto source = openCaseFile(path, {Access::Read, {}});
    if (!source)
        return Unexpected(source.error());
    auto copy = newCopy(path, folder, now);
    if (!copy)
        return Unexpected(copy.error());
    {
        const auto target = Connection::open(copy->temporaryName(), {});
        if (!target)
            return Unexpected(target.error());
        if (const Step copied = copyPages((*source)->handle(), (*target)->handle()); !copied)
            return Unexpected(copied.error());
    }
    if (const Step sound = verifyCopy(copy->temporaryName()); !sound)
        return Unexpected(sound.error());
    if (const Step published = copy->publish(); !published)
        return Unexpected(published.error());
    return copy->destination();
}

} // namespace db
