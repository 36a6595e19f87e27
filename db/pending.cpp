#include "db/pending.h"

#include "db/statements.h"
#include "db/timestamp.h"

namespace db {

using domain::Unexpected;
using namespace Qt::StringLiterals;

ports::StoreResult<std::vector<ports::PendingInput>> pendingOf(Connection &connection, const QString &caseId)
{
    using Pending = std::vector<ports::PendingInput>;
    return readOfCase(connection, caseId, [&](const CaseRow &row) -> ports::StoreResult<Pending> {
        Pending pending;
        const Step read = forEachRow(
            connection, u"SELECT field, text, typed_at FROM pending_input WHERE case_id = ? ORDER BY field"_s,
            {row.number}, [&pending](const Rows &one) {
                pending.push_back({one.text(0), one.text(1), momentOf(one.text(2))});
            });
        if (!read)
            return Unexpected(read.error());
        return pending;
    });
}

Step replacePending(Connection &connection, const QString &caseId, const std::vector<ports::PendingInput> &pending)
{
    const auto row = caseRow(connection, caseId);
    if (!row)
        return Unexpected(row.error());
    if (Step gone = execute(connection, u"DELETE FROM pending_input WHERE case_id = ?"_s, {row->number}); !gone)
        return gone;
    for (const ports::PendingInput &one : pending) {
        // A null text is an emptied field, and no less typed.
        if (Step written =
                execute(connection, u"INSERT INTO pending_input (case_id, field, text, typed_at) VALUES (?, ?, ?, ?)"_s,
                        {row->number, one.field, one.text, timestampOf(one.typedAt)});
            !written)
            return written;
    }
    return {};
}

} // namespace db
