// Record: one ACE opportunity record, for one pool. A case's records are its stack.
//
// Holds what a record states (the contract's section 5) as plain values; the request JSON, the brief and every other
// document are rendered from it, so that a figure or a sentence is decided in one place.
#pragma once

#include "catalogue/programmes.h"
#include "domain/finding.h"
#include "domain/money.h"
#include "domain/worksheet.h"
#include "funding/plan.h"
#include "projection/projection.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace records {

/// What kind of document a pool leads to.
enum class RecordKind {
    Opportunity, ///< filed through ACE: a brief and a request
    Checklist,   ///< Activate Founders, or Portfolio through an organization: what the founder does
    Application, ///< Generative AI Accelerator: an application brief
};

struct Record {
    RecordKind kind = RecordKind::Opportunity;
    int pool = -1; ///< index into FundingPlan::pools
    QString poolId;
    QString programme; ///< id
    int number = 1;    ///< 1-based, within the stack of ACE records; 0 for checklists and applications
    int of = 1;        ///< ACE records in the stack
    QString title;     ///< Project.Title, at most 60 characters
    QString phase;     ///< "POC", "production"
    /// Project.CustomerBusinessProblem, 20..2000, at most 1000 for every channel; ACE records only.
    QString businessProblem;
    QStringList useCaseParagraphs;    ///< the brief's use case, 80 to 130 words where the facts allow
    domain::Money statedMonthlySpend; ///< Project.ExpectedCustomerSpend[0].Amount
    int statedMonth = 0;              ///< the projection month it is stated for
    std::vector<int> statedLines;     ///< indices of the lines it is the sum of
    QString customerUseCase;
    QStringList productCodes; ///< at most 20
    QStringList solutionIds;
    QDate targetCloseDate;
    QString stage;           ///< as the worksheet's records[] state it, like all that follows; empty when it does not
    QString opportunityType; ///< empty: ACE takes it for Net New Business
    QString engagementType;  ///< for the brief only; "Build" unless stated
    QStringList primaryNeeds;
    QStringList salesActivities;
    QStringList deliveryModels;
    QString nextSteps;
    QString comments;
    QString estimationUrl;
    QString accountId;
    QString region;
    // Scope and proof, as the brief prints it
    QString inScope;
    QString outOfScope;
    QString metric;
    QString baseline;
    QString target; ///< general-purpose records
    QString evaluation;
    QString decision; ///< the one named decision date with who decides; empty when none is stated
    std::optional<QDate> decisionDate;
    std::optional<QDate> startsOn;
    std::optional<QDate> endsOn;
    std::optional<QDate> goLiveOn;
    QString distinction; ///< one sentence on how the stack's records differ
    QString subject;     ///< what it pays for: "production from April 12, 2027 and the platform around it"
};

struct Stack {
    std::vector<Record> records; ///< ACE records first in drafting order, then checklists and applications
    domain::Findings findings;   ///< what a record cannot state, what would bounce
};

/// Composes the stack. `asOf` is today. A record that would state 0, or of an ineligible pool, is not drafted (a
/// finding says so).
Stack compose(const domain::Worksheet &worksheet, const projection::Projection &projection,
              const funding::FundingPlan &plan, const catalogue::Programmes &programmes, QDate asOf);

} // namespace records
