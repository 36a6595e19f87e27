// Review: all findings about a case, each pointing at a field, the worst first.
//
// Collects what the earlier stages found (fallbacks, eligibility, floors, wording) and adds what only the whole shows:
// facts that ACE requires, dates in the past, fact paths that name nothing, and each record's request checked against
// the rules of its channel.
#pragma once

#include "catalogue/acepack.h"
#include "domain/finding.h"
#include "domain/worksheet.h"
#include "funding/plan.h"
#include "projection/projection.h"
#include "records/record.h"

#include <QDate>

namespace review {

struct ReviewInput {
    const domain::Worksheet &worksheet;
    const projection::Projection &projection;
    const funding::FundingPlan &plan;
    const records::Stack &stack;
    const catalogue::AcePack &acePack;
    QDate asOf;
};

domain::Findings review(const ReviewInput &input);

/// Facts of the worksheet that a record needs and that are missing, in the past or inconsistent.
domain::Findings reviewFacts(const domain::Worksheet &worksheet, QDate asOf);

/// The worst first; otherwise the order is kept. Equal findings are listed once.
domain::Findings sorted(domain::Findings findings);

} // namespace review
