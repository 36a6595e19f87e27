#include "db/filings.h"

#include "db/digest.h"
#include "db/searchindex.h"
#include "db/statuses.h"
#include "db/timestamp.h"
#include "db/writer.h"

#include <map>

namespace db {

using domain::Unexpected;
using ports::CaseFilings;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

struct CaseRow {
    qint64 number = 0;
    int revision = 1;
    qint64 changed = 0;
};

/// SQLite keeps a null QString as NULL.
QString present(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

Step write(Connection &connection, const QString &sql, const QVariantList &values)
{
    const auto rows = connection.run(sql, values);
    return rows ? Step() : Step(Unexpected(rows.error()));
}

ports::StoreResult<CaseRow> rowOf(Connection &connection, const QString &caseId)
{
    auto rows = connection.run(u"SELECT id, revision, changed FROM \"case\" WHERE uuid = ?"_s, {present(caseId)});
    if (!rows)
        return Unexpected(rows.error());
    if (rows->next())
        return CaseRow{rows->integer(0), static_cast<int>(rows->integer(1)), rows->integer(2)};
    const Step read = rows->failure();
    return Unexpected(read ? error(Kind::NoSuchCase, caseId) : read.error());
}

using ByCase = std::map<QString, CaseFilings>; ///< by the case's id

/// ` WHERE c.id = ?` when one case is meant.
QString ofCase(bool one)
{
    return one ? u" WHERE c.id = ?"_s : QString();
}

Step readFilings(Connection &connection, const QVariantList &which, ByCase &found)
{
    auto rows = connection.run(
        u"SELECT c.uuid, f.id, f.pool_id, f.number, r.revision, f.channel, f.filed_on, f.filed_at, f.opportunity_id,"
        " f.changes FROM filing f JOIN case_revision r ON r.id = f.case_revision_id"
        " JOIN \"case\" c ON c.id = r.case_id"_s
            + ofCase(!which.isEmpty()) + u" ORDER BY f.filed_at, f.id"_s,
        which);
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next()) {
        const QDateTime filedAt = momentOf(rows->text(7));
        const QDate filedOn = dayOf(rows->text(6));
        found[rows->text(0)].filings.push_back({rows->integer(1),
                                                rows->text(2),
                                                static_cast<int>(rows->integer(3)),
                                                static_cast<int>(rows->integer(4)),
                                                rows->text(5),
                                                filedOn.isValid() ? filedOn : filedAt.date(),
                                                filedAt,
                                                rows->text(8),
                                                rows->text(9),
                                                {}});
    }
    return rows->failure();
}

Step readFiles(Connection &connection, const QVariantList &which, ByCase &found)
{
    auto rows = connection.run(
        u"SELECT c.uuid, a.filing_id, a.name, a.media_type, a.sha256, length(a.content) FROM attachment a"
        " JOIN \"case\" c ON c.id = a.case_id AND a.filing_id IS NOT NULL"_s
            + ofCase(!which.isEmpty()) + u" ORDER BY a.id"_s,
        which);
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next()) {
        for (ports::Filing &filing : found[rows->text(0)].filings) {
            if (filing.id == rows->integer(1))
                filing.files.push_back({rows->text(2), rows->text(3), rows->text(4), rows->integer(5)});
        }
    }
    return rows->failure();
}

Step readChanges(Connection &connection, const QVariantList &which, ByCase &found)
{
    auto rows = connection.run(u"SELECT c.uuid, s.pool_id, s.status, s.reason, s.happened_on, s.changed_at"
                               " FROM status_change s JOIN \"case\" c ON c.id = s.case_id"_s
                                   + ofCase(!which.isEmpty()) + u" ORDER BY s.changed_at, s.id"_s,
                               which);
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next()) {
        const QDateTime at = momentOf(rows->text(5));
        const QDate on = dayOf(rows->text(4));
        found[rows->text(0)].changes.push_back(
            {rows->text(1), rows->text(2), rows->text(3), on.isValid() ? on : at.date(), at});
    }
    return rows->failure();
}

Step readAwards(Connection &connection, const QVariantList &which, ByCase &found)
{
    auto rows = connection.run(
        u"SELECT c.uuid, a.pool_id, a.code, a.amount_cents, a.issued_on, a.expires_on, a.account_id FROM award a"
        " JOIN \"case\" c ON c.id = a.case_id"_s
            + ofCase(!which.isEmpty()) + u" ORDER BY a.issued_on, a.id"_s,
        which);
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next()) {
        found[rows->text(0)].awards.push_back({rows->text(1), rows->text(2), domain::Money::fromCents(rows->integer(3)),
                                               dayOf(rows->text(4)), dayOf(rows->text(5)), rows->text(6)});
    }
    return rows->failure();
}

ports::StoreResult<ByCase> readAll(Connection &connection, const QVariantList &which)
{
    ByCase found;
    for (const auto read : {readFilings, readFiles, readChanges, readAwards}) {
        if (const Step done = read(connection, which, found); !done)
            return Unexpected(done.error());
    }
    return found;
}

/// What follows for the case: its place in the list, the statuses listed, the words it is found by. `change` writes.
template <class Change>
Step changeCase(Connection &connection, const CaseRow &row, const QDateTime &now, Change change)
{
    const auto next = nextPlace(connection);
    if (!next)
        return Unexpected(next.error());
    if (Step forgotten = forgetCase(connection, row.changed); !forgotten)
        return forgotten;
    if (Step changed = change(); !changed)
        return changed;
    if (Step placed = write(connection, u"UPDATE \"case\" SET changed = ?, updated_at = ? WHERE id = ?"_s,
                            {next->changed, timestampOf(now), row.number});
        !placed)
        return placed;
    if (Step refreshed = refreshStatuses(connection, row.number); !refreshed)
        return refreshed;
    return indexCase(connection, row.number, next->changed);
}

Step insertStatus(Connection &connection, qint64 number, const ports::StatusChange &change, const QDateTime &now)
{
    return write(connection,
                 u"INSERT INTO status_change (case_id, pool_id, status, changed_at, reason, happened_on)"
                 " VALUES (?, ?, ?, ?, ?, ?)"_s,
                 {number, present(change.poolId), present(change.status), timestampOf(now), present(change.reason),
                  dayText(change.on)});
}

Step insertFiles(Connection &connection, qint64 number, qint64 filing, const ports::FilingDraft &draft,
                 const QDateTime &now)
{
    for (const ports::FiledFile &file : draft.files) {
        if (Step written =
                write(connection,
                      u"INSERT INTO attachment (case_id, filing_id, name, media_type, added_at, sha256,"
                      " content) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                      {number, filing, file.name, file.mediaType, timestampOf(now), digestOf(file.bytes), file.bytes});
            !written)
            return written;
    }
    return {};
}

ports::StoreResult<qint64> insertFiling(Connection &connection, const CaseRow &row, int filingNumber,
                                        const ports::FilingDraft &draft, const QDateTime &now)
{
    return connection.number(
        u"INSERT INTO filing (case_revision_id, pool_id, channel, filed_at, opportunity_id, number, filed_on, changes)"
        " SELECT id, ?, ?, ?, ?, ?, ?, ? FROM case_revision WHERE case_id = ? AND revision = ? RETURNING id"_s,
        {draft.poolId, draft.channel, timestampOf(now), draft.opportunityId, filingNumber, dayText(draft.filedOn),
         present(draft.changes), row.number, row.revision});
}

} // namespace

ports::StoreResult<CaseFilings> filingsOf(Connection &connection, const QString &caseId)
{
    const ReadTransaction now(connection);
    if (!now.begun())
        return Unexpected(now.begun().error());
    const auto row = rowOf(connection, caseId);
    if (!row)
        return Unexpected(row.error());
    auto found = readAll(connection, {row->number});
    if (!found)
        return Unexpected(found.error());
    return std::move((*found)[caseId]);
}

ports::StoreResult<std::vector<std::pair<QString, CaseFilings>>> filingsOfAll(Connection &connection)
{
    const ReadTransaction now(connection);
    if (!now.begun())
        return Unexpected(now.begun().error());
    auto found = readAll(connection, {});
    if (!found)
        return Unexpected(found.error());
    std::vector<std::pair<QString, CaseFilings>> all;
    for (auto &[id, filings] : *found)
        all.emplace_back(id, std::move(filings));
    return all;
}

ports::StoreResult<QByteArray> filedFileOf(Connection &connection, const QString &caseId, qint64 filing,
                                           const QString &name)
{
    const ReadTransaction now(connection);
    if (!now.begun())
        return Unexpected(now.begun().error());
    const auto row = rowOf(connection, caseId);
    if (!row)
        return Unexpected(row.error());
    auto rows = connection.run(
        u"SELECT content, sha256 FROM attachment WHERE case_id = ? AND filing_id = ? AND name = ? ORDER BY id LIMIT 1"_s,
        {row->number, filing, name});
    if (!rows)
        return Unexpected(rows.error());
    if (!rows->next()) {
        const Step read = rows->failure();
        return Unexpected(read ? error(Kind::NoSuchRevision, name) : read.error());
    }
    QByteArray bytes = rows->bytes(0);
    if (digestOf(bytes) != rows->text(1))
        return Unexpected(error(Kind::Corrupt, u"the filed %1 is not the one that was filed"_s.arg(name)));
    return bytes;
}

ports::StoreResult<int> writeFiling(Connection &connection, const QString &caseId, int expectedRevision,
                                    const ports::FilingDraft &draft, const QDateTime &now)
{
    const auto row = rowOf(connection, caseId);
    if (!row)
        return Unexpected(row.error());
    if (row->revision != expectedRevision)
        return Unexpected(error(Kind::Conflict, QString::number(row->revision)));
    const auto filed = connection.number(u"SELECT coalesce(max(f.number), 0) FROM filing f JOIN case_revision r"
                                         " ON r.id = f.case_revision_id WHERE r.case_id = ? AND f.pool_id = ?"_s,
                                         {row->number, draft.poolId});
    if (!filed)
        return Unexpected(filed.error());
    const int filingNumber = static_cast<int>(*filed) + 1;
    const Step written = changeCase(connection, *row, now, [&]() -> Step {
        const auto filing = insertFiling(connection, *row, filingNumber, draft, now);
        if (!filing)
            return Unexpected(filing.error());
        if (Step files = insertFiles(connection, row->number, *filing, draft, now); !files)
            return files;
        return insertStatus(connection, row->number, {draft.poolId, u"filed"_s, draft.changes, draft.filedOn, now},
                            now);
    });
    if (!written)
        return Unexpected(written.error());
    return filingNumber;
}

ports::StoreResult<int> writeStatus(Connection &connection, const QString &caseId, const ports::StatusChange &change,
                                    const std::vector<ports::Award> &awards, const QDateTime &now)
{
    const auto row = rowOf(connection, caseId);
    if (!row)
        return Unexpected(row.error());
    const Step written = changeCase(connection, *row, now, [&]() -> Step {
        for (const ports::Award &award : awards) {
            if (Step inserted = write(
                    connection,
                    u"INSERT INTO award (case_id, pool_id, code, amount_cents, issued_on, expires_on, account_id)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_id, pool_id, code) DO UPDATE SET amount_cents ="
                    " excluded.amount_cents, issued_on = excluded.issued_on, expires_on = excluded.expires_on,"
                    " account_id = excluded.account_id"_s,
                    {row->number, present(change.poolId), present(award.code), award.amount.cents(),
                     dayText(award.issuedOn), dayText(award.expiresOn), present(award.accountId)});
                !inserted)
                return inserted;
        }
        return insertStatus(connection, row->number, change, now);
    });
    if (!written)
        return Unexpected(written.error());
    return row->revision;
}

} // namespace db
