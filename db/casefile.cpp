#include "db/casefile.h"

#include "db/backup.h"
#include "db/backups.h"
#include "db/companions.h"
#include "db/migrator.h"
#include "db/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kCheckedAtEveryOpen = qint64{8} * 1024 * 1024;
constexpr qint64 kLargestInMemory = qint64{512} * 1024 * 1024;

bool allowed(const QString &path, int mode)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), mode, AT_EACCESS) == 0;
}

/// What can be told without opening: opening a pipe would wait, and a device would act.
Step inspect(const QString &path, Access access)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        const bool hidden = errno == EACCES;
        return Unexpected(hidden ? error(Kind::Unreadable, path) : fromErrno(errno, path));
    }
    if (S_ISDIR(status.st_mode))
        return Unexpected(error(Kind::NotACase, u"it is a folder"_s));
    if (!S_ISREG(status.st_mode))
        return Unexpected(error(Kind::NotACase, u"it is not a regular file"_s));
    if (!allowed(path, R_OK))
        return Unexpected(error(Kind::Unreadable, u"permission denied"_s));
    if (access == Access::Write && !allowed(path, W_OK))
        return Unexpected(error(Kind::ReadOnly, path));
    // The journal of a change stands beside the file.
    if (access == Access::Write && !allowed(QFileInfo(path).absolutePath(), W_OK | X_OK))
        return Unexpected(error(Kind::ReadOnly, QFileInfo(path).absolutePath()));
    return {};
}

Step leaveWal(Connection &connection)
{
    // Stays a write-ahead log while another program has the file open in that mode, which is safe.
    const auto mode = connection.run(u"PRAGMA journal_mode = DELETE"_s);
    if (!mode)
        return Unexpected(mode.error());
    return {};
}

/// As of one moment: another program may be bringing the file up to date.
Step verify(Connection &connection, qint64 size)
{
    const ReadTransaction now(connection);
    if (!now.begun())
        return now.begun();
    const auto version = versionOf(connection);
    if (!version)
        return Unexpected(version.error());
    if (Step schema = verifySchema(connection, *version); !schema)
        return schema;
    return connection.foundJournal() || size <= kCheckedAtEveryOpen ? quickCheck(connection) : Step();
}

/// The whole file as of now, brought up to date beside it.
ports::StoreResult<std::unique_ptr<Connection>> modernCopy(Connection &connection, int version, qint64 size)
{
    if (size > kLargestInMemory)
        return Unexpected(error(Kind::ReadOnly, u"it was made by an older version and has to be brought up to date"_s));
    auto memory = Connection::openInMemory();
    if (!memory)
        return Unexpected(memory.error());
    if (const Step copied = copyPages(connection, **memory); !copied)
        return Unexpected(copied.error());
    if (const Step migrated = migrate(**memory, version, newestVersion()); !migrated)
        return Unexpected(migrated.error());
    return memory;
}

} // namespace

ports::StoreResult<int> versionOf(Connection &connection)
{
    const auto id = connection.number(u"PRAGMA application_id"_s);
    if (!id)
        return Unexpected(id.error());
    const auto version = connection.number(u"PRAGMA user_version"_s);
    if (!version)
        return Unexpected(version.error());
    if (*id != qint64{kApplicationId} || *version < 1)
        return Unexpected(error(Kind::Corrupt, u"the file's header is damaged"_s));
    if (*version > newestVersion())
        return Unexpected(error(Kind::TooNew, QString::number(*version)));
    return static_cast<int>(*version);
}

ports::StoreResult<Identified> identify(const QString &path, const OpenOptions &options)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (const Step fit = inspect(absolute, options.access); !fit)
        return Unexpected(fit.error());
    if (const Step fit = judgeCompanions(absolute); !fit)
        return Unexpected(fit.error());
    auto connection = Connection::open(absolute, options.connection);
    if (!connection)
        return Unexpected(connection.error());
    qint64 size = 0;
    const auto start = (*connection)->firstBytes(kHeaderBytes, size);
    if (!start)
        return Unexpected(start.error());
    const auto header = judgeHeader(*start, size, newestVersion());
    if (!header)
        return Unexpected(header.error());
    if (const Step configured = (*connection)->configure(); !configured)
        return Unexpected(configured.error());
    if (options.access == Access::Write && (*connection)->isReadOnly())
        return Unexpected(error(Kind::ReadOnly, absolute));
    return Identified{*std::move(connection), *header};
}

Step quickCheck(Connection &connection)
{
    auto rows = connection.run(u"PRAGMA quick_check(1)"_s);
    if (!rows)
        return Unexpected(rows.error());
    const QString verdict = rows->next() ? rows->text(0) : QString();
    if (Step read = rows->failure(); !read)
        return read;
    return verdict == "ok"_L1 ? Step() : Unexpected(error(Kind::Corrupt, verdict));
}

ports::StoreResult<std::unique_ptr<Connection>> openUnchanged(const QString &path, const OpenOptions &options)
{
    auto file = identify(path, options);
    if (!file)
        return Unexpected(file.error());
    Connection &connection = *file->connection;
    if (file->header.usesWal && options.access == Access::Write) {
        if (const Step left = leaveWal(connection); !left)
            return Unexpected(left.error());
    }
    if (const Step verified = verify(connection, QFileInfo(path).size()); !verified)
        return Unexpected(verified.error());
    return std::move(file->connection);
}

ports::StoreResult<std::unique_ptr<Connection>> openCaseFile(const QString &path, const OpenOptions &options)
{
    auto connection = openUnchanged(path, options);
    if (!connection)
        return connection;
    const auto version = versionOf(**connection);
    if (!version)
        return Unexpected(version.error());
    if (*version < newestVersion() && options.access == Access::Write) {
        const auto before = [&] { return backUpBeforeMigration(path, *version); };
        if (const Step migrated = migrate(**connection, *version, newestVersion(), before); !migrated)
            return Unexpected(migrated.error());
    }
    if (*version < newestVersion() && options.access == Access::Read) {
        connection = modernCopy(**connection, *version, QFileInfo(path).size());
        if (!connection)
            return connection;
    }
    const Step prepared = options.access == Access::Read ? (*connection)->execute("PRAGMA query_only = ON")
                                                         : (*connection)->trustTriggers();
    if (!prepared)
        return Unexpected(prepared.error());
    return connection;
}

ports::StoreResult<Created> createCaseFile(const QString &path, const ConnectionOptions &options)
{
    auto file = NewFile::make(path);
    if (!file)
        return Unexpected(file.error());
    auto connection = Connection::open(file->temporaryName(), options);
    if (!connection)
        return Unexpected(connection.error());
    if (const Step configured = (*connection)->configure(); !configured)
        return Unexpected(configured.error());
    if (const Step made = migrate(**connection, 0, newestVersion()); !made)
        return Unexpected(made.error());
    if (const Step trusted = (*connection)->trustTriggers(); !trusted)
        return Unexpected(trusted.error());
    return Created{*std::move(file), *std::move(connection)};
}

} // namespace db
