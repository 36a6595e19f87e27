// The preflight of ACE requests: what AWS takes has no finding, and every rule of the pack is kept once and broken once.
#include "review/acechecks.h"
#include "review/acerulecases.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using domain::Finding;
using domain::Findings;
using domain::Severity;
using review::Operation;
using namespace acerequests;

class AcePreflightTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestThatAwsTakesHasNoFinding();
    void anUpdateOfItHasNoFinding();
    void everyRuleHasACase();
    void aRuleIsKept_data();
    void aRuleIsKept();
    void aRuleIsBroken_data();
    void aRuleIsBroken();
    void anUnknownKeyIsNamedWithCloseOnes();
    void keysOfTheOtherOperationAreUnknown();
    void anEmptyRequestMissesWhatCreationNeeds();
    void whatOnlySubmissionNeedsIsAWarning();
    void oneWrongValueIsReportedOnce();
    void theServicesMessageIsQuoted();
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

void AcePreflightTest::everyRuleHasACase()
{
    QSet<QString> cases;
    for (const RuleCase &row : ruleCases())
        cases.insert(QString::fromUtf8(row.rule));
    for (const catalogue::AceRule &rule : pack().rules) {
        const bool ofSubmission = rule.operations.submit; // those look at two requests: tst_acefacts
        QVERIFY2(ofSubmission || cases.remove(rule.id), qPrintable(rule.id + u" has no case"_s));
    }
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
