// The case file on disk: identity, distrust, creation. What opens here is whole, ours and of this program's version.
#pragma once

#include "db/connection.h"
#include "db/header.h"
#include "db/newfile.h"

#include <QString>

#include <memory>

namespace db {

enum class Access { Read, Write };

struct OpenOptions {
    Access access = Access::Write;
    ConnectionOptions connection;
};

/// A file whose header says that it is a case file this program can read. Nothing else of it has been read.
struct Identified {
    std::unique_ptr<Connection> connection;
    FileHeader header;
};

/// Errors: NotFound, Unreadable, NotACase, TooShort, TooNew, Corrupt, ReadOnly (for Access::Write).
ports::StoreResult<Identified> identify(const QString &path, const OpenOptions &options);

/// The version of the schema. After the first read a half-written change has been taken back: only now it is certain.
/// Errors: TooNew, Corrupt.
ports::StoreResult<int> versionOf(Connection &connection);

/// Fails as Corrupt, with SQLite's words, unless the file's structure is sound.
Step quickCheck(Connection &connection);

/// identify(), then schema and structure; a file of an older version stays one. Files above 8 MiB are checked whole only
/// after an unclean end (and by check()): reading all of a large file would hold up every start.
ports::StoreResult<std::unique_ptr<Connection>> openUnchanged(const QString &path, const OpenOptions &options);

/// openUnchanged(), then brought to the newest version. For writing the file itself is, after a backup of it
/// (db/backups.h), without which it is not touched; for reading a copy of it in memory is.
ports::StoreResult<std::unique_ptr<Connection>> openCaseFile(const QString &path, const OpenOptions &options);

/// A case file without a case under its temporary name, open for writing.
struct Created {
    NewFile file;
    std::unique_ptr<Connection> connection;
};
ports::StoreResult<Created> createCaseFile(const QString &path, const ConnectionOptions &options);

} // namespace db
