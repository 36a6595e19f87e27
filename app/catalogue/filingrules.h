// FilingRules: what ACE lets a partner change and when, the statuses of a record, the reasons AWS sends it back for, and
// the days that count; as data (resources/ace/filing-rules.json), each with its source. filing/ reads them.
//
// Paths are those of the Partner Central Selling API, with `[]` for "each entry of this list":
// `Project.ExpectedCustomerSpend[].Amount`. A list of plain values goes by its own path: `Project.DeliveryModels`.
#pragma once

#include "domain/inputerror.h"
#include "domain/result.h"

#include <QByteArrayView>
#include <QDate>
#include <QHash>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <vector>

namespace catalogue {

/// When a field locks. Submitted and in review everything is shut; the words say what happens besides.
enum class Lock {
    Submit,   ///< for ever, from the submission on
    Approval, ///< open in Action Required, locked from the approval on
    Review,   ///< shut in Action Required too, open after the approval
    Open,     ///< open in Action Required and after the approval
};

struct FreezeField {
    QString path;
    QString label;
    bool actionRequired = false; ///< open while AWS waits for an answer
    bool approved = false;       ///< open after the approval
    QString approvedFor;         ///< the only kind of change or opportunity that it is open for; empty: all
    bool launched = false;       ///< open after the launch
    QString launchedFor;
    QStringList mentions; ///< how a reason in prose names it
    QString source;       ///< key of FilingRules::sources
    QString note;         ///< where sources differ

    /// What is open for one kind of change only is said to be locked.
    Lock lock() const
    {
        const bool after = approved && approvedFor.isEmpty();
        return actionRequired ? (after ? Lock::Open : Lock::Approval) : (after ? Lock::Review : Lock::Submit);
    }
};

struct LockWords {
    QString label; ///< "at submit"
    QString sentence;
};

enum class Opens { Everything, Nothing, ActionRequired, Approved };

struct FilingStatus {
    QString word;    ///< as files and the command line have it: `action-required`
    QString label;   ///< "Action required"
    QStringList aws; ///< AWS's own review statuses that it stands for
    QString review;  ///< the review status that AWS has of such a record
    Opens opens = Opens::Everything;
    QString shut; ///< why, where nothing is open; one sentence
    bool needsReason = false;
    QStringList next; ///< what may follow, besides being filed (FilingRules::fileFrom)
};

struct FilingReason {
    QString name;       ///< as AWS has it: "Clarify Revenue"
    QStringList fields; ///< what it is about
    QString todo;       ///< what to do, one or two sentences
    QString source;
};

struct FilingDays {
    int days = 0;
    bool business = false; ///< Monday to Friday
    QString sentence;
    QString source;

    /// The day they lie behind; invalid after no day.
    QDate after(QDate from) const;
};

/// What a request for funding takes, beside the opportunity.
struct FundRequestLimits {
    int nameMost = 0;        ///< code points
    int descriptionMost = 0; ///< code points
    int filesMost = 0;
    QStringList fileTypes; ///< endings
    QString source;
    QString note; ///< where sources differ
};

/// The day before which nothing can have been filed.
struct EarliestDay {
    QDate on;
    QString sentence;
    QString source;
};

/// Keys of a request, each with all that is in it.
struct RequestKeys {
    QStringList keys;
    QString source;

    bool contain(const QString &path) const;
};

struct FilingRules {
    QString id;
    QString asOf;
    QHash<QString, QString> sources; ///< key -> one sentence
    QHash<int, LockWords> locks;     ///< by Lock
    std::vector<FilingStatus> statuses;
    QStringList fileFrom;      ///< statuses in which a record may be filed
    RequestKeys ofTheCall;     ///< belong to the call, or are AWS's own: no change of the record
    RequestKeys outsideUpdate; ///< an update has no place for them: of the creation alone, or added by GetOpportunity
    RequestKeys sets;          ///< lists whose order says nothing
    EarliestDay earliest;
    std::vector<FilingReason> reasons;
    FilingDays validation; ///< until AWS answers a submission
    FilingDays startAhead; ///< from a funding request to its start, where a programme publishes no time of its own
    FilingDays closeOut;   ///< after the end of delivery
    QRegularExpression opportunityId;
    QString opportunityForm; ///< the pattern in words
    FundRequestLimits fundRequest;
    std::vector<FreezeField> fields;

    const FilingStatus *status(QStringView word) const;
    /// By a path of a request too: `Project.ExpectedCustomerSpend[0].Amount`, `Project.DeliveryModels[1]`.
    const FreezeField *field(const QString &path) const;
    const LockWords &words(Lock lock) const;
};

/// Strict, all or nothing. Refuses statuses, fields and sources that are named and not there.
domain::Result<FilingRules, domain::InputError> readFilingRules(QByteArrayView bytes);

} // namespace catalogue
