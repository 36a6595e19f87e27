// Filed case: a record on its way into AWS and back: what is filed, what stands against it, and what became of it. Used by
// the command line and the windows, so that both freeze the same and refuse the same.
//
// Mark filed writes down what a person did at AWS. So what the rules of a channel say about the record is told and does not
// stop it; only what cannot be true (no opportunity's number, a day that lies ahead) and what AWS would not have taken (a
// locked field changed, a past close date in an answer) is refused.
#pragma once

#include "domain/finding.h"
#include "domain/result.h"
#include "drafting/casedocuments.h"
#include "drafting/drafting.h"
#include "filing/requestchanges.h"
#include "ports/filings.h"
#include "review/reviewersview.h"

#include <QDate>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace drafting {

/// What became of one pool's record.
struct RecordCourse {
    QString poolId;
    QString status = QStringLiteral("drafting");
    QDate since;                       ///< when it got it; invalid while it never had another
    QString reason;                    ///< that came with it
    QString before;                    ///< the status before; empty: none. What was taken back never happened
    bool statusFiled = false;          ///< the status came with a filing
    std::optional<ports::Filing> last; ///< the last filing
    QDate firstFiledOn;
    QDate creditsOn;     ///< the first day credits were issued
    QDate creditsExpire; ///< of its credits the first to expire
    bool wasApproved = false;
    bool cameBack = false;
    std::vector<ports::Award> awards;
    domain::Money awarded;
};

RecordCourse courseOf(const ports::CaseFilings &filings, const QString &poolId);
/// One for each pool that has any; in the order in which they were first filed or moved.
std::vector<RecordCourse> coursesOf(const ports::CaseFilings &filings);

/// The channel a record is filed through unless another is named: that of its last filing, else the profile's (channelOf).
QString filingChannel(const RecordCourse &course, const domain::PartnerProfile *profile);

/// The request of the record's last filing; nothing when it was never filed, or filed without one.
ports::StoreResult<std::optional<QByteArray>> filedRequest(ports::FilingStore &filings, const QString &caseId,
                                                           const RecordCourse &course);

/// How the partner's filed records went, over all cases of a file; nothing when none was filed.
std::optional<review::PartnerOutcomes> outcomesOf(const std::vector<std::pair<QString, ports::CaseFilings>> &filings);

/// What a person asks for with Mark filed.
struct FilingWish {
    QString poolId;
    QString channel;
    QDate filedOn;
    QString opportunityId;
    std::optional<QByteArray> brief; ///< the PDF that was handed in; none: as it is composed now
    std::optional<QString> changes;  ///< none: generated from what changed
    bool again = false;              ///< although it is filed already: the person was asked
};

/// A record against what was filed last.
struct FilingContext {
    const ComputedCase &computed;
    const Shipped &shipped;
    const CaseDocuments &documents;
    const ports::CaseFilings &filings;
    std::optional<QByteArray> filedRequest; ///< of the record's last filing
    QDate asOf;
    QHash<QString, QString> filedElsewhere =
        {}; ///< opportunity -> company, of the file's other cases (filedElsewhere())
};

/// The opportunities that were filed with the other cases of the file, each with its company.
ports::StoreResult<QHash<QString, QString>> filedElsewhere(ports::CaseStore &store, const QString &caseId);

/// The index of the pool's record in the stack; nothing when none is drafted or it is not filed through ACE.
std::optional<std::size_t> fileableRecord(const ComputedCase &computed, const QString &poolId);

/// Whether the record goes, or went, through ACE: of others the status alone is kept.
bool goesThroughAce(const ComputedCase &computed, const RecordCourse &course);
/// ACE's stage that the pool's record states; empty when none is drafted.
QString stageOf(const ComputedCase &computed, const QString &poolId);
/// Why a status is not moved, as one sentence with the way out; empty: it is.
QString statusRefusal(const catalogue::FilingRules &rules, const ComputedCase &computed, const RecordCourse &course,
                      const ports::StatusChange &change);

/// What is doubtful about a filing, as one sentence: the revision that it froze was saved after the day it was filed. Empty:
/// nothing.
ports::StoreResult<QString> frozenDoubt(ports::CaseStore &store, const QString &caseId, const ports::Filing &filed,
                                        QDate asOf);

/// What is doubtful about the credits that a record received, as one sentence: more than was asked for. Empty: nothing.
QString awardDoubt(const ComputedCase &computed, const RecordCourse &course);

/// What differs from what was filed last; nothing before.
std::vector<filing::RequestChange> changesSinceFiled(const FilingContext &context, const QString &poolId);

/// What stands against an answer to AWS, or a change after the approval: locked fields that were changed, and a target
/// close date that is past, with the next day allowed as its fix. Empty for a record that was never filed.
domain::Findings changeFindings(const FilingContext &context, const QString &poolId);

/// Everything that is refused. Empty: it may be filed.
domain::Findings filingRefusals(const FilingContext &context, const FilingWish &wish);

/// What is frozen: brief, request, facts, rates and wording. An error when it is refused, or the brief cannot be made.
domain::Result<ports::FilingDraft, domain::Findings> filingDraft(const FilingContext &context, const FilingWish &wish);

} // namespace drafting
