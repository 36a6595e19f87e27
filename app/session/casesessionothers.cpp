// The open case beside what another program saved to it meanwhile.
#include "session/casesession.h"

#include "session/fieldnames.h"
#include "worksheetfile/reader.h"

namespace session {

using domain::InputError;
using domain::Unexpected;
using domain::Worksheet;
using ports::StoreError;

/// Another program saved this case: where no field was changed on both sides, both go into it.
bool CaseSession::mergeUndisputed()
{
    if (m_merging) // it happened again meanwhile: now a person is asked
        return false;
    const auto change = othersChange();
    if (!change || !change->base)
        return false;
    const worksheetfile::Merge merge = change->merged();
    if (!merge.isDecided())
        return false;
    m_merging = true;
    const bool done = takeMerged(*change, merge.merged) && m_saved == m_state;
    m_merging = false;
    if (done)
        Q_EMIT mergedWithOthers(changedFieldNames(change->ours, merge.merged));
    return done;
}

ports::StoreResult<OthersChange> CaseSession::othersChange() const
{
    if (!m_store)
        return Unexpected(StoreError{StoreError::Kind::ReadOnly, {}, 0});
    auto theirs = m_store->load(m_summary.id);
    if (!theirs)
        return Unexpected(theirs.error());
    const auto worksheet = worksheetfile::read(theirs->worksheet);
    if (!worksheet)
        return Unexpected(StoreError{StoreError::Kind::Corrupt, worksheet.error().path, 0});
    auto pending = m_store->loadPending(m_summary.id);
    if (!pending)
        return Unexpected(pending.error());
    return OthersChange{theirs->summary, *std::move(pending),
                        m_saved ? std::optional(m_saved->worksheet) : std::nullopt, m_state->worksheet, *worksheet};
}

domain::Result<void, InputError> CaseSession::takeMerged(const OthersChange &change, const Worksheet &merged)
{
    const auto checked = [this](const Worksheet &worksheet) { return check(worksheet); };
    if (auto error = check(merged))
        return Unexpected(*error);
    if (!m_store)
        return {};
    CaseState after = withWorksheet(*m_state, merged, checked);
    for (const ports::PendingInput &typed : change.pending) {
        if (!after.pending.contains(typed.field))
            after = edited(after, typed.field, typed.text, checked).state;
    }
    closeStep();
    m_summary.revision = change.summary.revision;
    m_saved = std::make_shared<const CaseState>(CaseState{change.theirs, {}});
    setSaveState(SaveState::Kind::Waiting);
    if (after != *m_state)
        push(tr("Take over the other program's changes"), std::move(after), {}, {});
    closeStep();
    save();
    return {};
}

} // namespace session
