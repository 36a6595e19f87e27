// What can be changed when: every field in every status, against a table written down from the reference (the developer
// guide's two lists, and AWS's data model workbook for the rest), not from the data that is tested.
#include "filing/freeze.h"
#include "filing/shippedrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The developer guide: open in Action Required, and nothing else is.
const QSet<QString> &openInActionRequired()
{
    static const QSet<QString> kOpen{u"Customer.Account.Address.City"_s,
                                     u"Customer.Account.Address.CountryCode"_s,
                                     u"Customer.Account.Address.PostalCode"_s,
                                     u"Customer.Account.Address.StateOrRegion"_s,
                                     u"Customer.Account.Address.StreetAddress"_s,
                                     u"Customer.Account.WebsiteUrl"_s,
                                     u"LifeCycle.TargetCloseDate"_s,
                                     u"Project.ExpectedCustomerSpend[].Amount"_s,
                                     u"Project.ExpectedCustomerSpend[].CurrencyCode"_s,
                                     u"Project.ExpectedCustomerSpend[].EstimationUrl"_s,
                                     u"Project.ExpectedCustomerSpend[].Frequency"_s,
                                     u"Project.ExpectedCustomerSpend[].TargetCompany"_s,
                                     u"Project.CustomerBusinessProblem"_s,
                                     u"PartnerOpportunityIdentifier"_s};
    return kOpen;
}

/// Locked by an approval: the developer guide's list; what the workbook calls not editable; the block that the Sandbox
/// refused.
const QSet<QString> &lockedByApproval()
{
    static const QSet<QString> kLocked{
        u"Project.Title"_s, u"Project.CustomerBusinessProblem"_s, u"Customer.Account.Address.CountryCode"_s,
        u"Customer.Account.Address.PostalCode"_s, u"Customer.Account.WebsiteUrl"_s, u"Customer.Account.Industry"_s,
        u"PartnerOpportunityIdentifier"_s,
        // the workbook
        u"Catalog"_s, u"NationalSecurity"_s, u"Customer.Account.CompanyName"_s,
        u"Customer.Account.Address.StateOrRegion"_s, u"Project.ExpectedCustomerSpend[].CurrencyCode"_s,
        u"Project.ExpectedCustomerSpend[].Frequency"_s, u"Project.ExpectedCustomerSpend[].TargetCompany"_s,
        u"Project.ExpectedCustomerSpend[].EstimationUrl"_s, u"Project.ApnPrograms"_s, u"LifeCycle.ReviewStatus"_s,
        u"LifeCycle.ReviewComments"_s, u"LifeCycle.ReviewStatusReason"_s, u"Origin"_s,
        u"OpportunityTeam[].BusinessTitle"_s,
        // kept by the service, or of the creation only
        u"ClientToken"_s, u"LifeCycle.NextStepsHistory[].Value"_s, u"LifeCycle.NextStepsHistory[].Time"_s,
        u"Tags[].Key"_s, u"Tags[].Value"_s,
        // the Sandbox
        u"SoftwareRevenue.DeliveryModel"_s, u"SoftwareRevenue.Value.Amount"_s, u"SoftwareRevenue.Value.CurrencyCode"_s,
        u"SoftwareRevenue.EffectiveDate"_s, u"SoftwareRevenue.ExpirationDate"_s};
    return kLocked;
}

/// The workbook: what a launched opportunity keeps open.
const QSet<QString> &openAfterLaunch()
{
    static const QSet<QString> kOpen{u"Project.DeliveryModels"_s,
                                     u"Project.RelatedOpportunityIdentifier"_s,
                                     u"Project.AdditionalComments"_s,
                                     u"OpportunityType"_s,
                                     u"SoftwareRevenue.DeliveryModel"_s,
                                     u"SoftwareRevenue.Value.Amount"_s,
                                     u"SoftwareRevenue.Value.CurrencyCode"_s,
                                     u"SoftwareRevenue.EffectiveDate"_s,
                                     u"SoftwareRevenue.ExpirationDate"_s};
    return kOpen;
}

bool expectedOpen(const QString &path, const QString &status, const QString &stage)
{
    if (status == u"drafting" || status == u"ready")
        return true;
    if (status == u"action-required")
        return openInActionRequired().contains(path);
    if (status != u"approved" && status != u"credits-issued")
        return false;
    if (stage == u"Closed Lost")
        return false;
    return stage == u"Launched" ? openAfterLaunch().contains(path) : !lockedByApproval().contains(path);
}

} // namespace

class TestFreeze : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldInEveryStatusIsAsDocumented_data();
    void everyFieldInEveryStatusIsAsDocumented();
    void theMapHasEveryFieldOfARequest();
    void everyFieldOnScreenHasItsLock();
    void aRequestsOwnPathsAreUnderstood();
    void conflictingSourcesAreSaid();
    void aFileThatIsWrongInOneThingIsRefused_data();
    void aFileThatIsWrongInOneThingIsRefused();
};

void TestFreeze::everyFieldInEveryStatusIsAsDocumented_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("stage");
    for (const char *status : {"drafting", "ready", "filed", "in-review", "action-required", "approved", "rejected",
                               "credits-issued", "expired"}) {
        for (const char *stage : {"", "Qualified", "Launched", "Closed Lost"})
            QTest::addRow("%s, %s", status, stage) << QString::fromLatin1(status) << QString::fromLatin1(stage);
    }
}

void TestFreeze::everyFieldInEveryStatusIsAsDocumented()
{
    QFETCH(const QString, status);
    QFETCH(const QString, stage);
    for (const catalogue::FreezeField &field : shipped::rules().fields) {
        const filing::Editability found = filing::editability(shipped::rules(), field.path, status, stage);
        QVERIFY2(found.open == expectedOpen(field.path, status, stage), qPrintable(field.path));
        // What is shut says why.
        QVERIFY2(found.open || !found.why.isEmpty(), qPrintable(field.path));
    }
    if (status == u"action-required") {
        const QStringList open = filing::openFields(shipped::rules(), status, stage);
        QCOMPARE(QSet<QString>(open.begin(), open.end()), openInActionRequired());
    }
}

void TestFreeze::theMapHasEveryFieldOfARequest()
{
    const QJsonArray known =
        QJsonDocument::fromJson(shipped::bytesOf(u"ace/api-pack.json"_s)).object()[u"fields"_s].toArray();
    QVERIFY(known.size() > 80);
    for (const QJsonValue &one : known) {
        const QString type = one[u"type"_s].toString();
        const QString path = one[u"path"_s].toString();
        bool plainList = type == u"list";
        for (const QJsonValue &other : known)
            plainList = plainList && !other[u"path"_s].toString().startsWith(path + u"[]."_s);
        // What identifies an update is no content; holders are not changed by themselves.
        const bool holder = type == u"object" || (type == u"list" && !plainList);
        const QJsonArray operations = one[u"operations"_s].toArray();
        const bool ofRecord = operations.contains(u"create"_s) || operations.contains(u"update"_s);
        if (holder || !ofRecord || path == u"Identifier" || path == u"LastModifiedDate")
            continue;
        QVERIFY2(shipped::rules().field(path), qPrintable(path));
    }
}

void TestFreeze::everyFieldOnScreenHasItsLock()
{
    const QJsonArray groups =
        QJsonDocument::fromJson(shipped::bytesOf(u"ace/console-fields.json"_s)).object()[u"groups"_s].toArray();
    int seen = 0;
    for (const QJsonValue &group : groups) {
        for (const QJsonValue &field : group[u"fields"_s].toArray()) {
            const QString path = field[u"ace"_s].toString();
            QVERIFY2(shipped::rules().field(path), qPrintable(path));
            QVERIFY(!shipped::rules().words(shipped::rules().field(path)->lock()).label.isEmpty());
            // What is said before the filing is what holds after it.
            const QStringList words{u"submit"_s, u"approval"_s, u"review"_s, u"open"_s};
            QCOMPARE(field[u"lock"_s].toString(), words.at(static_cast<int>(shipped::rules().field(path)->lock())));
            ++seen;
        }
    }
    QVERIFY(seen > 15);
}

void TestFreeze::aRequestsOwnPathsAreUnderstood()
{
    const auto open = [](const QString &path) {
        return filing::editability(shipped::rules(), path, u"action-required"_s).open;
    };
    QVERIFY(open(u"Project.ExpectedCustomerSpend[0].Amount"_s));
    QVERIFY(!open(u"Project.DeliveryModels[1]"_s));
    QVERIFY(!open(u"Customer.Contacts[3].Email"_s));
    QVERIFY(!open(u"Something.New"_s));
    QVERIFY(filing::editability(shipped::rules(), u"Something.New"_s, u"drafting"_s).open);
    QVERIFY(!filing::editability(shipped::rules(), u"Project.Title"_s, u"action-required"_s).open);
}

void TestFreeze::conflictingSourcesAreSaid()
{
    for (const QString &path : {u"Customer.Account.Industry"_s, u"PartnerOpportunityIdentifier"_s,
                                u"Project.ExpectedCustomerSpend[].EstimationUrl"_s, u"SoftwareRevenue.Value.Amount"_s})
        QVERIFY2(shipped::rules().field(path)->note.startsWith(u"Sources differ"_s), qPrintable(path));
    QVERIFY(shipped::rules().field(u"Project.Title"_s)->note.isEmpty());
}

void TestFreeze::aFileThatIsWrongInOneThingIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("a status that does not exist")
        << QByteArray("\"next\": [\"ready\"]") << QByteArray("\"next\": [\"gone\"]");
    QTest::newRow("a source that does not exist")
        << QByteArray("\"source\": \"model\"") << QByteArray("\"source\": \"hearsay\"");
    QTest::newRow("a reason about no field") << QByteArray("\"fields\": [\"Project.CustomerBusinessProblem\"]")
                                             << QByteArray("\"fields\": [\"Project.Nothing\"]");
    QTest::newRow("a missing deadline") << QByteArray("\"what\": \"close-out\"")
                                        << QByteArray("\"what\": \"validation\"");
    QTest::newRow("a key that nobody knows") << QByteArray("\"fileFrom\"") << QByteArray("\"filedFrom\"");
    QTest::newRow("no sentence where nothing is open") << QByteArray("\"shut\"") << QByteArray("\"shuts\"");
    QTest::newRow("no day") << QByteArray("\"on\": \"2023-09-28\"") << QByteArray("\"on\": \"2023-09\"");
    QTest::newRow("not a yes or no") << QByteArray("\"approved\": true") << QByteArray("\"approved\": \"Yes\"");
}

void TestFreeze::aFileThatIsWrongInOneThingIsRefused()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QByteArray bytes = shipped::bytesOf(u"ace/filing-rules.json"_s);
    QVERIFY(catalogue::readFilingRules(bytes));
    const qsizetype place = bytes.indexOf(from);
    QVERIFY(place > 0);
    bytes.replace(place, from.size(), to);
    QVERIFY(!catalogue::readFilingRules(bytes));
}

QTEST_APPLESS_MAIN(TestFreeze)
#include "tst_freeze.moc"
