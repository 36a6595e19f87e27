// What a record is filed with: requests of 500 generated cases that the shipped rules and a second reading of AWS's model
// take, and damaged ones that both refuse for the right field; commands that a shell runs as they are written.
#include "documents/typesetter.h"
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
          files(computed, identity, kDay, documents)
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

/// One thing that is wrong, and the field that both readings must name.
struct Damage {
    QString operation;
    QStringList place; ///< keys; a number is a list's index
    QJsonValue value;  ///< undefined: the key is taken away
    QString field;
};

const std::vector<Damage> &damages()
{
    const QJsonValue gone = QJsonValue(QJsonValue::Undefined);
    static const std::vector<Damage> kDamages{
        {u"create"_s, {u"Catalog"_s}, gone, u"Catalog"_s},
        {u"create"_s, {u"ClientToken"_s}, QString(256, u't'), u"ClientToken"_s},
        {u"create"_s, {u"Surprise"_s}, u"x"_s, u"Surprise"_s},
        {u"create"_s,
         {u"Customer"_s, u"Account"_s, u"CompanyName"_s},
         QString(121, u'n'),
         u"Customer.Account.CompanyName"_s},
        {u"create"_s, {u"Customer"_s, u"Account"_s, u"Industry"_s}, u"Softwares"_s, u"Customer.Account.Industry"_s},
        {u"create"_s, {u"Customer"_s, u"Account"_s, u"Duns"_s}, u"12345678"_s, u"Customer.Account.Duns"_s},
        {u"create"_s,
         {u"Customer"_s, u"Account"_s, u"Address"_s, u"CountryCode"_s},
         u"KP"_s,
         u"Customer.Account.Address.CountryCode"_s},
        {u"create"_s, {u"Project"_s, u"Title"_s}, gone, u"Project.Title"_s},
        {u"create"_s,
         {u"Project"_s, u"CustomerBusinessProblem"_s},
         u"too short"_s,
         u"Project.CustomerBusinessProblem"_s},
        {u"create"_s,
         {u"Project"_s, u"ExpectedCustomerSpend"_s, u"0"_s, u"Amount"_s},
         u"1,000"_s,
         u"Project.ExpectedCustomerSpend[0].Amount"_s},
        {u"create"_s,
         {u"Project"_s, u"ExpectedCustomerSpend"_s, u"0"_s, u"CurrencyCode"_s},
         7,
         u"Project.ExpectedCustomerSpend[0].CurrencyCode"_s},
        {u"create"_s,
         {u"Project"_s, u"ExpectedCustomerSpend"_s, u"0"_s, u"EstimationUrl"_s},
         u"https://x.example"_s,
         u"Project.ExpectedCustomerSpend[0].EstimationUrl"_s},
        {u"create"_s, {u"Project"_s, u"DeliveryModels"_s, u"0"_s}, u"SaaS"_s, u"Project.DeliveryModels[0]"_s},
        {u"create"_s, {u"LifeCycle"_s, u"TargetCloseDate"_s}, u"2027-13-01"_s, u"LifeCycle.TargetCloseDate"_s},
        {u"create"_s, {u"LifeCycle"_s, u"Stage"_s}, u""_s, u"LifeCycle.Stage"_s},
        {u"create"_s,
         {u"OpportunityTeam"_s, u"0"_s, u"Email"_s},
         u"Pat@partner.example"_s,
         u"OpportunityTeam[0].Email"_s},
        {u"update"_s, {u"Identifier"_s}, u"1234"_s, u"Identifier"_s},
        {u"update"_s, {u"LastModifiedDate"_s}, gone, u"LastModifiedDate"_s},
        {u"update"_s, {u"OpportunityType"_s}, u"Renewal"_s, u"OpportunityType"_s},
        {u"engagement"_s, {u"AwsSubmission"_s, u"InvolvementType"_s}, u"CoSell"_s, u"AwsSubmission.InvolvementType"_s},
        {u"engagement"_s, {u"Identifier"_s}, gone, u"Identifier"_s},
    };
    return kDamages;
}

QJsonValue damaged(const QJsonValue &holder, const QStringList &place, const QJsonValue &value)
{
    if (place.isEmpty())
        return value;
    const QStringList rest = place.mid(1);
    if (holder.isArray()) {
        QJsonArray list = holder.toArray();
        list[place.front().toInt()] = damaged(list[place.front().toInt()], rest, value);
        return list;
    }
    QJsonObject object = holder.toObject();
    const QJsonValue made = damaged(object.value(place.front()), rest, value);
    if (made.isUndefined())
        object.remove(place.front());
    else
        object.insert(place.front(), made);
    return object;
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
    QCOMPARE(drafting::reviewStatusOf(u"action-required"_s), u"Action Required"_s);
    QCOMPARE(drafting::reviewStatusOf(u"drafting"_s), u"Pending Submission"_s);
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
        QVERIFY(length(u"Name"_s) >= 1 && length(u"Name"_s) <= 255);
        QVERIFY(length(u"Description"_s) >= 1 && length(u"Description"_s) <= 1000);
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
    const QString id(40, u'a');
    QVERIFY(records::isEstimateLink(u"https://calculator.aws/#/estimate?id="_s + id));
    QVERIFY(records::isEstimateLink(u"https://pricing.calculator.aws.eu/#/estimate?id="_s + id));
    const QString start = u"https://calculator.aws/#/estimate?id="_s;
    for (const QString &wrong :
         QStringList{u"http"_s + start.mid(5) + id, start, start + id.toUpper(), start + id + u"&x=1"_s, QString()})
        QVERIFY2(!records::isEstimateLink(wrong), qPrintable(wrong));
    const domain::Money ours = domain::Money::fromCents(1323783);
    QVERIFY(records::reconcile(ours, ours).difference.isZero());
    const records::Reconciliation less = records::reconcile(ours, domain::Money::fromCents(1300000));
    QCOMPARE(less.difference.toString(), u"-237.83"_s);
    QVERIFY2(less.sentence.contains(u"$237.83 below"_s), qPrintable(less.sentence));
    QVERIFY(records::reconcile(ours, domain::Money::fromCents(1323784)).sentence.contains(u"$0.01 above"_s));
}

QTEST_MAIN(FilingKitTest)
#include "tst_filingkit.moc"
