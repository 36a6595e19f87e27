// Preflight: a CreateOpportunity or UpdateOpportunity request, made by anyone, against the rules of an ACE pack.
//
// The request may have any shape; nothing is assumed about it but that it is JSON. Findings have
//
//   rule   `ace/<CODE>/<what>` where the service refuses the request: CODE is that of its ValidationException
//          (REQUIRED_FIELD_MISSING, INVALID_ENUM_VALUE, ...). `ace/<what>` where it does not refuse, but drops, changes
//          or ranks down. <what> is the id of the pack's rule, or for the request's shape one of `type`, `unknown-key`,
//          `required`, `length`, `items`, `pattern`, `vocabulary`, `empty-text`, `tolerated-value`.
//   field  the path in the request, by index: `Project.ExpectedCustomerSpend[0].Amount`; empty: the request itself.
//   severity  error where the service refuses or the record would be lost; warning also for what only submission to AWS
//          needs; advice for the rest.
#pragma once

#include "catalogue/acepack.h"
#include "domain/finding.h"
#include "json/json.h"

#include <QDate>

namespace review {

using Operation = catalogue::AceOperation;

/// At most this many findings are listed; one more then says that there are others.
inline constexpr std::size_t kMostAceFindings = 500;

/// Which request that is, by its keys: AwsSubmission makes it a submission; Identifier or LastModifiedDate without a
/// ClientToken an update; anything else a creation.
Operation operationOf(const json::Value &request);

/// In the order of the request's shape, then of the pack's rules. `asOf` is today.
domain::Findings preflight(const json::Value &request, const catalogue::AcePack &pack, Operation operation, QDate asOf);

/// The submission of an opportunity: its StartEngagementFromOpportunityTask request, and the opportunity as it is created
/// or updated; its associations may stand in RelatedEntityIdentifiers, as GetOpportunity returns them. What binds at
/// submission only counts in full; findings of the opportunity come first.
domain::Findings preflightSubmission(const json::Value &submission, const json::Value &opportunity,
                                     const catalogue::AcePack &pack, QDate asOf);

} // namespace review
