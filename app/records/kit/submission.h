// Submission: what follows the creation of an opportunity: its solutions and AWS products, one AssociateOpportunity call
// each, then the StartEngagementFromOpportunityTask request that submits it to AWS.
//
// At most 10 solutions and 20 products of an opportunity (Selling API quotas). Product codes: records/products.h.
#pragma once

#include "records/request.h"

#include <vector>

namespace records {

inline constexpr qsizetype kMostSolutions = 10;

struct Association {
    QString type;       ///< RelatedEntityType: "Solutions" or "AwsProducts"
    QString identifier; ///< "S-0000001", "AmazonBedrock"
};

/// Solutions first, then products, each once.
std::vector<Association> associations(const Record &record);

/// All of them as a JSON list of AssociateOpportunity requests. OpportunityIdentifier is left out while it is not known.
QByteArray associationRequests(const Record &record, const RequestOptions &options, const QString &opportunityId);

/// "Co-Sell", unless the record says that no support from AWS is needed: then "For Visibility Only". A record that says
/// nothing yet is refused as Co-Sell, which is better than filed for visibility unawares.
QString involvement(const Record &record);

/// The StartEngagementFromOpportunityTask request. Identifier is left out while it is not known.
QByteArray engagementRequest(const Record &record, const RequestOptions &options, const QString &opportunityId);

} // namespace records
