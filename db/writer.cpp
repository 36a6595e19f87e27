#include "db/writer.h"

#include "db/digest.h"
#include "db/revisions.h"
#include "db/searchindex.h"
#include "db/searchtext.h"
#include "db/statements.h"
#include "db/statuses.h"
#include "db/timestamp.h"
#include "domain/identifiers.h"

#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <functional>
#include <optional>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSavesBetweenThinnings = 16;
constexpr qint64 kTriedOneByOne = 16; // numbers of a slug before the search for a free one takes longer steps

/// What the file read out of the worksheet while it was written.
struct WrittenRevision {
    qint64 id = 0;
    QString company;
    QString website;
};

ports::StoreResult<WrittenRevision> writeRevision(Connection &connection, const CaseRow &row,
                                                  const ports::CaseDraft &draft, const QString &savedAt)
{
    // Without RETURNING, with which SQLite guards the statement by a savepoint: at each of those FTS5 writes out the words
    // that it has gathered, so that the cases saved together became a segment of the index each.
    if (const Step inserted = execute(
            connection,
            u"INSERT INTO case_revision (case_id, revision, saved_at, evaluated_on, rate_book_id, rate_book_sha256,"
            " worksheet_sha256, worksheet) VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))"_s,
            {row.number, row.revision, savedAt, draft.evaluatedOn, draft.rateBookId, draft.rateBookSha256,
             digestOf(draft.worksheet), draft.worksheet});
        !inserted)
        return Unexpected(inserted.error());
    WrittenRevision written;
    const Step read =
        forEachRow(connection, u"SELECT id, company, website FROM case_revision WHERE case_id = ? AND revision = ?"_s,
                   {row.number, row.revision}, [&](const Rows &rows) {
                       written = {rows.integer(0), rows.text(1), rows.text(2)};
                   });
    if (!read)
        return Unexpected(read.error());
    return written;
}

Step writeRecords(Connection &connection, qint64 revisionId, const std::vector<ports::StoredRecord> &records)
{
    qint64 position = 0;
    for (const ports::StoredRecord &record : records) {
        Step written = execute(connection,
                               u"INSERT INTO record (case_revision_id, position, pool_id, programme, title, ask_cents,"
                               " status, window_from, window_to, target_close, valid_to)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                               {revisionId, position++, record.poolId, record.programme, record.title,
                                record.ask.cents(), record.status, dayText(record.windowFrom), dayText(record.windowTo),
                                dayText(record.targetClose), dayText(record.validTo)});
        if (!written)
            return written;
    }
    return {};
}

/// The line in the journal and the words a list is searched by, which take the place of those at `before`.
Step writeTraces(Connection &connection, const CaseRow &row, std::optional<qint64> before, const QString &savedAt)
{
    if (Step journal = execute(connection,
                               u"INSERT INTO save_journal (case_id, revision, saved_at, program) VALUES (?, ?, ?, ?)"_s,
                               {row.number, row.revision, savedAt, QStringLiteral(BRIEFSTACK_VERSION)});
        !journal)
        return journal;
    if (before) {
        if (Step forgotten = forgetCase(connection, *before); !forgotten)
            return forgotten;
    }
    return indexCase(connection, row.number, row.changed);
}

ports::StoreResult<bool> isTaken(Connection &connection, const QString &slug)
{
    const auto cases = connection.number(u"SELECT count(*) FROM \"case\" WHERE slug = ?"_s, {slug});
    if (!cases)
        return Unexpected(cases.error());
    return *cases > 0;
}

/// Everything of a save but the case's own row, which `saveCase` writes. `before`: its place in the order of changes until
/// now, when it had one. The index comes last, see writeRevision().
Step writeAll(Connection &connection, const CaseRow &row, std::optional<qint64> before, const ports::CaseDraft &draft,
              const QString &savedAt, const std::function<Step(const WrittenRevision &written)> &saveCase)
{
    const auto written = writeRevision(connection, row, draft, savedAt);
    if (!written)
        return Unexpected(written.error());
    if (Step saved = saveCase(*written); !saved)
        return saved;
    if (Step records = writeRecords(connection, written->id, draft.records); !records)
        return records;
    if (Step statuses = refreshStatuses(connection, row.number); !statuses)
        return statuses;
    if (Step rates = writeRates(connection, written->id, draft.rateRows); !rates)
        return rates;
    return writeTraces(connection, row, before, savedAt);
}

} // namespace

Step writeRates(Connection &connection, qint64 revisionId, const QByteArray &rateRows)
{
    if (rateRows.isEmpty())
        return {};
    const QString digest = digestOf(rateRows);
    if (Step written =
            execute(connection, u"INSERT OR IGNORE INTO rate_rows (sha256, book) VALUES (?, CAST(? AS TEXT))"_s,
                    {digest, rateRows});
        !written)
        return written;
    // Those that were there under this digest may have been damaged since.
    if (Step righted =
            execute(connection,
                    u"UPDATE rate_rows SET book = CAST(?2 AS TEXT) WHERE sha256 = ?1 AND book <> CAST(?2 AS TEXT)"_s,
                    {digest, rateRows});
        !righted)
        return righted;
    return execute(connection,
                   u"INSERT INTO revision_rates (case_revision_id, rate_rows_id)"
                   " SELECT ?, id FROM rate_rows WHERE sha256 = ?"_s,
                   {revisionId, digest});
}

ports::StoreResult<NextPlace> nextPlace(Connection &connection)
{
    // Both are the largest so far and one: the indexes answer without a scan.
    const auto number = connection.number(u"SELECT coalesce(max(id), 0) + 1 FROM \"case\""_s);
    if (!number)
        return Unexpected(number.error());
    const auto changed = connection.number(u"SELECT coalesce(max(changed), 0) + 1 FROM \"case\""_s);
    if (!changed)
        return Unexpected(changed.error());
    return NextPlace{*number, *changed};
}

// Halves its way to the end of the numbers that are taken: every company whose name has no Latin letters asks for the same
// slug.
ports::StoreResult<QString> freeSlug(Connection &connection, const QString &wanted)
{
    const auto numbered = [&](qint64 number) { return number == 1 ? wanted : wanted + u'-' + QString::number(number); };
    qint64 taken = 0;
    qint64 free = 1;
    for (bool doubling = true; doubling || free - taken > 1;) {
        const qint64 number = doubling ? free : taken + (free - taken) / 2;
        const auto used = isTaken(connection, numbered(number));
        if (!used)
            return Unexpected(used.error());
        doubling = doubling && *used;
        (*used ? taken : free) = number;
        if (doubling)
            free = number < kTriedOneByOne ? number + 1 : 2 * number;
    }
    return numbered(free);
}

/// The names of a case's documents follow the company's until the case is filed: from then on they are known elsewhere.
ports::StoreResult<QString> slugAfter(Connection &connection, qint64 caseNumber, const QString &company)
{
    QString slug;
    QString status;
    const Step read =
        forEachRow(connection, u"SELECT slug, status FROM \"case\" WHERE id = ?"_s, {caseNumber}, [&](const Rows &row) {
            slug = row.text(0);
            status = row.text(1);
        });
    if (!read)
        return Unexpected(read.error());
    static const QRegularExpression kNumber(u"-[0-9]+\\z"_s);
    const QString wanted = domain::slugOf(company);
    if (status != u"drafting" || slug == wanted || QString(slug).remove(kNumber) == wanted)
        return slug;
    return freeSlug(connection, wanted);
}

ports::StoreResult<QString> addCase(Connection &connection, const ports::CaseDraft &draft, const QDateTime &now)
{
    const auto place = nextPlace(connection);
    if (!place)
        return Unexpected(place.error());
    const CaseRow row{place->number, 1, place->changed};
    const QString uuid = draft.id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : draft.id;
    const QString savedAt = timestampOf(now);
    const Step saved =
        writeAll(connection, row, std::nullopt, draft, savedAt, [&](const WrittenRevision &written) -> Step {
            const auto slug = freeSlug(connection, domain::slugOf(written.company));
            if (!slug)
                return Unexpected(slug.error());
            return execute(
                connection,
                u"INSERT INTO \"case\" (id, uuid, revision, status, company_key, slug, created_at, updated_at, changed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {row.number, uuid, row.revision, draft.status, companyKey(written.company, written.website), *slug,
                 savedAt, savedAt, row.changed});
        });
    if (!saved)
        return Unexpected(saved.error());
    return uuid;
}

ports::StoreResult<int> updateCase(Connection &connection, const QString &caseId, const ports::CaseDraft &draft,
                                   int expectedRevision, const QDateTime &now, int asRevision)
{
    const auto existing = caseRow(connection, caseId);
    if (!existing)
        return Unexpected(existing.error());
    if (expectedRevision >= 0 && existing->revision != expectedRevision)
        return Unexpected(error(Kind::Conflict, QString::number(existing->revision)));
    const auto next = nextPlace(connection);
    if (!next)
        return Unexpected(next.error());
    const CaseRow row{existing->number, std::max<qint64>(existing->revision + 1, asRevision), next->changed};
    const QString savedAt = timestampOf(now);
    const Step saved =
        writeAll(connection, row, existing->changed, draft, savedAt, [&](const WrittenRevision &written) -> Step {
            const auto slug = slugAfter(connection, row.number, written.company);
            if (!slug)
                return Unexpected(slug.error());
            return execute(connection,
                           u"UPDATE \"case\" SET revision = ?, status = ?, company_key = ?, slug = ?, updated_at = ?,"
                           " changed = ? WHERE id = ?"_s,
                           {row.revision, draft.status, companyKey(written.company, written.website), *slug, savedAt,
                            row.changed, row.number});
        });
    if (!saved)
        return Unexpected(saved.error());
    if (row.revision % kSavesBetweenThinnings == 0) {
        if (const Step thinned = thinHistory(connection, row.number, now); !thinned)
            return Unexpected(thinned.error());
    }
    return static_cast<int>(row.revision);
}

} // namespace db
