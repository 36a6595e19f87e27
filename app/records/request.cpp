#include "records/request.h"

#include "records/english.h"
#include "json/writer.h"

#include <QUuid>

namespace records {

using json::Writer;
using namespace Qt::StringLiterals;

namespace {

// Drawn once; with it every name gives the same identifiers on every machine.
constexpr QUuid kNamespace(0x6f1d5a0e, 0x3c57, 0x4b0c, 0x9a, 0x41, 0x5e, 0x1f, 0x7d, 0x92, 0xc8, 0x36);

QUuid nameBased(const QStringList &parts)
{
    // The line feed keeps "a" + "bc" and "ab" + "c" apart: no id holds one.
    return QUuid::createUuidV5(kNamespace, parts.join(u'\n').toUtf8());
}

void optional(Writer &out, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        out.member(key, text);
}

void optional(Writer &out, QLatin1StringView key, const QStringList &texts)
{
    if (texts.isEmpty())
        return;
    out.key(key).beginArray();
    for (const QString &text : texts)
        out.string(text);
    out.endArray();
}

/// The service takes e-mail addresses in small letters only.
QString folded(const QString &email)
{
    return email.trimmed().toLower();
}

void writeAddress(Writer &out, const domain::Company &company)
{
    const QString state = company.country == "US"_L1 ? company.state : QString(); // elsewhere ACE drops it silently
    if (company.city.isEmpty() && company.postalCode.isEmpty() && state.isEmpty() && company.country.isEmpty()
        && company.street.isEmpty())
        return;
    out.key("Address"_L1).beginObject();
    optional(out, "City"_L1, company.city);
    optional(out, "PostalCode"_L1, company.postalCode);
    optional(out, "StateOrRegion"_L1, state);
    optional(out, "CountryCode"_L1, company.country);
    optional(out, "StreetAddress"_L1, company.street);
    out.endObject();
}

void writeCustomer(Writer &out, const domain::Worksheet &worksheet, const Record &record)
{
    const domain::Company &company = worksheet.company;
    out.key("Customer"_L1).beginObject();
    out.key("Account"_L1).beginObject();
    optional(out, "Industry"_L1, company.industry);
    if (company.industry == "Other"_L1)
        optional(out, "OtherIndustry"_L1, company.otherIndustry);
    out.member("CompanyName"_L1, company.name);
    optional(out, "WebsiteUrl"_L1, company.website);
    optional(out, "AwsAccountId"_L1, record.accountId);
    writeAddress(out, company);
    optional(out, "Duns"_L1, company.duns);
    out.endObject();
    bool any = false;
    for (const domain::Contact &contact : worksheet.contacts) {
        if (contact.email.isEmpty() && contact.firstName.isEmpty() && contact.lastName.isEmpty()
            && contact.title.isEmpty() && contact.phone.isEmpty())
            continue;
        if (!any)
            out.key("Contacts"_L1).beginArray();
        any = true;
        out.beginObject();
        optional(out, "Email"_L1, folded(contact.email));
        optional(out, "FirstName"_L1, contact.firstName);
        optional(out, "LastName"_L1, contact.lastName);
        optional(out, "BusinessTitle"_L1, contact.title);
        optional(out, "Phone"_L1, contact.phone);
        out.endObject();
    }
    if (any)
        out.endArray();
    out.endObject();
}

void writeProject(Writer &out, const Record &record)
{
    out.key("Project"_L1).beginObject();
    optional(out, "DeliveryModels"_L1, record.deliveryModels);
    out.key("ExpectedCustomerSpend"_L1).beginArray().beginObject();
    out.member("Amount"_L1, record.statedMonthlySpend.toString());
    out.member("CurrencyCode"_L1, u"USD"_s);
    out.member("Frequency"_L1, u"Monthly"_s);
    out.member("TargetCompany"_L1, u"AWS"_s);
    optional(out, "EstimationUrl"_L1, record.estimationUrl);
    out.endObject().endArray();
    optional(out, "Title"_L1, record.title);
    optional(out, "CustomerBusinessProblem"_L1, record.businessProblem);
    optional(out, "CustomerUseCase"_L1, record.customerUseCase);
    optional(out, "SalesActivities"_L1, record.salesActivities);
    optional(out, "OtherSolutionDescription"_L1, otherSolution(record));
    optional(out, "AdditionalComments"_L1, record.comments);
    out.endObject();
}

void writeLifeCycle(Writer &out, const Record &record, const QString &reviewStatus)
{
    out.key("LifeCycle"_L1).beginObject();
    optional(out, "ReviewStatus"_L1, reviewStatus);
    optional(out, "Stage"_L1, record.stage);
    optional(out, "NextSteps"_L1, record.nextSteps);
    optional(out, "TargetCloseDate"_L1, record.targetCloseDate.toString(Qt::ISODate));
    out.endObject();
}

/// On create the service takes one title only; it names the owner itself, by the address of an active user.
void writeTeam(Writer &out, const domain::Partner &partner)
{
    if (!partner.owner || partner.owner->email.isEmpty())
        return;
    const domain::Person &owner = *partner.owner;
    out.key("OpportunityTeam"_L1).beginArray().beginObject();
    out.member("Email"_L1, folded(owner.email));
    optional(out, "FirstName"_L1, owner.firstName);
    optional(out, "LastName"_L1, owner.lastName);
    out.member("BusinessTitle"_L1, u"PartnerAccountManager"_s);
    optional(out, "Phone"_L1, owner.phone);
    out.endObject().endArray();
}

} // namespace

QByteArray createRequest(const Record &record, const domain::Worksheet &worksheet, const RequestOptions &options)
{
    Writer out;
    out.beginObject();
    out.member("Catalog"_L1, catalogName(options.catalog));
    optional(out, "PrimaryNeedsFromAws"_L1, record.primaryNeeds);
    out.member("PartnerOpportunityIdentifier"_L1, partnerIdentifier(options.caseId, record.poolId));
    writeCustomer(out, worksheet, record);
    writeProject(out, record);
    optional(out, "OpportunityType"_L1, record.opportunityType);
    out.member("ClientToken"_L1, clientToken(options.caseId, record.poolId, options.revision));
    writeLifeCycle(out, record, {});
    out.member("Origin"_L1, u"Partner Referral"_s);
    writeTeam(out, worksheet.partner);
    out.endObject();
    return out.take();
}

QByteArray updateRequest(const Record &record, const domain::Worksheet &worksheet, const RequestOptions &options,
                         const StoredOpportunity &stored)
{
    Writer out;
    out.beginObject();
    out.member("Catalog"_L1, catalogName(options.catalog));
    optional(out, "PrimaryNeedsFromAws"_L1, record.primaryNeeds);
    out.member("PartnerOpportunityIdentifier"_L1, partnerIdentifier(options.caseId, record.poolId));
    writeCustomer(out, worksheet, record);
    writeProject(out, record);
    optional(out, "OpportunityType"_L1, record.opportunityType);
    optional(out, "LastModifiedDate"_L1, stored.lastModified);
    optional(out, "Identifier"_L1, stored.identifier);
    writeLifeCycle(out, record, stored.reviewStatus);
    out.endObject();
    return out.take();
}

QString catalogName(AceCatalog catalog)
{
    return catalog == AceCatalog::Aws ? u"AWS"_s : u"Sandbox"_s;
}

QString otherSolution(const Record &record)
{
    constexpr qsizetype kMost = 255;
    if (!record.solutionIds.isEmpty() || record.stage == "Committed"_L1 || record.stage == "Launched"_L1)
        return {};
    return leftCodePoints(capitalized(record.subject), kMost);
}

QString clientToken(const QString &caseId, const QString &poolId, int revision, const QString &step)
{
    return nameBased({caseId, poolId, QString::number(revision), step}).toString(QUuid::WithoutBraces);
}

QString clientToken(const QString &caseId, const QString &poolId, int revision)
{
    return nameBased({caseId, poolId, QString::number(revision)}).toString(QUuid::WithoutBraces);
}

QString partnerIdentifier(const QString &caseId, const QString &poolId)
{
    constexpr qsizetype kHexDigits = 16;
    return poolId + u'-' + nameBased({caseId, poolId}).toString(QUuid::Id128).left(kHexDigits);
}

} // namespace records
