#include "db/statements.h"

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

Step execute(Connection &connection, const QString &sql, const QVariantList &values)
{
    const auto rows = connection.run(sql, values);
    return rows ? Step() : Step(Unexpected(rows.error()));
}

ports::StoreResult<CaseRow> caseRow(Connection &connection, const QString &caseId)
{
    auto rows = connection.run(u"SELECT id, revision, changed FROM \"case\" WHERE uuid = ?"_s, {caseId});
    if (!rows)
        return Unexpected(rows.error());
    if (rows->next())
        return CaseRow{rows->integer(0), rows->integer(1), rows->integer(2)};
    const Step read = rows->failure();
    return Unexpected(read ? error(Kind::NoSuchCase, caseId) : read.error());
}

} // namespace db
