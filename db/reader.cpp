#include "db/reader.h"

#include "db/digest.h"
#include "db/searchquery.h"
#include "db/searchtext.h"
#include "db/timestamp.h"
#include "domain/identifiers.h"

#include <algorithm>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

/// A name as a list shows it. A file of unknown origin may have one of many megabytes, which no window lays out in time; ours
/// are shorter by far.
QString nameOf(const Rows &rows, int column)
{
    constexpr qsizetype kLongestName = 1000;
    return rows.text(column).left(kLongestName);
}

ports::StoreResult<std::vector<ListedCase>> readAll(Connection &connection, const ports::ListFilter &filter)
{
    QVariantList values;
    if (!filter.status.isEmpty())
        values += filter.status;
    values += filter.limit;
    auto rows = connection.run(
        u"SELECT "_s + kSummaryColumns
            + u" FROM \"case\" c JOIN case_revision r INDEXED BY case_revision_listed ON r.case_id = c.id"
              " AND r.revision = c.revision"_s
            + (filter.status.isEmpty() ? QString() : u" WHERE c.status = ?"_s) + u" ORDER BY c.changed DESC LIMIT ?"_s,
        values);
    if (!rows)
        return Unexpected(rows.error());
    std::vector<ListedCase> cases;
    while (rows->next())
        cases.push_back(listedCase(*rows));
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    for (ListedCase &listed : cases) {
        if (const Step read = readRecords(connection, listed); !read)
            return Unexpected(read.error());
    }
    return cases;
}

} // namespace

bool isSlug(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar sign) {
        return (sign >= u'a' && sign <= u'z') || (sign >= u'0' && sign <= u'9') || sign == u'-';
    });
}

ListedCase listedCase(const Rows &rows)
{
    ListedCase listed;
    listed.summary.id = rows.text(0);
    listed.summary.revision = static_cast<int>(rows.integer(1));
    listed.summary.status = nameOf(rows, 2);
    listed.summary.updatedAt = momentOf(rows.text(3));
    listed.summary.company = nameOf(rows, 4);
    listed.summary.website = nameOf(rows, 5);
    listed.summary.stage = nameOf(rows, 6);
    listed.number = rows.integer(7);
    const QString slug = rows.text(8);
    listed.summary.slug = isSlug(slug) ? slug : domain::slugOf(listed.summary.company);
    return listed;
}

Step readRecords(Connection &connection, ListedCase &listed)
{
    auto rows = connection.run(u"SELECT pool_id, programme, title, ask_cents, status, window_from, window_to,"
                               " target_close, valid_to FROM record JOIN case_revision r ON r.id ="
                               " record.case_revision_id WHERE r.case_id = ? AND r.revision = ?"
                               " ORDER BY record.position"_s,
                               {listed.number, listed.summary.revision});
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next()) {
        listed.summary.records.push_back(
            {nameOf(*rows, 0), nameOf(*rows, 1), nameOf(*rows, 2), domain::Money::fromCents(rows->integer(3)),
             nameOf(*rows, 4), dayOf(rows->text(5)), dayOf(rows->text(6)), dayOf(rows->text(7)), dayOf(rows->text(8))});
    }
    return rows->failure();
}

ports::StoreResult<std::vector<ports::CaseSummary>> listCases(Connection &connection, const ports::ListFilter &filter)
{
    const ReadTransaction now(connection);
    if (!now.begun())
        return Unexpected(now.begun().error());
    auto listed = SearchQuery(filter.search).isBlank() ? readAll(connection, filter) : searchCases(connection, filter);
    if (!listed)
        return Unexpected(listed.error());
    std::vector<ports::CaseSummary> cases;
    cases.reserve(listed->size());
    for (ListedCase &one : *listed)
        cases.push_back(std::move(one.summary));
    return cases;
}

ports::StoreResult<ports::StoredCase> loadCase(Connection &connection, const QString &caseId,
                                               std::optional<int> revision)
{
    const ReadTransaction now(connection);
    if (!now.begun())
        return Unexpected(now.begun().error());
    ports::StoredCase found;
    ListedCase listed;
    {
        auto rows =
            connection.run(u"SELECT "_s + kSummaryColumns
                               + u", r.worksheet, r.worksheet_sha256, r.rate_book_id, r.rate_book_sha256,"
                                 " r.evaluated_on, r.revision, r.saved_at, coalesce(k.book, ''), coalesce(k.sha256, '')"
                                 " FROM \"case\" c"
                                 " LEFT JOIN case_revision r ON r.case_id = c.id"
                                 " AND r.revision = coalesce(?, c.revision)"
                                 " LEFT JOIN revision_rates u ON u.case_revision_id = r.id"
                                 " LEFT JOIN rate_rows k ON k.id = u.rate_rows_id WHERE c.uuid = ?"_s,
                           {revision ? QVariant(*revision) : QVariant(), caseId});
        if (!rows)
            return Unexpected(rows.error());
        if (!rows->next()) {
            const Step read = rows->failure();
            return Unexpected(read ? error(Kind::NoSuchCase, caseId) : read.error());
        }
        listed = listedCase(*rows);
        if (rows->integer(14) == 0)
            return Unexpected(error(Kind::NoSuchRevision, QString::number(revision.value_or(0))));
        listed.summary.revision = static_cast<int>(rows->integer(14));
        listed.summary.updatedAt = momentOf(rows->text(15));
        found.worksheet = rows->bytes(9);
        if (digestOf(found.worksheet) != rows->text(10))
            return Unexpected(
                error(Kind::Corrupt, u"the worksheet of case %1 is not the one that was saved"_s.arg(caseId)));
        found.rateRows = rows->bytes(16);
        if (!found.rateRows.isEmpty() && digestOf(found.rateRows) != rows->text(17))
            return Unexpected(
                error(Kind::Corrupt, u"the rates of case %1 are not those that were saved"_s.arg(caseId)));
        found.rateBookId = rows->text(11);
        found.rateBookSha256 = rows->text(12);
        found.evaluatedOn = rows->text(13);
    }
    if (const Step read = readRecords(connection, listed); !read)
        return Unexpected(read.error());
    found.summary = std::move(listed.summary);
    return found;
}

ports::StoreResult<std::optional<QString>> findCaseOf(Connection &connection, const QString &company,
                                                      const QString &website)
{
    auto rows = connection.run(u"SELECT uuid FROM \"case\" WHERE company_key = ? ORDER BY changed DESC LIMIT 1"_s,
                               {companyKey(company, website)});
    if (!rows)
        return Unexpected(rows.error());
    std::optional<QString> found;
    if (rows->next())
        found = rows->text(0);
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return found;
}

} // namespace db
