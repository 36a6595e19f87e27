#include "db/errors.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace db {

using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

/// What a failed write or a failed creation means; `fallback` when the errno says nothing special.
Kind kindOfErrno(int error, Kind fallback)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: // a limit on the size of files is a full disk to the person who meets it
        return Kind::Full;
    case EROFS:
    case EACCES:
    case EPERM: return Kind::ReadOnly;
    case ENOENT:
    case ENOTDIR: return Kind::NotFound;
    case EEXIST: return Kind::Exists;
    default: return fallback;
    }
}

Kind kindOfIoError(int code, int systemError)
{
    switch (code) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ: return Kind::Unreadable;
    case SQLITE_IOERR_CORRUPTFS: return Kind::Corrupt;
    default: return kindOfErrno(systemError, Kind::Io);
    }
}

Kind kindOf(int code, int systemError)
{
    if (code == SQLITE_READONLY_DBMOVED)
        return Kind::Moved;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Kind::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: // identity is judged from the header: past that, a file SQLite does not know is a damaged one
        return Kind::Corrupt;
    case SQLITE_FULL: return Kind::Full;
    case SQLITE_READONLY:
    case SQLITE_PERM: return Kind::ReadOnly;
    case SQLITE_CANTOPEN: return kindOfErrno(systemError, Kind::Io);
    case SQLITE_IOERR: return kindOfIoError(code, systemError);
    default: return Kind::Io;
    }
}

} // namespace

ports::StoreError fromSqlite(int code, const QString &words, int systemError)
{
    return {kindOf(code, systemError), words, code};
}

int systemErrorOf(sqlite3 *handle, int code)
{
    // A failed write is followed by the rollback's own calls, which leave another errno: the file remembers its last one.
    int error = 0;
    if ((code & 0xff) == SQLITE_IOERR)
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
    return error != 0 ? error : sqlite3_system_errno(handle);
}

ports::StoreError lastError(sqlite3 *handle)
{
    const int code = sqlite3_extended_errcode(handle);
    return fromSqlite(code, QString::fromUtf8(sqlite3_errmsg(handle)), systemErrorOf(handle, code));
}

ports::StoreError fromErrno(int error, const QString &what)
{
    return {kindOfErrno(error, Kind::Io), what + u": "_s + QString::fromLocal8Bit(std::strerror(error)), 0};
}

ports::StoreError error(Kind kind, const QString &detail)
{
    return {kind, detail, 0};
}

} // namespace db
