#include "db/revisions.h"

#include "db/history.h"
#include "db/timestamp.h"

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

ports::StoreResult<std::vector<SavedRevision>> historyOf(Connection &connection, qint64 caseRow)
{
    auto rows = connection.run(
        u"SELECT revision, saved_at, EXISTS (SELECT 1 FROM filing WHERE case_revision_id = case_revision.id)"
        " FROM case_revision WHERE case_id = ? ORDER BY revision"_s,
        {caseRow});
    if (!rows)
        return Unexpected(rows.error());
    std::vector<SavedRevision> history;
    while (rows->next())
        history.push_back({static_cast<int>(rows->integer(0)), momentOf(rows->text(1)), rows->integer(2) == 1});
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return history;
}

} // namespace

ports::StoreResult<std::vector<ports::RevisionSummary>> listRevisions(Connection &connection, const QString &caseId)
{
    auto rows = connection.run(u"SELECT r.revision, r.saved_at, r.evaluated_on, r.rate_book_id, r.company,"
                               " EXISTS (SELECT 1 FROM filing WHERE case_revision_id = r.id) FROM \"case\" c"
                               " JOIN case_revision r ON r.case_id = c.id WHERE c.uuid = ? ORDER BY r.revision DESC"_s,
                               {caseId});
    if (!rows)
        return Unexpected(rows.error());
    std::vector<ports::RevisionSummary> revisions;
    while (rows->next()) {
        revisions.push_back({static_cast<int>(rows->integer(0)), momentOf(rows->text(1)), rows->text(2), rows->text(3),
                             rows->text(4), rows->integer(5) == 1});
    }
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    if (revisions.empty()) // every case has the revision that it is at
        return Unexpected(error(Kind::NoSuchCase, caseId));
    return revisions;
}

Step thinHistory(Connection &connection, qint64 caseRow, const QDateTime &now)
{
    const auto history = historyOf(connection, caseRow);
    if (!history)
        return Unexpected(history.error());
    for (const int revision : revisionsToForget(*history, now)) {
        const auto forgotten =
            connection.run(u"DELETE FROM case_revision WHERE case_id = ? AND revision = ?"_s, {caseRow, revision});
        if (!forgotten)
            return Unexpected(forgotten.error());
    }
    return {};
}

} // namespace db
