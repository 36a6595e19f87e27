#include "session/casesession.h"

#include "drafting/casedraft.h"
#include "session/fieldnames.h"
#include "session/fieldtext.h"
#include "worksheetfile/difference.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <algorithm>

namespace session {

using domain::InputError;
using domain::Unexpected;
using domain::Worksheet;
using ports::StoreError;
using namespace Qt::StringLiterals;

namespace {

constexpr int kUndoSteps = 1000;

/// Fields whose shown text is another.
QStringList changedPaths(const CaseState &before, const CaseState &after)
{
    QStringList paths;
    if (before.worksheet != after.worksheet) {
        for (const worksheetfile::FieldChange &change : worksheetfile::difference(before.worksheet, after.worksheet))
            paths.append(change.path);
    }
    for (const auto &[path, pending] : before.pending) {
        const auto kept = after.pending.find(path);
        if (kept == after.pending.end() || kept->second != pending)
            paths.append(path);
    }
    for (const auto &[path, pending] : after.pending) {
        if (!before.pending.contains(path))
            paths.append(path);
    }
    paths.removeDuplicates();
    return paths;
}

} // namespace

/// One undo step: the state before and after it. States share what they have in common with the next one.
class CaseSession::Edit : public QUndoCommand {
public:
    static constexpr int kId = 1;

    Edit(CaseSession &session, const QString &text, StatePointer after, const QString &path, const QString &pathAfter)
        : QUndoCommand(text),
          m_session(session),
          m_before(session.m_state),
          m_after(std::move(after)),
          m_path(path),
          m_pathAfter(pathAfter),
          m_step(session.m_step)
    {
    }
    int id() const override { return kId; }
    void redo() override { go(m_after); }
    void undo() override { go(m_before); }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &next = static_cast<const Edit &>(*other);
        if (m_pathAfter.isEmpty() || m_pathAfter != next.m_path || m_step != next.m_step)
            return false;
        m_after = next.m_after;
        m_pathAfter = next.m_pathAfter;
        setObsolete(*m_after == *m_before);
        return true;
    }

private:
    void go(const StatePointer &state)
    {
        if (m_done)
            m_session.closeStep(); // what is typed after an undo is a step of its own
        m_done = true;
        m_session.setState(state);
    }

    CaseSession &m_session;
    StatePointer m_before;
    StatePointer m_after;
    QString m_path;
    QString m_pathAfter; ///< empty: nothing merges with this step
    int m_step;
    bool m_done = false;
};

CaseSession::CaseSession(ShippedData shipped, const ports::Clock &clock, ports::CaseStore *store, OpenedCase opened,
                         const TimerFactory &timers, QObject *parent)
    : QObject(parent),
      m_shipped(std::move(shipped)),
      m_clock(clock),
      m_store(store),
      m_summary(std::move(opened.summary)),
      m_state(std::make_shared<const CaseState>(std::move(opened.state))),
      m_pendingInFile(std::move(opened.pending)),
      m_idle(timers()),
      m_longest(timers()),
      m_retry(timers())
{
    m_undo.setUndoLimit(kUndoSteps);
    if (!m_summary.id.isEmpty())
        m_saved = m_state;
    else if (m_state->worksheet.company.name.isEmpty())
        beginUnnamed();
    compute();
    restorePending();
    if (!m_store)
        m_saveState.kind = SaveState::Kind::ReadOnly;
}

CaseSession::~CaseSession()
{
    m_idle.reset();
    m_longest.reset();
    m_retry.reset();
    const QSignalBlocker quiet(this);
    if (!isSaved())
        save();
}

QString CaseSession::text(const QString &path) const
{
    const auto pending = m_state->pending.find(path);
    return pending != m_state->pending.end() ? pending->second.text : fieldText(m_state->worksheet, path);
}

std::optional<InputError> CaseSession::errorAt(const QString &path) const
{
    const auto pending = m_state->pending.find(path);
    return pending != m_state->pending.end() ? std::optional(pending->second.error) : std::nullopt;
}

std::optional<InputError> CaseSession::check(const Worksheet &worksheet)
{
    if (auto error = contradictionIn(worksheet))
        return error;
    if (m_checked && m_checked->worksheet == worksheet)
        return std::nullopt;
    auto computed = drafting::compute(worksheet, m_shipped->rates, m_shipped->programmes, m_clock.today());
    if (!computed)
        return computed.error();
    m_checked = *std::move(computed);
    return std::nullopt;
}

void CaseSession::compute()
{
    m_problem = check(m_state->worksheet);
    m_view = m_problem ? nullptr : viewOf(m_summary, *std::move(m_checked), *m_shipped, m_clock.today(), m_profile);
    m_checked.reset();
}

QString CaseSession::edit(const QString &path, const QString &text)
{
    EditedState after = edited(*m_state, path, text, [this](const Worksheet &worksheet) { return check(worksheet); });
    if (after.state == *m_state)
        return path;
    push(tr("Change %1").arg(fieldNameInside(m_state->worksheet, path)), std::move(after.state), path, after.path);
    return after.path;
}

domain::Result<void, InputError> CaseSession::replace(const QString &undoText, const Worksheet &after)
{
    const auto checked = [this](const Worksheet &worksheet) { return check(worksheet); };
    if (after == m_state->worksheet)
        return {};
    if (auto error = check(after); error && !check(m_state->worksheet))
        return Unexpected(*error);
    push(undoText, withWorksheet(*m_state, after, checked), {}, {});
    return {};
}

void CaseSession::push(const QString &undoText, CaseState after, const QString &path, const QString &pathAfter)
{
    m_undo.push(new Edit(*this, undoText, std::make_shared<const CaseState>(std::move(after)), path, pathAfter));
}

void CaseSession::setState(const StatePointer &state)
{
    const StatePointer before = std::exchange(m_state, state);
    const bool computed = before->worksheet != state->worksheet;
    if (computed)
        compute();
    scheduleSave();
    Q_EMIT changed(changedPaths(*before, *state));
    if (computed)
        Q_EMIT viewChanged();
}

void CaseSession::scheduleSave()
{
    if (isSaved() || (m_saved && *m_saved == *m_state)) {
        m_saved = m_state;
        m_idle->stop();
        m_longest->stop();
        setSaveState(m_store ? SaveState::Kind::Saved : SaveState::Kind::ReadOnly);
        return;
    }
    if (!m_store)
        Q_EMIT saveStateChanged(); // it can be seen at once that this will not be in the file
    if (!m_store || m_saveState.kind == SaveState::Kind::Conflict)
        return;
    m_idle->start(kIdleMilliseconds, [this] { save(); });
    if (!m_longest->isRunning())
        m_longest->start(kLongestMilliseconds, [this] { save(); });
    if (m_saveState.kind == SaveState::Kind::Saved)
        setSaveState(SaveState::Kind::Waiting);
}

bool CaseSession::hasUnsavedInput() const
{
    if (isSaved() || m_copied == m_state)
        return false;
    const CaseState empty;
    return *m_state != (m_saved ? *m_saved : empty);
}

void CaseSession::giveUp()
{
    m_idle->stop();
    m_longest->stop();
    m_retry->stop();
    m_saved = m_state;
    m_store = nullptr;
}

bool CaseSession::flush()
{
    closeStep();
    return isSaved() || save();
}

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
    return revision;
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
    setSaveState(SaveState::Kind::Waiting);
    return save();
}

bool CaseSession::takeTheirs()
{
    if (!m_store)
        return false;
    const auto theirs = m_store->load(m_summary.id);
    if (!theirs)
        return failed(theirs.error());
    const auto worksheet = worksheetfile::read(theirs->worksheet);
    if (!worksheet)
        return failed(StoreError{StoreError::Kind::Corrupt, worksheet.error().path, 0});
    auto kept = m_store->loadPending(m_summary.id);
    if (!kept)
        return failed(kept.error());
    closeStep();
    m_summary = theirs->summary;
    m_pendingInFile = *std::move(kept);
    CaseState taken{*worksheet, {}};
    for (const ports::PendingInput &one : m_pendingInFile)
        taken =
            edited(taken, one.field, one.text, [this](const Worksheet &candidate) { return check(candidate); }).state;
    const auto state = std::make_shared<const CaseState>(std::move(taken));
    m_saved = state->worksheet == *worksheet ? state : std::make_shared<const CaseState>(CaseState{*worksheet, {}});
    setSaveState(SaveState::Kind::Saved);
    if (*state != *m_state)
        m_undo.push(new Edit(*this, tr("Take the file's state"), state, {}, {}));
    return true;
}

} // namespace session
