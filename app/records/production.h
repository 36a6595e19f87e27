// Production: the clauses of a record that carries production or the company's platform. Each is empty when no fact
// supports it; without a capital at the start and without a stop, so that they can be joined either way.
#pragma once

#include "records/recordcontext.h"

#include <QString>

namespace records {

struct ProductionClauses {
    QString launch;    ///< "from April 12, 2027 the in-product support assistant runs in production for all customers"
    QString carries;   ///< "this record carries that phase and the platform around it"
    QString today;     ///< "Today 41 percent of tickets repeat an answered question; median first reply 6 hours."
    QString bill;      ///< "Bedrock is $3,000 of a $7,000 monthly bill"
    QString projected; ///< "with production it is projected at $13,188 in April and $17,497 in December 2027, for ..."
    QString services;  ///< "the assistant uses OpenSearch Serverless, S3, Lambda and CloudWatch beside Bedrock"
    QString platform;  ///< "the product it is part of runs on EC2, RDS, CloudFront and S3"
    QString platformFigures; ///< "$4,000 in January, $5,268 in December"
    QString
        place; ///< "production stays on Bedrock in the account and Region of the platform, us-east-1, on one AWS bill"
};

ProductionClauses productionClauses(const RecordContext &context);

/// The month whose figures a record closes with: the full month, or the last one of an earmarked window.
int closingMonth(const RecordContext &context);
/// "April" where the year follows anyway, else "April 2027".
QString monthBefore(const RecordContext &context, int month, int followedBy);

} // namespace records
