// The notes of the open case: handed over by whoever shows them, saved with the worksheet.
#include "session/casesession.h"
#include "session/notechange.h"
#include "session/takefacts.h"

#include <algorithm>

namespace session {

using domain::InputError;
using domain::Unexpected;
using domain::Worksheet;
using ports::StoreError;

domain::Result<void, InputError> CaseSession::take(const QString &undoText, const Worksheet &after,
                                                   const std::vector<ports::Evidence> &evidence)
{
    const auto checked = [this](const Worksheet &worksheet) { return check(worksheet); };
    if (auto error = check(after); error && !check(m_state->worksheet))
        return Unexpected(*error);
    CaseState state = withWorksheet(*m_state, after, checked);
    for (const ports::Evidence &one : evidence)
        state.evidence.insert_or_assign(one.field, one);
    if (state != *m_state)
        push(undoText, std::move(state), {}, {});
    return {};
}

void CaseSession::setQuoting(const QString &callId, const QString &said, bool mayQuote)
{
    if (mayQuote)
        m_unquoted.erase(callId);
    else
        m_unquoted.insert_or_assign(callId, said);
    CaseState state = *m_state;
    state.worksheet = withQuotes(state.worksheet, state.evidence, callId, said, mayQuote);
    if (state == *m_state)
        return;
    closeStep();
    setState(std::make_shared<const CaseState>(std::move(state)));
}

CaseSession::StatePointer CaseSession::withoutRefusedWords(const StatePointer &state) const
{
    StatePointer without = state;
    for (const auto &[callId, said] : m_unquoted) {
        Worksheet worksheet = withQuotes(without->worksheet, without->evidence, callId, said, false);
        if (worksheet == without->worksheet)
            continue;
        CaseState changed = *without;
        changed.worksheet = std::move(worksheet);
        without = std::make_shared<const CaseState>(std::move(changed));
    }
    return without;
}

void CaseSession::editCall(const ports::Call &call)
{
    const auto place = std::ranges::find(m_notes.calls, call.id, &ports::Call::id);
    if (place == m_notes.calls.end())
        m_notes.calls.push_back(call);
    else if (*place == call)
        return;
    else
        *place = call;
    touchNotes();
}

void CaseSession::removeCall(const QString &callId)
{
    if (std::erase_if(m_notes.calls, [&](const ports::Call &call) { return call.id == callId; }) > 0)
        touchNotes();
}

void CaseSession::editQuestions(std::vector<ports::CallQuestion> questions)
{
    std::ranges::sort(questions, {}, &ports::CallQuestion::key);
    if (questions == m_notes.questions)
        return;
    m_notes.questions = std::move(questions);
    touchNotes();
}

void CaseSession::touchNotes()
{
    m_notesChanged = true;
    m_copied.reset();
    scheduleSave();
}

ports::CaseNotes CaseSession::notesNow() const
{
    ports::CaseNotes now{m_notes.calls, {}, m_notes.questions};
    for (const auto &[path, evidence] : m_state->evidence)
        now.evidence.push_back(evidence);
    return now;
}

CaseViewPointer CaseSession::viewWithNotes() const
{
    if (!m_view)
        return nullptr;
    auto same = std::make_shared<CaseView>(*m_view);
    same->identity.notes = std::make_shared<const ports::CaseNotes>(notesNow());
    return same;
}

domain::Result<void, StoreError> CaseSession::writeNotes()
{
    ports::NoteStore *store = m_store->notes();
    const ports::NotesChange change = changeBetween(m_notesInFile, notesNow());
    if (change.isEmpty() || !store)
        return {};
    return store->saveNotes(m_summary.id, change, m_clock.now());
}

void CaseSession::setNotes(const ports::CaseNotes &notes)
{
    m_notes = notes;
    m_notesInFile = notes;
    m_notesChanged = false;
}

void CaseSession::reloadNotes()
{
    ports::NoteStore *store = m_store ? m_store->notes() : nullptr;
    if (m_notesChanged || !store || m_summary.id.isEmpty())
        return;
    const auto notes = store->loadNotes(m_summary.id);
    if (!notes || *notes == m_notesInFile)
        return;
    setNotes(*notes);
    Q_EMIT notesReloaded();
}

std::vector<ports::EarlierWording> CaseSession::earlierWordings(const QString &callId) const
{
    ports::NoteStore *store = m_store ? m_store->notes() : nullptr;
    if (!store || m_summary.id.isEmpty())
        return {};
    auto wordings = store->earlierWordings(m_summary.id, callId);
    return wordings ? *std::move(wordings) : std::vector<ports::EarlierWording>();
}

} // namespace session
