#include "db/connection.h"

#include "db/jsonfunction.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <cerrno>
#include <unistd.h>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCopiedAtOnce = 1024 * 1024;
constexpr int kLongestNap = 5;                             // milliseconds
constexpr qint64 kLongestValue = qint64{64} * 1024 * 1024; // a worksheet is at most 4 MiB, an attachment less than this

// Rollback journal (SQLite's default), not WAL: a case file is a document that people copy, mail and synchronize, so it
// must be one file with nothing beside it at rest. Readers go on until the moment of a commit: 64 MiB of changed pages
// stay in memory before SQLite would have to lock them out. EXTRA: with FULL the removal of the journal, which is what makes
// a commit one, may still be undone by a power cut.
constexpr const char *kPragmas = "PRAGMA synchronous = EXTRA;"
                                 "PRAGMA foreign_keys = ON;"
                                 "PRAGMA cell_size_check = ON;"
                                 "PRAGMA mmap_size = 0;"
                                 "PRAGMA temp_store = MEMORY;"
                                 "PRAGMA cache_size = -65536;";

struct Limit {
    int id;
    int value;
};

// As low as our own statements and FTS5 allow: a hostile file gets no room.
constexpr Limit kLimits[] = {
    {SQLITE_LIMIT_LENGTH, static_cast<int>(kLongestValue)},
    {SQLITE_LIMIT_SQL_LENGTH, 100'000},
    {SQLITE_LIMIT_COLUMN, 100},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},
    {SQLITE_LIMIT_COMPOUND_SELECT, 10},
    {SQLITE_LIMIT_VDBE_OP, 25'000},
    {SQLITE_LIMIT_FUNCTION_ARG, 16},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

struct Switch {
    int id;
    int value;
};

constexpr Switch kSwitches[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
};

/// SQLite's own waiting grows to a tenth of a second between two tries, in which busy writers keep slipping in before a
/// reader: short naps of uneven length let everybody through.
int nap(void *connection, int tries)
{
    return static_cast<Connection *>(connection)->keepsWaiting(tries) ? 1 : 0;
}

} // namespace

Connection::~Connection()
{
    m_statements.clear();
    sqlite3_close(m_handle);
}

ports::StoreResult<std::unique_ptr<Connection>> Connection::open(const QString &path, const ConnectionOptions &options)
{
    std::unique_ptr<Connection> connection(new Connection(options));
    const bool journal = QFileInfo(path + u"-journal"_s).size() > 0;
    // Never creates: SQLite's plain open would make a file of a mistyped name.
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &connection->m_handle,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK)
        return Unexpected(connection->m_handle ? lastError(connection->m_handle)
                                               : fromSqlite(code, u"no memory for a connection"_s, 0));
    if (const Step attached = connection->attach(); !attached)
        return Unexpected(attached.error());
    connection->m_foundJournal = journal && !connection->othersWrite();
    return connection;
}

ports::StoreResult<std::unique_ptr<Connection>> Connection::openInMemory()
{
    return open(u":memory:"_s, {});
}

Step Connection::attach()
{
    sqlite3_busy_handler(m_handle, nap, this);
    sqlite3_extended_result_codes(m_handle, 1);
    for (const Switch &one : kSwitches) {
        if (sqlite3_db_config(m_handle, one.id, one.value, nullptr) != SQLITE_OK)
            return Unexpected(error(Kind::Io, u"this SQLite cannot be configured to distrust a file"_s));
    }
    for (const Limit &limit : kLimits)
        sqlite3_limit(m_handle, limit.id, limit.value);
    return allowJsonInSchema(m_handle);
}

/// A journal beside a file that someone is writing is not left over.
bool Connection::othersWrite() const
{
    sqlite3_file *file = nullptr;
    int reserved = 0;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file && file->pMethods && file->pMethods->xCheckReservedLock(file, &reserved) == SQLITE_OK && reserved != 0;
}

bool Connection::keepsWaiting(int tries)
{
    if (tries == 0)
        m_waiting.start();
    if (m_waiting.hasExpired(m_options.busyMilliseconds))
        return false;
    sqlite3_sleep(1 + tries % kLongestNap);
    return true;
}

bool Connection::isReadOnly() const
{
    return sqlite3_db_readonly(m_handle, "main") == 1;
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

ports::StoreResult<QByteArray> Connection::firstBytes(int count, qint64 &size) const
{
    sqlite3_file *file = nullptr;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (!file || !file->pMethods)
        return Unexpected(error(Kind::Unreadable, u"the file could not be opened"_s));
    sqlite3_int64 fileSize = 0;
    if (const int code = file->pMethods->xFileSize(file, &fileSize); code != SQLITE_OK)
        return Unexpected(fromSqlite(code, u"the file's size could not be read"_s, errno));
    size = fileSize;
    QByteArray bytes(static_cast<qsizetype>(qMin<qint64>(count, size)), '\0');
    const int code =
        bytes.isEmpty() ? SQLITE_OK : file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
    if (code != SQLITE_OK)
        return Unexpected(fromSqlite(code, u"the file's first bytes could not be read"_s, errno));
    return bytes;
}

Step Connection::copyBytesTo(const QString &path) const
{
    sqlite3_file *file = nullptr;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    sqlite3_int64 size = 0;
    if (!file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return Unexpected(error(Kind::Unreadable, u"the file's size could not be read"_s));
    QFile copy(path);
    if (!copy.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return Unexpected(fromErrno(errno, path));
    QByteArray chunk(kCopiedAtOnce, '\0');
    for (sqlite3_int64 at = 0; at < size; at += kCopiedAtOnce) {
        const auto length = static_cast<int>(qMin<sqlite3_int64>(kCopiedAtOnce, size - at));
        if (const int code = file->pMethods->xRead(file, chunk.data(), length, at); code != SQLITE_OK)
            return Unexpected(fromSqlite(code, u"the file could not be read"_s, errno));
        if (copy.write(chunk.constData(), length) != length)
            return Unexpected(fromErrno(errno, path));
    }
    return ::fsync(copy.handle()) == 0 ? Step() : Unexpected(fromErrno(errno, path));
}

Step Connection::configure()
{
    if (Step pragmas = execute(kPragmas); !pragmas)
        return pragmas;
    if (m_options.largestPageCount > 0) {
        const QByteArray limit = "PRAGMA max_page_count = " + QByteArray::number(m_options.largestPageCount);
        return execute(limit.constData());
    }
    return {};
}

Step Connection::trustTriggers()
{
    if (sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr) != SQLITE_OK)
        return Unexpected(lastError(m_handle));
    return {};
}

Step Connection::execute(const char *script)
{
    if (sqlite3_exec(m_handle, script, nullptr, nullptr, nullptr) != SQLITE_OK)
        return Unexpected(lastError(m_handle));
    return {};
}

ports::StoreResult<Rows> Connection::run(const QString &sql, const QVariantList &values)
{
    // Taken out while it is read: a statement that is run within itself is another one.
    PreparedStatements::node_type kept = m_statements.extract(sql);
    if (!kept) {
        const QByteArray text = sql.toUtf8();
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v3(m_handle, text.constData(), static_cast<int>(text.size() + 1), SQLITE_PREPARE_PERSISTENT,
                               &statement, nullptr)
            != SQLITE_OK)
            return Unexpected(lastError(m_handle));
        kept = m_statements.extract(m_statements.emplace(sql, statement).first);
    }
    return Rows::start(std::move(kept), values, m_statements);
}

ports::StoreResult<qint64> Connection::number(const QString &sql, const QVariantList &values)
{
    auto rows = run(sql, values);
    if (!rows)
        return Unexpected(rows.error());
    if (rows->next())
        return rows->integer(0);
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return Unexpected(error(Kind::Corrupt, u"a statement that always has a row had none"_s));
}

ReadTransaction::ReadTransaction(Connection &connection)
    : m_connection(connection), m_owner(!connection.inTransaction())
{
    if (m_owner)
        m_begun = m_connection.execute("BEGIN");
}

ReadTransaction::~ReadTransaction()
{
    // A statement that failed may have ended the transaction by itself.
    if (m_owner && m_connection.inTransaction())
        (void)m_connection.execute("ROLLBACK");
}

} // namespace db
