#include "db/faultyvfs.h"

#include <QFile>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace fixture {

namespace {

constexpr int kSector = 512;

FaultyVfs *current = nullptr; // NOLINT: SQLite's methods get no context of ours

/// SQLite allocates it, and the base's file right behind it.
struct FaultyFile {
    sqlite3_file base;
    char path[1024];

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    QString name() const { return QFile::decodeName(path); }
};

FaultyFile *faulty(sqlite3_file *file)
{
    return reinterpret_cast<FaultyFile *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return faulty(file)->real();
}

int closeFile(sqlite3_file *file)
{
    return real(file)->pMethods->xClose(real(file));
}

int readFile(sqlite3_file *file, void *buffer, int count, sqlite3_int64 offset)
{
    if (const int failure = current->before(Operation::Read))
        return failure;
    return real(file)->pMethods->xRead(real(file), buffer, count, offset);
}

int writeFile(sqlite3_file *file, const void *buffer, int count, sqlite3_int64 offset)
{
    const int failure = current->before(Operation::Write);
    const int length = failure ? count / 2 : count;
    const int code = real(file)->pMethods->xWrite(real(file), buffer, length, offset);
    current->wrote(faulty(file)->name(), offset, QByteArray(static_cast<const char *>(buffer), length));
    return failure ? failure : code;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (const int failure = current->before(Operation::Truncate))
        return failure;
    current->truncated(faulty(file)->name(), size);
    return real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file *file, int /*flags*/)
{
    if (const int failure = current->before(Operation::Sync))
        return failure;
    current->synced(faulty(file)->name()); // the real disk is not what is tested
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}
int unlockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}
int checkReserved(sqlite3_file *file, int *reserved)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
}
int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

const sqlite3_io_methods &methods()
{
    static const sqlite3_io_methods kMethods = [] {
        sqlite3_io_methods made{};
        made.iVersion = 1;
        made.xClose = closeFile;
        made.xRead = readFile;
        made.xWrite = writeFile;
        made.xTruncate = truncateFile;
        made.xSync = syncFile;
        made.xFileSize = fileSize;
        made.xLock = lockFile;
        made.xUnlock = unlockFile;
        made.xCheckReservedLock = checkReserved;
        made.xFileControl = fileControl;
        made.xSectorSize = sectorSize;
        made.xDeviceCharacteristics = characteristics;
        return made;
    }();
    return kMethods;
}

int openFile(sqlite3_vfs * /*vfs*/, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    if (const int failure = current->before(Operation::Open))
        return failure;
    sqlite3_vfs *base = current->base();
    const int code = base->xOpen(base, path, real(file), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    std::strncpy(faulty(file)->path, path ? path : "", sizeof(FaultyFile::path) - 1);
    file->pMethods = &methods();
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs * /*vfs*/, const char *path, int syncFolder)
{
    if (const int failure = current->before(Operation::Delete))
        return failure;
    sqlite3_vfs *base = current->base();
    const int code = base->xDelete(base, path, 0); // the real disk is not what is tested
    if (code == SQLITE_OK)
        current->deleted(QFile::decodeName(path), syncFolder != 0);
    return code;
}

} // namespace

FaultyVfs::FaultyVfs() : m_base(sqlite3_vfs_find(nullptr)), m_own(std::make_unique<sqlite3_vfs>(*m_base))
{
    current = this;
    m_own->pNext = nullptr;
    m_own->zName = "faulty";
    m_own->szOsFile = static_cast<int>(sizeof(FaultyFile)) + m_base->szOsFile;
    m_own->xOpen = openFile;
    m_own->xDelete = deleteFile;
    sqlite3_vfs_register(m_own.get(), 1);
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(m_own.get());
    sqlite3_vfs_register(m_base, 1);
    current = nullptr;
}

void FaultyVfs::failAt(int at, int code, bool forGood)
{
    m_operations = 0;
    m_failAt = at;
    m_code = code;
    m_forGood = forGood;
    m_remembering = false;
    m_disks.clear();
}

void FaultyVfs::cutPowerAt(int at)
{
    failAt(at, SQLITE_IOERR, true);
    m_remembering = true;
}

int FaultyVfs::before(Operation operation)
{
    ++m_operations;
    const bool fails = m_failAt > 0 && (m_forGood ? m_operations >= m_failAt : m_operations == m_failAt);
    if (!fails)
        return SQLITE_OK;
    errno = EIO;
    m_remembering = false;
    switch (m_code == SQLITE_IOERR ? operation : Operation::Write) {
    case Operation::Open: return SQLITE_CANTOPEN;
    case Operation::Read: return SQLITE_IOERR_READ;
    case Operation::Truncate: return SQLITE_IOERR_TRUNCATE;
    case Operation::Sync: return SQLITE_IOERR_FSYNC;
    case Operation::Delete: return SQLITE_IOERR_DELETE;
    case Operation::Write: break;
    }
    return m_code == SQLITE_IOERR ? SQLITE_IOERR_WRITE : m_code;
}

void FaultyVfs::apply(QByteArray &content, const Change &change)
{
    if (change.isTruncation) {
        content.truncate(static_cast<qsizetype>(change.offset));
        return;
    }
    const auto end = static_cast<qsizetype>(change.offset) + change.bytes.size();
    if (content.size() < end)
        content.append(QByteArray(end - content.size(), '\0'));
    content.replace(static_cast<qsizetype>(change.offset), change.bytes.size(), change.bytes);
}

void FaultyVfs::wrote(const QString &path, qint64 offset, const QByteArray &bytes)
{
    if (m_remembering)
        m_disks[path].unsynced.push_back({offset, bytes, false});
}

void FaultyVfs::truncated(const QString &path, qint64 size)
{
    if (m_remembering)
        m_disks[path].unsynced.push_back({size, {}, true});
}

void FaultyVfs::synced(const QString &path)
{
    if (!m_remembering)
        return;
    Disk &disk = m_disks[path];
    for (const Change &change : disk.unsynced)
        apply(disk.content, change);
    disk.unsynced.clear();
    disk.exists = true;
}

void FaultyVfs::deleted(const QString &path, bool forGood)
{
    if (!m_remembering)
        return;
    if (forGood)
        m_disks.remove(path);
    else
        m_disks[path].mayBeGone = true;
}

QHash<QString, QByteArray> FaultyVfs::afterPowerCut(std::mt19937 &random) const
{
    QHash<QString, QByteArray> files;
    for (auto disk = m_disks.cbegin(); disk != m_disks.cend(); ++disk) {
        if ((!disk->exists && random() % 2 == 0) || (disk->mayBeGone && random() % 2 == 0))
            continue;
        QByteArray content = disk->content;
        for (const Change &change : disk->unsynced) {
            if (change.isTruncation) {
                if (random() % 2 == 0)
                    apply(content, change);
                continue;
            }
            for (qsizetype at = 0; at < change.bytes.size(); at += kSector) {
                if (random() % 2 == 0)
                    apply(content, {change.offset + at, change.bytes.mid(at, kSector), false});
            }
        }
        files.insert(disk.key(), content);
    }
    return files;
}

} // namespace fixture
