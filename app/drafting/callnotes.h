// Call notes: the calls of a case in the summary of the scoping call: when, how long, whether notes were agreed to, every
// line with its time, and the fields that rest on it.
#pragma once

#include "documents/brief.h"
#include "domain/worksheet.h"
#include "ports/notes.h"

namespace drafting {

/// Appends a section per call, and one of the partner's own questions that were answered. The notes of a call whose founder
/// refused to have it noted down are left out: only that it took place is said.
void addCalls(documents::Brief &summary, const domain::Worksheet &worksheet, const ports::CaseNotes &notes);

} // namespace drafting
