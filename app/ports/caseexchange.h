// CaseExchange: brings the cases of one case file into another, without knowing what keeps them.
//
// A case is the same case in every file that has its UUID. Two of its states are compared by history: whichever file has
// the other's state among its own has gone on from it. When both have gone on, the caller merges the worksheets
// (worksheetfile/merge.h) and gives the result to take(); until then nothing of that case is written.
#pragma once

#include "ports/casestore.h"

#include <QStringList>

#include <memory>

namespace ports {

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

    friend bool operator==(const ComparedCase &, const ComparedCase &) = default;
};

/// One import: a transaction on the target until commit(), so that two imports at once are one after the other. Destroyed
/// without commit() it leaves the target as it was.
class CaseImport {
public:
    virtual ~CaseImport() = default;

    /// Ids of the source's cases, first changed first: imported in this order they end in the order they had.
    virtual StoreResult<QStringList> cases() = 0;
    /// Error: NoSuchCase when the source has it not.
    virtual StoreResult<ComparedCase> compare(const QString &caseId) = 0;
    /// The id of another case of that company that the target has.
    virtual StoreResult<std::optional<QString>> otherCaseOf(const ComparedCase &compared) = 0;

    /// Takes over what theirs has and ours has not: all of a new case, the revisions of one that went on, and of any the
    /// notes, filings, statuses and attachments. A diverged case needs `merged`, the draft of the merged worksheet, which
    /// becomes the next revision. A target without a partner's profile takes over the source's. Returns how many notes,
    /// filings and so on were added to a case that was there.
    virtual StoreResult<qint64> take(const ComparedCase &compared, const CaseDraft *merged, const QDateTime &now) = 0;

    /// The target's revision of a case after take().
    virtual StoreResult<int> revisionOf(const QString &caseId) = 0;

    virtual domain::Result<void, StoreError> commit() = 0;
};

class CaseExchange {
public:
    virtual ~CaseExchange() = default;

    virtual bool isSameFile(const QString &one, const QString &other) const = 0;
    /// Makes a case file of one case with its whole history at `destination`, where nothing may stand yet.
    virtual domain::Result<void, StoreError> exportCase(const QString &source, const QString &caseId,
                                                        const QString &destination) = 0;
    /// Opens both files, waiting for other writers; the target is made when missing, and appears with commit(). `source`
    /// is only read, with all distrust; let it pass CaseCare::check() before.
    virtual StoreResult<std::unique_ptr<CaseImport>> begin(const QString &source, const QString &target) = 0;
};

} // namespace ports
