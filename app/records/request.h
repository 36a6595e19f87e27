// Request: the CreateOpportunity request of a record, as AWS's own client takes it (Partner Central Selling API, model
// of 2026-08-04). Keys in the order of AWS's reference, two-space indentation; an empty optional key is left out, for
// the service refuses empty strings in enumerations and formatted fields.
//
// Solutions and AWS products are no part of it: they are associated with the opportunity after it was created.
#pragma once

#include "domain/worksheet.h"
#include "records/record.h"

#include <QByteArray>
#include <QString>

namespace records {

enum class AceCatalog {
    Aws,
    Sandbox, ///< isolated data, for testing
};

struct RequestOptions {
    AceCatalog catalog = AceCatalog::Aws;
    QString caseId; ///< as the case file names it; empty for a request that is only checked
    int revision = 1;
};

/// UTF-8 JSON with a line feed at its end. Only for records of kind Opportunity.
QByteArray createRequest(const Record &record, const domain::Worksheet &worksheet, const RequestOptions &options);

/// What AWS has of an opportunity that is updated. What is not known yet is left out of the request, and given to AWS's
/// client beside it.
struct StoredOpportunity {
    QString identifier;                                          ///< O and digits
    QString lastModified;                                        ///< as GetOpportunity returned it
    QString reviewStatus = QStringLiteral("Pending Submission"); ///< resent: an update without it clears it
};

/// The UpdateOpportunity request: the whole record once more, for AWS takes what is left out as empty. It has no client
/// token, origin, team and tags.
QByteArray updateRequest(const Record &record, const domain::Worksheet &worksheet, const RequestOptions &options,
                         const StoredOpportunity &stored);

/// "AWS" or "Sandbox".
QString catalogName(AceCatalog catalog);

/// A description of what is offered where no solution of the partner is associated, at most 255 characters; empty from
/// Committed on, where AWS takes solutions only.
QString otherSolution(const Record &record);

/// ClientToken: the name-based UUID (version 5) of case, pool and revision. The same three give the same token, so
/// that a request sent twice creates one opportunity; another body needs another revision, or the service reports a
/// conflict.
QString clientToken(const QString &caseId, const QString &poolId, int revision);
/// Another such token for what follows the creation: "submission", "funding".
QString clientToken(const QString &caseId, const QString &poolId, int revision, const QString &step);

/// PartnerOpportunityIdentifier: one per case and pool, the same in every revision, at most 64 characters. Always sent:
/// without it the service left a record without a review status (sample-partner-agents, Sandbox 2026-05-15).
QString partnerIdentifier(const QString &caseId, const QString &poolId);

} // namespace records
