// Earlier records: what was filed of a company before, which a new record has to differ from. Used by the command line and
// the windows, so that both review against the same.
#pragma once

#include "drafting/drafting.h"
#include "ports/filings.h"
#include "review/distinctness.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace drafting {

/// The last filing of a record, as it was worded.
struct FiledWording {
    QString caseId;
    QString company;
    QString poolId;
    review::FiledRecord record; ///< told from others by its pool alone, see earlierRecords()
};

/// What was filed and not without its wording. Reads the files; `company`: of that one only, in whatever case; none: of all.
ports::StoreResult<std::vector<FiledWording>> filedWordings(ports::CaseStore &store, const Shipped &shipped,
                                                            std::optional<QStringView> company = {});

/// Those that a case of that company has to differ from: those of other cases, and of the case itself those whose pool is
/// not in its stack any more. `caseId`: empty for a case that is not in the file yet.
std::vector<review::FiledRecord> earlierRecords(const std::vector<FiledWording> &filed, QStringView caseId,
                                                QStringView company, const std::vector<ports::StoredRecord> &stack);

} // namespace drafting
