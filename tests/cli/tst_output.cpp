// What the command line prints: the shapes of its JSON, hostile texts made harmless, help, usage errors.
#include "cli/clifixture.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clitest;

namespace {

const QString kFormula = u"=HYPERLINK(\"http://x\")"_s;
const QString kImage = u"<img src=x onerror=alert(1)>"_s;
const QString kScript = u"<script>alert(2)</script>"_s;
const QString kEscape = u"Night\x1b[31mly\nrun"_s;

/// The Series A sample with texts that would act if anything took them for markup, a formula or a command.
QJsonObject hostileWorksheet()
{
    const QString longText = u"Difficult offices waffle first. "_s.repeated(61) + u"And this is the end."_s;
    QJsonObject made = changed(sampleObject(kSeriesA), u"company.name"_s, QString(kFormula + u" Ltd"_s));
    const std::vector<std::pair<QString, QString>> texts{
        {u"company.description"_s, QString(kImage + kScript)},
        {u"company.city"_s, u"Tel\u202eAviv\u200f"_s},
        {u"company.lastRound.leadInvestor"_s, u"Rocket \U0001F680 Ventures"_s},
        {u"useCases[0].problem"_s, longText},
        {u"useCases[0].outOfScope"_s, u"@SUM(A1)\n-2+3"_s},
        {u"useCases[0].workloads[1].name"_s, kEscape},
        {u"useCases[0].services[2].service"_s, kFormula},
        {u"footprint[0].service"_s, u"@SUM(1,2)"_s},
        {u"footprint[1].service"_s, u" +cmd|' /C calc'!A0"_s}};
    for (const auto &[path, text] : texts)
        made = changed(made, path, text);
    return made;
}

} // namespace

class TestOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hostileTextStandsInTheBriefAsText();
    void hostileTextMakesNoActionInThePdf();
    void hostileTextIsWholeInTheRequestOrFlagged();
    void charactersWithoutAFontAreFlagged();
    void formulasInCsvAreQuoted();
    void tablesHoldNoControlCharacters_data();
    void tablesHoldNoControlCharacters();
    void theProjectionHasItsKeys();
    void theProjectionStatesItsDayAndOrder();
    void explainShowsTheArithmetic();
    void findingsHaveTheirKeys();
    void theReviewersViewIsPrinted();
    void preflightJudgesAnyJson();
    void ratesListAndShow();
    void aModelsRowsAreTheBooks();
    void helpNamesEveryOption_data();
    void helpNamesEveryOption();
    void helpAndVersionOfTheProgram();
    void wrongUsageIsNamed_data();
    void wrongUsageIsNamed();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_hostile;
};

void TestOutput::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_hostile = path(u"hostile.json"_s);
    QVERIFY(writeBytes(m_hostile, jsonOf(hostileWorksheet())));
    const Ran ran = runAsOf({u"draft"_s, m_hostile, u"--case"_s, path(u"x.briefstack"_s), u"--out"_s, path(u"out"_s)});
    VERIFY_ENDED(ran, 0);
    QVERIFY2(!ran.out.contains('\x1b') && ran.out.contains(kFormula.toUtf8()), ran.words().constData());
}

void TestOutput::hostileTextStandsInTheBriefAsText()
{
    const QStringList briefs = everythingIn(path(u"out"_s)).filter(u".pdf"_s);
    QCOMPARE(briefs, (QStringList{u"hyperlink-http-x-ltd-activate-portfolio.pdf"_s,
                                  u"hyperlink-http-x-ltd-bedrock-poc.pdf"_s}));
    for (const QString &name : briefs) {
        const QString text = pdfText(path(u"out/"_s + name));
        QVERIFY2(text.contains(kFormula) && text.contains(u"Aviv"_s), qPrintable(text));
        QVERIFY(!text.contains(u'\u202e'));
    }
    // Where the use case takes the whole first page, the design lets the company's description give way.
    const QString platform = pdfText(path(u"out/"_s + briefs.first()));
    QVERIFY2(platform.contains(kImage) && platform.contains(kScript), qPrintable(platform));
    // Of a text that is longer than its place nothing is dropped.
    const QString proof = pdfText(path(u"out/"_s + briefs.last()));
    QCOMPARE(proof.count(u"waffle"_s), 61);
    QVERIFY(proof.contains(u"And this is the end."_s));
}

void TestOutput::hostileTextMakesNoActionInThePdf()
{
    for (const QString &name : everythingIn(path(u"out"_s)).filter(u".pdf"_s)) {
        const Ran open =
            runProgram(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, path(u"out/"_s + name), u"-"_s});
        VERIFY_ENDED(open, 0);
        for (const char *action :
             {"/JavaScript", "/JS", "/Launch", "/URI", "/OpenAction", "/SubmitForm", "/EmbeddedFile"})
            QVERIFY2(!open.out.contains(action), action);
    }
}

void TestOutput::hostileTextIsWholeInTheRequestOrFlagged()
{
    const QByteArray bytes = bytesOf(path(u"out/hyperlink-http-x-ltd-bedrock-poc.request.json"_s));
    const QJsonObject account = object(bytes).value(u"Customer"_s).toObject().value(u"Account"_s).toObject();
    QCOMPARE(account.value(u"CompanyName"_s).toString(), QString(kFormula + u" Ltd"_s));
    const QJsonObject review = object(runAsOf({u"review"_s, m_hostile, u"--format"_s, u"json"_s}).out);
    QVERIFY(!element(review.value(u"findings"_s), u"rule"_s, u"problem-shortened"_s).isEmpty());
}

void TestOutput::charactersWithoutAFontAreFlagged()
{
    const QString text = pdfText(path(u"out/hyperlink-http-x-ltd-bedrock-poc.pdf"_s));
    if (text.contains(u"\U0001F680"_s))
        QSKIP("a font of this machine has the emoji");
    QVERIFY2(text.contains(u"Rocket [?] Ventures"_s), qPrintable(text));
    const QJsonObject review = object(runAsOf({u"review"_s, m_hostile, u"--format"_s, u"json"_s}).out);
    const QJsonObject finding = element(review.value(u"findings"_s), u"rule"_s, u"brief-character-without-font"_s);
    QVERIFY2(finding.value(u"message"_s).toString().contains(u"U+1F680"_s), jsonOf(review).constData());
}

void TestOutput::formulasInCsvAreQuoted()
{
    const Ran ran = runAsOf({u"project"_s, m_hostile, u"--format"_s, u"csv"_s});
    VERIFY_ENDED(ran, 0);
    QVERIFY2(ran.out.contains(",\"'=HYPERLINK(\"\"http://x\"\")\","), ran.words().constData());
    QVERIFY(ran.out.contains(",\"'@SUM(1,2)\","));
    QVERIFY(ran.out.contains(",' +cmd|' /C calc'!A0,"));
    QVERIFY(!ran.out.contains(",=") && !ran.out.contains(",@") && !ran.out.contains("\"=")
            && !ran.out.contains('\x1b'));
}

void TestOutput::tablesHoldNoControlCharacters_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString caseFile = path(u"x.briefstack"_s);
    QTest::newRow("project") << QStringList{u"project"_s, m_hostile, u"--explain"_s};
    QTest::newRow("review") << QStringList{u"review"_s, m_hostile};
    QTest::newRow("review of a case") << QStringList{u"review"_s, u"--case"_s, caseFile};
    QTest::newRow("list") << QStringList{u"list"_s, u"--case"_s, caseFile};
    QTest::newRow("json") << QStringList{u"project"_s, m_hostile, u"--format"_s, u"json"_s};
}

void TestOutput::tablesHoldNoControlCharacters()
{
    QFETCH(const QStringList, arguments);
    const Ran ran = runAsOf(arguments);
    VERIFY_ENDED(ran, 0);
    for (const char byte : ran.out)
        QVERIFY2(byte == '\n' || static_cast<unsigned char>(byte) >= 0x20, ran.words().constData());
    QVERIFY(!ran.out.contains("ly\nrun"));
}

void TestOutput::theProjectionHasItsKeys()
{
    const Ran ran = runAsOf({u"project"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s});
    VERIFY_ENDED(ran, 0);
    const QJsonObject made = object(ran.out);
    QCOMPARE(
        keys(made),
        u"currency customer envelope evaluatedOn findings format heldCredits ledger lines months notEligible paths "
        "pools programmes rateBook services startMonth suggestedPools total version"_s);
    QCOMPARE(made.value(u"format"_s).toString(), u"briefstack-projection"_s);
    QCOMPARE(made.value(u"version"_s).toInt(), 1);
    QCOMPARE(made.value(u"months"_s).toInt(), 12);
    QCOMPARE(made.value(u"startMonth"_s).toString(), u"2027-01"_s);
    QCOMPARE(keys(made.value(u"rateBook"_s)), u"asOf id"_s);
    QCOMPARE(keys(made.value(u"lines"_s).toArray().first()),
             u"creditEligible explain id model monthly name service total useCase"_s);
    QCOMPARE(keys(made.value(u"services"_s).toArray().first()), u"average full monthly peak service total"_s);
    QCOMPARE(keys(made.value(u"total"_s)), u"average full monthly peak total"_s);
    QCOMPARE(
        keys(made.value(u"pools"_s).toArray().first()),
        u"ask eligible exhaustedInMonth forfeited fromMonth id months need pays programme rawAsk reasons unspent"_s);
    QCOMPARE(keys(made.value(u"customer"_s)), u"monthly total"_s);
    QCOMPARE(keys(made.value(u"ledger"_s).toArray().first()), u"amount line month pool"_s);
    QCOMPARE(keys(made.value(u"findings"_s).toArray().first()), u"field fix message rule severity"_s);
    const QJsonObject footprint = element(made.value(u"lines"_s), u"service"_s, u"Amazon EC2"_s);
    QVERIFY(footprint.value(u"useCase"_s).isNull() && footprint.value(u"model"_s).isNull());
    static const QRegularExpression kMoney(u"^[0-9]+\\.[0-9]{2}$"_s);
    for (const QJsonValue &entry : made.value(u"ledger"_s).toArray())
        QVERIFY(kMoney.match(entry.toObject().value(u"amount"_s).toString()).hasMatch());
}

void TestOutput::theProjectionStatesItsDayAndOrder()
{
    const QStringList base{u"project"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s, u"--as-of"_s};
    QCOMPARE(object(run(base + QStringList{u"2026-10-15"_s}).out).value(u"evaluatedOn"_s).toString(), u"2026-10-15"_s);
    const Ran planned =
        runAsOf({u"project"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s, u"--order"_s, u"planned"_s});
    const Ran aws = runAsOf({u"project"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s, u"--order"_s, u"aws"_s});
    VERIFY_ENDED(aws, 0);
    QCOMPARE(object(aws.out).value(u"total"_s), object(planned.out).value(u"total"_s));
    QVERIFY(object(aws.out).value(u"ledger"_s) != object(planned.out).value(u"ledger"_s));
}

void TestOutput::explainShowsTheArithmetic()
{
    const Ran plain = runAsOf({u"project"_s, samplePath(kSeriesA)});
    const Ran ran = runAsOf({u"project"_s, samplePath(kSeriesA), u"--explain"_s});
    VERIFY_ENDED(ran, 0);
    QVERIFY(!plain.out.contains("Assistant answers (answers)"));
    QVERIFY2(ran.out.contains("Assistant answers (answers)") && ran.out.contains("16.5"), ran.words().constData());
}

void TestOutput::findingsHaveTheirKeys()
{
    const Ran ran = runAsOf({u"review"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s});
    VERIFY_ENDED(ran, 0);
    const QJsonObject made = object(ran.out);
    QCOMPARE(keys(made), u"checks differences evaluatedOn findings format readyToFile unknown version"_s);
    QCOMPARE(made.value(u"format"_s).toString(), u"briefstack-findings"_s);
    QCOMPARE(made.value(u"version"_s).toInt(), 1);
    QCOMPARE(made.value(u"evaluatedOn"_s).toString(), u"2026-11-22"_s);
    const QJsonArray findings = made.value(u"findings"_s).toArray();
    QVERIFY(!findings.isEmpty());
    for (const QJsonValue &finding : findings) {
        QCOMPARE(keys(finding), u"field fix message rule severity"_s);
        const QString severity = finding.toObject().value(u"severity"_s).toString();
        QVERIFY2(severity == u"error" || severity == u"warning" || severity == u"advice", qPrintable(severity));
    }
    const QByteArray rival = jsonOf(changed(sampleObject(kSeriesA), u"company.competesWithAws"_s, true));
    VERIFY_ENDED(runAsOf({u"review"_s, u"-"_s}, rival), 1);
}

void TestOutput::theReviewersViewIsPrinted()
{
    const QJsonObject made = object(runAsOf({u"review"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s}).out);
    const QJsonArray checks = made.value(u"checks"_s).toArray();
    QCOMPARE(checks.size(), 4);
    for (const QJsonValue &check : checks) {
        QCOMPARE(keys(check), u"id items title"_s);
        for (const QJsonValue &item : check.toObject().value(u"items"_s).toArray()) {
            QCOMPARE(keys(item), u"evidence field id rule statement verdict"_s);
            for (const QJsonValue &evidence : item.toObject().value(u"evidence"_s).toArray())
                QCOMPARE(keys(evidence), u"fact field note status"_s);
        }
    }
    QCOMPARE(keys(made.value(u"readyToFile"_s).toArray().first()), u"done field id missing statement"_s);
    QCOMPARE(made.value(u"differences"_s).toArray().size(), 1);
    const Ran table = runAsOf({u"review"_s, samplePath(kSeriesA)});
    VERIFY_ENDED(table, 0);
    QVERIFY(table.out.contains("[~] Assistant answers grows 3-fold"));
    QVERIFY(table.out.contains("5,000 requests a day (implied: 5,000 answers a day in the design-partner logs)"));
    QVERIFY(table.out.contains("Ready to file\n    [x] The facts that AWS requires are there\n"));
    // User text on the terminal stays on its line.
    QJsonObject hostile = changed(sampleObject(kSeriesA), u"company.website"_s, u"https://a.example/\u001b[2J\n[+]"_s);
    const Ran ran = runAsOf({u"review"_s, u"-"_s}, jsonOf(hostile));
    QVERIFY(!ran.out.contains('\x1b'));
    QVERIFY(!ran.out.contains("\n[+]"));
}

void TestOutput::preflightJudgesAnyJson()
{
    for (const QByteArray &json :
         {QByteArray("{}"), QByteArray("[]"), QByteArray("7"), QByteArray("{\"Catalog\": 5}")}) {
        const Ran ran = runAsOf({u"preflight"_s, u"-"_s, u"--format"_s, u"json"_s}, json);
        VERIFY_ENDED(ran, 1);
        QCOMPARE(keys(object(ran.out)), u"evaluatedOn findings format version"_s);
    }
    VERIFY_REFUSED(runAsOf({u"preflight"_s, u"-"_s}, "{"), u"-: "_s, u"is not valid JSON"_s);
    const QStringList command{u"preflight"_s, u"-"_s};
    const Ran update = runAsOf(command, R"({"Catalog": "AWS", "Identifier": "O12"})");
    QVERIFY2(update.status == 1 && update.out.contains("LastModifiedDate"), update.words().constData());
    QVERIFY2(!update.out.contains("ClientToken"), update.words().constData());
    const QByteArray submission = R"({"Catalog": "AWS", "ClientToken": "t", "Identifier": "O12",
        "AwsSubmission": {"InvolvementType": "Co-Sell", "Visibility": "Limited"}})";
    const Ran limited = runAsOf(command, submission);
    QVERIFY2(limited.status == 1 && limited.out.contains("Cannot set visibility to limited"),
             limited.words().constData());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"submission.json"_s);
    QVERIFY(writeBytes(file, submission));
    const Ran both = runAsOf(command + QStringList{u"--submission"_s, file}, R"({"Catalog": "AWS", "ClientToken": "u",
        "Customer": {}})");
    QVERIFY2(both.status == 1 && both.out.contains("primaryNeedsFromAws is required"), both.words().constData());
    VERIFY_REFUSED(runAsOf({u"preflight"_s, u"-"_s}), u"-: "_s, u"is not valid JSON"_s);
}

void TestOutput::ratesListAndShow()
{
    const Ran list = runAsOf({u"rates"_s, u"list"_s, u"--format"_s, u"json"_s});
    VERIFY_ENDED(list, 0);
    const QJsonObject book = object(list.out);
    QCOMPARE(keys(book), u"asOf format items models rateBook version"_s);
    QVERIFY(!element(book.value(u"models"_s), u"id"_s, u"anthropic.claude-sonnet-4-6"_s).isEmpty());
    QVERIFY(!element(book.value(u"items"_s), u"id"_s, u"opensearch-serverless/ocu-hours"_s).isEmpty());
    const Ran table = runAsOf({u"rates"_s, u"list"_s});
    QVERIFY2(table.status == 0 && table.out.contains("anthropic.claude-sonnet-4-6"), table.words().constData());
    VERIFY_REFUSED(runAsOf({u"rates"_s, u"show"_s, u"anthropic.claude-sonnet-4-7"_s}), u"the model "_s,
                   u"anthropic.claude-sonnet-4-6"_s);
}

void TestOutput::aModelsRowsAreTheBooks()
{
    const Ran ran = runAsOf({u"rates"_s, u"show"_s, u"anthropic.claude-sonnet-4-6"_s, u"--format"_s, u"json"_s});
    VERIFY_ENDED(ran, 0);
    const QJsonArray rows = object(ran.out).value(u"rows"_s).toArray();
    bool found = false;
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        if (row.value(u"region"_s).toString() != u"us-east-1" || row.value(u"scope"_s).toString() != u"regional")
            continue;
        found = true;
        QCOMPARE(row.value(u"rates"_s).toObject().value(u"input"_s).toString(), u"3.3"_s);
        QCOMPARE(row.value(u"rates"_s).toObject().value(u"output"_s).toString(), u"16.5"_s);
        QVERIFY2(row.value(u"source"_s).toString().startsWith(u"AWS Price List"_s), ran.words().constData());
        QVERIFY(!row.value(u"asOf"_s).toString().isEmpty());
    }
    QVERIFY(found);
}

void TestOutput::helpNamesEveryOption_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("options");
    const auto row = [](const char *command, const char *options) {
        QTest::newRow(command) << QString::fromLatin1(command) << QString::fromLatin1(options);
    };
    row("draft", "WORKSHEET --case --out --new --update --rates");
    row("project",
        "WORKSHEET --explain --levers --take --prefix-tokens --hit-rate --batch-share --order --format --rates");
    row("review", "WORKSHEET --case --id --channel --format --rates");
    row("preflight", "REQUEST --channel --operation --submission --filed --case --format");
    row("list", "--case --search --status --format");
    row("export", "--case --id --pool --format --out --rates");
    row("import", "FILE --case --id --new --take --format --rates");
    row("rates",
        "list show import diff set unset reprice --into --dry-run --all --region --scope --rate --price --by --why "
        "--case --id --format --rates");
    row("file", "--case --id --pool --opportunity --channel --on --pdf --note --again --rates");
    row("status",
        "--case --id --pool --to --on --reason --reason-file --credit --expires --account --filing --out --format "
        "--rates");
    row("pipeline", "--case --status --format --rates");
    row("check", "--case");
    row("backup", "--case --to");
}

void TestOutput::helpNamesEveryOption()
{
    QFETCH(const QString, command);
    QFETCH(const QString, options);
    const Ran ran = run({command, u"--help"_s});
    VERIFY_ENDED(ran, 0);
    const QString text = QString::fromUtf8(ran.out);
    QVERIFY2(text.section(u'\n', 0, 0).contains(u"briefstack-cli "_s + command), qPrintable(text));
    for (const QString &option : QString(options + u" --as-of --help"_s).split(u' '))
        QVERIFY2(text.contains(option), qPrintable(option + u" is not in\n"_s + text));
    VERIFY_REFUSED(run({command, u"--no-such-option"_s}), QString(), u"no-such-option"_s);
}

void TestOutput::helpAndVersionOfTheProgram()
{
    for (const QString &word : {u"--help"_s, u"-h"_s, u"help"_s}) {
        const Ran ran = run({word});
        VERIFY_ENDED(ran, 0);
        for (const char *command :
             {"draft", "project", "review", "preflight", "list", "export", "rates", "check", "backup"})
            QVERIFY2(ran.out.contains(QByteArray(QByteArray("\n  ") + command + ' ')), command);
    }
    const Ran version = run({u"--version"_s});
    VERIFY_ENDED(version, 0);
    static const QRegularExpression kVersion(u"^briefstack-cli [0-9]+\\.[0-9]+\\.[0-9]+\n$"_s);
    QVERIFY2(kVersion.match(QString::fromUtf8(version.out)).hasMatch(), version.out.constData());
}

void TestOutput::wrongUsageIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("part");
    const QString sample = samplePath(kSeriesA);
    const auto row = [](const char *name, const QStringList &arguments, const QString &part) {
        QTest::newRow(name) << arguments << part;
    };
    row("no command", {}, u"a command is needed"_s);
    row("unknown command", {u"drft"_s}, u"there is no command \"drft\""_s);
    row("draft nothing", {u"draft"_s, u"--case"_s, u"x"_s}, u"missing the worksheet"_s);
    row("draft nowhere", {u"draft"_s, sample}, u"missing --case"_s);
    row("draft new and update", {u"draft"_s, sample, u"--case"_s, u"x"_s, u"--new"_s, u"--update"_s, u"y"_s},
        u"exclude"_s);
    row("update with two", {u"draft"_s, sample, sample, u"--case"_s, u"x"_s, u"--update"_s, u"y"_s},
        u"one worksheet"_s);
    row("option without a value", {u"draft"_s, sample, u"--case"_s}, u"case"_s);
    row("project two", {u"project"_s, sample, sample}, u"unexpected argument"_s);
    row("project nothing", {u"project"_s}, u"missing the worksheet"_s);
    row("unknown order", {u"project"_s, sample, u"--order"_s, u"random"_s}, u"planned, aws"_s);
    row("unknown format", {u"project"_s, sample, u"--format"_s, u"xml"_s}, u"table, json, csv"_s);
    row("review of both", {u"review"_s, sample, u"--case"_s, u"x"_s}, u"unexpected argument"_s);
    row("review of neither", {u"review"_s}, u"--case"_s);
    row("id without a case file", {u"review"_s, sample, u"--id"_s, u"x"_s}, u"--id needs --case"_s);
    row("unknown channel", {u"review"_s, sample, u"--channel"_s, u"fax"_s}, u"api"_s);
    row("unknown operation", {u"preflight"_s, u"x"_s, u"--operation"_s, u"delete"_s}, u"create, update, submit"_s);
    row("list nothing", {u"list"_s}, u"missing --case"_s);
    row("export nowhere", {u"export"_s, u"--case"_s, u"x"_s, u"--format"_s, u"pdf"_s}, u"missing --out"_s);
    row("rates nothing", {u"rates"_s}, u"missing the action"_s);
    row("rates show nothing", {u"rates"_s, u"show"_s}, u"missing the model"_s);
    row("rates unknown", {u"rates"_s, u"print"_s}, u"list, show, import"_s);
    row("backup nowhere", {u"backup"_s, u"--case"_s, u"x"_s}, u"missing --to"_s);
}

void TestOutput::wrongUsageIsNamed()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, part);
    const Ran ran = run(arguments);
    VERIFY_REFUSED(ran, QString(), part);
    QVERIFY2(ran.err.contains("(see --help)"), ran.words().constData());
}

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
