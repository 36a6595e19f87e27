// Update check: an UpdateOpportunity request, made by anyone, against the record of a case file that was filed as that
// opportunity. AWS refuses a change of what the review status locks; here it is refused before it is sent.
#pragma once

#include "catalogue/filingrules.h"
#include "domain/finding.h"
#include "ports/casestore.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace drafting {

/// A record as it was filed last under an opportunity's number.
struct FiledOpportunity {
    QString company;
    QString poolId;
    QString status; ///< the record's, as the command line names it
    QByteArray request;
};

/// The opportunity that `update` (JSON) names in Identifier; nothing when the file filed none of that number, or without
/// its request.
ports::StoreResult<std::optional<FiledOpportunity>> filedOpportunity(ports::CaseStore &store, const QByteArray &update);

/// Locked fields that the update changes, and a review status other than the one the case file has. Fields are paths of the
/// request, rules are preflight's.
domain::Findings updateFindings(const catalogue::FilingRules &rules, const FiledOpportunity &filed,
                                const QByteArray &update);

} // namespace drafting
