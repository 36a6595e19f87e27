#include "db/backups.h"

#include "db/backup.h"
#include "db/leftovers.h"
#include "db/retention.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

/// When a file was last written: what tells whether it has changed since it was copied. A copy is given its source's.
struct Written {
    qint64 seconds = -1;
    qint64 nanoseconds = 0;
    friend bool operator==(const Written &, const Written &) = default;
};

Written writtenAt(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return {status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

void setWrittenAt(const QString &path, const Written &moment)
{
    // Where this is not possible the file counts as changed, and gets a backup more.
    std::array<timespec, 2> times{};
    times[0].tv_nsec = UTIME_OMIT;
    times[1].tv_sec = moment.seconds;
    times[1].tv_nsec = moment.nanoseconds;
    ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times.data(), 0);
}

QString stemOf(const QString &path)
{
    return QFileInfo(QFileInfo(path).canonicalFilePath()).completeBaseName();
}

/// When a backup of that file was made, from its name.
QDateTime madeAt(const QString &name, const QString &stem)
{
    const QRegularExpression form(QRegularExpression::anchoredPattern(QRegularExpression::escape(stem)
                                                                      + uR"(-(\d{8}-\d{6})(-\d+)?\.briefstack)"_s));
    return QDateTime::fromString(form.match(name).captured(1), u"yyyyMMdd-HHmmss"_s);
}

ports::StoreResult<QString> makeCopy(const QString &path, const QString &folder, const QString &stem)
{
    // Before the copy: a save in between makes the file count as changed.
    const Written moment = writtenAt(path);
    auto copy = newFileIn(folder, stem);
    if (!copy)
        return Unexpected(copy.error());
    const QString temporary = copy->temporaryName();
    return copyVerified(path, *std::move(copy), [&] { setWrittenAt(temporary, moment); });
}

/// Only what has a backup's name is ever deleted, and only when a newer one is there.
void thin(const std::vector<ports::BackupInfo> &backups, const QDateTime &now)
{
    std::vector<ports::BackupInfo> dated;
    std::ranges::copy_if(backups, std::back_inserter(dated), [](const auto &one) { return one.madeAt.isValid(); });
    std::vector<QDateTime> times;
    times.reserve(dated.size());
    for (const ports::BackupInfo &one : dated)
        times.push_back(one.madeAt);
    for (const std::size_t place : backupsToDelete(times, now))
        QFile::remove(dated[place].path); // one that cannot be deleted is tried again tomorrow
}

} // namespace

QString backupFolderOf(const QString &path)
{
    const QFileInfo link(path);
    const QString canonical = link.canonicalFilePath(); // empty when there is no file
    const QFileInfo file(canonical.isEmpty() ? link.absoluteFilePath() : canonical);
    return file.absolutePath() + u'/' + file.completeBaseName() + u".backups"_s;
}

Step makeBackupFolder(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    if (::mkdir(name.constData(), S_IRWXU) == 0)
        return {};
    if (errno != EEXIST)
        return Unexpected(fromErrno(errno, folder));
    struct stat status = {};
    if (::lstat(name.constData(), &status) != 0)
        return Unexpected(fromErrno(errno, folder));
    if (!S_ISDIR(status.st_mode) || status.st_uid != ::geteuid())
        return Unexpected(error(Kind::ReadOnly, u"the backup folder %1 is not a folder of yours"_s.arg(folder)));
    return {};
}

ports::StoreResult<std::vector<ports::BackupInfo>> listBackups(const QString &path)
{
    std::vector<ports::BackupInfo> backups;
    const QDir folder(backupFolderOf(path));
    if (!folder.exists())
        return backups;
    if (!folder.isReadable())
        return Unexpected(error(Kind::Unreadable, folder.path()));
    const QString stem = stemOf(path).isEmpty() ? QFileInfo(path).completeBaseName() : stemOf(path);
    const QFileInfoList files = folder.entryInfoList({u"*.briefstack"_s}, QDir::Files | QDir::NoSymLinks);
    for (const QFileInfo &file : files)
        backups.push_back({file.filePath(), madeAt(file.fileName(), stem), file.size()});
    std::ranges::stable_sort(backups, [](const ports::BackupInfo &a, const ports::BackupInfo &b) {
        return a.madeAt.isValid() && (!b.madeAt.isValid() || a.madeAt > b.madeAt);
    });
    return backups;
}

ports::StoreResult<std::optional<QString>> backUpIfDue(const QString &path, const QDateTime &now)
{
    removeLeftovers(path, now);
    const auto backups = listBackups(path);
    if (!backups)
        return Unexpected(backups.error());
    const Written current = writtenAt(path);
    for (const ports::BackupInfo &one : *backups) {
        const bool ofToday = one.madeAt.isValid() && one.madeAt.date() == now.date();
        if (ofToday || (one.madeAt.isValid() && writtenAt(one.path) == current))
            return std::optional<QString>();
    }
    const QString folder = backupFolderOf(path);
    if (const Step made = makeBackupFolder(folder); !made)
        return Unexpected(made.error());
    const auto copy = makeCopy(path, folder, stemOf(path) + now.toString(u"-yyyyMMdd-HHmmss"_s));
    if (!copy) {
        QDir().rmdir(folder); // keeps one that is not empty
        return Unexpected(copy.error());
    }
    if (const auto all = listBackups(path); all)
        thin(*all, now);
    return std::optional<QString>(*copy);
}

Step backUpBeforeMigration(const QString &path, int version)
{
    const QString folder = backupFolderOf(path);
    const QString stem = stemOf(path) + u"-version-"_s + QString::number(version);
    if (Step made = makeBackupFolder(folder); !made)
        return made;
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.briefstack"_s}, QDir::Files | QDir::NoSymLinks);
    const Written current = writtenAt(path);
    for (const QFileInfo &file : files) {
        if (file.fileName().startsWith(stem) && writtenAt(file.filePath()) == current)
            return {};
    }
    const auto copy = makeCopy(path, folder, stem);
    if (copy)
        return {};
    QDir().rmdir(folder);
    return Unexpected(copy.error());
}

} // namespace db
