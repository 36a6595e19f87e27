// Connection: one SQLite connection, configured to distrust the file it is on.
//
// Used by one thread at a time. Reading the header goes through SQLite's own file handle: closing a second descriptor of the
// file would drop the locks that this process holds on it.
#pragma once

#include "db/errors.h"
#include "db/rows.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QString>
#include <QVariant>

#include <memory>

namespace db {

struct ConnectionOptions {
    int busyMilliseconds = 10'000; ///< how long another program's lock is waited for
    qint64 largestPageCount = 0;   ///< 0: no limit; tests fill the disk with it
};

class Connection {
public:
    /// Opens an existing file by its absolute path without reading it. One that may not be written is opened for reading.
    static ports::StoreResult<std::unique_ptr<Connection>> open(const QString &path, const ConnectionOptions &options);
    /// An empty database in memory.
    static ports::StoreResult<std::unique_ptr<Connection>> openInMemory();

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    Connection(Connection &&) = delete;
    Connection &operator=(Connection &&) = delete;
    ~Connection();

    sqlite3 *handle() const { return m_handle; }
    const ConnectionOptions &options() const { return m_options; }
    /// Naps while another program holds the file; false once the time for that is over. SQLite calls this.
    bool keepsWaiting(int tries);

    /// The file may not be written, by permission or medium.
    bool isReadOnly() const;
    bool inTransaction() const;
    /// When it was opened, a journal stood beside the file: a program had died while it was writing. The first read takes
    /// back what that had not committed.
    bool foundJournal() const { return m_foundJournal; }

    /// The file's first bytes, at most `count`, and its size; nothing is locked.
    ports::StoreResult<QByteArray> firstBytes(int count, qint64 &size) const;

    /// The file byte for byte into an empty one, read through SQLite's own handle. Inside a transaction, so that nobody
    /// writes meanwhile.
    Step copyBytesTo(const QString &path) const;

    /// Pragmas of a connection on a file whose header is ours.
    Step configure();

    /// Lets the file's triggers run, which guard what was filed: once its schema was found to be ours.
    Step trustTriggers();

    /// Runs a script of statements that return nothing.
    Step execute(const char *script);
    /// Runs one prepared statement with its values in order: texts, bytes, numbers, or an invalid one for nothing. The
    /// statement is kept for the next time.
    ports::StoreResult<Rows> run(const QString &sql, const QVariantList &values = {});
    /// Runs one statement and returns the first column of its only row.
    ports::StoreResult<qint64> number(const QString &sql, const QVariantList &values = {});

private:
    explicit Connection(const ConnectionOptions &options) : m_options(options) {}
    Step attach();
    bool othersWrite() const;

    ConnectionOptions m_options;
    sqlite3 *m_handle = nullptr;
    bool m_foundJournal = false;
    QElapsedTimer m_waiting;
    PreparedStatements m_statements;
};

/// Reads several statements as of one moment; inside a transaction of the connection's own it does nothing.
class ReadTransaction {
public:
    explicit ReadTransaction(Connection &connection);
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;
    ReadTransaction(ReadTransaction &&) = delete;
    ReadTransaction &operator=(ReadTransaction &&) = delete;
    ~ReadTransaction();

    const Step &begun() const { return m_begun; }

private:
    Connection &m_connection;
    bool m_owner;
    Step m_begun;
};

} // namespace db
