// Brief builder: everything computed about a case -> the blocks of one record's document. A pure function.
//
// Decides what a brief says: its sections in the order of the specification, its wording, its numbers and how they are
// rounded. Never how it looks. User text goes in verbatim (only ISO dates in it are rewritten) and stays plain text.
// What a brief for AWS leaves out is left out here: the Activate organization id, internal notes, findings, e-mail
// addresses and phone numbers.
#pragma once

#include "catalogue/programmes.h"
#include "catalogue/ratebook.h"
#include "documents/brief.h"
#include "domain/worksheet.h"
#include "funding/plan.h"
#include "projection/projection.h"
#include "records/record.h"

#include <QDate>
#include <QString>

namespace documents {

/// The case at the low or the high end of its ranges, with the asks as stated (whatif/demand.h makes the worksheet).
struct DemandFigures {
    projection::Projection projection;
    funding::FundingPlan plan;
};

/// All references must outlive the call only.
struct BriefInput {
    const domain::Worksheet &worksheet;
    const projection::Projection &projection;
    const funding::FundingPlan &plan;
    const records::Stack &stack;
    const records::Record &record; ///< one of stack.records
    const catalogue::RateBook &rates;
    const catalogue::Programmes &programmes;
    const DemandFigures *low = nullptr; ///< both or none: none where no range is stated
    const DemandFigures *high = nullptr;
    QDate asOf;
    int revision = 1;
    QString shortHash; ///< of what the revision was computed from; may be empty
};

/// The document of a record: the brief of an ACE record, the checklist or the application brief of others.
Brief buildDocument(const BriefInput &input);

} // namespace documents
