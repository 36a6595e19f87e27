// The preflight of ACE requests: a request that AWS takes has no error, every rule of the pack is kept once and broken
// once, every field is given a wrong type, length, form and value, and no shape of JSON upsets it.
#include "review/acerequests.h"
#include "review/acerulecases.h"

#include "review/ace/preflight.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using catalogue::AceDemand;
using catalogue::AceField;
using catalogue::AceOutside;
using catalogue::AceType;
using domain::Finding;
using domain::Findings;
using domain::Severity;
using review::Operation;
using namespace acerequests;

namespace {

const catalogue::AcePack &pack()
{
    static const catalogue::AcePack kPack = shippedPack();
    return kPack;
}

Findings check(const json::Value &request, Operation operation = Operation::Create)
{
    return review::preflight(request, pack(), operation, kToday);
}

QString whatOf(const Finding &finding)
{
    return finding.rule.section(u'/', -1);
}

const Finding *find(const Findings &findings, const QString &what, const QString &field)
{
    for (const Finding &finding : findings) {
        if (whatOf(finding) == what && finding.field == field)
            return &finding;
    }
    return nullptr;
}

bool hasWhat(const Findings &findings, const QString &what)
{
    return std::any_of(findings.begin(), findings.end(), [&what](const Finding &f) { return whatOf(f) == what; });
}

QString listed(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(domain::severityName(finding.severity) + u' ' + finding.rule + u' ' + finding.field + u": "_s
                     + finding.message);
    return lines.join(u'\n');
}

bool isShape(const Finding &finding)
{
    static const QStringList kShape{u"type"_s,    u"unknown-key"_s, u"required"_s,   u"length"_s,         u"items"_s,
                                    u"pattern"_s, u"vocabulary"_s,  u"empty-text"_s, u"tolerated-value"_s};
    return kShape.contains(whatOf(finding));
}

/// The complete request without what the operation does not have.
json::Value completeFor(Operation operation)
{
    json::Value request = completeRequest();
    const auto foreign = [operation](const json::Member &member) {
        const AceField *field = pack().field(member.key);
        return !field || !field->operations.has(operation);
    };
    request.members.erase(std::remove_if(request.members.begin(), request.members.end(), foreign),
                          request.members.end());
    return request;
}

QString firstEntries(QString path)
{
    return path.replace(u"[]"_s, u"[0]"_s);
}

QByteArray quoted(const QString &text)
{
    return '"' + text.toUtf8() + '"';
}

void addFieldRows()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isUpdate");
    for (const AceField &field : pack().fields) {
        for (const Operation operation : {Operation::Create, Operation::Update}) {
            const bool isUpdate = operation == Operation::Update;
            if (field.operations.has(operation))
                QTest::addRow("%s %s", qPrintable(field.path), isUpdate ? "update" : "create")
                    << field.path << isUpdate;
        }
    }
}

Operation operationOf(bool isUpdate)
{
    return isUpdate ? Operation::Update : Operation::Create;
}

} // namespace

class AcePreflightTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestThatAwsTakesHasNoFinding();
    void anUpdateOfItHasNoFinding();
    void everyFieldAtItsBestHasNoFindingOfShape();
    void everyRuleHasACase();
    void aRuleIsKept_data();
    void aRuleIsKept();
    void aRuleIsBroken_data();
    void aRuleIsBroken();
    void aWrongTypeIsNamed_data() { addFieldRows(); }
    void aWrongTypeIsNamed();
    void nullIsNoValue_data() { addFieldRows(); }
    void nullIsNoValue();
    void aMissingFieldIsNamed_data() { addFieldRows(); }
    void aMissingFieldIsNamed();
    void lengthsAreCountedInCodePoints_data() { addFieldRows(); }
    void lengthsAreCountedInCodePoints();
    void aWrongFormIsNamed_data() { addFieldRows(); }
    void aWrongFormIsNamed();
    void aValueOutsideItsListIsNamed_data() { addFieldRows(); }
    void aValueOutsideItsListIsNamed();
    void anEmptyTextIsNamed_data() { addFieldRows(); }
    void anEmptyTextIsNamed();
    void anUnknownKeyIsNamedWithCloseOnes();
    void keysOfTheOtherOperationAreUnknown();
    void anEmptyRequestMissesWhatCreationNeeds();
    void whatOnlySubmissionNeedsIsAWarning();
    void oneWrongValueIsReportedOnce();
    void theServicesMessageIsQuoted();
    void hostileShapes_data();
    void hostileShapes();
    void hugeRequestsAreCheckedInTime_data();
    void hugeRequestsAreCheckedInTime();
    void findingsAreBounded();
    void textsOfPeopleStayText();
    void everyFindingSaysWhatToDo();
};

void AcePreflightTest::aRequestThatAwsTakesHasNoFinding()
{
    const Findings findings = check(createRequest());
    QVERIFY2(findings.empty(), qPrintable(listed(findings)));
}

void AcePreflightTest::anUpdateOfItHasNoFinding()
{
    const Findings findings = check(updateRequest(), Operation::Update);
    QVERIFY2(findings.empty(), qPrintable(listed(findings)));
}

void AcePreflightTest::everyFieldAtItsBestHasNoFindingOfShape()
{
    for (const Operation operation : {Operation::Create, Operation::Update}) {
        for (const Finding &finding : check(completeFor(operation), operation))
            QVERIFY2(!isShape(finding), qPrintable(finding.field + u": "_s + finding.message));
    }
}

void AcePreflightTest::everyRuleHasACase()
{
    QSet<QString> cases;
    for (const RuleCase &row : ruleCases())
        cases.insert(QString::fromUtf8(row.rule));
    for (const catalogue::AceRule &rule : pack().rules)
        QVERIFY2(cases.remove(rule.id), qPrintable(rule.id + u" has no case"_s));
    QVERIFY(cases.isEmpty());
}

void AcePreflightTest::aRuleIsKept_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < ruleCases().size(); ++i)
        QTest::newRow(ruleCases()[i].rule) << static_cast<int>(i);
}

void AcePreflightTest::aRuleIsKept()
{
    QFETCH(int, index);
    const RuleCase &row = ruleCases()[static_cast<std::size_t>(index)];
    const json::Value base = row.operation == Operation::Create ? createRequest() : updateRequest();
    const Findings findings = check(edited(base, row.kept), row.operation);
    QVERIFY2(!hasWhat(findings, QString::fromUtf8(row.rule)), qPrintable(listed(findings)));
}

void AcePreflightTest::aRuleIsBroken_data()
{
    aRuleIsKept_data();
}

void AcePreflightTest::aRuleIsBroken()
{
    QFETCH(int, index);
    const RuleCase &row = ruleCases()[static_cast<std::size_t>(index)];
    const json::Value base = row.operation == Operation::Create ? createRequest() : updateRequest();
    const Findings findings = check(edited(base, row.broken), row.operation);
    const Finding *found = find(findings, QString::fromUtf8(row.rule), QString::fromUtf8(row.field));
    QVERIFY2(found, qPrintable(listed(findings)));
    const auto rule = std::find_if(pack().rules.begin(), pack().rules.end(),
                                   [&row](const auto &each) { return each.id == QString::fromUtf8(row.rule); });
    QCOMPARE(found->severity, rule->atSubmission ? std::min(rule->severity, Severity::Warning) : rule->severity);
    QStringList parts{u"ace"_s, rule->code, rule->id};
    parts.removeAll(QString());
    QCOMPARE(found->rule, parts.join(u'/'));
    QVERIFY2(!found->message.contains(u'{'), qPrintable(found->message));
}

void AcePreflightTest::aWrongTypeIsNamed()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceType type = pack().field(path)->type;
    const QByteArray wrong = type == AceType::List ? "{}" : type == AceType::Object ? "[]" : "true";
    json::Value request = completeFor(operationOf(isUpdate));
    edit(request, firstEntries(path), wrong);
    const Findings findings = check(request, operationOf(isUpdate));
    const Finding *found = find(findings, u"type"_s, firstEntries(path));
    QVERIFY2(found, qPrintable(listed(findings)));
    QCOMPARE(found->severity, Severity::Error);
}

void AcePreflightTest::nullIsNoValue()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceField *field = pack().field(path);
    json::Value request = completeFor(operationOf(isUpdate));
    edit(request, firstEntries(path), "null");
    const Findings findings = check(request, operationOf(isUpdate));
    const auto concerns = [&](const Finding &finding) {
        return isShape(finding) && finding.field.startsWith(firstEntries(path));
    };
    const bool named = std::any_of(findings.begin(), findings.end(), concerns);
    QCOMPARE(named, !field->nullable);
}

void AcePreflightTest::aMissingFieldIsNamed()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    if (path.endsWith(u"[]"_s))
        return; // the entry of a list cannot be absent
    const AceField *field = pack().field(path);
    json::Value request = completeFor(operationOf(isUpdate));
    edit(request, firstEntries(path), "");
    const Findings findings = check(request, operationOf(isUpdate));
    if (field->type == AceType::Object) {
        // What is required in it is named instead.
        const bool named = std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
            return whatOf(finding) == u"required" && finding.field.startsWith(firstEntries(path) + u'.');
        });
        QCOMPARE(named, field->demand != AceDemand::None);
        return;
    }
    const Finding *found = find(findings, u"required"_s, firstEntries(path));
    QCOMPARE(found != nullptr, field->demand != AceDemand::None);
    if (found)
        QCOMPARE(found->severity, field->demand == AceDemand::Submission ? Severity::Warning : Severity::Error);
}

void AcePreflightTest::lengthsAreCountedInCodePoints()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceField *field = pack().field(path);
    if (field->type == AceType::Date || field->type == AceType::Timestamp || field->type == AceType::Object)
        return;
    json::Value request = completeFor(operationOf(isUpdate));
    json::Value *value = &request;
    const auto standing = [&]() {
        json::Value *at = value;
        for (const QString &step : firstEntries(path).split(u'.')) {
            at = acerequests::find(*at, step.section(u'[', 0, 0));
            if (step.contains(u'['))
                at = &at->elements.front();
        }
        return at;
    };
    const bool isList = field->type == AceType::List;
    const QString what = isList ? u"items"_s : u"length"_s;
    const auto resize = [&](qint64 count) {
        json::Value *at = standing();
        if (isList)
            at->elements.resize(static_cast<std::size_t>(count),
                                at->elements.empty() ? json::Value() : at->elements.front());
        else
            at->text = QString::fromUcs4(U"\U0001F600").repeated(count);
        return find(check(request, operationOf(isUpdate)), what, firstEntries(path)) != nullptr;
    };
    if (field->most) {
        QVERIFY(!resize(*field->most));
        QVERIFY(resize(*field->most + 1));
    }
    if (field->least && *field->least > 1) {
        QVERIFY(!resize(*field->least));
        QVERIFY(resize(*field->least - 1));
    }
    if (isList && field->least == 1)
        QVERIFY(resize(0));
}

void AcePreflightTest::aWrongFormIsNamed()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceField *field = pack().field(path);
    if (!field->pattern && field->type != AceType::Date && field->type != AceType::Timestamp)
        return;
    QList<QByteArray> wrong{"\"a\\nb \\u2028c\""};
    if (field->type != AceType::Text)
        wrong << "\"2027-02-29\""
              << "\"2027-13-01\""
              << "\"31.03.2027\""
              << "\"2027-03-31 \""
              << "\"\\u0662027-03-31\"";
    for (const QByteArray &text : wrong) {
        json::Value request = completeFor(operationOf(isUpdate));
        edit(request, firstEntries(path), text);
        const Findings findings = check(request, operationOf(isUpdate));
        const Finding *found = find(findings, u"pattern"_s, firstEntries(path));
        QVERIFY2(found, qPrintable(listed(findings)));
        QCOMPARE(found->rule, u"ace/INVALID_STRING_FORMAT/pattern"_s);
    }
}

void AcePreflightTest::aValueOutsideItsListIsNamed()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceField *field = pack().field(path);
    if (field->vocabulary.isEmpty())
        return;
    json::Value request = completeFor(operationOf(isUpdate));
    const auto found = [&](const QString &text) {
        edit(request, firstEntries(path), quoted(text));
        const Findings findings = check(request, operationOf(isUpdate));
        const Finding *each = find(findings, u"vocabulary"_s, firstEntries(path));
        return each ? std::optional(*each) : std::nullopt;
    };
    for (const QString &value : pack().vocabulary(field->vocabulary)->values)
        QVERIFY2(!found(value), qPrintable(value));
    const QString first = pack().vocabulary(field->vocabulary)->values.constFirst();
    const auto slip = found(first + u'x');
    QVERIFY(slip);
    QCOMPARE(slip->severity, field->outside == AceOutside::Refused ? Severity::Error : Severity::Warning);
    if (first.size() > 3)
        QVERIFY2(slip->fix.contains(first), qPrintable(slip->fix));
}

void AcePreflightTest::anEmptyTextIsNamed()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceField *field = pack().field(path);
    if (field->type != AceType::Text || field->nullable || field->mayBeBlank)
        return;
    json::Value request = completeFor(operationOf(isUpdate));
    edit(request, firstEntries(path), "\"\"");
    const Findings findings = check(request, operationOf(isUpdate));
    const bool formed = field->pattern || !field->vocabulary.isEmpty() || field->least.value_or(0) > 0;
    const auto at = std::find_if(findings.begin(), findings.end(), [&](const Finding &finding) {
        return isShape(finding) && finding.field == firstEntries(path);
    });
    QVERIFY(at != findings.end());
    if (formed && field->demand == AceDemand::None && field->outside == AceOutside::Refused)
        QCOMPARE(at->severity, Severity::Error);
    if (field->demand == AceDemand::None)
        QVERIFY2(at->fix.startsWith(u"Leave the key out"_s), qPrintable(at->fix));
}

void AcePreflightTest::anUnknownKeyIsNamedWithCloseOnes()
{
    const Findings findings =
        check(edited(createRequest(), "Project.Titel = \"x\"\nCustomer.Account.Zzzz = 1\nId = \"O1\""));
    const Finding *slip = find(findings, u"unknown-key"_s, u"Project.Titel"_s);
    QVERIFY(slip);
    QCOMPARE(slip->rule, u"ace/INVALID_VALUE/unknown-key"_s);
    QVERIFY2(slip->fix.contains(u"Title"_s), qPrintable(slip->fix));
    QVERIFY(find(findings, u"unknown-key"_s, u"Customer.Account.Zzzz"_s)->fix.contains(u"CompanyName"_s));
    QVERIFY(find(findings, u"unknown-key"_s, u"Id"_s)->fix.contains(u"Identifier"_s));
}

void AcePreflightTest::keysOfTheOtherOperationAreUnknown()
{
    const Findings asUpdate = check(createRequest(), Operation::Update);
    for (const QString &key : {u"ClientToken"_s, u"Origin"_s, u"OpportunityTeam"_s, u"Tags"_s})
        QVERIFY2(find(asUpdate, u"unknown-key"_s, key), qPrintable(key));
    for (const QString &key : {u"Identifier"_s, u"LastModifiedDate"_s})
        QVERIFY2(find(asUpdate, u"required"_s, key), qPrintable(key));
    const Findings asCreation = check(updateRequest());
    for (const QString &key : {u"Identifier"_s, u"LastModifiedDate"_s})
        QVERIFY2(find(asCreation, u"unknown-key"_s, key), qPrintable(key));
    QVERIFY(find(asCreation, u"required"_s, u"ClientToken"_s));
}

void AcePreflightTest::anEmptyRequestMissesWhatCreationNeeds()
{
    QSet<QString> errors;
    for (const Finding &finding : check(parsed("{}"))) {
        if (finding.severity == Severity::Error)
            errors.insert(finding.field);
    }
    const QSet<QString> needed{u"Catalog"_s,
                               u"ClientToken"_s,
                               u"Customer.Account.CompanyName"_s,
                               u"Customer.Account.Industry"_s,
                               u"Customer.Account.WebsiteUrl"_s,
                               u"Customer.Account.Address.CountryCode"_s,
                               u"Project.Title"_s,
                               u"Project.CustomerBusinessProblem"_s,
                               u"Project.ExpectedCustomerSpend"_s,
                               u"LifeCycle.TargetCloseDate"_s};
    QCOMPARE(errors, needed);
}

void AcePreflightTest::whatOnlySubmissionNeedsIsAWarning()
{
    const Findings findings = check(edited(createRequest(), "PrimaryNeedsFromAws =\nProject.DeliveryModels = []\n"
                                                            "Project.CustomerUseCase =\nProject.SalesActivities ="));
    for (const QString &field : {u"PrimaryNeedsFromAws"_s, u"Project.DeliveryModels"_s, u"Project.CustomerUseCase"_s,
                                 u"Project.SalesActivities"_s}) {
        const Finding *found = find(findings, u"required"_s, field);
        QVERIFY2(found, qPrintable(field));
        QCOMPARE(found->severity, Severity::Warning);
    }
    QVERIFY2(!domain::hasError(findings), qPrintable(listed(findings)));
}

void AcePreflightTest::oneWrongValueIsReportedOnce()
{
    const Findings findings = check(edited(createRequest(), "Customer.Account.AwsAccountId = \"not an account\"\n"
                                                            "LifeCycle.TargetCloseDate = \"soon\"\n"
                                                            "Project.ExpectedCustomerSpend[0].Amount = 5000"));
    QCOMPARE(findings.size(), std::size_t(3));
}

void AcePreflightTest::theServicesMessageIsQuoted()
{
    const Findings findings =
        check(edited(createRequest(), "Project.Title =\nCustomer.Account.Address.StateOrRegion ="));
    QVERIFY(find(findings, u"required"_s, u"Project.Title"_s)
                ->message.contains(u"AWS answers \"Field Project.Title is required\"."_s));
    QVERIFY(find(findings, u"state-us"_s, u"Customer.Account.Address.StateOrRegion"_s)
                ->message.contains(u"is required when Customer.Account.Address.CountryCode is 'US'"_s));
}

void AcePreflightTest::hostileShapes_data()
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

void AcePreflightTest::hostileShapes()
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

void AcePreflightTest::hugeRequestsAreCheckedInTime_data()
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

void AcePreflightTest::hugeRequestsAreCheckedInTime()
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

void AcePreflightTest::findingsAreBounded()
{
    const QByteArray entries = QByteArray("{\"Email\": 1},").repeated(2000).chopped(1);
    const Findings findings = check(parsed(R"({"Customer": {"Contacts": [)" + entries + "]}}"));
    QCOMPARE(findings.size(), review::kMostAceFindings + 1);
    QCOMPARE(findings.back().rule, u"ace/more-findings"_s);
    QCOMPARE(findings.back().severity, Severity::Error);
}

void AcePreflightTest::textsOfPeopleStayText()
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

void AcePreflightTest::everyFindingSaysWhatToDo()
{
    Findings all = check(parsed("{}"));
    for (const RuleCase &row : ruleCases()) {
        const json::Value base = row.operation == Operation::Create ? createRequest() : updateRequest();
        const Findings more = check(edited(base, row.broken), row.operation);
        all.insert(all.end(), more.begin(), more.end());
    }
    static const QRegularExpression kRule(u"^ace/([A-Z_]+/)?[a-z-]+$"_s);
    for (const Finding &finding : all) {
        QVERIFY2(kRule.match(finding.rule).hasMatch(), qPrintable(finding.rule));
        QVERIFY2(finding.message.endsWith(u'.') && !finding.message.contains(u".."_s), qPrintable(finding.message));
        QVERIFY2(finding.fix.endsWith(u'.') || finding.fix.endsWith(u'?'), qPrintable(finding.fix));
    }
}

QTEST_GUILESS_MAIN(AcePreflightTest)
#include "tst_acepreflight.moc"
