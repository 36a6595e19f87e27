#include "db/notes.h"

#include "db/searchindex.h"
#include "db/statements.h"
#include "db/timestamp.h"

namespace db {

using domain::Unexpected;
using ports::CallQuestion;
using ports::Consent;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kRestSeconds = 60; ///< a wording that stood for so long is kept when it is changed

QString consentName(Consent consent)
{
    switch (consent) {
    case Consent::Given: return u"given"_s;
    case Consent::Refused: return u"refused"_s;
    case Consent::NotAsked: break;
    }
    return u"not-asked"_s;
}

Consent consentNamed(const QString &name)
{
    return name == "given"_L1 ? Consent::Given : name == "refused"_L1 ? Consent::Refused : Consent::NotAsked;
}

QString stateName(CallQuestion::State state)
{
    switch (state) {
    case CallQuestion::State::Skipped: return u"skipped"_s;
    case CallQuestion::State::Answered: return u"answered"_s;
    case CallQuestion::State::Open: break;
    }
    return u"open"_s;
}

CallQuestion::State stateNamed(const QString &name)
{
    using State = CallQuestion::State;
    return name == "skipped"_L1 ? State::Skipped : name == "answered"_L1 ? State::Answered : State::Open;
}

QString stampOrNothing(const QDateTime &moment)
{
    return moment.isValid() ? timestampOf(moment) : u""_s;
}

Step readCalls(Connection &connection, qint64 number, std::vector<ports::Call> &calls)
{
    return forEachRow(connection,
                      u"SELECT uuid, started_at, seconds, consent, consent_at FROM call WHERE case_id = ?"
                      " ORDER BY started_at, id"_s,
                      {number}, [&calls](const Rows &row) {
                          const QString consentAt = row.text(4);
                          calls.push_back({row.text(0),
                                           momentOf(row.text(1)),
                                           static_cast<int>(row.integer(2)),
                                           consentNamed(row.text(3)),
                                           consentAt.isEmpty() ? QDateTime() : momentOf(consentAt),
                                           {}});
                      });
}

Step readLines(Connection &connection, qint64 number, ports::Call &call)
{
    return forEachRow(connection,
                      u"SELECT n.line, n.position, n.written_at, n.body FROM note n JOIN call c"
                      " ON c.id = n.call_id WHERE c.case_id = ? AND c.uuid = ? ORDER BY n.position, n.line"_s,
                      {number, call.id}, [&call](const Rows &row) {
                          call.lines.push_back({row.integer(0), row.integer(1), momentOf(row.text(2)), row.text(3)});
                      });
}

Step readEvidence(Connection &connection, qint64 number, std::vector<ports::Evidence> &evidence)
{
    return forEachRow(
        connection, u"SELECT field, call_uuid, line, body, noted_at FROM evidence WHERE case_id = ? ORDER BY field"_s,
        {number}, [&evidence](const Rows &row) {
            evidence.push_back({row.text(0), row.text(1), row.integer(2), row.text(3), momentOf(row.text(4))});
        });
}

Step readQuestions(Connection &connection, qint64 number, std::vector<CallQuestion> &questions)
{
    return forEachRow(connection,
                      u"SELECT key, question, state, answer FROM call_question WHERE case_id = ? ORDER BY key"_s,
                      {number}, [&questions](const Rows &row) {
                          questions.push_back({row.text(0), row.text(1), stateNamed(row.text(2)), row.text(3)});
                      });
}

/// The writing side, on one case.
class NoteWriter {
public:
    NoteWriter(Connection &connection, qint64 number, const QDateTime &now)
        : m_connection(connection), m_number(number), m_now(now)
    {
    }

    Step write(const ports::NotesChange &change)
    {
        m_changedWords = !change.removedCalls.isEmpty() || !change.removedLines.empty();
        for (const QString &id : change.removedCalls) {
            if (Step removed =
                    execute(m_connection, u"DELETE FROM call WHERE case_id = ? AND uuid = ?"_s, {m_number, id});
                !removed)
                return removed;
        }
        for (const auto &[call, line] : change.removedLines) {
            if (Step removed = removeLine(call, line); !removed)
                return removed;
        }
        for (const ports::Call &call : change.calls) {
            if (Step written = writeCall(call); !written)
                return written;
        }
        if (change.evidence) {
            if (Step written = writeEvidence(*change.evidence); !written)
                return written;
        }
        return change.questions ? writeQuestions(*change.questions) : Step();
    }
    /// Whether any of what was written can be searched for. All that the case says is indexed anew then.
    bool changedWords() const { return m_changedWords; }

private:
    Step removeLine(const QString &call, qint64 line)
    {
        const auto row = callRow(call);
        if (!row)
            return Unexpected(row.error());
        if (Step kept = keepWording(*row, line, {}); !kept)
            return kept;
        return execute(m_connection, u"DELETE FROM note WHERE call_id = ? AND line = ?"_s, {*row, line});
    }

    ports::StoreResult<qint64> callRow(const QString &id)
    {
        return m_connection.number(u"SELECT coalesce((SELECT id FROM call WHERE case_id = ? AND uuid = ?), 0)"_s,
                                   {m_number, id});
    }

    Step writeCall(const ports::Call &call)
    {
        if (Step written =
                execute(m_connection,
                        u"INSERT INTO call (case_id, uuid, started_at, seconds, consent, consent_at)"
                        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (case_id, uuid) DO UPDATE SET"
                        " started_at = excluded.started_at, seconds = excluded.seconds, consent = excluded.consent,"
                        " consent_at = excluded.consent_at"_s,
                        {m_number, call.id, timestampOf(call.startedAt), call.seconds, consentName(call.consent),
                         stampOrNothing(call.consentAt)});
            !written)
            return written;
        const auto row = callRow(call.id);
        if (!row)
            return Unexpected(row.error());
        for (const ports::NoteLine &line : call.lines) {
            if (Step written = writeLine(*row, line); !written)
                return written;
        }
        return {};
    }

    Step writeLine(qint64 call, const ports::NoteLine &line)
    {
        const auto same = m_connection.number(
            u"SELECT count(*) FROM note WHERE call_id = ? AND line = ? AND body = ?"_s, {call, line.id, line.text});
        if (!same)
            return Unexpected(same.error());
        m_changedWords = m_changedWords || *same == 0;
        if (Step kept = keepWording(call, line.id, line.text); !kept)
            return kept;
        return execute(m_connection,
                       u"INSERT INTO note (case_id, call_id, line, position, written_at, body, saved_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call_id, line) DO UPDATE SET"
                       " position = excluded.position, written_at = excluded.written_at,"
                       " saved_at = CASE WHEN body IS excluded.body THEN saved_at ELSE excluded.saved_at END,"
                       " body = excluded.body"_s,
                       {m_number, call, line.id, line.position, timestampOf(line.at), line.text, timestampOf(m_now)});
    }

    /// What a line said for a while stays in its history.
    Step keepWording(qint64 call, qint64 line, const QString &next)
    {
        return execute(m_connection,
                       u"INSERT INTO note_before (call_id, line, body, replaced_at) SELECT call_id, line, body, ?"
                       " FROM note WHERE call_id = ? AND line = ? AND body <> ? AND body <> '' AND saved_at <= ?"_s,
                       {timestampOf(m_now), call, line, next, timestampOf(m_now.addSecs(-kRestSeconds))});
    }

    Step writeEvidence(const std::vector<ports::Evidence> &evidence)
    {
        if (Step gone = execute(m_connection, u"DELETE FROM evidence WHERE case_id = ?"_s, {m_number}); !gone)
            return gone;
        for (const ports::Evidence &one : evidence) {
            if (Step written = execute(m_connection,
                                       u"INSERT INTO evidence (case_id, field, call_uuid, line, body, noted_at)"
                                       " VALUES (?, ?, ?, ?, ?, ?)"_s,
                                       {m_number, one.field, one.callId, one.line, one.text, timestampOf(one.at)});
                !written)
                return written;
        }
        return {};
    }

    Step writeQuestions(const std::vector<CallQuestion> &questions)
    {
        if (Step gone = execute(m_connection, u"DELETE FROM call_question WHERE case_id = ?"_s, {m_number}); !gone)
            return gone;
        for (const CallQuestion &one : questions) {
            if (Step written = execute(
                    m_connection,
                    u"INSERT INTO call_question (case_id, key, question, state, answer) VALUES (?, ?, ?, ?, ?)"_s,
                    {m_number, one.key, one.text, stateName(one.state), one.answer});
                !written)
                return written;
        }
        return {};
    }

    Connection &m_connection;
    qint64 m_number;
    QDateTime m_now;
    bool m_changedWords = false;
};

} // namespace

ports::StoreResult<ports::CaseNotes> notesOf(Connection &connection, const QString &caseId)
{
    return readOfCase(connection, caseId, [&](const CaseRow &row) -> ports::StoreResult<ports::CaseNotes> {
        ports::CaseNotes notes;
        Step read = readCalls(connection, row.number, notes.calls);
        for (ports::Call &call : notes.calls) {
            if (read)
                read = readLines(connection, row.number, call);
        }
        if (read)
            read = readEvidence(connection, row.number, notes.evidence);
        if (read)
            read = readQuestions(connection, row.number, notes.questions);
        if (!read)
            return Unexpected(read.error());
        return notes;
    });
}

Step changeNotes(Connection &connection, const QString &caseId, const ports::NotesChange &change, const QDateTime &now)
{
    const auto row = caseRow(connection, caseId);
    if (!row)
        return Unexpected(row.error());
    NoteWriter writer(connection, row->number, now);
    if (Step written = writer.write(change); !written || !writer.changedWords())
        return written;
    if (Step forgotten = forgetCase(connection, row->changed); !forgotten)
        return forgotten;
    return indexCase(connection, row->number, row->changed);
}

ports::StoreResult<std::vector<ports::EarlierWording>> earlierWordings(Connection &connection, const QString &caseId,
                                                                       const QString &callId)
{
    using Wordings = std::vector<ports::EarlierWording>;
    return readOfCase(connection, caseId, [&](const CaseRow &row) -> ports::StoreResult<Wordings> {
        Wordings wordings;
        const Step read =
            forEachRow(connection,
                       u"SELECT b.line, b.body, b.replaced_at FROM note_before b JOIN call c ON c.id = b.call_id"
                       " WHERE c.case_id = ? AND c.uuid = ? ORDER BY b.replaced_at DESC, b.id DESC"_s,
                       {row.number, callId}, [&wordings](const Rows &one) {
                           wordings.push_back({one.integer(0), one.text(1), momentOf(one.text(2))});
                       });
        if (!read)
            return Unexpected(read.error());
        return wordings;
    });
}

} // namespace db
