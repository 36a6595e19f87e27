// What a record is filed with: requests of 500 generated cases that the shipped rules and a second reading of AWS's model
// take, and damaged ones that both refuse for the right field; commands that a shell runs as they are written.
#include "documents/typesetter.h"
#include "drafting/damages.h"
#include "drafting/filingkit.h"
#include "drafting/randomcases.h"
#include "records/kit/awscommands.h"
#include "records/kit/calculatorrecipe.h"
#include "records/kit/fundingrequest.h"
#include "records/kit/submission.h"
#include "records/stackfixture.h"
#include "review/ace/preflight.h"
#include "support/sourcefolder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using drafting::Damage;
using drafting::damaged;
using drafting::damages;
using drafting::KitPart;

namespace {

constexpr quint32 kCases = 500;
const QDate kDay(2026, 11, 22);

const drafting::Shipped &shipped()
{
    static const drafting::Shipped kShipped = drafting::shippedData().value();
    return kShipped;
}

/// A case with everything that its files are made from.
struct Kit {
    explicit Kit(const domain::Worksheet &worksheet, documents::Typesetter &type)
        : computed(drafting::compute(worksheet, shipped().rates, shipped().programmes, kDay).value()),
          documents(computed, shipped(), identity, kDay, type),
          files(computed, shipped(), identity, kDay, documents, filings)
    {
    }
    std::size_t records() const { return computed.stack.records.size(); }
    QByteArray part(std::size_t record, KitPart part) const
    {
        const auto made = files.files(record, part);
        return made.empty() ? QByteArray() : made.front().bytes;
    }
    drafting::CaseIdentity identity{u"00000000-0000-4000-8000-000000000001"_s, 3, u"northwind"_s};
    drafting::ComputedCase computed;
    drafting::CaseDocuments documents;
    ports::CaseFilings filings;
    drafting::FilingKit files;
};

/// As the script sends it: with what GetOpportunity returned.
QByteArray withLastModified(const QByteArray &update)
{
    QJsonObject request = QJsonDocument::fromJson(update).object();
    request.insert(u"LastModifiedDate"_s, u"2026-11-20T10:00:00Z"_s);
    return QJsonDocument(request).toJson();
}

QString errorsIn(const QByteArray &request)
{
    const json::Value value = json::parse(request).value();
    QStringList errors;
    for (const domain::Finding &finding :
         review::preflight(value, shipped().acePack, review::operationOf(value), kDay)) {
        if (finding.severity == domain::Severity::Error)
            errors.append(finding.field + u' ' + finding.rule + u' ' + finding.message);
    }
    return errors.join(u'\n');
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    QVERIFY2(out.open(QIODevice::WriteOnly), qPrintable(file));
    out.write(bytes);
}

/// What the second reading finds: per file the wrong paths.
QJsonObject secondReading(const QString &folder)
{
    QProcess python;
    python.start(u"python3"_s, {support::sourcePath(u"tests/drafting/acefields.py"_s),
                                support::sourcePath(u"tests/data/ace-rules/fields.json"_s), folder});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("acefields.py: %s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

} // namespace

class FilingKitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsExportedIsTakenByBothReadings();
    void damagedCopiesAreRefusedForTheFieldThatIsDamaged();
    void aSubmissionOfAnExportedRecordPasses();
    void whatIsAssociatedIsKnownToAws();
    void theShellRunsTheCommandsAsTheyAre();
    void noTextOfACustomerIsACommand();
    void anUpdateIsSentOnlyInTheStatusThatItStates();
    void whatWasFiledCountsBeforeTheWorksheet();
    void notesHoldEachFactOnItsLine();
    void theFundRequestKeepsItsLimits();
    void theRecipeAddsUpToTheAmountStated();
    void anEstimateIsReconciled();

private:
    std::unique_ptr<documents::Typesetter> m_type;
    QTemporaryDir m_folder;

    QStringList runScript(const QString &folder, const QStringList &arguments, int *status,
                          const QByteArray &answer = "Pending Submission");
    QString kitFolder(const Kit &kit);
};

void FilingKitTest::initTestCase()
{
    m_type = std::make_unique<documents::Typesetter>();
    QVERIFY(m_folder.isValid());
}

void FilingKitTest::whatIsExportedIsTakenByBothReadings()
{
    QTemporaryDir folder;
    int requests = 0;
    for (quint32 seed = 1; seed <= kCases; ++seed) {
        const Kit kit(drafting::randomCase(seed), *m_type);
        for (std::size_t record = 0; record < kit.records(); ++record) {
            const auto create = kit.documents.request(record);
            if (!create)
                continue;
            const QString base = folder.filePath(u"%1-%2"_s.arg(seed).arg(record));
            const QByteArray update = withLastModified(kit.part(record, KitPart::Update));
            const QByteArray engagement = kit.part(record, KitPart::Engagement);
            for (const QByteArray &request : {*create, update, engagement})
                QVERIFY2(errorsIn(request).isEmpty(),
                         qPrintable(errorsIn(request) + u'\n' + QString::fromUtf8(request)));
            write(base + u".create.json"_s, *create);
            write(base + u".update.json"_s, update);
            write(base + u".engagement.json"_s, engagement);
            requests += 3;
        }
    }
    QVERIFY2(requests >= 3 * int(kCases), qPrintable(QString::number(requests)));
    const QJsonObject found = secondReading(folder.path());
    QCOMPARE(found.size(), requests);
    for (auto file = found.begin(); file != found.end(); ++file)
        QVERIFY2(file->toArray().isEmpty(),
                 qPrintable(file.key() + QString::fromUtf8(QJsonDocument(file->toArray()).toJson())));
}

void FilingKitTest::damagedCopiesAreRefusedForTheFieldThatIsDamaged()
{
    QTemporaryDir folder;
    QHash<QString, QString> fieldOf;
    int number = 0;
    for (quint32 seed = 1; seed <= 10; ++seed) {
        const Kit kit(drafting::randomCase(seed), *m_type);
        const QHash<QString, QByteArray> sound{{u"create"_s, *kit.documents.request(0)},
                                               {u"update"_s, withLastModified(kit.part(0, KitPart::Update))},
                                               {u"engagement"_s, kit.part(0, KitPart::Engagement)}};
        for (const Damage &damage : damages()) {
            const QJsonValue before(QJsonDocument::fromJson(sound[damage.operation]).object());
            const QByteArray bytes = QJsonDocument(damaged(before, damage.place, damage.value).toObject()).toJson();
            const json::Value request = json::parse(bytes).value();
            const review::Operation operation = damage.operation == u"create" ? review::Operation::Create
                                              : damage.operation == u"update" ? review::Operation::Update
                                                                              : review::Operation::Submit;
            QStringList fields;
            for (const domain::Finding &finding : review::preflight(request, shipped().acePack, operation, kDay)) {
                if (finding.severity == domain::Severity::Error)
                    fields.append(finding.field);
            }
            QCOMPARE(fields, QStringList{damage.field});
            const QString name = u"%1.%2.json"_s.arg(++number).arg(damage.operation);
            fieldOf.insert(name, damage.field);
            write(folder.filePath(name), bytes);
        }
    }
    const QJsonObject found = secondReading(folder.path());
    QCOMPARE(found.size(), fieldOf.size());
    for (auto file = found.begin(); file != found.end(); ++file) {
        QVERIFY2(!file->toArray().isEmpty(), qPrintable(file.key() + fieldOf[file.key()]));
        for (const QJsonValue &wrong : file->toArray())
            QCOMPARE(wrong.toArray().first().toString(), fieldOf[file.key()]);
    }
}

void FilingKitTest::aSubmissionOfAnExportedRecordPasses()
{
    for (quint32 seed = 1; seed <= 50; ++seed) {
        const Kit kit(drafting::randomCase(seed), *m_type);
        json::Value opportunity = json::parse(*kit.documents.request(0)).value();
        json::Value solutions;
        solutions.kind = json::Kind::Array;
        for (const QString &id : kit.computed.worksheet.partner.solutionIds) {
            json::Value text;
            text.kind = json::Kind::String;
            text.text = id;
            solutions.elements.push_back(text);
        }
        json::Value related;
        related.kind = json::Kind::Object;
        related.members.push_back({u"Solutions"_s, solutions});
        opportunity.members.push_back({u"RelatedEntityIdentifiers"_s, related});
        const json::Value submission = json::parse(kit.part(0, KitPart::Engagement)).value();
        for (const domain::Finding &finding :
             review::preflightSubmission(submission, opportunity, shipped().acePack, kDay))
            QVERIFY2(finding.severity != domain::Severity::Error, qPrintable(finding.field + finding.message));
    }
}

void FilingKitTest::whatIsAssociatedIsKnownToAws()
{
    for (quint32 seed = 1; seed <= 50; ++seed) {
        const Kit kit(drafting::randomCase(seed), *m_type);
        QHash<QString, int> count;
        const QJsonArray list = QJsonDocument::fromJson(kit.part(0, KitPart::Associations)).array();
        for (const QJsonValue &entry : list) {
            const QString id = entry[u"RelatedEntityIdentifier"_s].toString();
            const QString type = entry[u"RelatedEntityType"_s].toString();
            QVERIFY2(type == u"Solutions" || shipped().acePack.product(id), qPrintable(type + id));
            QVERIFY(entry[u"OpportunityIdentifier"_s].toString().startsWith(u'O'));
            ++count[type];
        }
        QVERIFY(count[u"AwsProducts"_s] > 1 && count[u"AwsProducts"_s] <= 20);
        QVERIFY(count[u"Solutions"_s] <= 10);
    }
}

QString FilingKitTest::kitFolder(const Kit &kit)
{
    const QString folder = m_folder.filePath(u"kit-%1"_s.arg(QDir(m_folder.path()).count()));
    QDir().mkpath(folder);
    for (const drafting::DocumentFile &file : kit.files.all(0))
        write(QDir(folder).filePath(file.name), file.bytes);
    return folder;
}

/// Runs the script with an `aws` that writes down its words, one a line, and answers.
QStringList FilingKitTest::runScript(const QString &folder, const QStringList &arguments, int *status,
                                     const QByteArray &answer)
{
    const QString bin = m_folder.filePath(u"bin"_s);
    QDir().mkpath(bin);
    const QString log = folder + u"/aws.log"_s;
    QFile::remove(log);
    write(bin + u"/aws"_s, "#!/bin/sh\nprintf '%s\\n' \"$@\" -- >>\"$AWS_LOG\"\necho '" + answer + "'\n");
    QFile::setPermissions(bin + u"/aws"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, bin + u':' + environment.value(u"PATH"_s));
    environment.insert(u"AWS_LOG"_s, log);
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(m_folder.path());
    shell.start(u"sh"_s, QStringList{folder + u"/northwind-bedrock-poc.commands.sh"_s} + arguments);
    shell.waitForFinished();
    *status = shell.exitCode();
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u"\n--\n"_s, Qt::SkipEmptyParts);
}

void FilingKitTest::theShellRunsTheCommandsAsTheyAre()
{
    const Kit kit(drafting::randomCase(3), *m_type);
    const QString folder = kitFolder(kit);
    int status = -1;
    QVERIFY(runScript(folder, {}, &status).isEmpty()); // says what it can do
    QCOMPARE(status, 0);
    const QStringList created = runScript(folder, {u"create"_s}, &status);
    QCOMPARE(status, 0);
    QCOMPARE(created.size(), 1);
    QVERIFY2(
        created.first().contains(u"create-opportunity\n--cli-input-json\nfile://northwind-bedrock-poc.request.json"_s),
        qPrintable(created.first()));
    QVERIFY(runScript(folder, {u"check"_s}, &status).first().contains(u"--generate-cli-skeleton\noutput"_s));
    const QStringList associated = runScript(folder, {u"associate"_s, u"O77"_s}, &status);
    QCOMPARE(std::size_t(associated.size()), records::associations(kit.computed.stack.records.at(0)).size());
    QVERIFY(associated.first().contains(u"--opportunity-identifier\nO77\n"_s));
    const QStringList submitted = runScript(folder, {u"submit"_s, u"O77"_s}, &status);
    QVERIFY(submitted.first().contains(u"start-engagement-from-opportunity-task"_s));
    QVERIFY(runScript(folder, {u"status"_s, u"O77"_s}, &status).first().contains(u"list-engagement-from"_s));
    const QStringList funded = runScript(folder, {u"fund"_s, u"O77"_s, u"ben-0123456789abcd"_s}, &status);
    QVERIFY(funded.last().contains(u"create-benefit-application"_s) && funded.last().contains(u"ben-0123456789abcd"_s));
    for (const QStringList &wrong : {QStringList{u"submit"_s}, QStringList{u"submit"_s, u"77"_s},
                                     QStringList{u"file"_s}, QStringList{u"fund"_s, u"O77"_s}}) {
        QVERIFY(runScript(folder, wrong, &status).isEmpty());
        QCOMPARE(status, 2);
    }
}

void FilingKitTest::noTextOfACustomerIsACommand()
{
    domain::Worksheet worksheet = drafting::randomCase(5);
    const QString pwned = m_folder.filePath(u"pwned"_s);
    const QString hostile = u"S-1'; touch '%1'; echo '"_s.arg(pwned);
    worksheet.partner.solutionIds = {hostile, u"$(touch %1)"_s.arg(pwned), u"`touch %1`"_s.arg(pwned), u"a\nb"_s};
    worksheet.company.name = u"'; touch %1 #\nEND\ntouch %1"_s.arg(pwned);
    const Kit kit(worksheet, *m_type);
    const QString folder = kitFolder(kit);
    int status = -1;
    QVERIFY(runScript(folder, {}, &status).isEmpty());
    const QStringList associated = runScript(folder, {u"associate"_s, u"O77"_s}, &status);
    QCOMPARE(status, 0);
    QVERIFY2(associated.first().endsWith(u"--related-entity-identifier\n"_s + hostile), qPrintable(associated.first()));
    // Nor is the reason for which an update is withheld: it is printed as it is.
    const QString reason = u"Title was filed as \"a\\cb\\n'; touch %1; echo '\"."_s.arg(pwned);
    write(folder + u"/withheld.sh"_s,
          records::awsCommands(kit.computed.stack.records.front(), {}, u"Action Required"_s, {}, {reason}));
    QProcess shell;
    shell.start(u"sh"_s, {folder + u"/withheld.sh"_s, u"update"_s, u"O77"_s});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 1);
    QCOMPARE(QString::fromUtf8(shell.readAllStandardError()), reason + u'\n');
    QVERIFY(!QFile::exists(pwned));
    QCOMPARE(records::shellQuoted(u"it's"_s), u"'it'\\''s'"_s);
}

void FilingKitTest::anUpdateIsSentOnlyInTheStatusThatItStates()
{
    const Kit kit(drafting::randomCase(7), *m_type);
    const QString folder = kitFolder(kit);
    int status = -1;
    const QStringList refused = runScript(folder, {u"update"_s, u"O77"_s}, &status, "Approved");
    QCOMPARE(status, 1);
    QVERIFY(!refused.join(u' ').contains(u"update-opportunity"_s));
    const QStringList sent = runScript(folder, {u"update"_s, u"O77"_s}, &status);
    QCOMPARE(status, 0);
    QVERIFY2(sent.last().contains(u"update-opportunity"_s) && sent.last().contains(u"--last-modified-date"_s),
             qPrintable(sent.last()));
}

void FilingKitTest::whatWasFiledCountsBeforeTheWorksheet()
{
    domain::Worksheet worksheet = records::seriesA();
    domain::RecordFacts facts;
    facts.pool = u"bedrock-poc"_s;
    facts.opportunityId = u"O7"_s;
    facts.status = u"drafting"_s;
    worksheet.records = {facts};
    Kit kit(worksheet, *m_type);
    const auto update = [&kit] { return QJsonDocument::fromJson(kit.part(0, KitPart::Update)); };
    QCOMPARE(update()[u"Identifier"_s].toString(), u"O7"_s);
    QCOMPARE(update()[u"LifeCycle"_s][u"ReviewStatus"_s].toString(), u"Pending Submission"_s);

    ports::Filing filed;
    filed.poolId = facts.pool;
    filed.opportunityId = u"O1234567"_s;
    kit.filings.filings = {filed};
    kit.filings.changes = {{facts.pool, u"filed"_s, {}, kDay, {}},
                           {facts.pool, u"action-required"_s, u"?"_s, kDay, {}}};
    QCOMPARE(update()[u"Identifier"_s].toString(), u"O1234567"_s);
    QCOMPARE(update()[u"LifeCycle"_s][u"ReviewStatus"_s].toString(), u"Action Required"_s);
    QCOMPARE(QJsonDocument::fromJson(kit.part(0, KitPart::Engagement))[u"Identifier"_s].toString(), u"O1234567"_s);
    QVERIFY(kit.part(0, KitPart::Funding).contains("Linked opportunity\nO1234567\n"));
    QVERIFY(kit.part(0, KitPart::Commands).contains("'Action Required'"));
}

void FilingKitTest::notesHoldEachFactOnItsLine()
{
    const Kit kit(records::seriesA(), *m_type);
    const QString notes = QString::fromUtf8(kit.part(0, KitPart::Notes));
    const records::Record &record = kit.computed.stack.records.at(0);
    QVERIFY2(notes.contains(u"- Company name: Northwind Support Software\n"_s), qPrintable(notes));
    QVERIFY(notes.contains(u"- Estimated AWS monthly recurring revenue: USD 13237.83"_s));
    QVERIFY(notes.contains(u"- Project title: "_s + record.title + u'\n'));
    QVERIFY(notes.contains(u"AmazonBedrock"_s));
    for (const QString &line : notes.split(u'\n'))
        QVERIFY2(!line.endsWith(u": "_s) && !line.endsWith(u':'), qPrintable(line));
}

void FilingKitTest::theFundRequestKeepsItsLimits()
{
    for (quint32 seed = 1; seed <= 50; ++seed) {
        const Kit kit(drafting::randomCase(seed), *m_type);
        const auto files = kit.files.files(0, KitPart::Funding);
        QCOMPARE(files.size(), std::size_t(2));
        const QJsonObject request = QJsonDocument::fromJson(files[1].bytes).object();
        const auto length = [&](const QString &key) { return request.value(key).toString().toUcs4().size(); };
        const catalogue::FundRequestLimits &limits = shipped().filingRules.fundRequest;
        QVERIFY(length(u"Name"_s) >= 1 && length(u"Name"_s) <= limits.nameMost);
        QVERIFY(length(u"Description"_s) >= 1 && length(u"Description"_s) <= limits.descriptionMost);
        QVERIFY(length(u"ClientToken"_s) <= 64);
        QVERIFY(request.value(u"ClientToken"_s)
                != QJsonDocument::fromJson(*kit.documents.request(0)).object().value(u"ClientToken"_s));
        const QString text = QString::fromUtf8(files[0].bytes);
        QVERIFY2(text.contains(u"northwind-bedrock-poc.pdf"_s) && text.contains(u"plan.pdf"_s), qPrintable(text));
        QVERIFY(text.contains(u"2026-12-06 at the earliest"_s)); // 14 days after the day of the draft
    }
}

void FilingKitTest::theRecipeAddsUpToTheAmountStated()
{
    for (quint32 seed = 1; seed <= 50; ++seed) {
        const Kit kit(drafting::randomCase(seed), *m_type);
        for (const records::Record &record : kit.computed.stack.records) {
            if (record.kind != records::RecordKind::Opportunity)
                continue;
            const records::Recipe recipe = records::calculatorRecipe(record, kit.computed.projection);
            domain::Money sum;
            for (const records::RecipeService &service : recipe.services) {
                sum = sum + service.expected;
                QVERIFY(!service.fields.empty() && !service.region.isEmpty());
            }
            QCOMPARE(sum.toString(), record.statedMonthlySpend.toString());
        }
    }
    const Kit kit(records::seriesA(), *m_type);
    const QString text = QString::fromUtf8(kit.part(0, KitPart::Calculator));
    QVERIFY2(text.contains(u"Input tokens per request: 4000\n"_s), qPrintable(text));
    QVERIFY(text.contains(u"Monthly total: USD 13237.83\n"_s));
}

void FilingKitTest::anEstimateIsReconciled()
{
    const domain::Money ours = domain::Money::fromCents(1323783);
    QVERIFY(records::reconcile(ours, ours).difference.isZero());
    const records::Reconciliation less = records::reconcile(ours, domain::Money::fromCents(1300000));
    QCOMPARE(less.difference.toString(), u"-237.83"_s);
    QVERIFY2(less.sentence.contains(u"$237.83 below"_s), qPrintable(less.sentence));
    QVERIFY(records::reconcile(ours, domain::Money::fromCents(1323784)).sentence.contains(u"$0.01 above"_s));
}

QTEST_MAIN(FilingKitTest)
#include "tst_filingkit.moc"
