#include "records/kit/submission.h"

#include "records/products.h"
#include "json/writer.h"

namespace records {

using namespace Qt::StringLiterals;

namespace {

void add(std::vector<Association> &list, const QString &type, const QStringList &identifiers, qsizetype most)
{
    QStringList known;
    for (const QString &identifier : identifiers) {
        if (identifier.isEmpty() || known.contains(identifier) || known.size() == most)
            continue;
        known.append(identifier);
        list.push_back({type, identifier});
    }
}

} // namespace

std::vector<Association> associations(const Record &record)
{
    std::vector<Association> list;
    add(list, u"Solutions"_s, record.solutionIds, kMostSolutions);
    add(list, u"AwsProducts"_s, record.productCodes, kMostProductCodes);
    return list;
}

QByteArray associationRequests(const Record &record, const RequestOptions &options, const QString &opportunityId)
{
    json::Writer out;
    out.beginArray();
    for (const Association &association : associations(record)) {
        out.beginObject().member("Catalog"_L1, catalogName(options.catalog));
        if (!opportunityId.isEmpty())
            out.member("OpportunityIdentifier"_L1, opportunityId);
        out.member("RelatedEntityType"_L1, association.type);
        out.member("RelatedEntityIdentifier"_L1, association.identifier).endObject();
    }
    out.endArray();
    return out.take();
}

QString involvement(const Record &record)
{
    const bool declined = record.primaryNeeds.contains(u"Do Not Need Support from AWS Sales Rep"_s);
    return declined ? u"For Visibility Only"_s : u"Co-Sell"_s;
}

QByteArray engagementRequest(const Record &record, const RequestOptions &options, const QString &opportunityId)
{
    json::Writer out;
    out.beginObject().member("Catalog"_L1, catalogName(options.catalog));
    out.member("ClientToken"_L1, clientToken(options.caseId, record.poolId, options.revision, u"submission"_s));
    if (!opportunityId.isEmpty())
        out.member("Identifier"_L1, opportunityId);
    out.key("AwsSubmission"_L1).beginObject();
    out.member("InvolvementType"_L1, involvement(record)).member("Visibility"_L1, u"Full"_s);
    out.endObject().endObject();
    return out.take();
}

} // namespace records
