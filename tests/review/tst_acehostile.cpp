// No shape or size of JSON upsets the preflight.
#include "review/acechecks.h"

#include <QElapsedTimer>
#include <QTest>

using domain::Finding;
using domain::Findings;
using domain::Severity;
using review::Operation;
using namespace acerequests;

class AceHostileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostileShapes_data();
    void hostileShapes();
    void hugeRequestsAreCheckedInTime_data();
    void hugeRequestsAreCheckedInTime();
    void findingsAreBounded();
    void textsOfPeopleStayText();
};

void AceHostileTest::hostileShapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *text, const QString &field) {
        QTest::newRow(name) << QByteArray(text) << field;
    };
    row("null", "null", {});
    row("true", "true", {});
    row("a number", "42", {});
    row("a huge number", "1e300", {});
    row("a text", "\"CreateOpportunity\"", {});
    row("a list", "[]", {});
    row("a list of requests", R"([{"Catalog": "AWS"}])", {});
    row("an empty key", R"({"": 1})", u""_s);
    row("a key of dots", R"({"Customer.Account.CompanyName": "x"})", u"Customer.Account.CompanyName"_s);
    row("customer is a text", R"({"Customer": "Northwind"})", u"Customer"_s);
    row("customer is a list", R"({"Customer": []})", u"Customer"_s);
    row("account is null", R"({"Customer": {"Account": null}})", u"Customer.Account.CompanyName"_s);
    row("address is a number", R"({"Customer": {"Account": {"Address": 1}}})", u"Customer.Account.Address"_s);
    row("contacts is an object", R"({"Customer": {"Contacts": {"0": {}}}})", u"Customer.Contacts"_s);
    row("a contact is a list", R"({"Customer": {"Contacts": [[]]}})", u"Customer.Contacts[0]"_s);
    row("a contact is null", R"({"Customer": {"Contacts": [null]}})", u"Customer.Contacts[0]"_s);
    row("spend is an object", R"({"Project": {"ExpectedCustomerSpend": {"Amount": "1"}}})",
        u"Project.ExpectedCustomerSpend"_s);
    row("spend of texts", R"({"Project": {"ExpectedCustomerSpend": ["5000"]}})", u"Project.ExpectedCustomerSpend[0]"_s);
    row("an amount that is a list", R"({"Project": {"ExpectedCustomerSpend": [{"Amount": ["1"]}]}})",
        u"Project.ExpectedCustomerSpend[0].Amount"_s);
    row("an amount that is a number", R"({"Project": {"ExpectedCustomerSpend": [{"Amount": 1.5}]}})",
        u"Project.ExpectedCustomerSpend[0].Amount"_s);
    row("needs of numbers", R"({"PrimaryNeedsFromAws": [1, null, {}, [[]]]})", u"PrimaryNeedsFromAws[3]"_s);
    row("needs as one text", R"({"PrimaryNeedsFromAws": "Co-Sell - Deal Support"})", u"PrimaryNeedsFromAws"_s);
    row("a date that is a list", R"({"LifeCycle": {"TargetCloseDate": [2027, 3, 31]}})",
        u"LifeCycle.TargetCloseDate"_s);
    row("a stage that is an object", R"({"LifeCycle": {"Stage": {"in": "Launched"}}})", u"LifeCycle.Stage"_s);
    row("tags as a map", R"({"Tags": {"key": "value"}})", u"Tags"_s);
    row("placeholders as values", R"({"LifeCycle": {"TargetCloseDate": "{today}{value}{value}"}})",
        u"LifeCycle.TargetCloseDate"_s);
}

void AceHostileTest::hostileShapes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, field);
    for (const Operation operation : {Operation::Create, Operation::Update}) {
        const Findings findings = check(parsed(text), operation);
        QVERIFY(domain::hasError(findings));
        const bool named = std::any_of(findings.begin(), findings.end(), [&field](const Finding &finding) {
            return finding.field == field && finding.severity == Severity::Error;
        });
        QVERIFY2(named, qPrintable(listed(findings)));
    }
}

void AceHostileTest::hugeRequestsAreCheckedInTime_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    const auto listOf = [](const QByteArray &entry, int count) -> QByteArray {
        return '[' + entry.repeated(count).chopped(1) + ']';
    };
    row("a long title", R"({"Project": {"Title": ")" + QByteArray(2'000'000, 'a') + "\"}}");
    row("a long mail address",
        R"({"Customer": {"Contacts": [{"Email": ")" + QByteArray("a.").repeated(500'000) + "\"}]}}");
    row("a website of dots", R"({"Customer": {"Account": {"WebsiteUrl": "a)" + QByteArray(250, '.') + " \"}}}");
    row("a long account", R"({"Customer": {"Account": {"AwsAccountId": ")" + QByteArray(1'000'000, '1') + "\"}}}");
    row("a long industry", R"({"Customer": {"Account": {"Industry": ")" + QByteArray(1'000'000, 'S') + "\"}}}");
    row("a long key", "{\"" + QByteArray(1'000'000, 'k') + "\": 1}");
    row("many entries of spend", R"({"Project": {"ExpectedContractDuration": {}, "ExpectedCustomerSpend": )"
                                     + listOf(R"({"Amount":"0","TargetCompany":"Self"},)", 60'000) + "}}");
    row("many right entries", R"({"Customer": {"Contacts": )" + listOf("{},", 500'000) + "}}");
    QByteArray keys;
    for (int i = 0; i < 100'000; ++i)
        keys += "\"Titl" + QByteArray::number(i) + "\": 1,";
    row("many unknown keys", R"({"Project": {)" + keys.chopped(1) + "}}");
}

void AceHostileTest::hugeRequestsAreCheckedInTime()
{
    QFETCH(QByteArray, text);
    const json::Value request = parsed(text);
    QElapsedTimer timer;
    timer.start();
    const Findings findings = check(request);
    // Many times what it takes: a pattern or a pair of loops that runs away takes minutes.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(domain::hasError(findings));
    for (const Finding &finding : findings)
        QVERIFY(finding.message.size() < 500 && finding.field.size() < 200);
}

void AceHostileTest::findingsAreBounded()
{
    const QByteArray entries = QByteArray("{\"Email\": 1},").repeated(2000).chopped(1);
    const Findings findings = check(parsed(R"({"Customer": {"Contacts": [)" + entries + "]}}"));
    QCOMPARE(findings.size(), review::kMostAceFindings + 1);
    QCOMPARE(findings.back().rule, u"ace/more-findings"_s);
    QCOMPARE(findings.back().severity, Severity::Error);
}

void AceHostileTest::textsOfPeopleStayText()
{
    json::Value request = createRequest();
    edit(request, u"Customer.Account.Industry"_s, R"("\u202eevil\u001b[2J <img src=x> {today}")");
    edit(request, u"LifeCycle.TargetCloseDate"_s, "\"2020-01-01\"");
    const Findings findings = check(request);
    const Finding *found = find(findings, u"vocabulary"_s, u"Customer.Account.Industry"_s);
    QVERIFY(found);
    QVERIFY(!found->message.contains(QChar(0x202e)) && !found->message.contains(QChar(0x1b)));
    QVERIFY(found->message.contains(u"<img src=x> {today}"_s));
    QVERIFY(find(findings, u"close-date"_s, u"LifeCycle.TargetCloseDate"_s)->message.contains(u"2026-11-22"_s));
}

QTEST_GUILESS_MAIN(AceHostileTest)
#include "tst_acehostile.moc"
