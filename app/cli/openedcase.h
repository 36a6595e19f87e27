// Cases of a case file, read and computed again: what `review`, `export` and `file` work on.
#pragma once

#include "cli/context.h"
#include "domain/partnerprofile.h"
#include "ports/casestore.h"

#include <functional>
#include <memory>

namespace cli {

/// How a message names a case of a file.
QString caseInFile(const QString &file, const QString &caseId);

/// A case of `file` as it is computed now.
Outcome<drafting::ComputedCase> computeStored(const QString &file, const ports::StoredCase &stored,
                                              const drafting::Shipped &shipped, QDate asOf);

/// The case `caseId`, or all cases of the open `file` when it is empty, in the order of the list.
Outcome<QStringList> chosenCases(const QString &file, const QString &caseId, ports::CaseStore &store);

/// What every document of the case file looks like.
Outcome<std::shared_ptr<const domain::PartnerProfile>> profileOf(const QString &file);

/// The shipped data with the rules of the channel that is named, else of the one that the profile of `file` prefers. An empty
/// name: no profile.
Outcome<drafting::Shipped> shippedFor(const Arguments &arguments, const QString &file);

/// Opens `file` for reading and visits the case `caseId`, or all of them when it is empty, in the order of the list.
/// Stops at the first failure.
Step visitCases(const QString &file, const QString &caseId, const drafting::Shipped &shipped, QDate asOf,
                const std::function<Step(const ports::CaseSummary &, const drafting::ComputedCase &)> &visit);

} // namespace cli
