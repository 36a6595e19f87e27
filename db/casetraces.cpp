#include "db/casetraces.h"

#include "db/digest.h"
#include "db/notes.h"
#include "db/statements.h"
#include "db/statuses.h"

#include <map>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

ports::StoreResult<qint64> changes(Connection &connection)
{
    return connection.number(u"SELECT changes()"_s);
}

/// A kind of row that is the same when all its columns are.
struct Trace {
    QString table;
    QStringList columns;
    bool counts = true;
    bool keyed = false; ///< one of a key is there only once: what is here stays
};

const std::vector<Trace> &traces()
{
    static const std::vector<Trace> kTraces{
        {u"status_change"_s, {u"pool_id"_s, u"status"_s, u"changed_at"_s, u"reason"_s, u"happened_on"_s}},
        {u"award"_s,
         {u"pool_id"_s, u"code"_s, u"amount_cents"_s, u"issued_on"_s, u"expires_on"_s, u"account_id"_s},
         true,
         true},
        {u"save_journal"_s, {u"revision"_s, u"saved_at"_s, u"program"_s}, false},
    };
    return kTraces;
}

/// Adds the rows that are not there yet.
ports::StoreResult<qint64> copyTrace(const Trace &trace, const CaseInFile &from, const CaseInFile &to)
{
    const QString columns = trace.columns.join(u", "_s);
    const QString equal = trace.columns.join(u" = ? AND "_s) + u" = ?"_s;
    const QString wanted = u"?, "_s.repeated(trace.columns.size()) + u"?"_s;
    const QString insert = (trace.keyed ? u"INSERT OR IGNORE INTO "_s : u"INSERT INTO "_s) + trace.table
                         + u" (case_id, "_s + columns + u") SELECT "_s + wanted + u" WHERE NOT EXISTS (SELECT 1 FROM "_s
                         + trace.table + u" WHERE case_id = ? AND "_s + equal + u')';
    auto rows = from.connection.run(
        u"SELECT "_s + columns + u" FROM "_s + trace.table + u" WHERE case_id = ? ORDER BY id"_s, {from.number});
    if (!rows)
        return Unexpected(rows.error());
    qint64 added = 0;
    while (rows->next()) {
        QVariantList values{to.number};
        for (int column = 0; column < trace.columns.size(); ++column)
            values += rows->value(column);
        if (const Step inserted = execute(to.connection, insert, values + values); !inserted)
            return Unexpected(inserted.error());
        const auto count = changes(to.connection);
        if (!count)
            return Unexpected(count.error());
        added += *count;
    }
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return added;
}

/// The revision of ours that a filing of theirs belongs to.
ports::StoreResult<qint64> revisionFor(const CaseInFile &to, const QString &sha256)
{
    return to.connection.number(
        u"SELECT coalesce((SELECT max(id) FROM case_revision WHERE case_id = ? AND worksheet_sha256 = ?),"
        " (SELECT r.id FROM case_revision r JOIN \"case\" c ON c.id = r.case_id AND c.revision = r.revision"
        " WHERE c.id = ?))"_s,
        {to.number, sha256, to.number});
}

using FilingIds = std::map<qint64, qint64>; ///< theirs to ours

ports::StoreResult<qint64> filingLike(const CaseInFile &to, const QVariantList &filing)
{
    return to.connection.number(
        u"SELECT coalesce(max(f.id), 0) FROM filing f JOIN case_revision r ON r.id = f.case_revision_id"
        " WHERE r.case_id = ? AND f.pool_id = ? AND f.channel = ? AND f.filed_at = ? AND f.opportunity_id = ?"_s,
        QVariantList{to.number} + filing.first(4));
}

ports::StoreResult<qint64> copyFilings(const CaseInFile &from, const CaseInFile &to, FilingIds &ids)
{
    auto rows = from.connection.run(
        u"SELECT f.id, r.worksheet_sha256, f.pool_id, f.channel, f.filed_at, f.opportunity_id, f.number,"
        " f.filed_on, f.changes FROM filing f"
        " JOIN case_revision r ON r.id = f.case_revision_id WHERE r.case_id = ? ORDER BY f.id"_s,
        {from.number});
    if (!rows)
        return Unexpected(rows.error());
    qint64 added = 0;
    while (rows->next()) {
        QVariantList filing;
        for (int column = 2; column < rows->columns(); ++column)
            filing += rows->value(column);
        auto mine = filingLike(to, filing);
        if (mine && *mine == 0) {
            const auto revision = revisionFor(to, rows->text(1));
            if (!revision)
                return Unexpected(revision.error());
            if (const Step inserted =
                    execute(to.connection,
                            u"INSERT INTO filing (case_revision_id, pool_id, channel, filed_at, opportunity_id, number,"
                            " filed_on, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                            QVariantList{*revision} + filing);
                !inserted)
                return Unexpected(inserted.error());
            ++added;
            mine = filingLike(to, filing);
        }
        if (!mine)
            return Unexpected(mine.error());
        ids[rows->integer(0)] = *mine;
    }
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return added;
}

ports::StoreResult<qint64> copyAttachments(const CaseInFile &from, const CaseInFile &to, const FilingIds &filings)
{
    auto rows = from.connection.run(u"SELECT filing_id, name, media_type, added_at, sha256, content FROM attachment"
                                    " WHERE case_id = ? ORDER BY id"_s,
                                    {from.number});
    if (!rows)
        return Unexpected(rows.error());
    qint64 added = 0;
    while (rows->next()) {
        const QString name = rows->text(1);
        const QString sha256 = rows->text(4);
        const QByteArray content = rows->bytes(5);
        if (digestOf(content) != sha256)
            return Unexpected(error(Kind::Corrupt, u"the attached file %1 is not the one that was saved"_s.arg(name)));
        const auto filing = filings.find(rows->integer(0));
        const QVariant filingId = filing == filings.end() ? QVariant() : QVariant(filing->second);
        if (const Step inserted = execute(to.connection,
                                          u"INSERT INTO attachment (case_id, filing_id, name, media_type, added_at, "
                                          u"sha256, content) SELECT ?, ?, ?,"
                                          " ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE case_id = ? "
                                          "AND filing_id IS ? AND name = ?"
                                          " AND sha256 = ?)"_s,
                                          {to.number, filingId, name, rows->value(2), rows->value(3), sha256, content,
                                           to.number, filingId, name, sha256});
            !inserted)
            return Unexpected(inserted.error());
        const auto count = changes(to.connection);
        if (!count)
            return Unexpected(count.error());
        added += *count;
    }
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return added;
}

} // namespace

Step copyRows(Connection &from, const QString &select, const QVariantList &selected, Connection &to,
              const QString &insert, const QVariantList &leading)
{
    auto rows = from.run(select, selected);
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next()) {
        QVariantList values = leading;
        for (int column = 0; column < rows->columns(); ++column)
            values += rows->value(column);
        if (Step inserted = execute(to, insert, values); !inserted)
            return inserted;
    }
    return rows->failure();
}

ports::StoreResult<qint64> copyTraces(const CaseInFile &from, const CaseInFile &to)
{
    qint64 added = 0;
    for (const Trace &trace : traces()) {
        auto copied = copyTrace(trace, from, to);
        if (!copied)
            return copied;
        added += trace.counts ? *copied : 0;
    }
    auto noted = copyNotes(from, to);
    if (!noted)
        return noted;
    added += *noted;
    FilingIds filings;
    auto filed = copyFilings(from, to, filings);
    if (!filed)
        return filed;
    auto attached = copyAttachments(from, to, filings);
    if (!attached)
        return attached;
    // What somebody is still typing here stays.
    if (const Step pending =
            copyRows(from.connection, u"SELECT field, text, typed_at FROM pending_input WHERE case_id = ?"_s,
                     {from.number}, to.connection,
                     u"INSERT OR IGNORE INTO pending_input (case_id, field, text, typed_at)"
                     " VALUES (?, ?, ?, ?)"_s,
                     {to.number});
        !pending)
        return Unexpected(pending.error());
    if (const Step refreshed = refreshStatuses(to.connection, to.number); !refreshed)
        return Unexpected(refreshed.error());
    return added + *filed + *attached;
}

} // namespace db
