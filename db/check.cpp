#include "db/check.h"

#include "db/casefile.h"
#include "db/digest.h"
#include "db/schema.h"
#include "db/searchindex.h"
#include "db/searchtext.h"
#include "ports/filings.h"

#include <QHash>
#include <QStringList>

#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRatesVersion = 4;   ///< the first that keeps the rates of a revision
constexpr int kCallsVersion = 5;   ///< the first in which every note belongs to a call
constexpr int kFilingsVersion = 6; ///< the first in which filings have days and files
constexpr int kJudgedAtOnce = 100;

// Shares of the whole, in percent, at which a part begins. Measured on 100,000 cases; reading and judging the worksheets
// takes most.
constexpr int kTablesFrom = 15;
constexpr int kWorksheetsFrom = 40;
constexpr int kIndexFrom = 95;

/// Asks who waits whether to go on, also from within SQLite's long statements.
class Progress {
public:
    Progress(Connection &connection, const ports::CheckProgress &progress)
        : m_connection(connection), m_progress(progress)
    {
        constexpr int kStepsBetween = 200'000; // of SQLite's machine: some milliseconds
        if (m_progress)
            sqlite3_progress_handler(m_connection.handle(), kStepsBetween, ask, this);
    }
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;
    Progress(Progress &&) = delete;
    Progress &operator=(Progress &&) = delete;
    ~Progress() { sqlite3_progress_handler(m_connection.handle(), 0, nullptr, nullptr); }

    /// False: stop.
    bool reached(int percent)
    {
        m_percent = percent;
        m_stopped = m_stopped || (m_progress && !m_progress(m_percent));
        return !m_stopped;
    }
    bool isStopped() const { return m_stopped; }

private:
    static int ask(void *self)
    {
        auto *progress = static_cast<Progress *>(self);
        return progress->reached(progress->m_percent) ? 0 : 1;
    }

    Connection &m_connection;
    const ports::CheckProgress &m_progress;
    int m_percent = 0;
    bool m_stopped = false;
};

/// One run over one file. A step's error is a page that cannot be read: it ends the run as Structure.
class Checker {
public:
    Checker(Connection &connection, const Judges &judges, CheckReport &report, Progress &progress)
        : m_connection(connection), m_judges(judges), m_report(report), m_progress(progress)
    {
    }

    Step run()
    {
        if (Step tables = checkTables(); !tables)
            return tables;
        if (m_isReadable) {
            if (Step judged = worksheets(); !judged)
                return judged;
        }
        return m_report.isSound() && m_progress.reached(kIndexFrom) ? searchIndex() : Step();
    }

private:
    /// All as of one moment: a save between two of these would look like damage.
    Step checkTables()
    {
        const ReadTransaction now(m_connection);
        if (!now.begun())
            return now.begun();
        const auto version = versionOf(m_connection);
        if (!version)
            return Unexpected(version.error());
        m_report.version = *version;
        if (Step schema = verifySchema(m_connection, *version); !schema)
            return schema;
        if (Step done = structure(); !done || !m_report.isSound())
            return done;
        m_progress.reached(kTablesFrom);
        for (const auto step : {&Checker::count, &Checker::references}) {
            if (Step done = (this->*step)(); !done)
                return done;
        }
        // What follows trusts the tables to be readable and to hang together.
        m_isReadable = m_report.isSound();
        if (!m_isReadable)
            return {};
        for (const auto step : {&Checker::listedFacts, &Checker::rates, &Checker::attachments, &Checker::filedFiles,
                                &Checker::searchText}) {
            if (Step done = (this->*step)(); !done)
                return done;
        }
        return {};
    }

    void add(Damage damage, const QString &detail, qint64 count = 1)
    {
        if (count > 0)
            m_report.problems.push_back({damage, detail, count});
    }

    Step structure()
    {
        auto rows = m_connection.run(u"PRAGMA integrity_check(20)"_s);
        if (!rows)
            return Unexpected(rows.error());
        QStringList lines;
        while (rows->next()) {
            if (rows->text(0) != "ok"_L1)
                lines += rows->text(0);
        }
        add(Damage::Structure, lines.value(0), lines.size());
        return rows->failure();
    }

    Step references()
    {
        auto rows = m_connection.run(u"PRAGMA foreign_key_check"_s);
        if (!rows)
            return Unexpected(rows.error());
        QHash<QString, qint64> perTable;
        while (rows->next())
            ++perTable[rows->text(0)];
        for (auto table = perTable.cbegin(); table != perTable.cend(); ++table)
            add(Damage::References, table.key(), table.value());
        if (Step read = rows->failure(); !read || m_report.version < kCallsVersion)
            return read;
        // Another program may leave the call out, which no key forbids; such a note is not among those of a case.
        const auto notes = m_connection.number(u"SELECT count(*) FROM note WHERE call_id IS NULL"_s);
        if (!notes)
            return Unexpected(notes.error());
        add(Damage::References, u"note"_s, *notes);
        return {};
    }

    Step count()
    {
        const std::pair<qint64 *, QString> counts[] = {
            {&m_report.cases, u"SELECT count(*) FROM \"case\""_s},
            {&m_report.revisions, u"SELECT count(*) FROM case_revision"_s},
            {&m_report.records, u"SELECT count(*) FROM record"_s},
        };
        for (const auto &[target, sql] : counts) {
            const auto counted = m_connection.number(sql);
            if (!counted)
                return Unexpected(counted.error());
            *target = *counted;
        }
        return {};
    }

    struct Revision {
        qint64 number = 0;
        QString caseId;
        QByteArray worksheet;
        QString digest;
        bool isJson = false;
        QString evaluatedOn;
        bool isNow = false;
    };

    /// The next few after that number.
    ports::StoreResult<std::vector<Revision>> revisionsAfter(qint64 number)
    {
        auto rows = m_connection.run(u"SELECT r.id, c.uuid, r.worksheet, r.worksheet_sha256, json_valid(r.worksheet),"
                                     " r.evaluated_on, r.revision = c.revision FROM case_revision r"
                                     " JOIN \"case\" c ON c.id = r.case_id WHERE r.id > ? ORDER BY r.id LIMIT ?"_s,
                                     {number, kJudgedAtOnce});
        if (!rows)
            return Unexpected(rows.error());
        std::vector<Revision> revisions;
        while (rows->next())
            revisions.push_back({rows->integer(0), rows->text(1), rows->bytes(2), rows->text(3), rows->integer(4) == 1,
                                 rows->text(5), rows->integer(6) == 1});
        if (const Step read = rows->failure(); !read)
            return Unexpected(read.error());
        return revisions;
    }

    /// Each for itself, a few at a time: judging takes longer than reading, and others want to save meanwhile.
    Step worksheets()
    {
        Tally tallies[] = {Tally(Damage::WorksheetText), Tally(Damage::WorksheetBytes), Tally(Damage::WorksheetForm),
                           Tally(Damage::Ledger)};
        auto &[text, bytes, form, ledger] = tallies;
        qint64 judged = 0;
        for (qint64 last = 0;;) {
            const qint64 share = (kIndexFrom - kWorksheetsFrom) * judged / std::max<qint64>(1, m_report.revisions);
            if (!m_progress.reached(std::min(kIndexFrom, kWorksheetsFrom + static_cast<int>(share))))
                return {};
            const auto revisions = revisionsAfter(last);
            if (!revisions)
                return Unexpected(revisions.error());
            if (revisions->empty())
                break;
            for (const Revision &one : *revisions) {
                if (digestOf(one.worksheet) != one.digest)
                    bytes.count(one.caseId);
                if (one.isJson)
                    judge(one, form, ledger);
                else
                    text.count(one.caseId);
            }
            last = revisions->back().number;
            judged += static_cast<qint64>(revisions->size());
        }
        auto place = m_report.problems.begin();
        for (const Tally &tally : tallies) {
            if (tally.seen > 0)
                place = std::next(m_report.problems.insert(place, {tally.damage, tally.first, tally.seen}));
        }
        return {};
    }

    Step listedFacts()
    {
        // Malformed worksheets are reported already, and have no facts to compare.
        auto rows =
            m_connection.run(u"SELECT c.uuid, r.company IS json_extract(r.worksheet, '$.company.name')"
                             " AND r.website IS coalesce(json_extract(r.worksheet, '$.company.website'), '')"
                             " AND r.stage IS coalesce(json_extract(r.worksheet, '$.company.stage'), ''),"
                             " r.revision = c.revision, c.company_key, r.company, r.website FROM case_revision r"
                             " JOIN \"case\" c ON c.id = r.case_id WHERE json_valid(r.worksheet) ORDER BY r.id"_s);
        if (!rows)
            return Unexpected(rows.error());
        Tally facts(Damage::ListedFacts);
        Tally keys(Damage::CompanyKeys);
        while (rows->next()) {
            if (rows->integer(1) != 1)
                facts.count(rows->text(0));
            if (rows->integer(2) == 1 && companyKey(rows->text(4), rows->text(5)) != rows->text(3))
                keys.count(rows->text(0));
        }
        for (const Tally *tally : {&facts, &keys})
            add(tally->damage, tally->first, tally->seen);
        return rows->failure();
    }

    Step rates()
    {
        if (m_report.version < kRatesVersion)
            return {};
        auto rows = m_connection.run(
            u"SELECT k.book, k.sha256, (SELECT min(c.uuid) FROM revision_rates u JOIN case_revision r ON r.id ="
            " u.case_revision_id JOIN \"case\" c ON c.id = r.case_id WHERE u.rate_rows_id = k.id)"
            " FROM rate_rows k ORDER BY k.id"_s);
        if (!rows)
            return Unexpected(rows.error());
        Tally changed(Damage::Rates);
        while (rows->next()) {
            if (digestOf(rows->bytes(0)) != rows->text(1))
                changed.count(rows->text(2));
        }
        add(changed.damage, changed.first, changed.seen);
        return rows->failure();
    }

    Step attachments()
    {
        auto rows = m_connection.run(u"SELECT name, sha256, content FROM attachment ORDER BY id"_s);
        if (!rows)
            return Unexpected(rows.error());
        Tally changed(Damage::Attachments);
        while (rows->next()) {
            if (digestOf(rows->bytes(2)) != rows->text(1))
                changed.count(rows->text(0));
        }
        add(changed.damage, changed.first, changed.seen);
        return rows->failure();
    }

    /// Each filing of this program's has its brief and its request.
    Step filedFiles()
    {
        if (m_report.version < kFilingsVersion)
            return {};
        auto rows = m_connection.run(
            u"SELECT f.opportunity_id FROM filing f WHERE f.filed_on <> '' AND (SELECT count(DISTINCT a.name)"
            " FROM attachment a WHERE a.filing_id = f.id AND a.name IN (?, ?)) < 2 ORDER BY f.id"_s,
            {QString(ports::kFiledBrief), QString(ports::kFiledRequest)});
        if (!rows)
            return Unexpected(rows.error());
        Tally missing(Damage::FiledFiles);
        while (rows->next())
            missing.count(rows->text(0));
        add(missing.damage, missing.first, missing.seen);
        return rows->failure();
    }

    /// The words each case ought to have, against the words it has.
    Step searchText()
    {
        if (m_report.version < kSearchVersion)
            return {};
        const auto difference = compareIndex(m_connection);
        if (!difference)
            return Unexpected(difference.error());
        add(Damage::SearchText, difference->first, difference->count);
        return {};
    }

    /// FTS5 checks itself only through a statement that counts as a write: nothing of it is kept.
    Step searchIndex()
    {
        if (m_connection.isReadOnly() || m_report.version < kSearchVersion)
            return {};
        if (Step begun = m_connection.execute("BEGIN IMMEDIATE"); !begun)
            return begun;
        Step sound = verifyIndex(m_connection);
        if (m_connection.inTransaction())
            (void)m_connection.execute("ROLLBACK");
        if (!sound && sound.error().kind != Kind::Corrupt)
            return sound;
        if (!sound)
            add(Damage::SearchIndex, sound.error().detail);
        return {};
    }

    /// How often one kind of damage was seen, and where first.
    struct Tally {
        explicit Tally(Damage kind) : damage(kind) {}
        void count(const QString &where)
        {
            if (seen++ == 0)
                first = where;
        }
        Damage damage;
        QString first;
        qint64 seen = 0;
    };

    void judge(const Revision &one, Tally &form, Tally &ledger)
    {
        if (const auto verdict = m_judges.worksheet ? m_judges.worksheet(one.worksheet) : std::nullopt)
            form.count(one.caseId + u": "_s + *verdict);
        else if (const auto difference =
                     m_judges.ledger && one.isNow ? m_judges.ledger(one.worksheet, one.evaluatedOn) : std::nullopt)
            ledger.count(one.caseId + u": "_s + *difference);
    }

    Connection &m_connection;
    const Judges &m_judges;
    CheckReport &m_report;
    Progress &m_progress;
    bool m_isReadable = false;
};

} // namespace

bool isWhole(const CheckReport &report)
{
    return std::ranges::all_of(report.problems, [](const Problem &one) {
        return one.damage == Damage::SearchText || one.damage == Damage::SearchIndex
            || one.damage == Damage::ListedFacts || one.damage == Damage::CompanyKeys;
    });
}

ports::StoreResult<CheckReport> check(const QString &path, const Judges &judges, const ports::CheckProgress &progress)
{
    CheckReport report;
    auto file = identify(path, {Access::Read, {}});
    if (!file && file.error().kind == Kind::Corrupt) {
        report.problems.push_back({Damage::Header, file.error().detail, 1});
        return report;
    }
    if (!file)
        return Unexpected(file.error());
    report.version = file->header.version;
    Connection &connection = *file->connection;
    Progress steps(connection, progress);
    const Step checked = Checker(connection, judges, report, steps).run();
    if (steps.isStopped()) {
        report.stopped = true;
        return report;
    }
    if (!checked && checked.error().kind == Kind::Altered) {
        report.problems.push_back({Damage::Schema, checked.error().detail, 1});
        return report; // nothing is read from a schema that is not ours
    }
    if (checked)
        return report;
    if (checked.error().kind != Kind::Corrupt && checked.error().kind != Kind::Unreadable)
        return Unexpected(checked.error());
    report.problems.push_back({Damage::Structure, checked.error().detail, 1});
    return report;
}

} // namespace db
