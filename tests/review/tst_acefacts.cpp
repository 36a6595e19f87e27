// Every rule that AWS refuses a new record for, on creation or on submission: a request that keeps it passes, one that
// breaks it is refused for the right field, with AWS's code, and with AWS's own words where they are recorded.
// The pairs are data: tests/data/ace-rules/cases.json.
#include "review/acechecks.h"

#include <QSet>
#include <QTest>

using domain::Finding;
using domain::Findings;
using domain::Severity;
using namespace acerequests;

namespace {

constexpr qsizetype kRules = 43;

const json::Value &table()
{
    static const json::Value kTable = [] {
        QFile file(support::sourcePath(u"tests/data/ace-rules/cases.json"_s));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the table of rules cannot be opened");
        return parsed(file.readAll());
    }();
    return kTable;
}

QString textOf(const json::Value &row, const QString &key)
{
    const json::Value *value = row.find(key);
    return value ? value->text : QString();
}

QByteArrayList edits(const json::Value &row, const QString &key)
{
    QByteArrayList lines;
    for (const json::Value &line : row.find(key)->elements)
        lines.append(line.text.toUtf8());
    return lines;
}

json::Value submissionRequest()
{
    return parsed(R"({"Catalog": "AWS", "ClientToken": "3f0c6a52-61a5-5d8e-b0b5-4a6f0d1f7c11", "Identifier": "O1234567",
      "AwsSubmission": {"InvolvementType": "Co-Sell", "Visibility": "Full"}})");
}

/// The sound requests with these edits, checked as created or as submitted. Edits of AwsSubmission are the submission's.
Findings checked(const json::Value &row, const QString &key)
{
    json::Value opportunity = createRequest();
    json::Value submission = submissionRequest();
    for (const QByteArray &line : edits(row, key)) {
        const bool ofSubmission = line.startsWith("AwsSubmission");
        json::Value &changed = ofSubmission ? submission : opportunity;
        changed = edited(changed, line.constData());
    }
    if (textOf(row, u"at"_s) == u"create")
        return check(opportunity);
    return review::preflightSubmission(submission, opportunity, pack(), kToday);
}

} // namespace

class AceFactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasAPair();
    void whatKeepsTheRulePasses_data();
    void whatKeepsTheRulePasses();
    void whatBreaksItIsRefusedAsAwsRefusesIt_data();
    void whatBreaksItIsRefusedAsAwsRefusesIt();
    void aSubmissionIsKnownByItsKeys();
    void onCreationWhatOnlySubmissionNeedsIsNoError();
};

void AceFactsTest::everyRuleHasAPair()
{
    QSet<QString> rules;
    for (const json::Value &rule : table().find(u"rules"_s)->elements)
        rules.insert(rule.text);
    QCOMPARE(rules.size(), kRules);
    QSet<QString> without = rules;
    for (const json::Value &row : table().find(u"cases"_s)->elements) {
        QVERIFY2(rules.contains(textOf(row, u"fact"_s)), qPrintable(textOf(row, u"fact"_s)));
        without.remove(textOf(row, u"fact"_s));
    }
    QVERIFY2(without.isEmpty(), qPrintable(QStringList(without.values()).join(u' ')));
}

void AceFactsTest::whatKeepsTheRulePasses_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const json::Value &row : table().find(u"cases"_s)->elements) {
        QTest::addRow("%d %s", index, qPrintable(textOf(row, u"fact"_s))) << index;
        ++index;
    }
}

void AceFactsTest::whatKeepsTheRulePasses()
{
    QFETCH(const int, index);
    const Findings findings = checked(table().find(u"cases"_s)->elements[static_cast<std::size_t>(index)], u"kept"_s);
    for (const Finding &finding : findings)
        QVERIFY2(finding.severity != Severity::Error, qPrintable(listed(findings)));
}

void AceFactsTest::whatBreaksItIsRefusedAsAwsRefusesIt_data()
{
    whatKeepsTheRulePasses_data();
}

void AceFactsTest::whatBreaksItIsRefusedAsAwsRefusesIt()
{
    QFETCH(const int, index);
    const json::Value &row = table().find(u"cases"_s)->elements[static_cast<std::size_t>(index)];
    const Findings findings = checked(row, u"broken"_s);
    const QString wanted = u"ace/"_s + textOf(row, u"code"_s) + u'/';
    const auto found = std::ranges::find_if(findings, [&](const Finding &finding) {
        return finding.field == textOf(row, u"field"_s) && finding.severity == Severity::Error
            && finding.rule.startsWith(wanted);
    });
    QVERIFY2(found != findings.end(), qPrintable(wanted + u'\n' + listed(findings)));
    QVERIFY(!found->fix.isEmpty());
    QString says = textOf(row, u"says"_s).simplified();
    if (says.endsWith(u'.'))
        says.chop(1);
    QVERIFY2(found->message.simplified().contains(says), qPrintable(found->message));
}

void AceFactsTest::aSubmissionIsKnownByItsKeys()
{
    QCOMPARE(review::operationOf(submissionRequest()), review::Operation::Submit);
    QCOMPARE(review::operationOf(createRequest()), review::Operation::Create);
    QCOMPARE(review::operationOf(updateRequest()), review::Operation::Update);
    QCOMPARE(review::operationOf(parsed("[]")), review::Operation::Create);
    QVERIFY(check(submissionRequest(), review::Operation::Submit).empty());
    const Findings wrong = check(edited(submissionRequest(), "AwsSubmission.InvolvementType = \"Co-sell\"\nStage = 1"),
                                 review::Operation::Submit);
    QVERIFY2(find(wrong, u"vocabulary"_s, u"AwsSubmission.InvolvementType"_s), qPrintable(listed(wrong)));
    QVERIFY(find(wrong, u"unknown-key"_s, u"Stage"_s));
}

void AceFactsTest::onCreationWhatOnlySubmissionNeedsIsNoError()
{
    for (const json::Value &row : table().find(u"cases"_s)->elements) {
        const QByteArrayList broken = edits(row, u"broken"_s);
        const bool ofRecord = std::ranges::none_of(broken, [](const QByteArray &e) { return e.startsWith("Aws"); });
        if (textOf(row, u"at"_s) != u"submit" || !ofRecord || textOf(row, u"field"_s).startsWith(u"LifeCycle"_s))
            continue;
        const Findings findings = check(edited(createRequest(), broken.join('\n').constData()));
        QVERIFY2(!domain::hasError(findings), qPrintable(textOf(row, u"fact"_s) + u'\n' + listed(findings)));
    }
}

QTEST_GUILESS_MAIN(AceFactsTest)
#include "tst_acefacts.moc"
