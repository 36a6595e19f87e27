#include "db/search.h"

#include "db/casetexts.h"
#include "db/reader.h"
#include "db/searchquery.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace db {

using domain::Unexpected;
using ports::SearchHit;
using ports::TextRange;
using namespace Qt::StringLiterals;

namespace {

// What a list has room for, in characters: some before the first word found, more after it.
constexpr qsizetype kBefore = 40;
constexpr qsizetype kWhole = 160;
// Cases that are read in vain before the index is asked exactly: a millisecond or two.
constexpr int kMostInVain = 20;
constexpr int kEndless = -1;
constexpr auto kEllipsis = u'\u2026';

bool splitsPair(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate();
}

/// Begins after a space when one is near; never in the middle of a sign.
qsizetype cutStart(const QString &text, qsizetype wanted)
{
    if (wanted <= 0)
        return 0;
    const qsizetype space = text.indexOf(u' ', wanted);
    const qsizetype start = space >= 0 && space - wanted < kBefore / 2 ? space + 1 : wanted;
    return splitsPair(text, start) ? start - 1 : start;
}

qsizetype cutEnd(const QString &text, qsizetype wanted)
{
    if (wanted >= text.size())
        return text.size();
    return splitsPair(text, wanted) ? wanted - 1 : wanted;
}

/// A long text cut down to what is around its first range.
SearchHit shortened(SearchHit hit)
{
    if (hit.text.size() <= kWhole || hit.ranges.empty())
        return hit;
    const qsizetype start = cutStart(hit.text, hit.ranges.front().start - kBefore);
    const qsizetype end = cutEnd(hit.text, start + kWhole);
    const qsizetype shift = start == 0 ? 0 : start - 1;
    const QString cut = hit.text.sliced(start, end - start);
    hit.text =
        (start == 0 ? QString() : QString(kEllipsis)) + cut + (end == hit.text.size() ? QString() : QString(kEllipsis));
    std::erase_if(hit.ranges, [&](const TextRange &range) { return range.start < start || range.start >= end; });
    for (TextRange &range : hit.ranges) {
        range.length = qMin(range.length, end - range.start);
        range.start -= shift;
    }
    return hit;
}

/// One search: what is found goes to the end of the list, and no case twice.
class Search {
public:
    Search(Connection &connection, const ports::ListFilter &filter)
        : m_connection(connection), m_filter(filter), m_query(filter.search)
    {
    }

    ports::StoreResult<std::vector<ListedCase>> run()
    {
        if (m_query.isEmpty())
            return std::move(m_found);
        Step searched = inTable(u"case_words"_s, m_query.inColumn(u"company"_s));
        if (searched)
            searched = inTable(u"case_words"_s, m_query.everywhere());
        if (searched)
            searched = inLongTexts();
        if (!searched)
            return Unexpected(searched.error());
        return std::move(m_found);
    }

private:
    bool isFull() const { return m_filter.limit >= 0 && m_found.size() >= static_cast<std::size_t>(m_filter.limit); }

    /// First what the index says at once. Where many of its cases turn out not to have the words, they are seldom, and the
    /// index goes through few of its own to name the others.
    Step inLongTexts()
    {
        const QString lightly = m_query.inLongTexts(SearchQuery::Asked::Lightly);
        const QString exactly = m_query.inLongTexts(SearchQuery::Asked::Exactly);
        m_inLongTexts = true;
        m_patience = lightly == exactly ? kEndless : kMostInVain;
        Step searched = lightly.isEmpty() ? Step() : inTable(u"case_text"_s, lightly);
        if (searched && m_patience == 0) {
            m_patience = kEndless;
            searched = inTable(u"case_text"_s, exactly);
        }
        return searched;
    }

    /// Reads hits last changed first and stops when the list is full: nothing is ranked, sorted or read in vain.
    Step inTable(const QString &table, const QString &query)
    {
        if (isFull())
            return {};
        QVariantList values{query};
        if (!m_filter.status.isEmpty())
            values += m_filter.status;
        const QString sql = u"SELECT "_s + kSummaryColumns + u" FROM "_s + table
                          + u" w JOIN \"case\" c ON c.changed = w.rowid"
                            " JOIN case_revision r INDEXED BY case_revision_listed ON r.case_id = c.id"
                            " AND r.revision = c.revision WHERE "_s
                          + table + u" MATCH ?"_s + (m_filter.status.isEmpty() ? QString() : u" AND c.status = ?"_s)
                          + u" ORDER BY w.rowid DESC"_s;
        auto rows = m_connection.run(sql, values);
        if (!rows)
            return Unexpected(rows.error());
        while (!isFull() && m_patience != 0 && rows->next()) {
            ListedCase listed = listedCase(*rows);
            if (m_seen.contains(listed.number))
                continue;
            if (Step added = add(std::move(listed)); !added)
                return added;
        }
        return rows->failure();
    }

    Step add(ListedCase listed)
    {
        if (m_inLongTexts) {
            const auto shown = showText(listed);
            if (!shown)
                return Unexpected(shown.error());
            if (!*shown) {
                m_patience -= m_patience > 0 ? 1 : 0;
                return {};
            }
        }
        if (Step read = readRecords(m_connection, listed); !read)
            return read;
        if (!m_inLongTexts)
            showNames(listed.summary);
        m_seen.insert(listed.number);
        m_found.push_back(std::move(listed));
        return {};
    }

    /// Every name that has one of the words.
    void showNames(ports::CaseSummary &summary) const
    {
        std::vector<bool> words = m_query.nothingFound();
        const auto show = [&](const QString &field, const QString &label, const QString &text) {
            SearchHit hit{field, label, text, m_query.rangesIn(text, words)};
            if (!hit.ranges.empty())
                summary.found.push_back(std::move(hit));
        };
        show(u"company"_s, u"Company"_s, summary.company);
        show(u"website"_s, u"Website"_s, summary.website);
        for (const ports::StoredRecord &record : summary.records)
            show(u"title"_s, u"Title"_s, record.title);
    }

    /// The text that has most of the words; false when one of them is nowhere, which the index does not tell.
    ports::StoreResult<bool> showText(ListedCase &listed)
    {
        Best best{{}, 0, m_query.nothingFound()};
        const auto worksheet = readWorksheet(m_connection, listed.number);
        if (!worksheet)
            return Unexpected(worksheet.error());
        visitTexts(*worksheet, [&](FieldText text) {
            lookIn(std::move(text), best);
            return !hasAll(best);
        });
        if (std::ranges::find(best.words, false) != best.words.end()) { // seldom: most words are the worksheet's
            const auto texts = readTexts(m_connection, listed.number);
            if (!texts)
                return Unexpected(texts.error());
            for (const FieldText &note : texts->notes)
                lookIn(note, best);
            for (const FieldText &filing : texts->filings)
                lookIn(filing, best);
            for (const QString &title : texts->titles)
                lookIn({u"title"_s, u"Title"_s, title}, best);
        }
        if (best.count > 0)
            listed.summary.found.push_back(shortened(std::move(best.hit)));
        return std::ranges::find(best.words, false) == best.words.end();
    }

    struct Best {
        SearchHit hit;
        qsizetype count = 0;     ///< of the words typed that are in the hit
        std::vector<bool> words; ///< which are in any text
    };

    /// No text has more.
    static bool hasAll(const Best &best) { return best.count == static_cast<qsizetype>(best.words.size()); }

    void lookIn(FieldText one, Best &best) const
    {
        if (hasAll(best))
            return;
        std::vector<bool> words = m_query.nothingFound();
        auto ranges = m_query.rangesIn(one.text, words);
        if (ranges.empty())
            return;
        const qsizetype count = std::ranges::count(words, true);
        std::transform(words.begin(), words.end(), best.words.begin(), best.words.begin(), std::logical_or());
        if (count > best.count) {
            best.count = count;
            best.hit = {std::move(one.field), std::move(one.label), std::move(one.text), std::move(ranges)};
        }
    }

    Connection &m_connection;
    const ports::ListFilter &m_filter;
    SearchQuery m_query;
    bool m_inLongTexts = false;
    int m_patience = kEndless; ///< how many more cases may turn out not to have the words
    QSet<qint64> m_seen;
    std::vector<ListedCase> m_found;
};

} // namespace

ports::StoreResult<std::vector<ListedCase>> searchCases(Connection &connection, const ports::ListFilter &filter)
{
    return Search(connection, filter).run();
}

} // namespace db
