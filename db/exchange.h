// Exchange of cases between files: a case as a file of its own, and back into a file that may have gone on meanwhile.
//
// A case is the same case in every file that has its UUID. Two of its states are compared by history: whichever file has
// the other's state among its own has gone on from it. When both have gone on, the caller merges the worksheets
// (worksheetfile/merge.h) and saves the result here; until then nothing of that case is written.
#pragma once

#include "db/casecopy.h"
#include "db/newfile.h"

#include <QDateTime>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace db {

/// Makes a case file of one case with its whole history at `destination`. Errors: those of opening `source`, NoSuchCase,
/// Exists (nothing is ever replaced), Corrupt, and those of creating a file.
Step exportCase(const QString &source, const QString &caseId, const QString &destination);

/// Whether both paths are one file on the disk.
bool isSameFile(const QString &one, const QString &other);

struct ComparedCase {
    enum class Relation {
        New,         ///< we do not have it
        Same,        ///< the same state
        OursAhead,   ///< ours went on from theirs
        TheirsAhead, ///< theirs went on from ours
        Diverged,    ///< both went on
    };
    Relation relation = Relation::New;
    QString id;
    QString company;
    QString website;
    int ours = 0; ///< the revision that holds now; 0 of a new one
    int theirs = 0;
    QByteArray theirWorksheet;               ///< of the revision that holds there
    QByteArray ourWorksheet;                 ///< when diverged
    std::optional<QByteArray> baseWorksheet; ///< when diverged: the last state that both know; none when it is lost
};

/// One import: a transaction on the target from begin() to commit(), so that two imports at once are one after the other.
/// Destroyed without commit() it leaves the target as it was.
class CaseImport {
public:
    /// Opens both files, waiting for other writers; the target is made when missing, and appears with commit(). `source`
    /// is only read, with all distrust, and passed check() before.
    static ports::StoreResult<std::unique_ptr<CaseImport>> begin(const QString &source, const QString &target);

    ~CaseImport();
    CaseImport(const CaseImport &) = delete;
    CaseImport &operator=(const CaseImport &) = delete;

    /// Ids of the source's cases, first changed first: imported in this order they end in the order they had.
    ports::StoreResult<QStringList> cases();
    /// Error: NoSuchCase when the source has it not.
    ports::StoreResult<ComparedCase> compare(const QString &caseId);
    /// The id of another case of that company that the target has.
    ports::StoreResult<std::optional<QString>> otherCaseOf(const ComparedCase &compared);

    /// Takes over what theirs has and ours has not: all of a new case, the revisions of one that went on, and of any the
    /// notes, filings, statuses and attachments. A diverged case needs `merged`, the draft of the merged worksheet, which
    /// becomes the next revision. A target without a partner's profile takes over the source's. Returns how many notes,
    /// filings and so on were added to a case that was there.
    ports::StoreResult<qint64> take(const ComparedCase &compared, const ports::CaseDraft *merged, const QDateTime &now);

    /// The target's revision and slug of a case after take().
    ports::StoreResult<int> revisionOf(const QString &caseId);

    Step commit();

private:
    CaseImport(std::unique_ptr<Connection> source, std::unique_ptr<Connection> target, std::optional<NewFile> made);
    Step merge(const CasePair &pair, const ports::CaseDraft &merged, const QDateTime &now);

    std::optional<NewFile> m_made; ///< the target while it stands under its temporary name; outlives the connection
    std::unique_ptr<Connection> m_source;
    std::unique_ptr<Connection> m_target;
};

} // namespace db
