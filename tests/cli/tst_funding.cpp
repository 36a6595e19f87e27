// What a partner reads about programs on the command line: the samples' stacks, the user's own figures, the rules with
// their sources.
#include "cli/clifixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace clitest;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kOwnCeiling =
    R"({"format": "briefstack-programme-overrides", "version": 1, "overrides": [{"programme": "activate-portfolio",
 "set": {"ceilingUsd": "200000"}, "by": "Ada Reyes", "on": "2026-11-20", "why": "The page of AWS itself."}]})";

QJsonObject projected(const QByteArray &worksheet, const QStringList &more = {})
{
    return object(runAsOf(QStringList{u"project"_s, u"-"_s, u"--format"_s, u"json"_s} + more, worksheet).out);
}

QJsonObject projectedSample(const QString &name)
{
    return projected(jsonOf(sampleObject(name)));
}

/// "bedrock-poc yes, activate-founders no, ..."
QString verdicts(const QJsonObject &made)
{
    QStringList words;
    for (const QJsonValue &card : made.value(u"programmes"_s).toArray())
        words.append(card.toObject().value(u"id"_s).toString() + u' ' + card.toObject().value(u"verdict"_s).toString());
    return words.join(u", "_s);
}

QString asks(const QJsonObject &made)
{
    QStringList words;
    for (const QJsonValue &pool : made.value(u"pools"_s).toArray())
        words.append(pool.toObject().value(u"id"_s).toString() + u' ' + pool.toObject().value(u"ask"_s).toString());
    return words.join(u", "_s);
}

QJsonObject finding(const QJsonObject &made, const QString &rule)
{
    return element(made.value(u"findings"_s), u"rule"_s, rule);
}

} // namespace

class TestFunding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSeriesASampleGetsPortfolioAndAProofOfConcept();
    void thePreSeedSampleIsToldToUseFounders();
    void theEnterpriseSampleGetsTwoAccountTeamPocsAndNoActivate();
    void aCompetitorIsStopped();
    void anIndividualGetsTheFreeTierPath();
    void theTableNamesProgramsPathsAndDemand();
    void reviewSaysWhichAskWouldLoseLess();
    void ownFiguresComeFromAFileOrTheDataFolder();
    void ownFiguresThatAreWrongAreRefused();
    void theProgramsAreListedWithTheirSources();
    void programsThatDoNotExistAreRefused();
};

void TestFunding::theSeriesASampleGetsPortfolioAndAProofOfConcept()
{
    const QJsonObject made = projectedSample(kSeriesA);
    QCOMPARE(asks(made), u"bedrock-poc 29500.00, activate-portfolio 100000.00"_s);
    QCOMPARE(verdicts(made),
             u"bedrock-poc yes, activate-founders no, activate-portfolio yes, genai-accelerator not-yet, "
             "enterprise-poc no"_s);
    QCOMPARE(keys(made.value(u"programmes"_s).toArray().first()),
             u"amount ask changes eligible howFiled id name pools rawAsk reasons speed suggested verdict"_s);
    const QJsonObject envelope = made.value(u"envelope"_s).toObject();
    QCOMPARE(keys(envelope), u"asks demand hasRange"_s);
    QCOMPARE(envelope.value(u"demand"_s).toArray().size(), 3);
    for (const QJsonValue &row : envelope.value(u"demand"_s).toArray()) {
        const QJsonObject one = row.toObject();
        QCOMPARE(cents(one.value(u"credits"_s)) + cents(one.value(u"customer"_s)) + cents(one.value(u"notEligible"_s)),
                 cents(one.value(u"spend"_s)));
    }
}

void TestFunding::thePreSeedSampleIsToldToUseFounders()
{
    const QJsonObject made = projectedSample(kPreSeed);
    QCOMPARE(element(made.value(u"pools"_s), u"id"_s, u"bedrock-poc"_s).value(u"ask"_s).toString(), u"1500.00"_s);
    const QJsonObject weak = finding(made, u"pool-below-floor"_s);
    QCOMPARE(weak.value(u"severity"_s).toString(), u"warning"_s);
    QVERIFY(weak.value(u"fix"_s).toString().contains(u"Use Activate Founders"_s));
    QVERIFY(weak.value(u"fix"_s).toString().contains(u"worth filing from about $2,667"_s));
    QCOMPARE(made.value(u"paths"_s).toArray().first().toObject().value(u"id"_s).toString(), u"founders-now"_s);
}

void TestFunding::theEnterpriseSampleGetsTwoAccountTeamPocsAndNoActivate()
{
    const QJsonObject made = projectedSample(kEnterprise);
    QCOMPARE(made.value(u"pools"_s).toArray().size(), 2);
    QCOMPARE(made.value(u"suggestedPools"_s).toArray().size(), 2);
    for (const QJsonValue &pool : made.value(u"suggestedPools"_s).toArray())
        QCOMPARE(pool.toObject().value(u"programme"_s).toString(), u"enterprise-poc"_s);
    const QString said = verdicts(made);
    QVERIFY2(said.contains(u"activate-founders no, activate-portfolio no, genai-accelerator no, enterprise-poc yes"_s),
             qPrintable(said));
}

void TestFunding::aCompetitorIsStopped()
{
    const QJsonObject worksheet = changed(sampleObject(kSeriesA), u"company.competesWithAws"_s, true);
    const Ran ran = runAsOf({u"project"_s, u"-"_s, u"--format"_s, u"json"_s}, jsonOf(worksheet));
    VERIFY_ENDED(ran, 1);
    const QJsonObject made = object(ran.out);
    QCOMPARE(asks(made), u"bedrock-poc 0.00, activate-portfolio 0.00"_s);
    for (const QJsonValue &card : made.value(u"programmes"_s).toArray()) {
        QCOMPARE(card.toObject().value(u"verdict"_s).toString(), u"no"_s);
        QVERIFY(card.toObject().value(u"changes"_s).toArray().isEmpty());
    }
    QVERIFY(made.value(u"suggestedPools"_s).toArray().isEmpty());
    // Nobody is told to hurry with what is closed to them.
    QVERIFY(!ran.out.contains("funding-already-spending") && !ran.out.contains("ramp-before-credits"));
}

void TestFunding::anIndividualGetsTheFreeTierPath()
{
    QJsonObject worksheet = changed(sampleObject(kPreSeed), u"company.stage"_s, u"individual"_s);
    worksheet = changed(worksheet, u"funding.pools"_s, QJsonValue(QJsonValue::Undefined));
    const QJsonObject made = projected(jsonOf(worksheet));
    const QJsonObject path = made.value(u"paths"_s).toArray().first().toObject();
    QCOMPARE(path.value(u"id"_s).toString(), u"free-tier"_s);
    QVERIFY(path.value(u"steps"_s).toArray().size() >= 4);
    QVERIFY(!finding(made, u"free-tier-path"_s).isEmpty());
    const QJsonObject poc = element(made.value(u"programmes"_s), u"id"_s, u"bedrock-poc"_s);
    QCOMPARE(poc.value(u"verdict"_s).toString(), u"not-yet"_s);
    QVERIFY(
        poc.value(u"changes"_s).toArray().first().toObject().value(u"what"_s).toString().contains(u"Incorporate"_s));
}

void TestFunding::theTableNamesProgramsPathsAndDemand()
{
    const Ran ran = runAsOf({u"project"_s, samplePath(kPreSeed)});
    VERIFY_ENDED(ran, 0);
    for (const char *words : {"Activate Portfolio would change: Close an institutional round, and record it.",
                              "Founders now, a proof of concept beside it (no record needed)", "stated"})
        QVERIFY2(ran.out.contains(words), words);
}

void TestFunding::reviewSaysWhichAskWouldLoseLess()
{
    const Ran ran = runAsOf({u"review"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s});
    const QJsonObject said = finding(object(ran.out), u"ask-off-balance"_s);
    QCOMPARE(said.value(u"severity"_s).toString(), u"advice"_s);
    QVERIFY(said.value(u"message"_s).toString().contains(u"An ask of $46,000"_s));
    QVERIFY(said.value(u"fix"_s).toString().contains(u"never exceeds what the stated projection supports"_s));
}

void TestFunding::ownFiguresComeFromAFileOrTheDataFolder()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"own.json"_s);
    QVERIFY(writeBytes(file, kOwnCeiling));
    const QByteArray sample = jsonOf(sampleObject(kSeriesA));
    const QJsonObject named = projected(sample, {u"--programmes"_s, file});
    QCOMPARE(asks(named), u"bedrock-poc 29500.00, activate-portfolio 200000.00"_s);
    const QString said = finding(named, u"program-figure-overridden"_s).value(u"message"_s).toString();
    QVERIFY2(said.contains(u"200000 instead of 100000.00, set by Ada Reyes on 2026-11-20 (The page of AWS itself.)"_s),
             qPrintable(said));

    const QByteArray before = qgetenv("XDG_DATA_HOME");
    QVERIFY(QDir(folder.path()).mkpath(u"data/briefstack"_s));
    QVERIFY(QFile::copy(file, folder.filePath(u"data/briefstack/programmes.json"_s)));
    qputenv("XDG_DATA_HOME", folder.filePath(u"data"_s).toUtf8());
    const QJsonObject found = projected(sample);
    const Ran listed = runAsOf({u"programmes"_s, u"show"_s, u"activate-portfolio"_s});
    qputenv("XDG_DATA_HOME", before);
    QCOMPARE(asks(found), asks(named));
    VERIFY_ENDED(listed, 0);
    QVERIFY(listed.out.contains("Your own   ceilingUsd: 200000 instead of 100000.00, Ada Reyes, 2026-11-20"));
    QCOMPARE(asks(projected(sample)), u"bedrock-poc 29500.00, activate-portfolio 100000.00"_s); // as shipped again
}

void TestFunding::ownFiguresThatAreWrongAreRefused()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"own.json"_s);
    const QStringList command{u"project"_s, samplePath(kSeriesA), u"--programmes"_s, file};
    VERIFY_REFUSED(runAsOf(command), file, u"could not be opened"_s);
    QVERIFY(writeBytes(file, "{"));
    VERIFY_REFUSED(runAsOf(command), file, u"JSON"_s);
    QVERIFY(writeBytes(file, QByteArray(kOwnCeiling).replace("200000", "2e5")));
    VERIFY_REFUSED(runAsOf(command), file + u": overrides[0].set.ceilingUsd"_s, u"2e5"_s);
    QVERIFY(writeBytes(file, QByteArray(kOwnCeiling).replace("ceilingUsd", "ceiling")));
    VERIFY_REFUSED(runAsOf(command), file + u": overrides[0].set.ceiling"_s, u"ceilingUsd"_s);
    QVERIFY(writeBytes(file, QByteArray(kOwnCeiling).replace("Ada Reyes", "")));
    VERIFY_REFUSED(runAsOf(command), file + u": overrides[0].by"_s, u"at least one"_s);
    VERIFY_REFUSED(runAsOf({u"project"_s, samplePath(kSeriesA), u"--programmes"_s, folder.path()}), folder.path(),
                   u"folder"_s);
    VERIFY_REFUSED(runAsOf({u"project"_s, samplePath(kSeriesA), u"--programmes"_s, QString()}), u"--programmes"_s,
                   u"needs a file"_s);

    const QByteArray before = qgetenv("XDG_DATA_HOME");
    QVERIFY(QDir(folder.path()).mkpath(u"data/briefstack"_s));
    QVERIFY(writeBytes(folder.filePath(u"data/briefstack/programmes.json"_s), "[]"));
    qputenv("XDG_DATA_HOME", folder.filePath(u"data"_s).toUtf8());
    const Ran ran = runAsOf({u"project"_s, samplePath(kSeriesA)});
    qputenv("XDG_DATA_HOME", before);
    VERIFY_REFUSED(ran, folder.filePath(u"data/briefstack/programmes.json"_s), u"object"_s);
}

void TestFunding::theProgramsAreListedWithTheirSources()
{
    const Ran list = runAsOf({u"programmes"_s, u"list"_s});
    VERIFY_ENDED(list, 0);
    QVERIFY(list.out.contains("$10,000 to $50,000"));
    const Ran table = runAsOf({u"programmes"_s, u"show"_s, u"activate-portfolio"_s});
    VERIFY_ENDED(table, 0);
    QVERIFY(table.out.contains("up to $200,000")); // beside the 100,000
    QVERIFY(table.out.contains("What other sources say"));
    const Ran json = runAsOf({u"programmes"_s, u"show"_s, u"bedrock-poc"_s, u"--format"_s, u"json"_s});
    QVERIFY(!json.out.contains("%1")); // a rule's reason names a use case only where there is one
    VERIFY_ENDED(json, 0);
    const QJsonObject programme = object(json.out).value(u"programmes"_s).toArray().first().toObject();
    QVERIFY(programme.value(u"rules"_s).toArray().size() >= 10);
    for (const char16_t *part : {u"rules", u"terms", u"conflicting"}) {
        for (const QJsonValue &entry : programme.value(QString::fromUtf16(part)).toArray())
            QVERIFY(!entry.toObject().value(u"source"_s).toString().isEmpty()
                    && !entry.toObject().value(u"asOf"_s).toString().isEmpty());
    }
}

void TestFunding::programsThatDoNotExistAreRefused()
{
    VERIFY_REFUSED(runAsOf({u"programmes"_s, u"show"_s, u"bedrock-coupon"_s}), u"there is no program"_s,
                   u"bedrock-poc"_s);
    VERIFY_REFUSED(runAsOf({u"programmes"_s}), u"say list"_s, u"show PROGRAM"_s);
    VERIFY_REFUSED(runAsOf({u"programmes"_s, u"show"_s}), u"missing the program"_s, QString());
    VERIFY_REFUSED(runAsOf({u"programmes"_s, u"list"_s, u"x"_s}), u"unexpected"_s, QString());
}

QTEST_GUILESS_MAIN(TestFunding)
#include "tst_funding.moc"
