#include "db/pending.h"

#include "db/timestamp.h"

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

ports::StoreResult<qint64> rowOf(Connection &connection, const QString &caseId)
{
    auto rows = connection.run(u"SELECT id FROM \"case\" WHERE uuid = ?"_s, {caseId});
    if (!rows)
        return Unexpected(rows.error());
    if (rows->next())
        return rows->integer(0);
    const Step read = rows->failure();
    return Unexpected(read ? error(Kind::NoSuchCase, caseId) : read.error());
}

} // namespace

ports::StoreResult<std::vector<ports::PendingInput>> pendingOf(Connection &connection, const QString &caseId)
{
    const ReadTransaction now(connection);
    if (!now.begun())
        return Unexpected(now.begun().error());
    const auto row = rowOf(connection, caseId);
    if (!row)
        return Unexpected(row.error());
    auto rows =
        connection.run(u"SELECT field, text, typed_at FROM pending_input WHERE case_id = ? ORDER BY field"_s, {*row});
    if (!rows)
        return Unexpected(rows.error());
    std::vector<ports::PendingInput> pending;
    while (rows->next())
        pending.push_back({rows->text(0), rows->text(1), momentOf(rows->text(2))});
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return pending;
}

Step replacePending(Connection &connection, const QString &caseId, const std::vector<ports::PendingInput> &pending)
{
    const auto row = rowOf(connection, caseId);
    if (!row)
        return Unexpected(row.error());
    if (const auto forgotten = connection.run(u"DELETE FROM pending_input WHERE case_id = ?"_s, {*row}); !forgotten)
        return Unexpected(forgotten.error());
    for (const ports::PendingInput &one : pending) {
        // A null text is an emptied field, and no less typed.
        const auto written =
            connection.run(u"INSERT INTO pending_input (case_id, field, text, typed_at) VALUES (?, ?, ?, ?)"_s,
                           {*row, one.field, one.text.isNull() ? u""_s : one.text, timestampOf(one.typedAt)});
        if (!written)
            return Unexpected(written.error());
    }
    return {};
}

} // namespace db
