#include "db/statuses.h"

#include "db/statements.h"
#include "domain/recordstatus.h"

#include <QStringList>

namespace db {

using domain::Unexpected;
using namespace Qt::StringLiterals;

Step refreshStatuses(Connection &connection, qint64 caseNumber)
{
    const auto changes =
        connection.number(u"SELECT EXISTS (SELECT 1 FROM status_change WHERE case_id = ?)"_s, {caseNumber});
    if (!changes)
        return Unexpected(changes.error());
    if (*changes == 0)
        return {};
    // By the moment, not by the row: an import adds older changes behind newer ones.
    if (Step updated =
            execute(connection,
                    u"UPDATE record SET status = coalesce((SELECT s.status FROM status_change s WHERE s.case_id = ?"
                    " AND s.pool_id = record.pool_id ORDER BY s.changed_at DESC, s.id DESC LIMIT 1), status)"
                    " WHERE case_revision_id = (SELECT r.id FROM \"case\" c JOIN case_revision r ON r.case_id = c.id"
                    " AND r.revision = c.revision WHERE c.id = ?)"_s,
                    {caseNumber, caseNumber});
        !updated)
        return updated;
    QStringList statuses;
    // A record that is not drafted any more keeps its place at AWS.
    const Step read = forEachRow(
        connection,
        u"SELECT d.status FROM record d JOIN case_revision r ON r.id = d.case_revision_id JOIN \"case\" c"
        " ON c.id = r.case_id AND c.revision = r.revision WHERE c.id = ? UNION ALL"
        " SELECT s.status FROM status_change s WHERE s.case_id = ? AND NOT EXISTS (SELECT 1 FROM status_change n"
        " WHERE n.case_id = s.case_id AND n.pool_id = s.pool_id"
        " AND (n.changed_at > s.changed_at OR (n.changed_at = s.changed_at AND n.id > s.id)))"_s,
        {caseNumber, caseNumber}, [&statuses](const Rows &row) { statuses.append(row.text(0)); });
    if (!read)
        return read;
    return execute(connection, u"UPDATE \"case\" SET status = ? WHERE id = ?"_s,
                   {domain::caseStatus(statuses), caseNumber});
}

} // namespace db
