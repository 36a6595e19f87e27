// How the open case goes into its file: worksheet, pending texts and notes in one transaction.
#include "session/casesession.h"

#include "drafting/casedraft.h"
#include "session/casework.h"
#include "session/notechange.h"
#include "worksheetfile/writer.h"

#include <utility>

namespace session {

using domain::Unexpected;
using ports::StoreError;
using namespace Qt::StringLiterals;

ports::CaseDraft CaseSession::draft() const
{
    ports::CaseDraft draft;
    if (m_view)
        draft = drafting::caseDraft(m_view->computed, *m_shipped, m_clock.today());
    draft.worksheet = worksheetfile::write(m_state->worksheet);
    if (!m_view) {
        draft.rateBookId = m_shipped->rates.id;
        draft.rateBookSha256 = m_shipped->rates.sha256;
        draft.rateRows = drafting::rateRows(m_state->worksheet, m_shipped->rates);
        draft.evaluatedOn = m_clock.today().toString(Qt::ISODate);
        draft.records = m_summary.records;
    }
    draft.status = m_summary.status.isEmpty() ? u"drafting"_s : m_summary.status;
    for (ports::StoredRecord &record : draft.records) {
        for (const ports::StoredRecord &known : m_summary.records) {
            if (known.poolId == record.poolId)
                record.status = known.status;
        }
    }
    return draft;
}

bool CaseSession::save()
{
    if (m_idle) {
        m_idle->stop();
        m_longest->stop();
        m_retry->stop();
    }
    if (m_saveState.kind == SaveState::Kind::Conflict || !m_store)
        return false;
    if (m_notesChanged)
        Q_EMIT notesWanted();
    const auto revision = write();
    if (!revision && revision.error().kind == StoreError::Kind::Conflict && mergeUndisputed())
        return true;
    if (!revision)
        return failed(revision.error());
    saved(*revision);
    return true;
}

/// Worksheet and pending texts go into the file in one step, so that none is in both or in neither. Pending texts alone
/// make no revision.
ports::StoreResult<int> CaseSession::write()
{
    std::vector<ports::PendingInput> pending = this->pending();
    if (m_saved && !m_summary.id.isEmpty() && m_saved->worksheet == m_state->worksheet) {
        if (const auto kept = m_store->savePending(m_summary.id, pending); !kept)
            return Unexpected(kept.error());
        m_pendingInFile = std::move(pending);
        if (const auto noted = writeNotes(); !noted)
            return Unexpected(noted.error());
        m_notesInFile = notesNow();
        return m_summary.revision;
    }
    const ports::CaseDraft draft = this->draft();
    if (const auto begun = m_store->begin(); !begun)
        return Unexpected(begun.error());
    const ports::CaseSummary before = m_summary;
    auto revision = writeCase(draft);
    if (revision) {
        if (const auto kept = m_store->savePending(m_summary.id, pending); !kept)
            revision = Unexpected(kept.error());
    }
    if (revision) {
        if (const auto noted = writeNotes(); !noted)
            revision = Unexpected(noted.error());
    }
    if (!revision)
        m_store->rollback();
    else if (const auto done = m_store->commit(); !done)
        revision = Unexpected(done.error());
    if (!revision) {
        m_summary = before;
        return revision;
    }
    m_summary.status = draft.status;
    m_summary.records = draft.records;
    m_pendingInFile = std::move(pending);
    m_notesInFile = notesNow();
    return revision;
}

domain::Result<void, StoreError> CaseSession::copyInto(ports::CaseStore &copy, const QString &caseId)
{
    if (m_notesChanged)
        Q_EMIT notesWanted();
    if (auto kept = copy.savePending(caseId, pending()); !kept)
        return kept;
    if (ports::NoteStore *notes = copy.notes()) {
        if (auto noted = notes->saveNotes(caseId, changeBetween({}, notesNow()), m_clock.now()); !noted)
            return noted;
    }
    m_copied = m_state;
    return {};
}

ports::StoreResult<int> CaseSession::writeCase(const ports::CaseDraft &draft)
{
    if (!m_summary.id.isEmpty())
        return m_store->update(m_summary.id, draft, m_summary.revision, m_clock.now());
    const auto id = m_store->add(draft, m_clock.now());
    if (!id)
        return Unexpected(id.error());
    m_summary.id = *id;
    return 1;
}

void CaseSession::saved(int revision)
{
    m_saved = m_state;
    m_notesChanged = false;
    m_summary.revision = revision;
    m_summary.updatedAt = m_clock.now();
    const QString name = m_state->worksheet.company.name;
    if (std::exchange(m_summary.company, name) != name) { // the file names the documents after it
        if (const auto stored = m_store->load(m_summary.id))
            m_summary.slug = stored->summary.slug;
    }
    m_summary.website = m_state->worksheet.company.website;
    if (m_view)
        m_view = withSummary(*m_view, m_summary);
    m_saveState.savedAt = m_clock.now();
    setSaveState(SaveState::Kind::Saved);
}

bool CaseSession::failed(const StoreError &error)
{
    switch (error.kind) {
    case StoreError::Kind::Busy:
        setSaveState(SaveState::Kind::Retrying, error);
        if (m_retry)
            m_retry->start(kRetryMilliseconds, [this] { save(); });
        break;
    case StoreError::Kind::Conflict: setSaveState(SaveState::Kind::Conflict, error); break;
    case StoreError::Kind::ReadOnly: setSaveState(SaveState::Kind::ReadOnly, error); break;
    default: setSaveState(SaveState::Kind::Failed, error); break;
    }
    return false;
}

void CaseSession::setSaveState(SaveState::Kind kind, std::optional<StoreError> error)
{
    const bool same = m_saveState.kind == kind && m_saveState.error == error && kind != SaveState::Kind::Saved;
    m_saveState.kind = kind;
    m_saveState.error = std::move(error);
    if (!same)
        Q_EMIT saveStateChanged();
}

bool CaseSession::keepMine()
{
    const auto theirs =
        m_store ? m_store->load(m_summary.id)
                : ports::StoreResult<ports::StoredCase>(Unexpected(StoreError{StoreError::Kind::ReadOnly, {}, 0}));
    if (!theirs)
        return failed(theirs.error());
    m_summary.revision = theirs->summary.revision;
    m_saved.reset(); // the file has theirs: all of this state is written
    if (!m_notesChanged)
        reloadNotes();
    setSaveState(SaveState::Kind::Waiting);
    return save();
}

} // namespace session
