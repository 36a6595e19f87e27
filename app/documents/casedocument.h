// Case documents: what else comes out of the same facts than the briefs: the stack on one page, the founder's sheet, the
// summary of the scoping call, the plan of a proof of concept. Blocks like a brief's, so every format renders them.
//
// The founder's sheet and the call summary are for the customer and the partner; the stack summary and the plan may go to
// AWS and leave out what a brief leaves out.
#pragma once

#include "call/question.h"
#include "documents/briefbuilder.h"

#include <optional>
#include <vector>

namespace documents {

enum class CaseDocument {
    StackSummary, ///< all pools on one page
    FounderSheet, ///< what AWS funds, what the founder does, what is missing, what $0 on an invoice means
    CallSummary,  ///< the facts as they stand, what is assumed, what is still open
    PocPlan,      ///< of one proof-of-concept record: scope, models to compare, budget, dates, checkpoint
};

/// A case without a record in particular. All references must outlive the call only.
struct CaseInput {
    const domain::Worksheet &worksheet;
    const projection::Projection &projection;
    const funding::FundingPlan &plan;
    const records::Stack &stack;
    const catalogue::RateBook &rates;
    const catalogue::Programmes &programmes;
    const DemandFigures *low = nullptr;
    const DemandFigures *high = nullptr;
    QDate asOf;
    int revision = 1;
    QString shortHash;

    BriefInput withRecord(const records::Record &record) const
    {
        return {worksheet, projection, plan, stack, record, rates, programmes, low, high, asOf, revision, shortHash};
    }
};

/// Whether a plan is made for the record: one of a proof of concept that is filed.
bool hasPocPlan(const CaseInput &input, const records::Record &record);

/// A document of the whole case; nothing for a stack summary without a record, and for PocPlan. `open`, ranked, is what is
/// still to be asked: on the founder's sheet and in the call summary.
std::optional<Brief> buildCaseDocument(CaseDocument kind, const CaseInput &input,
                                       const std::vector<call::Question> &open);
/// The plan of a record for which hasPocPlan().
Brief buildPocPlan(const CaseInput &input, const records::Record &record);

} // namespace documents
