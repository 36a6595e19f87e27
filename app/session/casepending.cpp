// CaseSession's texts that are not valid yet: as the file kept them, and the name that a new case does not have.
#include "session/casesession.h"

#include <algorithm>

namespace session {

using domain::Worksheet;
using namespace Qt::StringLiterals;

/// A worksheet names its company: until someone does, this stands in for it, and the field stays empty.
void CaseSession::beginUnnamed()
{
    CaseState state = *m_state;
    const bool isBlank = state == CaseState();
    state.worksheet.company.name = tr("Untitled case");
    m_pendingInFile.push_back({u"company/name"_s, {}, m_clock.now()});
    m_state = std::make_shared<const CaseState>(std::move(state));
    if (isBlank)
        m_saved = m_state; // nothing was typed, so nothing is in no file
}

/// Types again what the file kept as not valid; where it has become valid since, it is taken over and will be saved.
void CaseSession::restorePending()
{
    if (m_pendingInFile.empty())
        return;
    CaseState state = *m_state;
    for (const ports::PendingInput &kept : m_pendingInFile)
        state =
            edited(state, kept.field, kept.text, [this](const Worksheet &worksheet) { return check(worksheet); }).state;
    const bool sameWorksheet = state.worksheet == m_state->worksheet;
    m_state = std::make_shared<const CaseState>(std::move(state));
    if (sameWorksheet) {
        if (m_saved)
            m_saved = m_state;
        m_checked.reset();
        return;
    }
    compute();
    scheduleSave();
}

/// Texts that were there already keep the moment they were typed at.
std::vector<ports::PendingInput> CaseSession::pending() const
{
    std::vector<ports::PendingInput> pending;
    for (const auto &[path, kept] : m_state->pending) {
        const auto before = std::ranges::find(m_pendingInFile, path, &ports::PendingInput::field);
        const bool same = before != m_pendingInFile.end() && before->text == kept.text;
        pending.push_back({path, kept.text, same ? before->typedAt : m_clock.now()});
    }
    return pending;
}

} // namespace session
