// The CreateOpportunity request: what is in it, in which order, and what never is.
#include "records/english.h"
#include "records/request.h"
#include "records/stackfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using domain::Worksheet;
using records::AceCatalog;
using records::composed;
using records::ComposedCase;
using records::createRequest;
using records::RequestOptions;
using records::seriesA;
using records::seriesAWith;

namespace {

QJsonObject requestOf(const Worksheet &worksheet, int record = 0, const RequestOptions &options = {})
{
    const ComposedCase result = composed(worksheet);
    return QJsonDocument::fromJson(createRequest(result.record(record), worksheet, options)).object();
}

/// The service refuses empty strings and has no use for empty lists and objects.
void verifyNothingEmpty(const QJsonValue &value, const QString &path)
{
    QVERIFY2(!value.isNull() && !value.isUndefined(), qPrintable(path));
    if (value.isString())
        QVERIFY2(!value.toString().isEmpty(), qPrintable(path));
    if (value.isArray()) {
        QVERIFY2(!value.toArray().isEmpty(), qPrintable(path));
        const QJsonArray array = value.toArray();
        for (const QJsonValue &entry : array)
            verifyNothingEmpty(entry, path + u"[]"_s);
    }
    if (value.isObject()) {
        QVERIFY2(!value.toObject().isEmpty(), qPrintable(path));
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            verifyNothingEmpty(it.value(), path + u'.' + it.key());
    }
}

domain::RecordFacts ownFacts()
{
    domain::RecordFacts facts;
    facts.pool = u"bedrock-poc"_s;
    facts.stage = u"Qualified"_s;
    facts.nextSteps = u"Sign-off by the CTO."_s;
    facts.primaryNeeds = QStringList{u"Co-Sell - Deal Support"_s};
    facts.salesActivities =
        QStringList{u"Initialized discussions with customer"_s, u"In evaluation / planning stage"_s};
    facts.deliveryModels = QStringList{u"SaaS or PaaS"_s};
    facts.opportunityType = u"Net New Business"_s;
    facts.estimationUrl = u"https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef"_s;
    facts.comments = u"None."_s;
    return facts;
}

} // namespace

class TestRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysStandInTheOrderOfAwssReference()
    {
        const Worksheet worksheet = seriesAWith([](Worksheet &facts) { facts.records = {ownFacts()}; });
        const QByteArray bytes = createRequest(composed(worksheet).record(0), worksheet, {});
        qsizetype last = -1;
        for (const char *key : {"Catalog",
                                "PrimaryNeedsFromAws",
                                "PartnerOpportunityIdentifier",
                                "Customer",
                                "Account",
                                "Industry",
                                "CompanyName",
                                "WebsiteUrl",
                                "AwsAccountId",
                                "Address",
                                "City",
                                "PostalCode",
                                "StateOrRegion",
                                "CountryCode",
                                "Contacts",
                                "Project",
                                "DeliveryModels",
                                "ExpectedCustomerSpend",
                                "Amount",
                                "CurrencyCode",
                                "Frequency",
                                "TargetCompany",
                                "EstimationUrl",
                                "Title",
                                "CustomerBusinessProblem",
                                "CustomerUseCase",
                                "SalesActivities",
                                "AdditionalComments",
                                "OpportunityType",
                                "ClientToken",
                                "LifeCycle",
                                "Stage",
                                "NextSteps",
                                "TargetCloseDate",
                                "Origin",
                                "OpportunityTeam"}) {
            const qsizetype at = bytes.indexOf(QByteArray(QByteArray("\"") + key + "\": "));
            QVERIFY2(at > last, key);
            last = at;
        }
        QVERIFY(bytes.startsWith("{\n  \"Catalog\": \"AWS\",\n"));
        QVERIFY(bytes.endsWith("}\n"));
        QCOMPARE(bytes.count('\r'), 0);
    }

    void seriesAStatesSpendAndDates()
    {
        const QJsonObject request = requestOf(seriesA());
        const QJsonObject project = request["Project"_L1].toObject();
        const QJsonObject spend = project["ExpectedCustomerSpend"_L1].toArray().first().toObject();
        QCOMPARE(spend["Amount"_L1].toString(), u"13237.83"_s);
        QCOMPARE(spend["CurrencyCode"_L1].toString(), u"USD"_s);
        QCOMPARE(spend["Frequency"_L1].toString(), u"Monthly"_s);
        QCOMPARE(spend["TargetCompany"_L1].toString(), u"AWS"_s);
        QCOMPARE(project["CustomerUseCase"_L1].toString(), u"AI Machine Learning and Analytics"_s);
        QCOMPARE(request["LifeCycle"_L1].toObject()["TargetCloseDate"_L1].toString(), u"2027-04-12"_s);
        QCOMPARE(request["Origin"_L1].toString(), u"Partner Referral"_s);
        const QJsonObject owner = request["OpportunityTeam"_L1].toArray().first().toObject();
        QCOMPARE(owner["BusinessTitle"_L1].toString(), u"PartnerAccountManager"_s);
    }

    void whatNobodyStatedIsLeftOut()
    {
        const QJsonObject request = requestOf(seriesA());
        for (const auto key :
             {"PrimaryNeedsFromAws"_L1, "NationalSecurity"_L1, "OpportunityType"_L1, "Marketing"_L1, "Tags"_L1})
            QVERIFY2(!request.contains(key), key.data());
        QVERIFY(!request["LifeCycle"_L1].toObject().contains("Stage"_L1));
        for (const QString &name : {u"series-a-rag-assistant"_s, u"pre-seed-agent"_s, u"enterprise-two-use-cases"_s})
            verifyNothingEmpty(requestOf(records::sample(name)), name);
        const Worksheet bare = seriesAWith([](Worksheet &facts) {
            const QString name = facts.company.name;
            facts.company = domain::Company();
            facts.company.name = name;
            facts.company.institutionallyFunded = true;
            facts.contacts = {domain::Contact()};
            facts.partner.owner = domain::Person();
            facts.aws = domain::AwsAccount();
        });
        const QJsonObject request2 = requestOf(bare);
        verifyNothingEmpty(request2, u"bare"_s);
        QCOMPARE(request2["Customer"_L1].toObject()["Account"_L1].toObject().keys(), QStringList{u"CompanyName"_s});
        QVERIFY(!request2.contains("OpportunityTeam"_L1));
    }

    void stateOnlyInTheUnitedStatesAndOtherIndustryOnlyWhenOther()
    {
        const auto account = [](const std::function<void(domain::Company &)> &change) {
            return requestOf(seriesAWith([&](Worksheet &facts) { change(facts.company); }))["Customer"_L1]
                .toObject()["Account"_L1]
                .toObject();
        };
        const QJsonObject german = account([](domain::Company &company) {
            company.country = u"DE"_s;
            company.state = u"Saxony"_s;
            company.otherIndustry = u"Bees"_s;
        });
        QVERIFY(!german["Address"_L1].toObject().contains("StateOrRegion"_L1));
        QVERIFY(!german.contains("OtherIndustry"_L1));
        const QJsonObject other = account([](domain::Company &company) {
            company.industry = u"Other"_s;
            company.otherIndustry = u"Bees"_s;
        });
        QCOMPARE(other["OtherIndustry"_L1].toString(), u"Bees"_s);
        QCOMPARE(other["Address"_L1].toObject()["StateOrRegion"_L1].toString(), u"Washington"_s);
    }

    void emailAddressesAreFolded()
    {
        const QJsonObject request = requestOf(seriesAWith([](Worksheet &facts) {
            facts.contacts.front().email = u"CTO@Northwind-Support.Example"_s;
            facts.partner.owner->email = u"ACE@Partner.Example"_s;
        }));
        const QJsonObject contact = request["Customer"_L1].toObject()["Contacts"_L1].toArray().first().toObject();
        QCOMPARE(contact["Email"_L1].toString(), u"cto@northwind-support.example"_s);
        QCOMPARE(request["OpportunityTeam"_L1].toArray().first().toObject()["Email"_L1].toString(),
                 u"ace@partner.example"_s);
    }

    void tokenAndIdentifierFollowCasePoolAndRevision()
    {
        const QString token = records::clientToken(u"case-1"_s, u"bedrock-poc"_s, 1);
        QCOMPARE(records::clientToken(u"case-1"_s, u"bedrock-poc"_s, 1), token);
        const QUuid uuid(token);
        QCOMPARE(uuid.version(), QUuid::Sha1);
        QCOMPARE(uuid.toString(QUuid::WithoutBraces), token);
        QVERIFY(records::clientToken(u"case-2"_s, u"bedrock-poc"_s, 1) != token);
        QVERIFY(records::clientToken(u"case-1"_s, u"bedrock-poc-2"_s, 1) != token);
        QVERIFY(records::clientToken(u"case-1"_s, u"bedrock-poc"_s, 2) != token);
        // RFC 4122, computed elsewhere: a request sent again from another machine is known again.
        QCOMPARE(token, u"0a7784ca-180f-57bc-846e-7ae5ab17e3db"_s);

        const QString longest(40, u'p');
        QVERIFY(records::codePoints(records::partnerIdentifier(u"case-1"_s, longest)) <= 64);
        QVERIFY(records::partnerIdentifier(u"case-1"_s, longest) != records::partnerIdentifier(u"case-2"_s, longest));
        const QJsonObject first = requestOf(seriesA(), 0, {AceCatalog::Aws, u"case-1"_s, 1});
        const QJsonObject later = requestOf(seriesA(), 0, {AceCatalog::Aws, u"case-1"_s, 2});
        QCOMPARE(first["ClientToken"_L1].toString(), token);
        QCOMPARE(first["PartnerOpportunityIdentifier"_L1], later["PartnerOpportunityIdentifier"_L1]);
        QVERIFY(first["ClientToken"_L1] != later["ClientToken"_L1]);
    }

    void theSandboxIsNamedOnlyWhenAskedFor()
    {
        QCOMPARE(requestOf(seriesA())["Catalog"_L1].toString(), u"AWS"_s);
        QCOMPARE(requestOf(seriesA(), 0, {AceCatalog::Sandbox, {}, 1})["Catalog"_L1].toString(), u"Sandbox"_s);
    }

    void theSameFactsGiveTheSameBytes()
    {
        const Worksheet worksheet = seriesA();
        QCOMPARE(createRequest(composed(worksheet).record(1), worksheet, {}),
                 createRequest(composed(worksheet).record(1), worksheet, {}));
    }

    void hostileTextIsOnlyAString()
    {
        const QString hostile = u"\"},\"Catalog\":\"Sandbox\" <script> =HYPERLINK(\"x\") \u2028 \U0001F680 \\ \u007f"_s;
        const Worksheet worksheet = seriesAWith([&](Worksheet &facts) {
            facts.company.city = hostile;
            facts.useCases.front().problem = hostile;
        });
        const QByteArray bytes = createRequest(composed(worksheet).record(0), worksheet, {});
        QJsonParseError error;
        const QJsonObject request = QJsonDocument::fromJson(bytes, &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(request["Catalog"_L1].toString(), u"AWS"_s);
        QCOMPARE(
            request["Customer"_L1].toObject()["Account"_L1].toObject()["Address"_L1].toObject()["City"_L1].toString(),
            hostile);
    }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
