#include "db/newfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

/// A name is in its folder for good only once the folder is on the disk.
void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor); // a file system that cannot do this keeps its folders in another way
    ::close(descriptor);
}

/// Renames without replacing; false with errno set.
bool renameToNew(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // A file system without that: a link does not replace either.
    if (::link(from.constData(), to.constData()) != 0)
        return false;
    ::unlink(from.constData());
    return true;
}

} // namespace

bool isMissing(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) != 0 && errno == ENOENT;
}

NewFile::NewFile(QString destination, QString temporaryName)
    : m_destination(std::move(destination)), m_temporaryName(std::move(temporaryName))
{
}

NewFile::NewFile(NewFile &&other) noexcept
    : m_destination(std::move(other.m_destination)), m_temporaryName(std::exchange(other.m_temporaryName, {}))
{
}

NewFile::~NewFile()
{
    if (m_temporaryName.isEmpty())
        return;
    ::unlink(QFile::encodeName(m_temporaryName).constData());
    ::unlink(QFile::encodeName(m_temporaryName + u"-journal"_s).constData()); // where writing it failed half-way
}

ports::StoreResult<NewFile> NewFile::make(const QString &destination)
{
    if (!isMissing(destination))
        return Unexpected(error(Kind::Exists, destination));
    return makeReplacement(destination);
}

ports::StoreResult<NewFile> NewFile::makeReplacement(const QString &destination)
{
    const QFileInfo info(destination);
    QByteArray name = QFile::encodeName(info.absolutePath() + u"/."_s + info.fileName().left(40) + u".XXXXXX"_s);
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC); // mode 0600
    if (descriptor < 0)
        return Unexpected(fromErrno(errno, info.absolutePath()));
    ::close(descriptor);
    return NewFile(info.absoluteFilePath(), QFile::decodeName(name));
}

Step NewFile::publish()
{
    if (!renameToNew(QFile::encodeName(m_temporaryName), QFile::encodeName(m_destination)))
        return Unexpected(fromErrno(errno, m_destination));
    m_temporaryName.clear();
    syncFolder(QFileInfo(m_destination).absolutePath());
    return {};
}

Step NewFile::replace(const QString &aside)
{
    const QByteArray name = QFile::encodeName(m_destination);
    const QByteArray keptName = QFile::encodeName(aside);
    // A second name for the old file first. Where there are none (FAT), it is renamed.
    if (::link(name.constData(), keptName.constData()) != 0 && !renameToNew(name, keptName))
        return Unexpected(fromErrno(errno, aside));
    if (::rename(QFile::encodeName(m_temporaryName).constData(), name.constData()) != 0) {
        const int failure = errno;
        renameToNew(keptName, name);
        return Unexpected(fromErrno(failure, m_destination));
    }
    m_temporaryName.clear();
    syncFolder(QFileInfo(aside).absolutePath());
    syncFolder(QFileInfo(m_destination).absolutePath());
    return {};
}

} // namespace db
