#include "db/rowrepair.h"

#include "db/digest.h"
#include "db/searchtext.h"
#include "db/timestamp.h"
#include "db/writer.h"
#include "domain/identifiers.h"

#include <QHash>
#include <QUuid>

#include <sqlite3.h>

#include <optional>

namespace db {

using domain::Unexpected;
using ports::Repair;
using ports::Repaired;
using namespace Qt::StringLiterals;

namespace {

/// Tables whose rows belong to a case by `case_id`. Tables of later versions may not be there.
constexpr QStringView kOfCases[] = {u"call",  u"note",       u"evidence",     u"call_question", u"status_change",
                                    u"award", u"attachment", u"save_journal", u"pending_input", u"merged_revision"};

/// What becomes of other rows that belong to nothing, after those of no case are gone.
struct Orphans {
    QStringView table;
    QStringView sql;
    std::optional<Repair> what = Repair::DroppedOrphans; ///< nothing: it only makes room for the next
};

constexpr Orphans kOrphans[] = {
    {u"record", u"DELETE FROM record WHERE case_revision_id NOT IN (SELECT id FROM case_revision)"},
    {u"revision_rates", u"DELETE FROM revision_rates WHERE case_revision_id NOT IN (SELECT id FROM case_revision)"
                        u" OR rate_rows_id NOT IN (SELECT id FROM rate_rows)"},
    {u"attachment",
     u"UPDATE attachment SET filing_id = NULL WHERE filing_id NOT IN (SELECT f.id FROM filing f"
     u" JOIN case_revision r ON r.id = f.case_revision_id)",
     Repair::KeptFiles},
    {u"filing", u"DELETE FROM filing WHERE case_revision_id NOT IN (SELECT id FROM case_revision)"},
    {u"call",
     u"INSERT OR IGNORE INTO call (case_id, uuid, started_at, seconds, consent, consent_at)"
     u" SELECT c.id, c.uuid, min(n.written_at), 0, 'not-asked', '' FROM note n JOIN \"case\" c ON c.id = n.case_id"
     u" WHERE n.call_id IS NULL OR n.call_id NOT IN (SELECT id FROM call) GROUP BY c.id",
     std::nullopt},
    {u"call",
     u"UPDATE OR IGNORE note SET line = id, call_id = (SELECT k.id FROM call k JOIN \"case\" c ON c.id ="
     u" k.case_id AND c.uuid = k.uuid WHERE c.id = note.case_id)"
     u" WHERE call_id IS NULL OR call_id NOT IN (SELECT id FROM call)",
     Repair::AdoptedNotes},
    {u"note_before", u"DELETE FROM note_before WHERE call_id NOT IN (SELECT id FROM call)"},
};

class RowRepairer {
public:
    RowRepairer(Connection &connection, const QDateTime &now) : m_connection(connection), m_now(now) {}

    ports::StoreResult<std::vector<Repaired>> run()
    {
        for (const auto step : {&RowRepairer::dropRevisions, &RowRepairer::dropRates, &RowRepairer::restoreCases,
                                &RowRepairer::pointToRevisions, &RowRepairer::orphans, &RowRepairer::statuses,
                                &RowRepairer::listedFacts, &RowRepairer::companyKeys}) {
            if (const Step done = (this->*step)(); !done)
                return Unexpected(done.error());
        }
        return m_done;
    }

private:
    /// Runs a statement that changes rows; returns how many.
    ports::StoreResult<qint64> change(const QString &sql, const QVariantList &values = {})
    {
        const auto rows = m_connection.run(sql, values);
        if (!rows)
            return Unexpected(rows.error());
        return qint64{sqlite3_changes(m_connection.handle())};
    }

    void add(Repair what, qint64 count)
    {
        if (count > 0)
            m_done.push_back({what, count});
    }

    Step changeAll(Repair what, std::initializer_list<QString> statements)
    {
        qint64 count = 0;
        for (const QString &sql : statements) {
            const auto changed = change(sql);
            if (!changed)
                return Unexpected(changed.error());
            count += *changed;
        }
        add(what, count);
        return {};
    }

    /// Worksheets that are not what was saved, where the case has another that is. A filed one stays: it is the proof.
    Step dropRevisions()
    {
        QHash<qint64, qint64> whole; // per case
        std::vector<std::pair<qint64, qint64>> spoiled;
        {
            auto rows = m_connection.run(
                u"SELECT id, case_id, worksheet, worksheet_sha256, json_valid(worksheet), EXISTS (SELECT 1 FROM"
                " filing WHERE case_revision_id = case_revision.id) FROM case_revision"_s);
            if (!rows)
                return Unexpected(rows.error());
            while (rows->next()) {
                const bool good = rows->integer(4) == 1 && digestOf(rows->bytes(2)) == rows->text(3);
                if (good)
                    ++whole[rows->integer(1)];
                else if (rows->integer(5) == 0)
                    spoiled.emplace_back(rows->integer(0), rows->integer(1));
            }
            if (Step read = rows->failure(); !read)
                return read;
        }
        qint64 dropped = 0;
        for (const auto &[revision, ofCase] : spoiled) {
            if (!whole.contains(ofCase))
                continue;
            if (const auto gone = change(u"DELETE FROM case_revision WHERE id = ?"_s, {revision}); !gone)
                return Unexpected(gone.error());
            ++dropped;
        }
        add(Repair::DroppedRevisions, dropped);
        return {};
    }

    /// Rates that are not what was saved: nobody could open a case that was computed with them.
    Step dropRates()
    {
        const auto present = countTables(u"rate_rows");
        if (!present)
            return Unexpected(present.error());
        std::vector<qint64> spoiled;
        if (*present > 0) {
            auto rows = m_connection.run(u"SELECT id, book, sha256 FROM rate_rows"_s);
            if (!rows)
                return Unexpected(rows.error());
            while (rows->next()) {
                if (digestOf(rows->bytes(1)) != rows->text(2))
                    spoiled.push_back(rows->integer(0));
            }
            if (Step read = rows->failure(); !read)
                return read;
        }
        for (const qint64 rates : spoiled) {
            for (const QString &sql :
                 {u"DELETE FROM revision_rates WHERE rate_rows_id = ?"_s, u"DELETE FROM rate_rows WHERE id = ?"_s}) {
                if (const auto gone = change(sql, {rates}); !gone)
                    return Unexpected(gone.error());
            }
        }
        add(Repair::DroppedRates, static_cast<qint64>(spoiled.size()));
        return {};
    }

    struct LostCase {
        qint64 id = 0;
        qint64 revision = 0;
        QString company;
        QString website;
    };

    ports::StoreResult<std::vector<LostCase>> lostCases()
    {
        auto rows = m_connection.run(
            u"SELECT case_id, revision, company, website FROM case_revision r WHERE case_id NOT IN (SELECT id FROM"
            " \"case\") AND revision = (SELECT max(revision) FROM case_revision WHERE case_id = r.case_id)"_s);
        if (!rows)
            return Unexpected(rows.error());
        std::vector<LostCase> lost;
        while (rows->next())
            lost.push_back({rows->integer(0), rows->integer(1), rows->text(2), rows->text(3)});
        if (const Step read = rows->failure(); !read)
            return Unexpected(read.error());
        return lost;
    }

    /// A worksheet without its case becomes one again, under a new id.
    Step restoreCases()
    {
        const auto lost = lostCases();
        if (!lost)
            return Unexpected(lost.error());
        for (const LostCase &one : *lost) {
            const auto slug = freeSlug(m_connection, domain::slugOf(one.company));
            if (!slug)
                return Unexpected(slug.error());
            const QString now = timestampOf(m_now);
            const auto made = change(
                u"INSERT INTO \"case\" (id, uuid, revision, status, company_key, slug, created_at, updated_at, changed)"
                " VALUES (?, ?, ?, 'drafting', ?, ?, ?, ?, (SELECT coalesce(max(changed), 0) + 1 FROM \"case\"))"_s,
                {one.id, QUuid::createUuid().toString(QUuid::WithoutBraces), one.revision,
                 companyKey(one.company, one.website), *slug, now, now});
            if (!made)
                return Unexpected(made.error());
        }
        add(Repair::RestoredCases, static_cast<qint64>(lost->size()));
        return {};
    }

    Step pointToRevisions()
    {
        Step pointed = changeAll(Repair::EarlierRevisions,
                                 {u"UPDATE \"case\" SET revision = (SELECT max(revision) FROM case_revision WHERE"
                                  " case_id = \"case\".id) WHERE NOT EXISTS (SELECT 1 FROM case_revision WHERE case_id"
                                  " = \"case\".id AND revision = \"case\".revision) AND EXISTS (SELECT 1 FROM"
                                  " case_revision WHERE case_id = \"case\".id)"_s});
        if (!pointed)
            return pointed;
        return changeAll(Repair::DroppedCases,
                         {u"DELETE FROM \"case\" WHERE id NOT IN (SELECT case_id FROM case_revision)"_s});
    }

    /// 0 where the file's version has no such table.
    ports::StoreResult<qint64> countTables(QStringView name)
    {
        return m_connection.number(u"SELECT count(*) FROM sqlite_schema WHERE name = ?"_s, {name.toString()});
    }

    /// How many rows the statement changes; none where the file's version has no such table.
    ports::StoreResult<qint64> changeIn(QStringView table, const QString &sql)
    {
        const auto present = countTables(table);
        if (!present || *present == 0)
            return present;
        return change(sql);
    }

    Step orphans()
    {
        qint64 dropped = 0;
        for (const QStringView table : kOfCases) {
            const auto gone =
                changeIn(table, u"DELETE FROM %1 WHERE case_id NOT IN (SELECT id FROM \"case\")"_s.arg(table));
            if (!gone)
                return Unexpected(gone.error());
            dropped += *gone;
        }
        for (const Orphans &one : kOrphans) {
            const auto changed = changeIn(one.table, one.sql.toString());
            if (!changed)
                return Unexpected(changed.error());
            if (one.what == Repair::DroppedOrphans)
                dropped += *changed;
            else if (one.what)
                add(*one.what, *changed);
        }
        add(Repair::DroppedOrphans, dropped);
        return {};
    }

    Step statuses()
    {
        return changeAll(
            Repair::Statuses,
            {u"INSERT OR IGNORE INTO status (name) VALUES ('drafting')"_s,
             u"UPDATE \"case\" SET status = 'drafting' WHERE status NOT IN (SELECT name FROM status)"_s,
             u"UPDATE record SET status = 'drafting' WHERE status NOT IN (SELECT name FROM status)"_s,
             u"UPDATE status_change SET status = 'drafting' WHERE status NOT IN (SELECT name FROM status)"_s});
    }

    Step listedFacts()
    {
        return changeAll(
            Repair::ListedFacts,
            {u"UPDATE case_revision SET worksheet = worksheet WHERE json_valid(worksheet) AND NOT (company IS"
             " json_extract(worksheet, '$.company.name') AND website IS coalesce(json_extract(worksheet,"
             " '$.company.website'), '') AND stage IS coalesce(json_extract(worksheet, '$.company.stage'), ''))"_s});
    }

    Step companyKeys()
    {
        std::vector<std::pair<qint64, QString>> wrong;
        {
            auto rows = m_connection.run(
                u"SELECT c.id, c.company_key, r.company, r.website FROM \"case\" c JOIN case_revision r"
                " ON r.case_id = c.id AND r.revision = c.revision"_s);
            if (!rows)
                return Unexpected(rows.error());
            while (rows->next()) {
                const QString key = companyKey(rows->text(2), rows->text(3));
                if (key != rows->text(1))
                    wrong.emplace_back(rows->integer(0), key);
            }
            if (Step read = rows->failure(); !read)
                return read;
        }
        for (const auto &[id, key] : wrong) {
            if (const auto set = change(u"UPDATE \"case\" SET company_key = ? WHERE id = ?"_s, {key, id}); !set)
                return Unexpected(set.error());
        }
        add(Repair::CompanyKeys, static_cast<qint64>(wrong.size()));
        return {};
    }

    Connection &m_connection;
    QDateTime m_now;
    std::vector<Repaired> m_done;
};

} // namespace

ports::StoreResult<std::vector<Repaired>> repairRows(Connection &connection, const QDateTime &now)
{
    return RowRepairer(connection, now).run();
}

} // namespace db
