#include "session/casesession.h"

#include "session/fieldnames.h"
#include "session/fieldtext.h"
#include "worksheetfile/difference.h"
#include "worksheetfile/reader.h"

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
    for (const auto *side : {&before.evidence, &after.evidence}) {
        const auto &other = side == &before.evidence ? after.evidence : before.evidence;
        for (const auto &[path, line] : *side) {
            if (const auto kept = other.find(path); kept == other.end() || kept->second != line)
                paths.append(path);
        }
    }
    paths.removeDuplicates();
    return paths;
}

std::map<QString, ports::Evidence> evidenceBy(const ports::CaseNotes &notes)
{
    std::map<QString, ports::Evidence> evidence;
    for (const ports::Evidence &one : notes.evidence)
        evidence.emplace(one.field, one);
    return evidence;
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
      m_state(std::make_shared<const CaseState>(
          CaseState{std::move(opened.state.worksheet), std::move(opened.state.pending), evidenceBy(opened.notes)})),
      m_pendingInFile(std::move(opened.pending)),
      m_idle(timers()),
      m_longest(timers()),
      m_retry(timers())
{
    m_undo.setUndoLimit(kUndoSteps);
    setNotes(opened.notes);
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
    m_view = m_problem ? nullptr
                       : viewOf(m_summary, *std::move(m_checked), *m_shipped, m_clock.today(), m_profile, m_earlier);
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

domain::Result<void, InputError> CaseSession::replace(const QString &undoText, const Worksheet &after,
                                                      const std::vector<std::pair<QString, QString>> &typed)
{
    const auto checked = [this](const Worksheet &worksheet) { return check(worksheet); };
    if (after == m_state->worksheet)
        return {};
    if (auto error = check(after); error && !check(m_state->worksheet))
        return Unexpected(*error);
    CaseState state = withWorksheet(*m_state, after, checked);
    for (const auto &[path, text] : typed)
        state = edited(state, path, text, checked).state;
    push(undoText, std::move(state), {}, {});
    return {};
}

void CaseSession::push(const QString &undoText, CaseState after, const QString &path, const QString &pathAfter)
{
    m_undo.push(new Edit(*this, undoText, std::make_shared<const CaseState>(std::move(after)), path, pathAfter));
}

void CaseSession::setState(StatePointer state)
{
    state = withoutRefusedWords(state);
    const StatePointer before = std::exchange(m_state, state);
    const bool computed = before->worksheet != state->worksheet;
    if (computed)
        compute();
    scheduleSave();
    Q_EMIT changed(changedPaths(*before, *state));
    if (computed)
        Q_EMIT viewChanged();
}

void CaseSession::setReviewed()
{
    if (!std::exchange(m_reviewed, true))
        Q_EMIT reviewed();
}

void CaseSession::scheduleSave()
{
    if (isSaved() || (m_saved && *m_saved == *m_state && !m_notesChanged)) {
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
    return m_notesChanged || *m_state != (m_saved ? *m_saved : empty);
}

void CaseSession::giveUp()
{
    m_idle->stop();
    m_longest->stop();
    m_retry->stop();
    m_saved = m_state;
    m_notesChanged = false;
    m_store = nullptr;
}

bool CaseSession::flush()
{
    closeStep();
    return isSaved() || save();
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
    reloadNotes();
    CaseState taken{*worksheet, {}, evidenceBy(m_notesInFile)};
    for (const ports::PendingInput &one : m_pendingInFile)
        taken =
            edited(taken, one.field, one.text, [this](const Worksheet &candidate) { return check(candidate); }).state;
    const auto state = std::make_shared<const CaseState>(std::move(taken));
    m_saved = state->worksheet == *worksheet
                ? state
                : std::make_shared<const CaseState>(CaseState{*worksheet, {}, state->evidence});
    setSaveState(SaveState::Kind::Saved);
    if (*state != *m_state)
        m_undo.push(new Edit(*this, tr("Take the file's state"), state, {}, {}));
    return true;
}

} // namespace session
