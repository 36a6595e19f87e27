// ImportJob: the cases of one case file brought into another: compared, merged field by field, and reported.
#pragma once

#include "cli/context.h"
#include "db/exchange.h"
#include "worksheetfile/difference.h"
#include "worksheetfile/merge.h"

#include <vector>

namespace cli {

struct ImportWish {
    QString source;
    QString target;
    QString caseId; ///< empty: all
    bool addNew = false;
    worksheetfile::Decisions decisions;
    QDate asOf;
};

struct ImportedCase {
    db::ComparedCase compared;
    int revision = 0; ///< that holds now; when nothing was written, that would not change
    qint64 traces = 0;
    std::vector<worksheetfile::Conflict> conflicts;  ///< of a case that both changed
    std::vector<worksheetfile::FieldChange> changes; ///< what a merge takes over, or would
    bool waits = false;                              ///< for decisions
};

/// Errors: whatever refuses the import; then nothing was written. When a case waits for decisions, nothing was either.
Outcome<std::vector<ImportedCase>> importCases(const ImportWish &wish, const drafting::Shipped &shipped);

} // namespace cli
