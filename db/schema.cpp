#include "db/schema.h"

#include "db/migrator.h"

#include <QMutex>

#include <map>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

using Definitions = std::map<QString, QString>; ///< "table case" -> its SQL

ports::StoreResult<Definitions> definitionsOf(Connection &connection)
{
    auto rows =
        connection.run(u"SELECT type || ' ' || name, coalesce(tbl_name, ''), coalesce(sql, '') FROM sqlite_schema"_s);
    if (!rows)
        return Unexpected(rows.error());
    Definitions definitions;
    while (rows->next())
        definitions[rows->text(0)] = rows->text(1) + u'\n' + rows->text(2);
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return definitions;
}

ports::StoreResult<Definitions> made(int version)
{
    auto memory = Connection::openInMemory();
    if (!memory)
        return Unexpected(memory.error());
    if (const Step migrated = migrate(**memory, 0, version); !migrated)
        return Unexpected(migrated.error());
    return definitionsOf(**memory);
}

/// Each is made once per process: every open asks for one.
ports::StoreResult<Definitions> expected(int version)
{
    static QMutex alone;
    static std::map<int, Definitions> known;
    const QMutexLocker lock(&alone);
    if (const auto found = known.find(version); found != known.end())
        return found->second;
    auto fresh = made(version);
    if (fresh)
        known.emplace(version, *fresh);
    return fresh;
}

} // namespace

Step verifySchema(Connection &connection, int version)
{
    const auto ours = expected(version);
    if (!ours)
        return Unexpected(ours.error());
    const auto theirs = definitionsOf(connection);
    if (!theirs)
        return Unexpected(theirs.error());
    for (const auto &[name, definition] : *theirs) {
        const auto known = ours->find(name);
        if (known == ours->end() || known->second != definition)
            return Unexpected(error(Kind::Altered, name));
    }
    for (const auto &[name, definition] : *ours) {
        if (!theirs->contains(name))
            return Unexpected(error(Kind::Altered, name));
    }
    return {};
}

} // namespace db
