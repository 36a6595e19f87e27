// CaseSession: the open case as one value: what is in it now, every edit one undo step, saved by itself.
//
//     session->edit(u"company/headcount"_s, u"24"_s);   // typed: into the worksheet, or kept as pending text
//     session->replace(tr("Add workload"), worksheet);   // several fields at once, one undo step
//     session->view()                                    // everything computed from the worksheet, always current
//
// Everything is computed again within the edit; documents are laid out by whoever shows them (casework.h). Saves come
// 300 ms after the last edit, 1 s after the first that is not saved, and at once on flush(): call it when a field, a
// page, the case or the program is left, and before an export. A new case is in the file from its first edit on; while its
// company has no name it stands there as "Untitled case", with the empty name as pending text. A save that fails changes
// nothing here: it is tried again
// when that can help, and saveState() says what is in the way.
#pragma once

#include "ports/casestore.h"
#include "ports/clock.h"
#include "ports/notes.h"
#include "session/casestate.h"
#include "session/casework.h"
#include "session/otherschange.h"
#include "session/timers.h"

#include <QObject>
#include <QStringList>
#include <QUndoStack>

namespace session {

/// A case as it comes out of its file, or a new one.
struct OpenedCase {
    ports::CaseSummary summary; ///< a new case has no id yet
    CaseState state;
    std::vector<ports::PendingInput> pending; ///< what the file kept of texts that are not valid yet
    ports::CaseNotes notes = {};              ///< calls, evidence and questions, as the file has them
};

struct SaveState {
    enum class Kind {
        Saved,    ///< everything is in the file
        Waiting,  ///< will be saved in a moment
        Retrying, ///< another program is writing: tried again by itself
        ReadOnly, ///< the file cannot be written
        Conflict, ///< another program changed this case: keepMine() or takeTheirs()
        Failed,   ///< `error` says why; tried again with the next edit, and by saveNow()
    };
    Kind kind = Kind::Saved;
    QDateTime savedAt; ///< of the last save; invalid: not in this session
    std::optional<ports::StoreError> error;
};

class CaseSession : public QObject {
    Q_OBJECT

public:
    static constexpr int kIdleMilliseconds = 300;
    static constexpr int kLongestMilliseconds = 1000;
    static constexpr int kRetryMilliseconds = 1000;

    /// `clock` and `store` outlive the session. Without a store nothing can be saved.
    CaseSession(ShippedData shipped, const ports::Clock &clock, ports::CaseStore *store, OpenedCase opened,
                const TimerFactory &timers = eventLoopTimer, QObject *parent = nullptr);
    /// Saves what is not saved.
    ~CaseSession() override;

    const domain::Worksheet &worksheet() const { return m_state->worksheet; }
    const CaseState &state() const { return *m_state; }
    const drafting::Shipped &shipped() const { return *m_shipped; }
    /// Empty while the case is new and not in a file.
    const QString &caseId() const { return m_summary.id; }
    const ports::CaseSummary &summary() const { return m_summary; }
    QDate today() const { return m_clock.today(); }
    /// The file's statuses of the case and its records, which another part of the program moved.
    void takeStatuses(const ports::CaseSummary &inFile);

    /// Everything that follows from the worksheet. Null when it cannot be computed, which an edit never leads to: only
    /// a case that came like that (another rate book, say); then problem() says why.
    CaseViewPointer view() const { return m_view; }
    /// The same with the calls and questions as they are now, which documents speak of too.
    CaseViewPointer viewWithNotes() const;
    const std::optional<domain::InputError> &problem() const { return m_problem; }

    /// The partner's hand on the case's documents, of the file it is in, and the data with the rules of its channel.
    void setProfile(const ProfilePointer &profile, const ShippedData &shipped);
    /// What was filed earlier for its company: its records have to differ from that.
    void setEarlier(std::vector<review::FiledRecord> earlier);
    /// Computes the case as of today when it is of another day: the program may run over midnight.
    void followDay();

    /// What stands in the field: the pending text where there is one, else the value.
    QString text(const QString &path) const;
    /// What is wrong with the pending text of the field.
    std::optional<domain::InputError> errorAt(const QString &path) const;

    /// Types into one field and gives the field's path afterwards. Typing on in the same field goes on with the same
    /// undo step, until closeStep().
    QString edit(const QString &path, const QString &text);
    /// Another worksheet, as one undo step; with an error when that cannot be, and then nothing has changed.
    /// `typed`: by path, what goes with it and may not be valid yet, as after edit().
    domain::Result<void, domain::InputError> replace(const QString &undoText, const domain::Worksheet &after,
                                                     const std::vector<std::pair<QString, QString>> &typed = {});
    void closeStep() { ++m_step; }

    /// Takes facts out of the notes: another worksheet and the lines its new values rest on, as one undo step.
    domain::Result<void, domain::InputError> take(const QString &undoText, const domain::Worksheet &after,
                                                  const std::vector<ports::Evidence> &evidence);
    /// Whether facts quote their lines of a call, or `said` stands below them: now and after any undo, so that no undo quotes
    /// who refused. No undo step of its own; allowing it again brings the lines back.
    void setQuoting(const QString &callId, const QString &said, bool mayQuote);
    /// Calls and questions as they are now, saved as the worksheet is but no part of its undo steps. Its evidence is what
    /// the file has; that of now is state().evidence.
    const ports::CaseNotes &notes() const { return m_notes; }
    /// Adds the call, or puts it in the place of the one it was.
    void editCall(const ports::Call &call);
    void removeCall(const QString &callId);
    void editQuestions(std::vector<ports::CallQuestion> questions);
    /// Something was typed into a call: before it is saved, notesWanted() asks for it.
    void touchNotes();
    /// The notes that others saved, when nothing here is unsaved.
    void reloadNotes();
    /// What the lines of a call said before, newest first; empty while it is not in the file.
    std::vector<ports::EarlierWording> earlierWordings(const QString &callId) const;

    QUndoStack &undoStack() { return m_undo; }

    bool isReviewed() const { return m_reviewed; }
    /// Whether facts are still collected: nothing can be drafted yet, and nobody has asked for it.
    bool isCollecting() const { return !m_reviewed && m_view && m_view->records.empty(); }
    /// Somebody wants the records drafted, or to know what stands against it: from now on, what is wrong is said.
    void setReviewed();

    /// Whether the company's field has something in it; documents are not for a company without a name.
    bool hasCompanyName() const { return !text(QStringLiteral("company/name")).trimmed().isEmpty(); }

    const SaveState &saveState() const { return m_saveState; }
    bool isSaved() const { return m_saved == m_state && !m_notesChanged; }
    /// Something was typed that is not in the file, nor in a copy.
    bool hasUnsavedInput() const;
    /// Puts into a copy of the case what its worksheet does not have: texts that are not valid yet, evidence, calls and
    /// questions. What stands here is in a copy then.
    domain::Result<void, ports::StoreError> copyInto(ports::CaseStore &copy, const QString &caseId);
    /// What is not saved will not be: as after it went into another file, or was given up.
    void giveUp();
    /// Ends the undo step and saves at once what is not saved; whether everything is in the file now.
    bool flush();
    /// After a conflict: this state becomes the revision after theirs.
    bool keepMine();
    /// After a conflict, or when the file changed: the file's state, as an undo step.
    bool takeTheirs();

    /// What another program saved to this case, beside what stands here.
    ports::StoreResult<OthersChange> othersChange() const;
    /// Both sides' changes together, as an undo step and as the revision after theirs; with an error when no worksheet can
    /// be so, and then nothing has changed here. When it is not saved saveState() says why.
    domain::Result<void, domain::InputError> takeMerged(const OthersChange &change, const domain::Worksheet &merged);

Q_SIGNALS:
    /// Another program had changed other fields of this case: both sides' changes are in it now. `fields`: theirs, by name.
    void mergedWithOthers(const QStringList &fields);
    /// Fields whose value or pending text is another now, by path; whoever changed it.
    void changed(const QStringList &paths);
    /// view() is another.
    void viewChanged();
    /// setReviewed() was called for the first time.
    void reviewed();
    void saveStateChanged();
    /// Whoever shows notes hands over what was typed, by editCall(): it is about to be saved.
    void notesWanted();
    /// notes() is another, by somebody else than whoever shows them.
    void notesReloaded();

private:
    class Edit;
    using StatePointer = std::shared_ptr<const CaseState>;

    void push(const QString &undoText, CaseState after, const QString &path, const QString &pathAfter);
    void setState(StatePointer state);
    StatePointer withoutRefusedWords(const StatePointer &state) const;
    void beginUnnamed();
    void compute();
    void restorePending();
    std::vector<ports::PendingInput> pending() const;
    std::optional<domain::InputError> check(const domain::Worksheet &worksheet);
    void scheduleSave();
    bool save();
    ports::StoreResult<int> write();
    ports::CaseNotes notesNow() const;
    domain::Result<void, ports::StoreError> writeNotes();
    void setNotes(const ports::CaseNotes &notes);
    ports::StoreResult<int> writeCase(const ports::CaseDraft &draft);
    void saved(int revision);
    bool failed(const ports::StoreError &error);
    bool mergeUndisputed();
    void setSaveState(SaveState::Kind kind, std::optional<ports::StoreError> error = {});
    ports::CaseDraft draft() const;

    ShippedData m_shipped;
    const ports::Clock &m_clock;
    ports::CaseStore *m_store;
    ports::CaseSummary m_summary;
    StatePointer m_state;
    StatePointer m_saved;  ///< as it is in the file
    StatePointer m_copied; ///< as it is in a copy, the notes with it; none once they changed
    std::vector<ports::PendingInput> m_pendingInFile;
    ports::CaseNotes m_notes;
    ports::CaseNotes m_notesInFile;
    bool m_notesChanged = false;           ///< since they were saved
    std::map<QString, QString> m_unquoted; ///< by call that is not to be quoted: what stands below its facts instead
    CaseViewPointer m_view;
    ProfilePointer m_profile;
    std::vector<review::FiledRecord> m_earlier;
    std::optional<domain::InputError> m_problem;
    std::optional<drafting::ComputedCase> m_checked; ///< of the worksheet that was checked last
    QUndoStack m_undo;
    bool m_merging = false;
    bool m_reviewed = false;
    int m_step = 0; ///< edits of one number may share an undo step
    SaveState m_saveState;
    std::unique_ptr<Timer> m_idle;
    std::unique_ptr<Timer> m_longest;
    std::unique_ptr<Timer> m_retry;
};

} // namespace session
