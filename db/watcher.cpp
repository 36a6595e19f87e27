#include "db/watcher.h"

namespace db {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

ports::StoreResult<qint64> fileVersion(Connection &connection)
{
    return connection.number(u"PRAGMA data_version"_s);
}

ports::StoreResult<qint64> lastChange(Connection &connection)
{
    return connection.number(u"SELECT coalesce(max(changed), 0) FROM \"case\""_s);
}

} // namespace

Step Watcher::start(Connection &connection)
{
    m_saving.clear();
    m_saved.clear();
    const auto version = fileVersion(connection);
    if (!version)
        return Unexpected(version.error());
    const auto changed = lastChange(connection);
    if (!changed)
        return Unexpected(changed.error());
    m_fileVersion = *version;
    m_changed = *changed;
    return {};
}

void Watcher::committed()
{
    for (auto one = m_saving.cbegin(); one != m_saving.cend(); ++one)
        m_saved.insert(one.key(), one.value());
    m_saving.clear();
}

ports::StoreResult<ports::OthersChanges> Watcher::look(Connection &connection)
{
    // The version first: what is committed between the two statements is seen now, and looked for again the next time.
    const auto version = fileVersion(connection);
    if (!version)
        return Unexpected(version.error());
    ports::OthersChanges changes;
    if (*version == m_fileVersion)
        return changes;
    qint64 newest = m_changed;
    {
        auto rows = connection.run(
            u"SELECT uuid, revision, changed FROM \"case\" WHERE changed > ? ORDER BY changed DESC"_s, {m_changed});
        if (!rows)
            return Unexpected(rows.error());
        while (rows->next()) {
            newest = qMax(newest, rows->integer(2));
            const auto own = m_saved.constFind(rows->text(0));
            if (own == m_saved.cend() || *own != rows->integer(1))
                changes.cases.push_back(rows->text(0));
        }
        if (const Step read = rows->failure(); !read)
            return Unexpected(read.error());
    }
    m_fileVersion = *version;
    m_changed = newest;
    m_saved.clear();
    changes.any = true;
    return changes;
}

} // namespace db
