#include "db/notes.h"

#include "db/searchindex.h"

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

Step addNote(Connection &connection, const QString &caseId, const QString &body, const QDateTime &now)
{
    qint64 number = 0;
    qint64 changed = 0;
    {
        auto rows = connection.run(u"SELECT id, changed FROM \"case\" WHERE uuid = ?"_s, {caseId});
        if (!rows)
            return Unexpected(rows.error());
        if (!rows->next()) {
            const Step read = rows->failure();
            return Unexpected(read ? error(Kind::NoSuchCase, caseId) : read.error());
        }
        number = rows->integer(0);
        changed = rows->integer(1);
    }
    if (Step forgotten = forgetCase(connection, changed); !forgotten)
        return forgotten;
    {
        const auto written = connection.run(u"INSERT INTO note (case_id, written_at, body) VALUES (?, ?, ?)"_s,
                                            {number, now.toUTC().toString(Qt::ISODateWithMs), body});
        if (!written)
            return Unexpected(written.error());
    }
    return indexCase(connection, number, changed);
}

} // namespace db
