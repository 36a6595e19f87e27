// CaseCare: what keeps a case file whole: backups and their way back, check and repair. Beside CaseStore, which keeps what
// is in it.
//
// Every call opens the file by itself and takes as long as reading all of it: call from a thread of its own, on files that
// are open or not. Backups made by themselves stand beside the case file, in a folder for its owner only, so that they are
// on the same (encrypted) disk: `cases.briefstack` has `cases.backups/`.
#pragma once

#include "ports/casestore.h"

#include <QDateTime>
#include <QString>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace ports {

enum class Damage {
    Header,         ///< the file's first bytes
    Structure,      ///< SQLite's integrity check, or a page that cannot be read; detail = its words
    Schema,         ///< a table, index, view or trigger that is missing, changed or not ours; detail = which
    References,     ///< rows that belong to nothing; detail = the table
    WorksheetText,  ///< worksheets that are not JSON; detail = the first case
    WorksheetBytes, ///< worksheets that are not the ones that were saved; detail = the first case
    WorksheetForm,  ///< worksheets that are not of the format; detail = the first case and what the judge says
    Ledger,         ///< cases whose pools do not add up to their projection; detail = the first case and by how much
    ListedFacts,    ///< company, website or stage other than the worksheet's; detail = the first case
    CompanyKeys,    ///< a company that would not be recognized as already there; detail = the first case
    Rates,          ///< rates that are not the ones a revision was saved with; detail = its case
    Attachments,    ///< attached bytes that are not the ones that were saved; detail = the first name
    FiledFiles,     ///< filings whose brief or request is not there; detail = the first one's opportunity
    SearchText,     ///< cases whose search words are missing, stale or without a case
    SearchIndex,    ///< the search index disagrees with its text; detail = SQLite's words
};

struct Problem {
    Damage damage = Damage::Structure;
    QString detail;
    qint64 count = 1;
    friend bool operator==(const Problem &, const Problem &) = default;
};

struct CheckReport {
    int version = 0; ///< of the schema, 0 when unknown
    qint64 cases = 0;
    qint64 revisions = 0;
    qint64 records = 0;
    std::vector<Problem> problems;
    bool stopped = false; ///< before its end, by who asked for it: not all is known

    bool isSound() const { return problems.empty() && !stopped; }
    /// False: a repair changes nothing, because none of the damage follows from something that is whole.
    bool canBeRepaired() const
    {
        return std::ranges::any_of(problems, [](const Problem &one) {
            switch (one.damage) {
            case Damage::Header:
            case Damage::Schema:
            case Damage::WorksheetForm:
            case Damage::Ledger:
            case Damage::Attachments:
            case Damage::FiledFiles: return false;
            default: return true;
            }
        });
    }
};

/// What a repair did, each with a count of rows.
enum class Repair {
    Rebuilt,          ///< everything that can be read was copied into a new file; count = rows
    Indexes,          ///< indexes made anew
    DroppedRevisions, ///< worksheets that were not the ones saved, where the case has another that is
    RestoredCases,    ///< cases made again from worksheets that belonged to none
    EarlierRevisions, ///< cases taken back to the last worksheet that is there
    DroppedCases,     ///< cases without any worksheet
    DroppedRates,     ///< rates that were not the ones saved; their revisions have none now
    DroppedOrphans,   ///< rows that belonged to nothing
    AdoptedNotes,     ///< notes of no call, put into one of their case
    KeptFiles,        ///< attached files of filings that are not there, kept with their case
    Statuses,         ///< statuses that do not exist, set to drafting
    ListedFacts,      ///< company, website and stage read from the worksheet again
    CompanyKeys,
    SearchIndex, ///< made anew; count = cases
};

/// How far a check is, 0 to 100; called in the thread that checks, more often than the number changes. False stops it.
using CheckProgress = std::function<bool(int percent)>;

struct Repaired {
    Repair what = Repair::Indexes;
    qint64 count = 1;
    friend bool operator==(const Repaired &, const Repaired &) = default;
};

struct RepairReport {
    CheckReport before;
    std::vector<Repaired> done; ///< empty: the file was sound, or nothing of its damage can be repaired
    CheckReport after;
    QString backup; ///< where the file as it was before lies; empty when nothing was done

    /// Cases of which nothing could be saved: a sound file without them is no success, an older backup may have them.
    qint64 lostCases() const
    {
        qint64 lost = 0;
        for (const Repaired &one : done)
            lost += one.what == Repair::DroppedCases ? one.count : 0;
        return std::max(lost, before.cases - after.cases);
    }
};

struct BackupInfo {
    QString path;
    QDateTime madeAt; ///< local time, from its name; invalid for those made before an update of the file
    qint64 bytes = 0;
};

class CaseCare {
public:
    virtual ~CaseCare() = default;

    /// Where the backups of the case file at `path` are kept.
    virtual QString backupFolder(const QString &path) const = 0;
    /// Newest first. None when there is no such folder.
    virtual StoreResult<std::vector<BackupInfo>> backups(const QString &path) = 0;
    /// Makes today's backup when there is none yet and the file has changed since the last one, then thins the older ones
    /// (2 days all, 7 daily, 4 weekly, 6 monthly). Returns the new backup, or nothing when none was due. `now` is local.
    /// Cheap when none is due: call it when a file is opened, once an hour and when it is closed.
    virtual StoreResult<std::optional<QString>> backUpIfDue(const QString &path, const QDateTime &now) = 0;
    /// A verified copy in any folder that exists; returns its path.
    virtual StoreResult<QString> backUp(const QString &path, const QString &folder, const QDateTime &now) = 0;
    /// Puts a backup in the place of the case file at `path`, which need not exist. The backup is checked first and stays
    /// where it is; what was at `path` goes into the backup folder and is returned (empty when there was none). Close the
    /// file before: a store that still has it open finds it Moved when it saves. Error: Busy while someone writes.
    virtual StoreResult<QString> restore(const QString &backup, const QString &path, const QDateTime &now) = 0;

    virtual StoreResult<CheckReport> check(const QString &path, const CheckProgress &progress) = 0;
    StoreResult<CheckReport> check(const QString &path) { return check(path, {}); }
    /// Checks, and when there is damage keeps the file as it is in the backup folder and repairs what can be; checks again.
    /// A file whose header or schema is not ours is not touched: restore a backup. Close the file before.
    virtual StoreResult<RepairReport> repair(const QString &path, const QDateTime &now) = 0;
};

} // namespace ports
