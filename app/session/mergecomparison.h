// The comparison of two worksheets that may have a common past, and the merge that follows from what was chosen in it.
#pragma once

#include "domain/worksheet.h"
#include "session/comparison.h"
#include "worksheetfile/merge.h"

namespace session {

/// What a merge found, as one of the differences to choose about.
Difference differenceOf(const worksheetfile::Conflict &found, Difference::Kind kind);

/// `base` is what both started from, null when it is not known: then every difference is a conflict.
Comparison compareWorksheets(const domain::Worksheet *base, const domain::Worksheet &ours,
                             const domain::Worksheet &theirs, const QString &oursName, const QString &theirsName);

/// What was chosen in such a comparison. What nobody chose about stays as it is here, also where only they changed it.
worksheetfile::Decisions decisionsOf(const Comparison &comparison);

} // namespace session
