#include "db/repair.h"

#include "db/backup.h"
#include "db/backups.h"
#include "db/casefile.h"
#include "db/migrator.h"
#include "db/restore.h"
#include "db/rowrepair.h"
#include "db/salvage.h"
#include "db/schema.h"
#include "db/searchindex.h"
#include "db/timestamp.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace db {

using domain::Unexpected;
using ports::Repair;
using ports::Repaired;
using ports::RepairReport;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

constexpr int kJournalVersion = 3;

using Repairs = std::vector<Repaired>;

bool has(const CheckReport &report, Damage damage)
{
    return std::ranges::any_of(report.problems, [&](const Problem &one) { return one.damage == damage; });
}

QString nameOf(Repair what)
{
    switch (what) {
    case Repair::Rebuilt: return u"rebuilt"_s;
    case Repair::Indexes: return u"indexes"_s;
    case Repair::DroppedRevisions: return u"dropped-revisions"_s;
    case Repair::RestoredCases: return u"restored-cases"_s;
    case Repair::EarlierRevisions: return u"earlier-revisions"_s;
    case Repair::DroppedCases: return u"dropped-cases"_s;
    case Repair::DroppedRates: return u"dropped-rates"_s;
    case Repair::DroppedOrphans: return u"dropped-orphans"_s;
    case Repair::AdoptedNotes: return u"adopted-notes"_s;
    case Repair::KeptFiles: return u"kept-files"_s;
    case Repair::Statuses: return u"statuses"_s;
    case Repair::ListedFacts: return u"listed-facts"_s;
    case Repair::CompanyKeys: return u"company-keys"_s;
    case Repair::SearchIndex: break;
    }
    return u"search-index"_s;
}

Step writeJournal(Connection &connection, const Repairs &done, const QString &backup, const QDateTime &now)
{
    for (const Repaired &one : done) {
        const auto written = connection.run(
            u"INSERT INTO repair_journal (repaired_at, program, what, rows, backup) VALUES (?, ?, ?, ?, ?)"_s,
            {timestampOf(now), QStringLiteral(BRIEFSTACK_VERSION), nameOf(one.what), qMax<qint64>(1, one.count),
             QFileInfo(backup).fileName()});
        if (!written)
            return Unexpected(written.error());
    }
    return {};
}

Step structureIsSound(Connection &connection)
{
    auto rows = connection.run(u"PRAGMA integrity_check(1)"_s);
    if (!rows)
        return Unexpected(rows.error());
    const QString verdict = rows->next() ? rows->text(0) : QString();
    if (Step read = rows->failure(); !read)
        return read;
    return verdict == "ok"_L1 ? Step() : Unexpected(error(Kind::Corrupt, verdict));
}

Step addIndex(Connection &connection, Repairs &done)
{
    if (Step rebuilt = rebuildIndex(connection); !rebuilt)
        return rebuilt;
    const auto cases = connection.number(u"SELECT count(*) FROM \"case\""_s);
    if (!cases)
        return Unexpected(cases.error());
    done.push_back({Repair::SearchIndex, *cases});
    return {};
}

/// One damaged file. Nobody else writes it from hold() on.
class Repairer {
public:
    Repairer(QString path, QDateTime now, RepairReport &report)
        : m_path(std::move(path)), m_now(std::move(now)), m_report(report)
    {
    }

    /// Errors: Altered or Corrupt when the schema cannot be trusted or read; Busy, ReadOnly.
    Step hold(int waitMilliseconds)
    {
        auto file = identify(m_path, {Access::Write, {waitMilliseconds, 0}});
        if (!file)
            return Unexpected(file.error());
        m_connection = std::move(file->connection);
        if (Step off = m_connection->execute("PRAGMA foreign_keys = OFF"); !off)
            return off;
        if (Step alone = m_connection->execute("BEGIN EXCLUSIVE"); !alone)
            return alone;
        const auto version = versionOf(*m_connection);
        if (!version)
            return Unexpected(version.error());
        m_version = *version;
        return verifySchema(*m_connection, m_version);
    }

    /// Keeps the file as it is, byte for byte.
    Step keep()
    {
        const QString folder = backupFolderOf(m_path);
        if (Step made = makeBackupFolder(folder); !made)
            return made;
        auto copy = newFileIn(folder, QFileInfo(m_path).completeBaseName() + u"-damaged"_s
                                          + m_now.toString(u"-yyyyMMdd-HHmmss"_s));
        if (!copy)
            return Unexpected(copy.error());
        if (Step copied = m_connection->copyBytesTo(copy->temporaryName()); !copied)
            return copied;
        if (Step published = copy->publish(); !published)
            return published;
        m_report.backup = copy->destination();
        return {};
    }

    /// Fails as Corrupt when the pages are not whole enough for that; then nothing was changed.
    Step inPlace()
    {
        Repairs done;
        Step repaired = repairHere(done);
        if (repaired && done.empty()) {
            (void)m_connection->execute("ROLLBACK");
            return {};
        }
        if (repaired)
            repaired = m_connection->execute("COMMIT");
        if (!repaired && m_connection->inTransaction())
            (void)m_connection->execute("ROLLBACK");
        if (repaired)
            m_report.done = std::move(done);
        return repaired;
    }

    Step intoNewFile()
    {
        if (!m_connection->inTransaction()) {
            if (Step held = m_connection->execute("BEGIN EXCLUSIVE"); !held)
                return held;
        }
        auto file = NewFile::makeReplacement(m_path);
        if (!file)
            return Unexpected(file.error());
        Repairs done;
        if (Step filled = fill(file->temporaryName(), done); !filled)
            return filled;
        const auto aside = putInPlace(*std::move(file), m_path, u"replaced"_s, m_now);
        if (!aside)
            return Unexpected(aside.error());
        // The same bytes are kept already, under the name that the journal of repairs gives.
        if (QFileInfo(*aside).size() == QFileInfo(m_report.backup).size())
            QFile::remove(*aside);
        m_report.done = std::move(done);
        return {};
    }

private:
    Step repairHere(Repairs &done)
    {
        if (has(m_report.before, Damage::Structure)) {
            if (Step indexes = m_connection->execute("REINDEX"); !indexes)
                return Unexpected(error(Kind::Corrupt, indexes.error().detail));
            if (Step sound = structureIsSound(*m_connection); !sound)
                return sound;
            done.push_back({Repair::Indexes, 1});
        }
        const auto rows = repairRows(*m_connection, m_now);
        if (!rows)
            return Unexpected(rows.error());
        done.insert(done.end(), rows->begin(), rows->end());
        const bool search = has(m_report.before, Damage::SearchText) || has(m_report.before, Damage::SearchIndex);
        if (m_version >= kSearchVersion && (search || !done.empty())) {
            if (Step index = addIndex(*m_connection, done); !index)
                return index;
        }
        return m_version >= kJournalVersion ? writeJournal(*m_connection, done, m_report.backup, m_now) : Step();
    }

    /// A new file of the newest version with what can be read of this one.
    Step fill(const QString &name, Repairs &done)
    {
        auto target = Connection::open(name, {});
        if (!target)
            return Unexpected(target.error());
        for (const auto &step : {&Repairer::prepareTarget, &Repairer::fillTarget, &Repairer::finishTarget}) {
            if (Step ready = (this->*step)(**target, done); !ready)
                return ready;
        }
        return {};
    }

    Step prepareTarget(Connection &target, Repairs & /*done*/)
    {
        if (Step configured = target.configure(); !configured)
            return configured;
        if (Step made = migrate(target, 0, m_version); !made)
            return made;
        return target.execute("PRAGMA foreign_keys = OFF");
    }

    Step fillTarget(Connection &target, Repairs &done)
    {
        if (Step begun = target.execute("BEGIN IMMEDIATE"); !begun)
            return begun;
        const auto rows = salvage(*m_connection, target);
        if (!rows)
            return Unexpected(rows.error());
        done.push_back({Repair::Rebuilt, *rows});
        const auto repaired = repairRows(target, m_now);
        if (!repaired)
            return Unexpected(repaired.error());
        done.insert(done.end(), repaired->begin(), repaired->end());
        return target.execute("COMMIT");
    }

    Step finishTarget(Connection &target, Repairs &done)
    {
        if (Step modern = migrate(target, m_version, newestVersion()); !modern)
            return modern;
        if (Step begun = target.execute("BEGIN IMMEDIATE"); !begun)
            return begun;
        if (Step index = addIndex(target, done); !index)
            return index;
        if (Step journal = writeJournal(target, done, m_report.backup, m_now); !journal)
            return journal;
        return target.execute("COMMIT");
    }

    QString m_path;
    QDateTime m_now;
    RepairReport &m_report;
    int m_version = 0;
    std::unique_ptr<Connection> m_connection;
};

/// A copy of a file that was not changed is of no use.
void forget(RepairReport &report)
{
    QFile::remove(report.backup);
    QDir().rmdir(QFileInfo(report.backup).absolutePath()); // one that is not empty stays
    report.backup.clear();
}

/// Nothing of a damage that cannot be repaired is an error: the report says that it is still there.
Step repairFile(const QString &path, const QDateTime &now, RepairReport &report, int waitMilliseconds)
{
    Repairer repairer(path, now, report);
    if (Step held = repairer.hold(waitMilliseconds); !held) {
        const bool hopeless = held.error().kind == Kind::Corrupt || held.error().kind == Kind::Altered;
        return hopeless ? Step() : held;
    }
    if (Step kept = repairer.keep(); !kept)
        return kept;
    Step done = repairer.inPlace();
    if (!done && (done.error().kind == Kind::Corrupt || done.error().kind == Kind::Unreadable))
        done = repairer.intoNewFile();
    if (report.done.empty())
        forget(report);
    return done;
}

} // namespace

ports::StoreResult<RepairReport> repair(const QString &path, const QDateTime &now, const Judges &judges,
                                        int waitMilliseconds)
{
    RepairReport report;
    const auto before = check(path, judges);
    if (!before)
        return Unexpected(before.error());
    report.before = *before;
    report.after = *before;
    if (!report.before.canBeRepaired())
        return report;
    const QString canonical = QFileInfo(path).canonicalFilePath();
    if (const Step repaired = repairFile(canonical, now, report, waitMilliseconds); !repaired)
        return Unexpected(repaired.error());
    const auto after = check(path, judges);
    if (!after)
        return Unexpected(after.error());
    report.after = *after;
    return report;
}

} // namespace db
