// DraftJob: worksheets in, prepared cases with their staged documents out, on all cores.
//
// Each worker reads, computes, reviews and renders one worksheet after the other and keeps only what the case file needs,
// so that a thousand worksheets do not stand in memory at once. Nothing is written but staged files.
#pragma once

#include "cli/context.h"
#include "cli/stagedfiles.h"
#include "drafting/casedocuments.h"
#include "drafting/earlierrecords.h"
#include "ports/casestore.h"

#include <memory>
#include <vector>

namespace cli {

/// A document of a prepared case: staged under `stagedName`, to be published as `<slug>-<ending>`.
struct StagedDocument {
    QString stagedName;
    QString ending;
};

struct PreparedCase {
    QString file; ///< the worksheet's
    QString company;
    QString website;
    ports::CaseDraft draft;
    std::vector<StagedDocument> documents;
    domain::Findings findings; ///< what `review` says of the case
};

struct DraftJob {
    QStringList worksheets;
    const drafting::Shipped &shipped;
    QDate asOf;
    const StagedFiles *staged = nullptr; ///< none: no documents
    QString updateCase;                  ///< id of the case to update, with the revision that it will have; else empty
    int revision = 1;
    std::shared_ptr<const domain::PartnerProfile> profile = nullptr; ///< of the case file
    std::vector<drafting::FiledWording> filed = {};                  ///< with the cases of the case file
};

/// In the order of the worksheets; or the first failure in that order.
Outcome<std::vector<PreparedCase>> prepare(const DraftJob &job);

} // namespace cli
