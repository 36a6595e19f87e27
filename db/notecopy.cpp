#include "db/notes.h"
#include "db/statements.h"

namespace db {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

ports::StoreResult<qint64> rowWith(const CaseInFile &file, const QString &uuid)
{
    return file.connection.number(u"SELECT coalesce((SELECT id FROM call WHERE case_id = ? AND uuid = ?), 0)"_s,
                                  {file.number, uuid});
}

/// A line of theirs as it stands in their file.
struct Line {
    qint64 number = 0;
    QVariantList values; ///< position, written_at, body, saved_at
};

ports::StoreResult<std::vector<Line>> linesOf(const CaseInFile &file, qint64 call)
{
    std::vector<Line> lines;
    const Step read = forEachRow(
        file.connection,
        u"SELECT line, position, written_at, body, saved_at FROM note WHERE call_id = ? ORDER BY position, line"_s,
        {call}, [&lines](const Rows &row) {
            lines.push_back({row.integer(0), {row.integer(1), row.text(2), row.text(3), row.text(4)}});
        });
    if (!read)
        return Unexpected(read.error());
    return lines;
}

/// Whether the line has to be added: its number is free, or the line here says something else and none says this.
ports::StoreResult<qint64> freeNumberFor(const CaseInFile &to, qint64 call, const Line &line)
{
    const auto taken =
        to.connection.number(u"SELECT count(*) FROM note WHERE call_id = ? AND line = ?"_s, {call, line.number});
    if (!taken)
        return taken;
    if (*taken == 0)
        return line.number;
    const auto same =
        to.connection.number(u"SELECT count(*) FROM note WHERE call_id = ? AND written_at = ? AND body = ?"_s,
                             {call, line.values.at(1), line.values.at(2)});
    if (!same || *same > 0)
        return same ? ports::StoreResult<qint64>(-1) : same;
    return to.connection.number(u"SELECT max(line) + 1 FROM note WHERE call_id = ?"_s, {call});
}

ports::StoreResult<qint64> addLines(const CaseInFile &from, qint64 theirs, const CaseInFile &to, qint64 ours)
{
    const auto lines = linesOf(from, theirs);
    if (!lines)
        return Unexpected(lines.error());
    qint64 added = 0;
    for (const Line &line : *lines) {
        const auto number = freeNumberFor(to, ours, line);
        if (!number)
            return number;
        if (*number < 0)
            continue;
        if (const Step written = execute(to.connection,
                                         u"INSERT INTO note (case_id, call_id, line, position, written_at, body,"
                                         " saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                                         QVariantList{to.number, ours, *number} + line.values);
            !written)
            return Unexpected(written.error());
        ++added;
    }
    return added;
}

ports::StoreResult<qint64> copyCall(const CaseInFile &from, const QString &uuid, const CaseInFile &to)
{
    const auto theirs = rowWith(from, uuid);
    if (!theirs)
        return theirs;
    auto ours = rowWith(to, uuid);
    if (!ours)
        return ours;
    const bool isNew = *ours == 0;
    if (isNew) {
        const Step made = copyRows(
            from.connection, u"SELECT uuid, started_at, seconds, consent, consent_at FROM call WHERE id = ?"_s,
            {*theirs}, to.connection,
            u"INSERT INTO call (case_id, uuid, started_at, seconds, consent, consent_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {to.number});
        if (!made)
            return Unexpected(made.error());
        ours = rowWith(to, uuid);
        if (!ours)
            return ours;
    }
    const auto added = addLines(from, *theirs, to, *ours);
    if (!added || !isNew)
        return added;
    const Step before = copyRows(
        from.connection, u"SELECT line, body, replaced_at FROM note_before WHERE call_id = ? ORDER BY id"_s, {*theirs},
        to.connection, u"INSERT INTO note_before (call_id, line, body, replaced_at) VALUES (?, ?, ?, ?)"_s, {*ours});
    return before ? added : ports::StoreResult<qint64>(Unexpected(before.error()));
}

} // namespace

ports::StoreResult<qint64> copyNotes(const CaseInFile &from, const CaseInFile &to)
{
    QStringList calls;
    const Step read = forEachRow(from.connection, u"SELECT uuid FROM call WHERE case_id = ? ORDER BY id"_s,
                                 {from.number}, [&calls](const Rows &row) { calls += row.text(0); });
    if (!read)
        return Unexpected(read.error());
    qint64 added = 0;
    for (const QString &uuid : calls) {
        const auto copied = copyCall(from, uuid, to);
        if (!copied)
            return copied;
        added += *copied;
    }
    // What a field rests on here stays.
    const Step evidence = copyRows(
        from.connection, u"SELECT field, call_uuid, line, body, noted_at FROM evidence WHERE case_id = ?"_s,
        {from.number}, to.connection,
        u"INSERT OR IGNORE INTO evidence (case_id, field, call_uuid, line, body, noted_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {to.number});
    if (!evidence)
        return Unexpected(evidence.error());
    const Step questions = copyRows(
        from.connection, u"SELECT key, question, state, answer FROM call_question WHERE case_id = ?"_s, {from.number},
        to.connection,
        u"INSERT OR IGNORE INTO call_question (case_id, key, question, state, answer) VALUES (?, ?, ?, ?, ?)"_s,
        {to.number});
    return questions ? ports::StoreResult<qint64>(added) : Unexpected(questions.error());
}

} // namespace db
