// Proof: scope, metric, baseline, evaluation, decision and dates of a record, as its brief prints them.
#pragma once

#include "records/record.h"
#include "records/recordcontext.h"

namespace records {

/// Fills the record's scope and proof. User text stays verbatim; what no fact states stays empty.
void fillProof(const RecordContext &context, Record &record);

/// "Record 1 pays for the proof of concept, record 2 for production from April 12, 2027 and the platform around it; no
/// projected dollar is in both." Empty for a stack of one.
QString distinctionOf(const CaseInput &input);

/// What one record pays for, in a few words, its use cases named: "the proof of concept of the claims triage".
QString subjectOf(const RecordContext &context);

} // namespace records
