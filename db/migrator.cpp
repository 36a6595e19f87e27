#include "db/migrator.h"

#include "db/searchindex.h"

#include <QFile>

#include <array>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

/// In the order of their versions. A released script is never edited.
constexpr std::array kScripts{
    ":/briefstack/migrations/0001_initial.sql",         ":/briefstack/migrations/0002_search_and_exchange.sql",
    ":/briefstack/migrations/0003_pending_input.sql",   ":/briefstack/migrations/0004_rate_rows.sql",
    ":/briefstack/migrations/0005_calls.sql",           ":/briefstack/migrations/0006_filings.sql",
    ":/briefstack/migrations/0007_partner_profile.sql", ":/briefstack/migrations/0008_search_terms.sql",
    ":/briefstack/migrations/0009_plain_letters.sql",
};

Step runScript(Connection &connection, int version)
{
    const QByteArray script = migrationScript(version);
    if (Step ran = connection.execute(script.constData()); !ran)
        return ran;
    const auto reached = connection.number(u"PRAGMA user_version"_s);
    if (!reached)
        return Unexpected(reached.error());
    if (*reached != version)
        return Unexpected(error(Kind::Io, u"migration %1 did not set its version"_s.arg(version)));
    // The words of the search index come from code that SQL does not have.
    if (version == kSearchVersion) {
        if (Step filled = fillIndex(connection); !filled)
            return filled;
    }
    return {};
}

/// Inside a transaction, so that what was found stays true.
Step runScripts(Connection &connection, int fromVersion, int toVersion, const std::function<Step()> &before)
{
    const auto found = connection.number(u"PRAGMA user_version"_s);
    if (!found)
        return Unexpected(found.error());
    if (*found == toVersion) // another program was quicker
        return {};
    if (*found != fromVersion)
        return Unexpected(error(Kind::Busy));
    if (before) {
        if (Step ready = before(); !ready)
            return ready;
    }
    for (int version = fromVersion + 1; version <= toVersion; ++version) {
        if (Step ran = runScript(connection, version); !ran)
            return ran;
    }
    return {};
}

} // namespace

int newestVersion()
{
    return static_cast<int>(kScripts.size());
}

QByteArray migrationScript(int version)
{
    QFile script(QLatin1String(kScripts.at(static_cast<std::size_t>(version - 1))));
    // Embedded in this library: what cannot be read is an empty script, which does not set its version.
    return script.open(QIODevice::ReadOnly) ? script.readAll() : QByteArray();
}

Step migrate(Connection &connection, int fromVersion, int toVersion, const std::function<Step()> &before)
{
    if (fromVersion >= toVersion)
        return {};
    if (Step begun = connection.execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    Step done = runScripts(connection, fromVersion, toVersion, before);
    if (done)
        done = connection.execute("COMMIT");
    if (!done && connection.inTransaction())
        (void)connection.execute("ROLLBACK");
    return done;
}

} // namespace db
