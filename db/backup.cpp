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
constexpr int kPagesAtOnce = 4096; // of 4 KiB
constexpr int kMostRestarts = 5;

Step verifyCopy(const QString &copy)
{
    const auto report = check(copy);
    if (!report)
        return Unexpected(report.error());
    if (!isWhole(*report))
        return Unexpected(error(Kind::Corrupt, report->problems.front().detail));
    return {};
}

} // namespace

Step copyPages(Connection &source, Connection &target)
{
    sqlite3_backup *copying = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (!copying)
        return Unexpected(lastError(target.handle()));
    // Some pages at a time, so that others can save in between: what another program saves begins the copy again, which is
    // put up with so often.
    int stepped = SQLITE_OK;
    int left = 0;
    for (int restarts = 0; stepped == SQLITE_OK;) {
        stepped = sqlite3_backup_step(copying, restarts < kMostRestarts ? kPagesAtOnce : -1);
        restarts += sqlite3_backup_remaining(copying) > left && left > 0 ? 1 : 0;
        left = sqlite3_backup_remaining(copying);
    }
    const int finished = sqlite3_backup_finish(copying);
    if (stepped == SQLITE_BUSY || stepped == SQLITE_LOCKED)
        return Unexpected(error(Kind::Busy));
    return finished == SQLITE_OK ? Step() : Unexpected(lastError(target.handle()));
}

ports::StoreResult<NewFile> newFileIn(const QString &folder, const QString &stem)
{
    for (int number = 1;; ++number) {
        const QString suffix = number == 1 ? QString() : u'-' + QString::number(number);
        auto file = NewFile::make(QDir(folder).filePath(stem + suffix + u".briefstack"_s));
        if (file || file.error().kind != Kind::Exists || number == kMostCopiesOfASecond)
            return file;
    }
}

Step fillVerified(const QString &path, const NewFile &copy)
{
    {
        const auto source = openUnchanged(path, {Access::Read, {}});
        if (!source)
            return Unexpected(source.error());
        const auto target = Connection::open(copy.temporaryName(), {});
        if (!target)
            return Unexpected(target.error());
        if (Step copied = copyPages(**source, **target); !copied)
            return copied;
    }
    return verifyCopy(copy.temporaryName());
}

ports::StoreResult<QString> copyVerified(const QString &path, NewFile copy, const std::function<void()> &finish)
{
    if (const Step filled = fillVerified(path, copy); !filled)
        return Unexpected(filled.error());
    if (finish)
        finish();
    if (const Step published = copy.publish(); !published)
        return Unexpected(published.error());
    return copy.destination();
}

ports::StoreResult<QString> backup(const QString &path, const QString &folder, const QDateTime &now)
{
    // What is no case file is said before anything is made.
    if (const auto source = openUnchanged(path, {Access::Read, {}}); !source)
        return Unexpected(source.error());
    auto copy = newFileIn(folder, QFileInfo(path).completeBaseName() + now.toString(u"-yyyyMMdd-HHmmss"_s));
    if (!copy)
        return Unexpected(copy.error());
    return copyVerified(path, *std::move(copy));
}

} // namespace db
