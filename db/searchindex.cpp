#include "db/searchindex.h"

#include "db/casetexts.h"
#include "db/searchpages.h"
#include "db/searchtext.h"
#include "db/statements.h"

#include <sqlite3.h>

#include <array>

namespace db {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

// Saves leave segments of the index behind; that many on one level are merged by a save after all, so that a program that
// never tidies does not slow its searches down for ever.
constexpr auto kSettings = std::array{
    "INSERT INTO case_words (case_words, rank) VALUES ('automerge', 0), ('crisismerge', 256)",
    "INSERT INTO case_text (case_text, rank) VALUES ('automerge', 0), ('crisismerge', 256)",
};
constexpr int kPagesAtATime = 16; // of 4 KiB: some milliseconds

/// Every word of the long texts.
QString longTextsOf(const CaseTexts &texts)
{
    QStringList all;
    for (const auto *kind : {&texts.facts, &texts.notes, &texts.filings}) {
        for (const FieldText &one : *kind)
            all += one.text;
    }
    return termsOf(all);
}

/// The row of a case in both tables.
struct IndexRow {
    QString company;
    QString website;
    QString titles;
    QString words;
    friend bool operator==(const IndexRow &, const IndexRow &) = default;
};

ports::StoreResult<IndexRow> rightRow(Connection &connection, qint64 number)
{
    const auto texts = readTexts(connection, number);
    if (!texts)
        return Unexpected(texts.error());
    return IndexRow{searchable(texts->company), searchable(bareWebsite(texts->website)), searchable(texts->titles),
                    longTextsOf(*texts)};
}

struct Numbered {
    qint64 number = 0;
    qint64 changed = 0;
    QString id;
};

ports::StoreResult<std::vector<Numbered>> allCases(Connection &connection)
{
    auto rows = connection.run(u"SELECT id, changed, uuid FROM \"case\" ORDER BY changed"_s);
    if (!rows)
        return Unexpected(rows.error());
    std::vector<Numbered> cases;
    while (rows->next())
        cases.push_back({rows->integer(0), rows->integer(1), rows->text(2)});
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return cases;
}

/// Nothing when the case has no row in one of the tables.
ports::StoreResult<std::optional<IndexRow>> presentRow(Connection &connection, qint64 changed)
{
    auto rows = connection.run(u"SELECT w.company, w.website, w.titles, t.words FROM case_words w"
                               " JOIN case_text t ON t.rowid = w.rowid WHERE w.rowid = ?"_s,
                               {changed});
    if (!rows)
        return Unexpected(rows.error());
    std::optional<IndexRow> row;
    if (rows->next())
        row = IndexRow{rows->text(0), rows->text(1), rows->text(2), rows->text(3)};
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return row;
}

ports::StoreResult<QByteArray> definitionOf(Connection &connection, const QString &table)
{
    auto rows = connection.run(u"SELECT sql FROM sqlite_schema WHERE name = ?"_s, {table});
    if (!rows)
        return Unexpected(rows.error());
    const QByteArray definition = rows->next() ? rows->bytes(0) : QByteArray();
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return definition;
}

} // namespace

Step indexCase(Connection &connection, qint64 number, qint64 changed)
{
    const auto row = rightRow(connection, number);
    if (!row)
        return Unexpected(row.error());
    if (Step words =
            execute(connection, u"INSERT INTO case_words (rowid, company, website, titles) VALUES (?, ?, ?, ?)"_s,
                    {changed, row->company, row->website, row->titles});
        !words)
        return words;
    return execute(connection, u"INSERT INTO case_text (rowid, words) VALUES (?, ?)"_s, {changed, row->words});
}

Step forgetCase(Connection &connection, qint64 changed)
{
    if (Step words = execute(connection, u"DELETE FROM case_words WHERE rowid = ?"_s, {changed}); !words)
        return words;
    return execute(connection, u"DELETE FROM case_text WHERE rowid = ?"_s, {changed});
}

Step fillIndex(Connection &connection)
{
    for (const char *setting : kSettings) {
        if (Step set = connection.execute(setting); !set)
            return set;
    }
    const auto cases = allCases(connection);
    if (!cases)
        return Unexpected(cases.error());
    for (const Numbered &one : *cases) {
        if (Step indexed = indexCase(connection, one.number, one.changed); !indexed)
            return indexed;
    }
    return {};
}

Step rebuildIndex(Connection &connection)
{
    // Made anew, not emptied: what is damaged cannot be deleted from row by row.
    for (const QString &table : {u"case_words"_s, u"case_text"_s}) {
        const auto definition = definitionOf(connection, table);
        if (!definition)
            return Unexpected(definition.error());
        const QByteArray drop = "DROP TABLE " + table.toLatin1();
        if (Step dropped = connection.execute(drop.constData()); !dropped)
            return dropped;
        if (Step made = connection.execute(definition->constData()); !made)
            return made;
    }
    return fillIndex(connection);
}

ports::StoreResult<IndexDifference> compareIndex(Connection &connection)
{
    const auto cases = allCases(connection);
    if (!cases)
        return Unexpected(cases.error());
    IndexDifference difference;
    for (const Numbered &one : *cases) {
        const auto right = rightRow(connection, one.number);
        if (!right)
            return Unexpected(right.error());
        const auto there = presentRow(connection, one.changed);
        if (!there)
            return Unexpected(there.error());
        if (*there && **there == *right)
            continue;
        if (difference.count++ == 0)
            difference.first = one.id;
    }
    const auto ofNoCase =
        connection.number(u"SELECT count(*) FROM (SELECT rowid AS changed FROM case_words UNION SELECT rowid FROM"
                          " case_text) WHERE changed NOT IN (SELECT changed FROM \"case\")"_s);
    if (!ofNoCase)
        return Unexpected(ofNoCase.error());
    difference.count += *ofNoCase;
    return difference;
}

Step verifyIndex(Connection &connection)
{
    for (const QString &table : {u"case_words"_s, u"case_text"_s}) {
        if (Step right = verifyPages(connection, table); !right)
            return right;
    }
    if (Step words = connection.execute("INSERT INTO case_words (case_words, rank) VALUES ('integrity-check', 1)");
        !words)
        return words;
    return connection.execute("INSERT INTO case_text (case_text, rank) VALUES ('integrity-check', 1)");
}

ports::StoreResult<bool> mergeIndex(Connection &connection)
{
    bool more = false;
    for (const QString &merge : {u"INSERT INTO case_words (case_words, rank) VALUES ('merge', ?)"_s,
                                 u"INSERT INTO case_text (case_text, rank) VALUES ('merge', ?)"_s}) {
        const int before = sqlite3_total_changes(connection.handle());
        if (const Step merged = execute(connection, merge, {kPagesAtATime}); !merged)
            return Unexpected(merged.error());
        // FTS5 counts its own writes: one for the command itself, more when it merged.
        more = more || sqlite3_total_changes(connection.handle()) - before >= 2;
    }
    return more;
}

} // namespace db
