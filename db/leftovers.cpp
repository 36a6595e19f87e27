#include "db/leftovers.h"

#include "db/backups.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace db {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 24 * 60 * 60;

/// A plain file of ours that has not been written for a day.
bool isOldFile(const QString &path, const QDateTime &now)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 && S_ISREG(status.st_mode)
        && status.st_uid == ::geteuid() && now.toSecsSinceEpoch() - status.st_mtim.tv_sec >= kDay;
}

/// Empty, or a database of SQLite's: nothing else is ever written under such a name.
bool isBeginning(const QString &path)
{
    constexpr std::array<char, 16> kMagic = {'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f',
                                             'o', 'r', 'm', 'a', 't', ' ', '3', 0};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray begin = file.read(kMagic.size());
    return begin.isEmpty()
        || (begin.size() == kMagic.size() && std::memcmp(begin.constData(), kMagic.data(), kMagic.size()) == 0);
}

/// `stem` is a pattern.
void find(const QString &folder, const QString &stem, const QDateTime &now, QStringList &found)
{
    const QRegularExpression form(QRegularExpression::anchoredPattern(u"\\."_s + stem + u"\\.[A-Za-z0-9]{6}"_s));
    const QDir place(folder);
    const QStringList names = place.entryList({u".*"_s}, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        const QString path = place.filePath(name);
        if (!form.match(name).hasMatch() || !isOldFile(path, now) || !isBeginning(path))
            continue;
        found += path;
        if (isOldFile(path + u"-journal"_s, now))
            found += path + u"-journal"_s;
    }
}

} // namespace

QStringList leftovers(const QString &path, const QDateTime &now)
{
    QStringList found;
    const QFileInfo file(path);
    find(file.absolutePath(), QRegularExpression::escape(file.fileName().left(40)), now, found);
    find(backupFolderOf(path), QRegularExpression::escape(file.completeBaseName().left(40)) + u".*"_s, now, found);
    return found;
}

void removeLeftovers(const QString &path, const QDateTime &now)
{
    for (const QString &one : leftovers(path, now))
        QFile::remove(one);
}

} // namespace db
