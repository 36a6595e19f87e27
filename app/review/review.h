// Review: all findings about a case, each pointing at a field, the worst first.
//
// Collects what the earlier stages found (fallbacks, eligibility, floors, wording) and adds what only the whole shows:
// facts that ACE requires, dates in the past, fact paths that name nothing, records that read as duplicates of each
// other, words that weaken them, and each record's request checked against the rules of its channel.
#pragma once

#include "catalogue/acepack.h"
#include "catalogue/programmes.h"
#include "catalogue/reviewrules.h"
#include "domain/finding.h"
#include "domain/worksheet.h"
#include "funding/plan.h"
#include "projection/projection.h"
#include "records/record.h"
#include "review/distinctness.h"

#include <QDate>

namespace review {

struct ReviewInput {
    const domain::Worksheet &worksheet;
    const projection::Projection &projection;
    const funding::FundingPlan &plan;
    const records::Stack &stack;
    const catalogue::AcePack &acePack;
    QDate asOf;
    const catalogue::Programmes &programmes;
    const catalogue::ReviewRules &rules;
    std::vector<FiledRecord> filed = {}; ///< earlier records of the same company, as the case file keeps them
};

domain::Findings review(const ReviewInput &input);

/// The records side by side (review/distinctness.h); its findings are among those of review().
Distinctness distinctnessOf(const ReviewInput &input);

/// Facts of the worksheet that a record needs and that are missing, in the past or inconsistent.
domain::Findings reviewFacts(const domain::Worksheet &worksheet, QDate asOf);

/// The worst first; otherwise the order is kept. Equal findings are listed once.
domain::Findings sorted(domain::Findings findings);

} // namespace review
