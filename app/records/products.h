// Products: the AWS product codes of an opportunity (AssociateOpportunity, RelatedEntityType AwsProducts).
//
// Codes are those of the Partner Central product list, aws-samples/partner-crm-integration-samples
// resources/aws_products.json of 2026-08-17. A service for which that list has only variants (Amazon EC2 by family,
// Amazon RDS by engine) has no code unless the worksheet's item says which: nothing is guessed.
#pragma once

#include "projection/projection.h"

#include <QStringList>

#include <vector>

namespace records {

inline constexpr qsizetype kMostProductCodes = 20; // per opportunity, Selling API quotas

struct ProductCodes {
    QStringList codes;     ///< at most 20, Bedrock and its models first
    QStringList uncoded;   ///< services for which the list has no single code
    qsizetype leftOut = 0; ///< codes beyond the twentieth
};

/// The products of these lines (indices into the projection's), in their order.
ProductCodes productCodes(const projection::Projection &projection, const std::vector<int> &lines);

} // namespace records
