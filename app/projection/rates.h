// Rates: which of the book's rates a workload is billed at, and what had to be fallen back to (rule 7).
#pragma once

#include "catalogue/ratebook.h"
#include "domain/finding.h"
#include "domain/inputerror.h"
#include "domain/result.h"
#include "domain/worksheet.h"
#include "projection/projection.h"

#include <QString>

namespace projection {

/// Where a workload stands: for messages and for the path of an error. The texts are made only when one is needed.
struct WorkloadPlace {
    const domain::UseCase &useCase;
    const domain::Workload &workload;
    std::size_t useCaseIndex = 0;
    std::size_t index = 0;
    QString region;

    QString path() const;       ///< by index: useCases[0].workloads[1]
    QString field() const;      ///< by ids: useCases/support-assistant/workloads/answers
    QString regionPath() const; ///< the path of the fact that names the region
};

/// The rows of one model in one region, one of them chosen.
struct ChosenRow {
    const catalogue::Model *model = nullptr;
    const catalogue::ModelRow *row = nullptr;
};

/// Looks the workload's model up and chooses the row by region and scope. Unknown model, a model billed by another unit
/// and a region without a price are errors; another scope than the stated one is a finding.
domain::Result<ChosenRow, domain::InputError> chooseRow(const domain::Workload &workload, const WorkloadPlace &place,
                                                        const catalogue::RateBook &book, domain::Findings &findings);

/// Fills rates, tier, tokens and prefix of `basis` (whose token counts and shares are set) from the chosen row, with a
/// finding for each fallback. A kind that the book does not price and that nothing stands in for is an error.
domain::Result<void, domain::InputError> applyRates(const domain::Workload &workload, const WorkloadPlace &place,
                                                    const ChosenRow &chosen, LineBasis &basis,
                                                    domain::Findings &findings);

} // namespace projection
