// What statements on a case file have in common: rows read one after the other, the row that belongs to a case's id.
#pragma once

#include "db/connection.h"

#include <type_traits>

namespace db {

/// Runs a statement that returns nothing.
Step execute(Connection &connection, const QString &sql, const QVariantList &values);

/// Runs a statement and calls `take` with the Rows at each of its rows.
template <class Take>
Step forEachRow(Connection &connection, const QString &sql, const QVariantList &values, Take take)
{
    auto rows = connection.run(sql, values);
    if (!rows)
        return domain::Unexpected(rows.error());
    while (rows->next())
        take(*rows);
    return rows->failure();
}

/// A case as the tables address it.
struct CaseRow {
    qint64 number = 0;
    qint64 revision = 1; ///< that it is at
    qint64 changed = 0;  ///< its place in the order of changes; also its row in the search index
};

/// Error: NoSuchCase.
ports::StoreResult<CaseRow> caseRow(Connection &connection, const QString &caseId);

/// Calls `read` with the case's row, all as of one moment. `read` returns a StoreResult or a Step. Error: NoSuchCase.
template <class Read>
std::invoke_result_t<Read, const CaseRow &> readOfCase(Connection &connection, const QString &caseId, Read read)
{
    const ReadTransaction moment(connection);
    if (!moment.begun())
        return domain::Unexpected(moment.begun().error());
    const auto row = caseRow(connection, caseId);
    if (!row)
        return domain::Unexpected(row.error());
    return read(*row);
}

} // namespace db
