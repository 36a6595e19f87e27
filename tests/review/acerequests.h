// Requests for tests of the preflight, and small edits of them by path.
#pragma once

#include "catalogue/acepack.h"
#include "support/sourcefolder.h"
#include "json/json.h"

#include <QDate>
#include <QFile>
#include <QString>

#include <algorithm>
#include <vector>

namespace acerequests {

using namespace Qt::StringLiterals;

inline const QDate kToday(2026, 11, 22);

/// The pack that ships with the program.
inline catalogue::AcePack shippedPack()
{
    QFile file(support::sourcePath(u"resources/ace/api-pack.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the ACE pack cannot be opened");
    auto pack = catalogue::readAcePack(file.readAll());
    if (!pack)
        qFatal("the ACE pack: %s at %s", qPrintable(pack.error().value), qPrintable(pack.error().path));
    return *std::move(pack);
}

inline json::Value parsed(const QByteArray &bytes)
{
    auto value = json::parse(bytes);
    if (!value)
        qFatal("test data is no JSON: %s", bytes.constData());
    return *std::move(value);
}

/// A request to create a record that AWS takes, and that can be submitted as it is.
inline json::Value createRequest()
{
    return parsed(R"({
      "Catalog": "AWS", "ClientToken": "7d1f0c0e-6a0e-5c56-9d0a-1f2e3d4c5b6a", "Origin": "Partner Referral",
      "OpportunityType": "Net New Business", "PartnerOpportunityIdentifier": "northwind-bedrock-poc",
      "PrimaryNeedsFromAws": ["Co-Sell - Technical Consultation"],
      "Customer": {"Account": {"CompanyName": "Northwind Analytics", "Industry": "Software and Internet",
        "WebsiteUrl": "https://www.northwind.example", "AwsAccountId": "012345678901", "Duns": "123456789",
        "Address": {"City": "Seattle", "PostalCode": "98101", "StateOrRegion": "Washington", "CountryCode": "US",
          "StreetAddress": "1 Main Street"}},
        "Contacts": [{"Email": "jane.doe@northwind.example", "FirstName": "Jane", "LastName": "Doe",
          "BusinessTitle": "CTO", "Phone": "+12065550100"}]},
      "Project": {"Title": "Northwind: support assistant, POC", "DeliveryModels": ["Professional Services"],
        "ExpectedCustomerSpend": [{"Amount": "13237.83", "CurrencyCode": "USD", "Frequency": "Monthly",
          "TargetCompany": "AWS"}],
        "CustomerBusinessProblem": "Support answers take nine hours; a launch in March triples the questions.",
        "CustomerUseCase": "AI Machine Learning and Analytics", "SalesActivities": ["Conducted POC / Demo"],
        "CompetitorName": "No Competition", "OtherSolutionDescription": "Retrieval assistant on Amazon Bedrock",
        "AdditionalComments": "Evaluation starts in January."},
      "LifeCycle": {"Stage": "Qualified", "NextSteps": "Kick-off on December 1.", "TargetCloseDate": "2027-03-31"},
      "OpportunityTeam": [{"Email": "pat@partner.example", "FirstName": "Pat", "LastName": "Lee",
        "BusinessTitle": "PartnerAccountManager", "Phone": "+12065550111"}],
      "Tags": [{"Key": "case", "Value": "northwind"}, {"Key": "empty", "Value": ""}]})");
}

/// The update of that record, as GetOpportunity returned it.
inline json::Value updateRequest()
{
    json::Value request = createRequest();
    const auto gone = [](const json::Member &member) {
        return member.key == u"ClientToken" || member.key == u"Origin" || member.key == u"OpportunityTeam"
            || member.key == u"Tags";
    };
    request.members.erase(std::remove_if(request.members.begin(), request.members.end(), gone), request.members.end());
    request.members.push_back({u"Identifier"_s, parsed("\"O1234567\"")});
    request.members.push_back({u"LastModifiedDate"_s, parsed("\"2026-11-20T10:00:00.123Z\"")});
    for (json::Member &member : request.members) {
        if (member.key == u"LifeCycle")
            member.value.members.push_back({u"ReviewStatus"_s, parsed("\"Pending Submission\"")});
    }
    return request;
}

/// Every field of both operations, each with a value of its form; rules that exclude each other are broken.
inline json::Value completeRequest()
{
    return parsed(R"({
      "Catalog": "Sandbox", "ClientToken": "token", "Origin": "AWS Referral", "OpportunityType": "Expansion",
      "Identifier": "O1", "LastModifiedDate": "2026-11-20T10:00:00Z", "NationalSecurity": "No",
      "PartnerOpportunityIdentifier": "own", "PrimaryNeedsFromAws": ["Co-Sell - Deal Support"],
      "Customer": {"Account": {"CompanyName": "Company", "Industry": "Retail", "OtherIndustry": "Toys",
        "WebsiteUrl": "company.example", "AwsAccountId": "012345678901", "Duns": "123456789",
        "Address": {"City": "City", "PostalCode": "98101", "StateOrRegion": "Utah", "CountryCode": "US", "StreetAddress": "1"}},
        "Contacts": [{"Email": "a@b.example", "FirstName": "A", "LastName": "B", "BusinessTitle": "C", "Phone": "+12"}]},
      "Project": {"Title": "Title", "DeliveryModels": ["Other"], "ApnPrograms": ["Windows"],
        "ExpectedCustomerSpend": [{"Amount": "1", "CurrencyCode": "USD", "Frequency": "Monthly", "TargetCompany": "AWS",
          "EstimationUrl": "https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef01234567"}],
        "ExpectedContractDuration": {"Term": "Months", "Value": "12"},
        "CustomerBusinessProblem": "A problem of twenty characters or more", "CustomerUseCase": "Database",
        "RelatedOpportunityIdentifier": "O1", "SalesActivities": ["SOW Signed"], "CompetitorName": "*Other",
        "OtherCompetitorNames": "Other", "OtherSolutionDescription": "Other", "AdditionalComments": "More",
        "AwsPartition": "aws-eusc"},
      "Marketing": {"CampaignName": "Campaign", "Source": "Marketing Activity", "UseCases": ["AI/ML"],
        "Channels": ["Email"], "AwsFundingUsed": "No"},
      "SoftwareRevenue": {"DeliveryModel": "Contract", "Value": {"Amount": "5", "CurrencyCode": "USD"},
        "EffectiveDate": "2026-01-01", "ExpirationDate": "2027-01-01"},
      "LifeCycle": {"Stage": "Qualified", "ClosedLostReason": "Price", "NextSteps": "Next", "TargetCloseDate": "2027-03-31",
        "ReviewStatus": "Action Required", "ReviewComments": "None", "ReviewStatusReason": "Other",
        "NextStepsHistory": [{"Value": "Step", "Time": "2026-11-20T10:00:00Z"}]},
      "OpportunityTeam": [{"Email": "a@b.example", "FirstName": "A", "LastName": "B",
        "BusinessTitle": "PartnerAccountManager", "Phone": "+12"}],
      "Tags": [{"Key": "key", "Value": "value"}]})");
}

inline json::Value *find(json::Value &holder, QStringView key)
{
    for (json::Member &member : holder.members) {
        if (member.key == key)
            return &member.value;
    }
    return nullptr;
}

/// Sets what stands at `path` (`Project.ExpectedCustomerSpend[0].Amount`; entries must exist, `[+]` adds one) to the JSON
/// text; an empty text takes the member away. Missing objects on the way are made.
inline void edit(json::Value &request, const QString &path, const QByteArray &text)
{
    json::Value *at = &request;
    const QStringList steps = path.split(u'.');
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QString key = steps[i].section(u'[', 0, 0);
        const bool last = i + 1 == steps.size();
        if (last && text.isEmpty() && !steps[i].contains(u'[')) {
            const auto isIt = [&key](const json::Member &member) { return member.key == key; };
            at->members.erase(std::remove_if(at->members.begin(), at->members.end(), isIt), at->members.end());
            return;
        }
        json::Value *next = find(*at, key);
        if (!next) {
            json::Value made;
            made.kind = steps[i].contains(u'[') ? json::Kind::Array : json::Kind::Object;
            at->members.push_back({key, made});
            next = &at->members.back().value;
        }
        at = next;
        if (steps[i].contains(u'[')) {
            const QString index = steps[i].section(u'[', 1, 1).chopped(1);
            if (index == u"+") {
                json::Value made;
                made.kind = json::Kind::Object;
                at->elements.push_back(made);
            }
            at = index == u"+" ? &at->elements.back() : &at->elements.at(index.toULongLong());
        }
    }
    *at = parsed(text);
}

/// One edit per line: `path = JSON`; nothing after the sign takes the member away.
inline json::Value edited(json::Value request, const char *edits)
{
    for (const QByteArray &line : QByteArray(edits).split('\n')) {
        const qsizetype sign = line.indexOf('=');
        if (sign < 0)
            continue;
        edit(request, QString::fromUtf8(line.left(sign)).trimmed(), line.mid(sign + 1).trimmed());
    }
    return request;
}

} // namespace acerequests
