// Desk: the open case file and what is done with it: open, make, list, show, import, export. The windows' one object
// behind them; it owns no widget and says nothing in words.
//
// Signals follow what happened, whoever asked. Only import and export of a stack run in a thread of their own.
#pragma once

#include "drafting/founderanswer.h"
#include "ports/casecare.h"
#include "ports/caseexchange.h"
#include "ports/casefiles.h"
#include "ports/clock.h"
#include "ports/profiles.h"
#include "ports/prompter.h"
#include "session/casesession.h"
#include "session/casework.h"
#include "session/job.h"
#include "session/openfiles.h"
#include "session/problem.h"
#include "session/recovery.h"
#include "session/tidying.h"

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace session {

/// What the desk needs from outside; all must outlive it.
struct Services {
    ports::CaseFiles &files;
    ports::Prompter &prompter;
    const ports::Clock &clock;
    ports::CaseCare *care = nullptr;         ///< backups and checks of the open file; none: nobody looks after it
    const OpenFiles *openFiles = nullptr;    ///< one window per file, and what crashed; none: neither is looked after
    ports::Profiles *profiles = nullptr;     ///< how the documents of a case file look; none: the reference design
    ports::CaseExchange *exchange = nullptr; ///< takes in cases of other files; none: that is not offered
};

class Desk : public QObject {
    Q_OBJECT

public:
    explicit Desk(const Services &services, QObject *parent = nullptr);
    ~Desk() override;

    /// Reads the shipped rates and rules in the background; what needs them waits for it. Once, after the first paint.
    void prepare();
    /// Empty until prepare() is done.
    /// With the rules of the open file's channel (drafting::channelOf).
    ShippedData shipped() const { return m_shipped; }

    bool isOpen() const { return m_store != nullptr; }
    bool isReadOnly() const { return m_readOnly; }
    /// A program died while it was writing to the open file, before it was opened here.
    bool foundUncleanEnd() const { return m_store && m_store->foundUncleanEnd(); }
    /// What an earlier session typed into the open file that ended without closing it.
    const std::vector<RecoveredCase> &recovered() const { return m_recovered; }
    bool isFiltered() const { return !m_filter.trimmed().isEmpty(); }
    bool isBusy() const { return m_job.isRunning(); }
    QString path() const { return m_path; }
    /// The open file, for what is kept beside the cases (filings); null while none is open.
    ports::CaseStore *store() const { return m_store.get(); }
    /// The statuses of the records changed in the file, without a revision: the list is read again.
    void refreshStatuses();
    const std::vector<ports::CaseSummary> &cases() const { return m_cases; }
    /// What follows from the shown case as it is now; null while none is shown, or it cannot be computed.
    CaseViewPointer shown() const { return m_case ? m_case->view() : nullptr; }
    /// The shown case, to be edited; null while none is shown. Another object after every shownChanged().
    CaseSession *openCase() const { return m_case.get(); }

    void open(const QString &path);
    void close();
    /// Asks for a name and makes an empty case file.
    void makeCaseFile();
    void openCaseFile();

    /// The partner's profile of the open file; null while none is open, or nobody keeps profiles.
    ProfilePointer profile() const { return m_profile; }
    /// Saves it in the open file and shows its documents with it; whether that worked.
    bool setProfile(const domain::PartnerProfile &profile);

    void setFilter(const QString &text);
    /// Reads the list, and the shown case, from the file again. What was typed and not saved stays.
    void reload();
    /// Shows a case; an empty id shows none. Saves the one shown before.
    void show(const QString &caseId);
    /// Shows a new, empty case, which is in the file once something is typed into it.
    void showNewCase();
    /// Asks the file what other programs saved since the last time; also done by itself every second.
    void lookForChanges();
    /// Looks whether it is another day; also done by itself every second.
    void followDay();
    /// The saved states of the shown case, newest first; empty while it is not in the file.
    Outcome<std::vector<ports::RevisionSummary>> revisions();
    /// The shown case's worksheet as it was at that revision.
    Outcome<domain::Worksheet> worksheetAt(int revision);
    /// Writes the shown case, as it is now, to a case file of another name.
    void saveCopy();
    /// Saves what is not saved yet; whether everything is in the file.
    bool flush();
    /// Saves what can be saved, so that the shown case may go; false when something that was typed would be lost with it:
    /// then leaveRefused() was said. open(), close(), show() and showNewCase() ask the same, and leave all as it is.
    bool mayLeave();
    /// The shown case goes as it is in the file: what is not saved is given up.
    void discard();

    /// Adds a case per worksheet to the open file; with none open, asks for the name of a new one. All or none. Where
    /// companies are there already, it waits for decideImport().
    void importWorksheets(const QStringList &files);
    void importWorksheet();
    void importSample();
    /// The companies of the first import that waits for a choice, and the case file that has them; empty: none waits.
    QStringList undecidedCompanies() const;
    QString undecidedFile() const;
    /// How many imports wait for a choice. Nothing of them is written. Those for a file are forgotten with it.
    std::size_t undecidedImports() const { return m_undecided.size(); }
    /// Saves the first that waits: Update the cases that are there, or AddAsNew. Nothing while isBusy().
    void decideImport(IfDuplicate choice);
    /// The first that waits is given up.
    void forgetImport();
    /// Takes in the case that an archive copy carries: its case file by caseCarried(), else its facts. With no file open, asks for
    /// the name of a new one.
    void openArchive(const QString &path);
    /// The shown case as a case file of its own, for an archive copy; empty while it is in no file.
    Outcome<QByteArray> caseFile();
    /// Cases were taken into the open file from another one, through a store of its own: reads them.
    void readImported();

    /// Asks for the file of a founder's answer; empty: never mind.
    QString chooseAnswer();
    /// Shows the case that an answer is about and compares the two. Cancelled: the case that is shown cannot be left.
    Outcome<drafting::ComparedCase> compareAnswer(const QString &file);

    void exportRecord(int index);
    void exportStack();
    /// Everything that the record is filed with, into a folder that is asked for.
    void exportKit(int index);
    /// Asks where, and writes it there; its name is what is proposed.
    void saveDocument(const drafting::DocumentFile &file);
    void cancelJob() { m_job.cancel(); }

Q_SIGNALS:
    /// The shipped data is there.
    void prepared();
    /// It is another day than when it was said last; the shown case is computed as of it.
    void dayChanged();
    /// Another file is open, or none.
    void fileChanged();
    void casesChanged();
    /// Another case is shown, or none.
    void shownChanged();
    /// No case is shown, because the one that was asked for cannot be read; failed() says why.
    void notShown();
    /// The shown case was edited: shown() is another.
    void shownEdited();
    /// profile() is another.
    void profileChanged();
    /// Whether the shown case is saved, and what is in the way.
    void saveStateChanged();
    /// Another program saved something, and the list was read again. `isReloaded`: the shown case too, which was read anew;
    /// not when something in it is not saved or could not be read. `others`: companies of the other cases that changed.
    void changedByOthers(bool isReloaded, const QStringList &others);
    /// Another program had changed other fields of the shown case: both sides' changes are in it. `fields`: theirs.
    void mergedWithOthers(const QStringList &fields);
    void failed(const session::Problem &problem);
    /// What was typed is not in the file and cannot be saved there now.
    void leaveRefused();
    /// That file has a window already, which was asked to come to the front.
    void openElsewhere(const QString &path);
    /// Somebody wanted to open the file that is open here.
    void frontWanted();
    /// One more worksheet or several are in the file.
    void imported(const QStringList &caseIds);
    /// Another import waits for a choice first, or none does.
    void undecidedChanged();
    void exported(const QString &folder, const QStringList &names);
    /// The kit was exported without the update: AWS would refuse it.
    void updateWithheld(const domain::Findings &why);
    /// A case file that an archive copy carried, to be taken into the open one; it stays until the next one.
    void caseCarried(const QString &caseFile);
    void jobChanged(bool running);
    void progressed(int percent);

private:
    struct Import;

    void whenPrepared(std::function<void()> action);
    void startImport(std::vector<WorksheetSource> sources, const QString &suggestedName);
    void draft(std::shared_ptr<Import> import);
    bool chooseCaseFile(Import &import);
    void save(std::shared_ptr<Import> import);
    void finishImport(const std::shared_ptr<Import> &import);
    void forgetImportsOfOtherFiles();
    /// Saves first. A record without a company's name is none.
    bool mayExport();
    /// Asks when files of these names are in the folder.
    bool mayReplace(const QString &folder, const QStringList &names);
    void writeDocument(const QString &path, const QByteArray &bytes);
    void startExport(const QString &folder);
    bool readList();
    void readProfile();
    /// Has the rules of the channel that the profile prefers.
    void followChannel();
    /// What was filed for the shown case's company, of this case and of others.
    void readEarlier();
    /// The shown case is of the revision that was listed last.
    bool isShownCurrent() const;
    void clearShown();
    void refuseToShow(const Problem &problem);
    void setFile(const QString &path, std::unique_ptr<ports::CaseStore> store, bool readOnly,
                 std::unique_ptr<OpenFile> held);
    void take(OpenedCase opened);
    void listSaved();
    void followTidying();
    void acceptChanges(const ports::OthersChanges &changes);
    QString folderOfFile() const;

    Services m_services;
    QDate m_day;
    ShippedData m_shipped;
    bool m_preparing = false;
    std::vector<std::function<void()>> m_waiting; ///< for the shipped data
    QString m_path;
    bool m_readOnly = false;
    ProfilePointer m_profile;
    QString m_filter;
    std::unique_ptr<OpenFile> m_held; ///< goes after all that is saved
    std::vector<RecoveredCase> m_recovered;
    std::unique_ptr<QTemporaryDir> m_carried; ///< where the case file of an archive copy is unpacked
    std::unique_ptr<ports::CaseStore> m_store;
    std::vector<ports::CaseSummary> m_cases;
    std::unique_ptr<CaseSession> m_case;              ///< goes before the store that keeps it
    std::vector<std::shared_ptr<Import>> m_undecided; ///< the first is asked about first
    Job m_job;
    Job m_preparation;
    QTimer m_watch;
    Tidying m_tidying;
    int m_wish = 0;      ///< counts what was asked to be shown: only the last wish comes true once the rates are read
    bool m_lost = false; ///< the file can no longer be asked for changes; said once
};

} // namespace session
