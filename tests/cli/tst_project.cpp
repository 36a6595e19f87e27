// `project --explain` and `--levers`, as a person or another program reads them.
#include "cli/clifixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clitest;

namespace {

QJsonObject projected(const QStringList &more)
{
    const Ran ran = runAsOf(QStringList{u"project"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s} + more);
    return QJsonDocument::fromJson(ran.out).object();
}

QJsonObject entry(const QJsonArray &array, const QString &key, const QString &value)
{
    for (const QJsonValue &some : array) {
        if (some[key].toString() == value)
            return some.toObject();
    }
    return {};
}

} // namespace

class TestProject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leversTakeTheSamplesNeedDownTogether()
    {
        const QJsonObject root = projected({u"--levers"_s});
        const QJsonObject together = root[u"together"_s].toObject();
        QCOMPARE(together[u"levers"_s].toArray(), (QJsonArray{u"cache:answers"_s, u"batch:evaluation"_s}));
        const QJsonObject poc = entry(together[u"pools"_s].toArray(), u"id"_s, u"bedrock-poc"_s);
        QCOMPARE(poc[u"needNow"_s].toString(), u"24295.63"_s);
        QCOMPARE(poc[u"need"_s].toString(), u"16810.02"_s);
        QCOMPARE(poc[u"askNow"_s].toString(), u"29500.00"_s);
        const QJsonObject haiku =
            entry(root[u"levers"_s].toArray(), u"id"_s, u"model:answers:anthropic.claude-haiku-4-5-20251001-v1:0"_s);
        QCOMPARE(haiku[u"saved"_s].toString(), u"94704.02"_s);
        QVERIFY(!haiku[u"conditions"_s].toArray().isEmpty());
    }

    void aShortPrefixSavesNothingAndSaysWhy()
    {
        const QJsonObject root =
            projected({u"--levers"_s, u"--prefix-tokens"_s, u"1500"_s, u"--take"_s, u"cache:answers"_s});
        const QJsonObject together = root[u"together"_s].toObject();
        QCOMPARE(together[u"saved"_s].toString(), u"0.00"_s);
        QVERIFY(together[u"notes"_s].toArray().first().toString().contains(u"from 2048 tokens on"_s));
    }

    void leversMayBeNamedWithSpacesBetweenThem()
    {
        const QJsonObject root = projected({u"--levers"_s, u"--take"_s, u"cache:answers, batch:evaluation"_s});
        const QJsonObject poc = entry(root[u"together"_s].toObject()[u"pools"_s].toArray(), u"id"_s, u"bedrock-poc"_s);
        QCOMPARE(poc[u"need"_s].toString(), u"16810.02"_s);
    }

    void inputsChangeWhatALeverSaves()
    {
        const QString half = entry(projected({u"--levers"_s, u"--batch-share"_s, u"0.5"_s})[u"levers"_s].toArray(),
                                   u"id"_s, u"batch:evaluation"_s)[u"saved"_s]
                                 .toString();
        QCOMPARE(half, u"4455.00"_s);
    }

    void theTableShowsLeversDemandAndWhatTheTotalHangsOn()
    {
        const Ran ran = runAsOf({u"project"_s, samplePath(kSeriesA), u"--levers"_s});
        VERIFY_ENDED(ran, 0);
        for (const QByteArray &text :
             {QByteArray("16810.02"), QByteArray("Nightly evaluation harness to Batch"), QByteArray("Together"),
              QByteArray("Savings do not add up"), QByteArray("Demand against the asks"), QByteArray("153796.91"),
              QByteArray("391233.51"), QByteArray("Assistant answers: requests a day")})
            QVERIFY2(ran.out.contains(text), text.constData());
    }

    void anEndOfTheRangeThatIsTooMuchSaysSo()
    {
        const Ran sample = runProgram(u"sed"_s, {u"s/8000/1000000000/; s/5500/10000000/"_s, samplePath(kSeriesA)});
        VERIFY_ENDED(sample, 0);
        const Ran ran = runAsOf({u"project"_s, u"-"_s, u"--levers"_s}, sample.out);
        VERIFY_ENDED(ran, 0);
        QVERIFY2(ran.out.contains("beyond what is computed exactly"), ran.words().constData());
    }

    void explainShowsTheFiguresARecordStates()
    {
        const Ran ran = runAsOf({u"project"_s, samplePath(kSeriesA), u"--explain"_s});
        VERIFY_ENDED(ran, 0);
        QVERIFY2(ran.out.contains("$29,154.756 up to the next whole $500 = $29,500.00"), ran.words().constData());
        const QJsonArray arithmetic = projected({u"--explain"_s})[u"arithmetic"_s].toArray();
        QCOMPARE(entry(arithmetic, u"figure"_s, u"month1"_s)[u"result"_s].toString(), u"$9,759.60"_s);
        QCOMPARE(entry(arithmetic, u"figure"_s, u"full"_s)[u"result"_s].toString(), u"$23,565.19"_s);
        QCOMPARE(entry(arithmetic, u"figure"_s, u"total"_s)[u"result"_s].toString(), u"$224,824.93"_s);
        QCOMPARE(entry(arithmetic, u"figure"_s, u"need"_s)[u"result"_s].toString(), u"$24,295.63"_s);
        const QJsonObject line = entry(arithmetic, u"figure"_s, u"line"_s);
        QCOMPARE(line[u"id"_s].toString(), u"answers"_s);
        QCOMPARE(line[u"steps"_s].toArray().at(1)[u"rate"_s].toString(), u"$3.30 per million tokens"_s);
        QVERIFY(!projected({}).contains(u"arithmetic"_s)); // only when asked for
    }

    void wrongInputsAreNamed_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("says");
        QTest::newRow("a rate above 1") << QStringList{u"--levers"_s, u"--hit-rate"_s, u"1.5"_s} << u"--hit-rate"_s;
        QTest::newRow("a negative share") << QStringList{u"--levers"_s, u"--batch-share=-0.5"_s} << u"--batch-share"_s;
        QTest::newRow("a percentage") << QStringList{u"--levers"_s, u"--hit-rate"_s, u"80%"_s} << u"80%"_s;
        QTest::newRow("no tokens") << QStringList{u"--levers"_s, u"--prefix-tokens"_s, u"0"_s} << u"--prefix-tokens"_s;
        QTest::newRow("too many tokens") << QStringList{u"--levers"_s, u"--prefix-tokens"_s, u"99999999999999999999"_s}
                                         << u"10,000,000"_s;
        QTest::newRow("an unknown lever")
            << QStringList{u"--levers"_s, u"--take"_s, u"batch:nobody"_s} << u"batch:evaluation"_s;
        QTest::newRow("without --levers") << QStringList{u"--take"_s, u"global"_s} << u"needs --levers"_s;
    }
    void wrongInputsAreNamed()
    {
        QFETCH(QStringList, more);
        QFETCH(QString, says);
        const Ran ran = runAsOf(QStringList{u"project"_s, samplePath(kSeriesA)} + more);
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains(says.toUtf8()), ran.words().constData());
    }
};

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
