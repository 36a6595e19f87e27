#include "db/filings.h"

#include "db/digest.h"
#include "db/searchindex.h"
#include "db/statements.h"
#include "db/statuses.h"
#include "db/timestamp.h"
#include "db/writer.h"

#include <map>
#include <optional>

namespace db {

using domain::Unexpected;
using ports::CaseFilings;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

using ByCase = std::map<QString, CaseFilings>; ///< by the case's id

/// ` WHERE c.id = ?` when one case is meant.
QString ofCase(bool one)
{
    return one ? u" WHERE c.id = ?"_s : QString();
}

Step readFilings(Connection &connection, const QVariantList &which, ByCase &found)
{
    return forEachRow(
        connection,
        u"SELECT c.uuid, f.id, f.pool_id, f.number, r.revision, f.channel, f.filed_on, f.filed_at, f.opportunity_id,"
        " f.changes FROM filing f JOIN case_revision r ON r.id = f.case_revision_id"
        " JOIN \"case\" c ON c.id = r.case_id"_s
            + ofCase(!which.isEmpty()) + u" ORDER BY f.filed_at, f.id"_s,
        which, [&found](const Rows &row) {
            const QDateTime filedAt = momentOf(row.text(7));
            const QDate filedOn = dayOf(row.text(6));
            found[row.text(0)].filings.push_back({row.integer(1),
                                                  row.text(2),
                                                  static_cast<int>(row.integer(3)),
                                                  static_cast<int>(row.integer(4)),
                                                  row.text(5),
                                                  filedOn.isValid() ? filedOn : filedAt.date(),
                                                  filedAt,
                                                  row.text(8),
                                                  row.text(9),
                                                  {}});
        });
}

Step readFiles(Connection &connection, const QVariantList &which, ByCase &found)
{
    return forEachRow(connection,
                      u"SELECT c.uuid, a.filing_id, a.name, a.media_type, a.sha256, length(a.content) FROM attachment a"
                      " JOIN \"case\" c ON c.id = a.case_id AND a.filing_id IS NOT NULL"_s
                          + ofCase(!which.isEmpty()) + u" ORDER BY a.id"_s,
                      which, [&found](const Rows &row) {
                          for (ports::Filing &filing : found[row.text(0)].filings) {
                              if (filing.id == row.integer(1))
                                  filing.files.push_back({row.text(2), row.text(3), row.text(4), row.integer(5)});
                          }
                      });
}

Step readChanges(Connection &connection, const QVariantList &which, ByCase &found)
{
    return forEachRow(connection,
                      u"SELECT c.uuid, s.pool_id, s.status, s.reason, s.happened_on, s.changed_at"
                      " FROM status_change s JOIN \"case\" c ON c.id = s.case_id"_s
                          + ofCase(!which.isEmpty()) + u" ORDER BY s.changed_at, s.id"_s,
                      which, [&found](const Rows &row) {
                          const QDateTime at = momentOf(row.text(5));
                          const QDate on = dayOf(row.text(4));
                          found[row.text(0)].changes.push_back(
                              {row.text(1), row.text(2), row.text(3), on.isValid() ? on : at.date(), at});
                      });
}

Step readAwards(Connection &connection, const QVariantList &which, ByCase &found)
{
    return forEachRow(
        connection,
        u"SELECT c.uuid, a.pool_id, a.code, a.amount_cents, a.issued_on, a.expires_on, a.account_id FROM award a"
        " JOIN \"case\" c ON c.id = a.case_id"_s
            + ofCase(!which.isEmpty()) + u" ORDER BY a.issued_on, a.id"_s,
        which, [&found](const Rows &row) {
            found[row.text(0)].awards.push_back({row.text(1), row.text(2), domain::Money::fromCents(row.integer(3)),
                                                 dayOf(row.text(4)), dayOf(row.text(5)), row.text(6)});
        });
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
    if (Step placed = execute(connection, u"UPDATE \"case\" SET changed = ?, updated_at = ? WHERE id = ?"_s,
                              {next->changed, timestampOf(now), row.number});
        !placed)
        return placed;
    if (Step refreshed = refreshStatuses(connection, row.number); !refreshed)
        return refreshed;
    return indexCase(connection, row.number, next->changed);
}

Step insertStatus(Connection &connection, qint64 number, const ports::StatusChange &change, const QDateTime &now)
{
    return execute(connection,
                   u"INSERT INTO status_change (case_id, pool_id, status, changed_at, reason, happened_on)"
                   " VALUES (?, ?, ?, ?, ?, ?)"_s,
                   {number, change.poolId, change.status, timestampOf(now), change.reason, dayText(change.on)});
}

Step insertFiles(Connection &connection, qint64 number, qint64 filing, const ports::FilingDraft &draft,
                 const QDateTime &now)
{
    for (const ports::FiledFile &file : draft.files) {
        if (Step written = execute(
                connection,
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
         draft.changes, row.number, row.revision});
}

/// Credits that were said to be issued, and were not, are not counted: they go with the status that is taken back.
Step takeAwardsBack(Connection &connection, qint64 caseNumber, const ports::StatusChange &change)
{
    if (change.status == "credits-issued"_L1 || change.status == "expired"_L1)
        return {};
    return execute(connection,
                   u"DELETE FROM award WHERE case_id = ? AND pool_id = ? AND (SELECT status FROM status_change"
                   " WHERE case_id = ? AND pool_id = ? ORDER BY id DESC LIMIT 1) = 'credits-issued'"_s,
                   {caseNumber, change.poolId, caseNumber, change.poolId});
}

} // namespace

ports::StoreResult<CaseFilings> filingsOf(Connection &connection, const QString &caseId)
{
    return readOfCase(connection, caseId, [&](const CaseRow &row) -> ports::StoreResult<CaseFilings> {
        auto found = readAll(connection, {row.number});
        if (!found)
            return Unexpected(found.error());
        return std::move((*found)[caseId]);
    });
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
    return readOfCase(connection, caseId, [&](const CaseRow &row) -> ports::StoreResult<QByteArray> {
        std::optional<std::pair<QByteArray, QString>> file;
        const Step read = forEachRow(connection,
                                     u"SELECT content, sha256 FROM attachment WHERE case_id = ? AND filing_id = ?"
                                     " AND name = ? ORDER BY id LIMIT 1"_s,
                                     {row.number, filing, name},
                                     [&file](const Rows &one) { file.emplace(one.bytes(0), one.text(1)); });
        if (!read)
            return Unexpected(read.error());
        if (!file)
            return Unexpected(error(Kind::NoSuchRevision, name));
        if (digestOf(file->first) != file->second)
            return Unexpected(error(Kind::Corrupt, u"the filed %1 is not the one that was filed"_s.arg(name)));
        return file->first;
    });
}

ports::StoreResult<int> writeFiling(Connection &connection, const QString &caseId, int expectedRevision,
                                    const ports::FilingDraft &draft, const QDateTime &now)
{
    const auto row = caseRow(connection, caseId);
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
    const auto row = caseRow(connection, caseId);
    if (!row)
        return Unexpected(row.error());
    const Step written = changeCase(connection, *row, now, [&]() -> Step {
        if (Step taken = takeAwardsBack(connection, row->number, change); !taken)
            return taken;
        for (const ports::Award &award : awards) {
            if (Step inserted = execute(
                    connection,
                    u"INSERT INTO award (case_id, pool_id, code, amount_cents, issued_on, expires_on, account_id)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_id, pool_id, code) DO UPDATE SET amount_cents ="
                    " excluded.amount_cents, issued_on = excluded.issued_on, expires_on = excluded.expires_on,"
                    " account_id = excluded.account_id"_s,
                    {row->number, change.poolId, award.code, award.amount.cents(), dayText(award.issuedOn),
                     dayText(award.expiresOn), award.accountId});
                !inserted)
                return inserted;
        }
        return insertStatus(connection, row->number, change, now);
    });
    if (!written)
        return Unexpected(written.error());
    return static_cast<int>(row->revision);
}

} // namespace db
