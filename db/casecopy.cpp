#include "db/casecopy.h"

#include "db/casetraces.h"
#include "db/digest.h"
#include "db/reader.h"
#include "db/searchindex.h"
#include "db/searchtext.h"
#include "db/statements.h"
#include "db/writer.h"
#include "domain/identifiers.h"

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

Step readMarks(Connection &connection, const QString &sql, qint64 number, std::set<RevisionMark> &marks)
{
    auto rows = connection.run(sql, {number});
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next())
        marks.insert({rows->integer(0), rows->text(1)});
    return rows->failure();
}

/// The rates that a revision was computed with, if they were kept.
Step copyRates(Connection &from, qint64 fromCase, const RevisionMark &mark, Connection &to, qint64 revisionId)
{
    auto rows = from.run(u"SELECT k.sha256, k.book FROM rate_rows k JOIN revision_rates u ON u.rate_rows_id = k.id"
                         " JOIN case_revision r ON r.id = u.case_revision_id WHERE r.case_id = ? AND r.revision = ?"_s,
                         {fromCase, mark.revision});
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next()) {
        const QByteArray rates = rows->bytes(1);
        if (digestOf(rates) != rows->text(0))
            return Unexpected(
                error(Kind::Corrupt, u"the rates of revision %1 are not those that were saved"_s.arg(mark.revision)));
        if (Step kept = writeRates(to, revisionId, rates); !kept)
            return kept;
    }
    return rows->failure();
}

/// One revision with its records and rates, under a number in the case `toCase`.
Step copyRevision(Connection &from, qint64 fromCase, const RevisionMark &mark, Connection &to, qint64 toCase,
                  qint64 asNumber)
{
    if (const auto sound = worksheetAt(from, fromCase, mark); !sound)
        return Unexpected(sound.error());
    Step copied = copyRows(
        from,
        u"SELECT saved_at, evaluated_on, rate_book_id, rate_book_sha256, worksheet_sha256,"
        " CAST(worksheet AS BLOB) FROM case_revision"
        " WHERE case_id = ? AND revision = ?"_s,
        {fromCase, mark.revision}, to,
        u"INSERT INTO case_revision (case_id, revision, saved_at, evaluated_on, rate_book_id, rate_book_sha256,"
        " worksheet_sha256, worksheet) VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))"_s,
        {toCase, asNumber});
    if (!copied)
        return copied;
    const auto id = to.number(u"SELECT id FROM case_revision WHERE case_id = ? AND revision = ?"_s, {toCase, asNumber});
    if (!id)
        return Unexpected(id.error());
    if (Step rates = copyRates(from, fromCase, mark, to, *id); !rates)
        return rates;
    return copyRows(from,
                    u"SELECT c.position, c.pool_id, c.programme, c.title, c.ask_cents, c.status, c.window_from,"
                    " c.window_to, c.target_close, c.valid_to FROM record c"
                    " JOIN case_revision r ON r.id = c.case_revision_id WHERE r.case_id = ? AND r.revision = ?"_s,
                    {fromCase, mark.revision}, to,
                    u"INSERT INTO record (case_revision_id, position, pool_id, programme, title, ask_cents, status,"
                    " window_from, window_to, target_close, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    {*id});
}

/// Remembers every state that they know and we do not keep under the same number.
Step rememberTheirs(const CasePair &pair, qint64 into, bool newerAreKept)
{
    for (const auto *marks : {&pair.theirs.kept, &pair.theirs.merged}) {
        for (const RevisionMark &mark : *marks) {
            const bool isKept = newerAreKept && marks == &pair.theirs.kept && mark.revision > pair.ours.now.revision;
            if (pair.ours.knows(mark) || isKept || mark.revision >= into)
                continue;
            Step remembered =
                execute(pair.to,
                        u"INSERT OR IGNORE INTO merged_revision (case_id, revision, worksheet_sha256, into_revision)"
                        " VALUES (?, ?, ?, ?)"_s,
                        {pair.ours.number, mark.revision, mark.sha256, into});
            if (!remembered)
                return remembered;
        }
    }
    return {};
}

/// The case's own row as it is there.
struct CaseRow {
    QString status;
    QString slug;
    QString createdAt;
    QString updatedAt;
    qint64 changed = 0;
};

ports::StoreResult<CaseRow> caseRow(Connection &connection, qint64 number)
{
    auto rows =
        connection.run(u"SELECT status, slug, created_at, updated_at, changed FROM \"case\" WHERE id = ?"_s, {number});
    if (!rows)
        return Unexpected(rows.error());
    CaseRow row;
    if (rows->next())
        row = {rows->text(0), rows->text(1), rows->text(2), rows->text(3), rows->integer(4)};
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return row;
}

/// Adds the revisions that follow one of ours, under the numbers they have.
Step copyRevisionsAfter(const CasePair &pair, qint64 revision)
{
    for (const RevisionMark &mark : pair.theirs.kept) {
        if (mark.revision <= revision)
            continue;
        if (Step copied = copyRevision(pair.from, pair.theirs.number, mark, pair.to, pair.ours.number, mark.revision);
            !copied)
            return copied;
    }
    return {};
}

} // namespace

ports::StoreResult<std::optional<CaseHistory>> readHistory(Connection &connection, const QString &caseId)
{
    CaseHistory history;
    {
        auto rows = connection.run(u"SELECT c.id, c.uuid, c.revision, r.worksheet_sha256, r.company, r.website FROM"
                                   " \"case\" c JOIN case_revision r ON r.case_id = c.id AND r.revision = c.revision"
                                   " WHERE c.uuid = ?"_s,
                                   {caseId});
        if (!rows)
            return Unexpected(rows.error());
        if (!rows->next()) {
            if (const Step read = rows->failure(); !read)
                return Unexpected(read.error());
            return std::optional<CaseHistory>();
        }
        history = {
            rows->integer(0), rows->text(1), rows->text(4), rows->text(5), {rows->integer(2), rows->text(3)}, {}, {}};
    }
    if (const Step read =
            readMarks(connection, u"SELECT revision, worksheet_sha256 FROM case_revision WHERE case_id = ?"_s,
                      history.number, history.kept);
        !read)
        return Unexpected(read.error());
    if (const Step read =
            readMarks(connection, u"SELECT revision, worksheet_sha256 FROM merged_revision WHERE case_id = ?"_s,
                      history.number, history.merged);
        !read)
        return Unexpected(read.error());
    return std::optional(std::move(history));
}

ports::StoreResult<QByteArray> worksheetAt(Connection &connection, qint64 number, const RevisionMark &mark)
{
    auto rows =
        connection.run(u"SELECT worksheet FROM case_revision WHERE case_id = ? AND worksheet_sha256 = ? LIMIT 1"_s,
                       {number, mark.sha256});
    if (!rows)
        return Unexpected(rows.error());
    const QByteArray worksheet = rows->next() ? rows->bytes(0) : QByteArray();
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    if (digestOf(worksheet) != mark.sha256)
        return Unexpected(
            error(Kind::Corrupt, u"the worksheet of revision %1 is not the one that was saved"_s.arg(mark.revision)));
    return worksheet;
}

Step copyWholeCase(Connection &from, const CaseHistory &theirs, Connection &to)
{
    const auto row = caseRow(from, theirs.number);
    if (!row)
        return Unexpected(row.error());
    // A slug names files: what is none was not made by this program.
    const auto slug = freeSlug(to, isSlug(row->slug) ? row->slug : domain::slugOf(theirs.company));
    if (!slug)
        return Unexpected(slug.error());
    const auto place = nextPlace(to);
    if (!place)
        return Unexpected(place.error());
    CaseHistory ours{place->number, theirs.id, theirs.company, theirs.website, theirs.now, {}, {}};
    const CasePair pair{from, theirs, to, ours};
    Step made =
        execute(to,
                u"INSERT INTO \"case\" (id, uuid, revision, status, company_key, slug, created_at, updated_at,"
                " changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {place->number, theirs.id, theirs.now.revision, row->status, companyKey(theirs.company, theirs.website),
                 *slug, row->createdAt, row->updatedAt, place->changed});
    if (made)
        made = copyRevisionsAfter(pair, 0);
    if (made)
        made =
            copyRows(from, u"SELECT revision, worksheet_sha256, into_revision FROM merged_revision WHERE case_id = ?"_s,
                     {theirs.number}, to,
                     u"INSERT INTO merged_revision (case_id, revision, worksheet_sha256, into_revision)"
                     " VALUES (?, ?, ?, ?)"_s,
                     {place->number});
    if (made)
        made = indexCase(to, place->number, place->changed);
    if (!made)
        return made;
    const auto traces = addTheirTraces(pair);
    return traces ? Step() : Unexpected(traces.error());
}

Step copyNewerRevisions(const CasePair &pair)
{
    const auto mine = caseRow(pair.to, pair.ours.number);
    if (!mine)
        return Unexpected(mine.error());
    const auto other = caseRow(pair.from, pair.theirs.number);
    if (!other)
        return Unexpected(other.error());
    const auto place = nextPlace(pair.to);
    if (!place)
        return Unexpected(place.error());
    Step done = copyRevisionsAfter(pair, pair.ours.now.revision);
    if (done)
        done = rememberTheirs(pair, pair.theirs.now.revision, true);
    if (done)
        done = forgetCase(pair.to, mine->changed);
    if (done)
        done = execute(pair.to,
                       u"UPDATE \"case\" SET revision = ?, status = ?, company_key = ?, updated_at = ?, changed = ?"
                       " WHERE id = ?"_s,
                       {pair.theirs.now.revision, other->status, companyKey(pair.theirs.company, pair.theirs.website),
                        other->updatedAt, place->changed, pair.ours.number});
    return done ? indexCase(pair.to, pair.ours.number, place->changed) : done;
}

ports::StoreResult<qint64> keepTheirRevisions(const CasePair &pair)
{
    qint64 last = std::max(pair.ours.now.revision, pair.theirs.now.revision);
    for (const RevisionMark &mark : pair.theirs.kept) {
        if (pair.ours.knows(mark))
            continue;
        if (const Step copied = copyRevision(pair.from, pair.theirs.number, mark, pair.to, pair.ours.number, last + 1);
            !copied)
            return Unexpected(copied.error());
        ++last;
    }
    if (const Step remembered = rememberTheirs(pair, last + 1, false); !remembered)
        return Unexpected(remembered.error());
    return last;
}

ports::StoreResult<qint64> addTheirTraces(const CasePair &pair)
{
    auto added = copyTraces({pair.from, pair.theirs.number}, {pair.to, pair.ours.number});
    if (!added || *added == 0)
        return added;
    const auto row = caseRow(pair.to, pair.ours.number);
    if (!row)
        return Unexpected(row.error());
    Step indexed = forgetCase(pair.to, row->changed);
    if (indexed)
        indexed = indexCase(pair.to, pair.ours.number, row->changed);
    if (!indexed)
        return Unexpected(indexed.error());
    return added;
}

} // namespace db
