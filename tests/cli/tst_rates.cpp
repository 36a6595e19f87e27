// The rates command on real files: an import is whole or not at all and is used from then on, comparisons say old, new and
// percent, a price by hand says who and why, and a case that was saved with older rates shows what the newer ones do to it.
#include "cli/clifixture.h"
#include "support/sourcefolder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

#include <memory>

using namespace Qt::StringLiterals;
using clitest::bytesOf;
using clitest::object;
using clitest::Ran;
using clitest::run;
using clitest::runAsOf;
using clitest::samplePath;
using clitest::writeBytes;

namespace {

QByteArray sampleOffer()
{
    return bytesOf(support::sourcePath(u"tests/catalogue/offers/AmazonBedrockFoundationModels-us-east-1.json"_s));
}

/// The sample with Sonnet 4.6's regional input at 3.63 instead of 3.3: +10 %.
QByteArray dearerOffer()
{
    return sampleOffer().replace("\"3.3000000000\"", "\"3.6300000000\"");
}

QJsonObject json(const QStringList &arguments)
{
    return object(runAsOf(arguments + QStringList{u"--format"_s, u"json"_s}).out);
}

} // namespace

class TestRates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anImportIsReportedAndUsed();
    void aDryRunWritesNothing();
    void aDiffSaysOldNewAndPercent();
    void filesThatAreRefusedLeaveTheBook_data();
    void filesThatAreRefusedLeaveTheBook();
    void oneBadFileOfTwoChangesNothing();
    void aDamagedFileOfOnesOwnIsNamed();
    void theFileKeepsItsPlaceAndMode();
    void aFolderThatCannotBeWritten();
    void aFullDiskLeavesTheBook();
    void importsAtOnceLoseNothing();
    void aPriceByHandSaysWhoAndWhy();
    void whatSetRefuses_data();
    void whatSetRefuses();
    void aCaseShowsWhatNewerRatesDo();
    void unpricedItemsSaySo();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString own() const { return path(u"data/briefstack/own-rates.json"_s); }
    QString offer(const QString &name, const QByteArray &bytes) const
    {
        const QString file = path(name);
        return writeBytes(file, bytes) ? file : QString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRates::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
}

void TestRates::cleanup()
{
    m_folder.reset();
}

void TestRates::anImportIsReportedAndUsed()
{
    const QString file = offer(u"offer.json"_s, dearerOffer());
    const QStringList project{u"project"_s, samplePath(clitest::kSeriesA)};
    const QString before = json(project).value(u"total"_s).toObject().value(u"total"_s).toString();
    const Ran ran = runAsOf({u"rates"_s, u"import"_s, file});
    VERIFY_ENDED(ran, 0);
    QVERIFY2(ran.out.contains("+10.00 %") && ran.out.contains("1 changed") && ran.out.contains("Not understood"),
             ran.words().constData());
    QVERIFY(ran.out.contains(QByteArray("Written to " + own().toUtf8())));
    const QJsonObject after = json(project);
    QVERIFY(after.value(u"total"_s).toObject().value(u"total"_s).toString() != before);
    QVERIFY(after.value(u"rateBook"_s).toObject().value(u"id"_s).toString().contains(u"+own-"));
    const Ran shown = runAsOf({u"rates"_s, u"show"_s, u"Claude Sonnet 4.6"_s});
    QVERIFY2(shown.out.contains("3.63") && shown.out.contains("version 20260901183649"), shown.words().constData());
    // Without one's own prices the figures are the shipped book's; so they are in a file laid over it by name.
    QCOMPARE(json(project + QStringList{u"--rates"_s, u"shipped"_s}).value(u"total"_s).toObject().value(u"total"_s),
             QJsonValue(before));
    QCOMPARE(json(project + QStringList{u"--rates"_s, own()}).value(u"total"_s), after.value(u"total"_s));
    // The same file again changes nothing.
    const QByteArray written = bytesOf(own());
    const QJsonObject again = json({u"rates"_s, u"import"_s, file});
    QVERIFY(again.value(u"changed"_s).toArray().isEmpty() && again.value(u"added"_s).toArray().isEmpty());
    QCOMPARE(bytesOf(own()), written);
}

void TestRates::aDryRunWritesNothing()
{
    const Ran ran = runAsOf({u"rates"_s, u"import"_s, offer(u"offer.json"_s, dearerOffer()), u"--dry-run"_s});
    VERIFY_ENDED(ran, 0);
    QVERIFY(!QFile::exists(own()));
    const Ran elsewhere = runAsOf({u"rates"_s, u"import"_s, path(u"offer.json"_s), u"--into"_s, path(u"mine.json"_s)});
    VERIFY_ENDED(elsewhere, 0);
    QVERIFY(QFile::exists(path(u"mine.json"_s)) && !QFile::exists(own()));
}

void TestRates::aDiffSaysOldNewAndPercent()
{
    const QString file = offer(u"offer.json"_s, dearerOffer());
    const Ran ran = runAsOf({u"rates"_s, u"diff"_s, file, u"--format"_s, u"json"_s});
    VERIFY_ENDED(ran, 1);
    const QJsonArray changed = object(ran.out).value(u"changed"_s).toArray();
    QCOMPARE(changed.size(), 1);
    const QJsonObject change = changed.first().toObject();
    QCOMPARE(change.value(u"what"_s).toString(), u"anthropic.claude-sonnet-4-6"_s);
    QCOMPARE(change.value(u"old"_s).toString(), u"3.30"_s);
    QCOMPARE(change.value(u"new"_s).toString(), u"3.63"_s);
    QCOMPARE(change.value(u"percent"_s).toString(), u"+10.00 %"_s);
    QVERIFY(!QFile::exists(own()));
    // A whole rate book is compared too; the shipped one with itself differs in nothing.
    const QString book = support::sourcePath(u"resources/rates/rate-book.json"_s);
    VERIFY_ENDED(runAsOf({u"rates"_s, u"diff"_s, book}), 0);
}

void TestRates::filesThatAreRefusedLeaveTheBook_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << u"an empty file"_s;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x08", 4) << u"a gzip archive"_s;
    QTest::newRow("HTML") << QByteArray("<html>403</html>") << u"an HTML or XML page"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0", 4) << u"UTF-16"_s;
    QTest::newRow("truncated") << dearerOffer().first(9000) << u"ends too early"_s;
    QTest::newRow("no products") << QByteArray("{\"products\": {}, \"terms\": {}}") << u"a price file with products"_s;
    QTest::newRow("yuan") << dearerOffer().replace("\"USD\"", "\"CNY\"") << u"US dollars"_s;
}

void TestRates::filesThatAreRefusedLeaveTheBook()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    VERIFY_ENDED(runAsOf({u"rates"_s, u"import"_s, offer(u"good.json"_s, sampleOffer())}), 0);
    const QByteArray before = bytesOf(own());
    const QString file = offer(u"bad.json"_s, bytes);
    VERIFY_REFUSED(runAsOf({u"rates"_s, u"import"_s, file}), file + u": "_s, part);
    QCOMPARE(bytesOf(own()), before);
}

void TestRates::oneBadFileOfTwoChangesNothing()
{
    const QString good = offer(u"good.json"_s, sampleOffer());
    const QString bad = offer(u"bad.json"_s, "{");
    VERIFY_REFUSED(runAsOf({u"rates"_s, u"import"_s, good, bad}), bad + u": "_s, u"JSON"_s);
    VERIFY_REFUSED(runAsOf({u"rates"_s, u"import"_s, good, path(u"nowhere.json"_s)}), path(u"nowhere.json"_s),
                   u"could not be opened"_s);
    VERIFY_REFUSED(runAsOf({u"rates"_s, u"import"_s, good, m_folder->path()}), m_folder->path(), u"folder"_s);
    QVERIFY(!QFile::exists(own()));
}

void TestRates::aDamagedFileOfOnesOwnIsNamed()
{
    QVERIFY(QDir().mkpath(path(u"data/briefstack"_s)));
    QVERIFY(writeBytes(own(), "{\"format\": \"briefstack-own-rates\""));
    VERIFY_REFUSED(runAsOf({u"project"_s, samplePath(clitest::kSeriesA)}), own(), u"--rates shipped"_s);
    VERIFY_REFUSED(runAsOf({u"rates"_s, u"import"_s, offer(u"offer.json"_s, sampleOffer())}), own(), u"JSON"_s);
    QCOMPARE(bytesOf(own()), QByteArray("{\"format\": \"briefstack-own-rates\""));
    VERIFY_ENDED(runAsOf({u"project"_s, samplePath(clitest::kSeriesA), u"--rates"_s, u"shipped"_s}), 0);
}

void TestRates::theFileKeepsItsPlaceAndMode()
{
    const QString real = path(u"real.json"_s);
    const QString link = path(u"link.json"_s);
    const QString file = offer(u"offer.json"_s, sampleOffer());
    VERIFY_ENDED(runAsOf({u"rates"_s, u"import"_s, file, u"--into"_s, real}), 0);
    QVERIFY(QFile::link(real, link));
    const QString dearer = offer(u"dearer.json"_s, dearerOffer());
    VERIFY_ENDED(runAsOf({u"rates"_s, u"import"_s, dearer, u"--into"_s, link}), 0);
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(bytesOf(real).contains("3.63"));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(real).constData(), &status), 0);
    QCOMPARE(static_cast<unsigned>(status.st_mode) & 0777U, 0600U);
}

void TestRates::aFolderThatCannotBeWritten()
{
    if (geteuid() == 0) {
        // The superuser writes everywhere but below a file.
        QVERIFY(writeBytes(path(u"file"_s), "x"));
        VERIFY_REFUSED(runAsOf({u"rates"_s, u"import"_s, offer(u"offer.json"_s, sampleOffer()), u"--into"_s,
                                path(u"file/own.json"_s)}),
                       path(u"file/own.json"_s), u"nothing was changed"_s);
        return;
    }
    QVERIFY(QDir().mkpath(path(u"closed"_s)));
    QVERIFY(QFile::setPermissions(path(u"closed"_s), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    VERIFY_REFUSED(runAsOf({u"rates"_s, u"import"_s, offer(u"offer.json"_s, sampleOffer()), u"--into"_s,
                            path(u"closed/own.json"_s)}),
                   path(u"closed/own.json"_s), u"nothing was changed"_s);
}

/// A limit on the size of files that the program writes stands in for a full disk.
void TestRates::aFullDiskLeavesTheBook()
{
    const QString file = offer(u"offer.json"_s, sampleOffer());
    const QString dearer = offer(u"dearer.json"_s, dearerOffer());
    VERIFY_ENDED(runAsOf({u"rates"_s, u"import"_s, file}), 0);
    const QByteArray before = bytesOf(own());
    const QString script = u"trap '' XFSZ; ulimit -f 1; exec \"$0\" rates import \"$1\" --all"_s;
    const Ran ran = clitest::runProgram(u"/bin/sh"_s, {u"-c"_s, script, clitest::program(), dearer});
    QVERIFY2(ran.status == 2 && ran.err.contains("nothing was changed"), ran.words().constData());
    QCOMPARE(bytesOf(own()), before);
}

void TestRates::importsAtOnceLoseNothing()
{
    const QStringList files{
        offer(u"a.json"_s, sampleOffer()),
        offer(u"b.json"_s, bytesOf(support::sourcePath(u"tests/catalogue/offers/AmazonBedrock-us-east-1.json"_s))),
        offer(u"c.csv"_s, bytesOf(support::sourcePath(u"tests/catalogue/offers/comprehend-ap-south-1.csv"_s)))};
    std::vector<std::unique_ptr<QProcess>> running;
    for (int round = 0; round < 2; ++round) {
        for (const QString &file : files) {
            running.push_back(std::make_unique<QProcess>());
            running.back()->start(clitest::program(), {u"rates"_s, u"import"_s, file});
        }
    }
    for (const auto &process : running) {
        QVERIFY(process->waitForFinished(60'000));
        QCOMPARE(process->exitCode(), 0);
    }
    const QByteArray bytes = bytesOf(own());
    QVERIFY(bytes.contains("claude-haiku-4-5") && bytes.contains("nova-lite")
            && bytes.contains("comprehend/detect-pii"));
}

void TestRates::aPriceByHandSaysWhoAndWhy()
{
    const QStringList target{u"Claude Sonnet 4.6"_s, u"--region"_s, u"us-east-1"_s, u"--rate"_s, u"output"_s};
    const Ran set =
        runAsOf(QStringList{u"rates"_s, u"set"_s} + target
                + QStringList{u"--price"_s, u"15.5"_s, u"--by"_s, u"Ada Reyes"_s, u"--why"_s, u"Private pricing"_s});
    VERIFY_ENDED(set, 0);
    const Ran shown = runAsOf({u"rates"_s, u"show"_s, u"Claude Sonnet 4.6"_s});
    QVERIFY2(shown.out.contains("15.50") && shown.out.contains("Entered by Ada Reyes on 2026-11-22: Private pricing."),
             shown.words().constData());
    // AWS's file does not undo it.
    const Ran imported = runAsOf({u"rates"_s, u"import"_s, offer(u"offer.json"_s, sampleOffer())});
    QVERIFY2(imported.out.contains("1 kept"), imported.words().constData());
    QVERIFY(runAsOf({u"rates"_s, u"show"_s, u"Claude Sonnet 4.6"_s}).out.contains("15.50"));
    VERIFY_ENDED(runAsOf(QStringList{u"rates"_s, u"unset"_s} + target), 0);
    QVERIFY(!runAsOf({u"rates"_s, u"show"_s, u"Claude Sonnet 4.6"_s}).out.contains("15.50"));
    VERIFY_REFUSED(runAsOf(QStringList{u"rates"_s, u"unset"_s} + target), own(), u"holds no price entered by hand"_s);
    // An item, in a region that the shipped book does not price.
    VERIFY_ENDED(runAsOf({u"rates"_s, u"set"_s, u"s3/put-requests"_s, u"--region"_s, u"eu-west-1"_s, u"--price"_s,
                          u"0.005"_s, u"--by"_s, u"Ada"_s, u"--why"_s, u"Read on the page"_s}),
                 0);
    QVERIFY(runAsOf({u"rates"_s, u"show"_s, u"s3/put-requests"_s}).out.contains("eu-west-1"));
}

void TestRates::whatSetRefuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("part");
    const QStringList whole{u"Claude Sonnet 4.6"_s,
                            u"--region"_s,
                            u"us-east-1"_s,
                            u"--price"_s,
                            u"1"_s,
                            u"--by"_s,
                            u"A"_s,
                            u"--why"_s,
                            u"B"_s};
    const auto without = [&whole](const QString &option) {
        QStringList rest = whole;
        const qsizetype at = rest.indexOf(option);
        rest.remove(at, 2);
        return rest;
    };
    QTest::newRow("no region") << without(u"--region"_s) << u"--region"_s;
    QTest::newRow("no price") << without(u"--price"_s) << u"--price"_s;
    QTest::newRow("nobody") << without(u"--by"_s) << u"--by"_s;
    QTest::newRow("no reason") << without(u"--why"_s) << u"--why"_s;
    QTest::newRow("unknown region") << (without(u"--region"_s) << u"--region"_s << u"mars-1"_s) << u"mars-1"_s;
    QTest::newRow("negative") << (without(u"--price"_s) << u"--price=-1"_s) << u"-1"_s;
    QTest::newRow("exponent") << (without(u"--price"_s) << u"--price"_s << u"1e3"_s) << u"1e3"_s;
    QTest::newRow("unknown rate") << (whole + QStringList{u"--rate"_s, u"inputs"_s}) << u"inputs"_s;
    QTest::newRow("another action's option") << (whole + QStringList{u"--all"_s}) << u"does not take --all"_s;
    QStringList other = whole;
    other.first() = u"Claude Sonnet 4.7"_s;
    QTest::newRow("unknown model") << other << u"not in the rate book"_s;
}

void TestRates::whatSetRefuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, part);
    VERIFY_REFUSED(runAsOf(QStringList{u"rates"_s, u"set"_s} + arguments), QString(), part);
    QVERIFY(!QFile::exists(own()));
}

void TestRates::aCaseShowsWhatNewerRatesDo()
{
    const QString file = path(u"cases.briefstack"_s);
    VERIFY_ENDED(runAsOf({u"draft"_s, samplePath(clitest::kSeriesA), u"--case"_s, file}), 0);
    const QStringList reprice{u"rates"_s, u"reprice"_s, u"--case"_s, file};
    const Ran same = runAsOf(reprice);
    VERIFY_ENDED(same, 0);
    QVERIFY2(same.out.contains("No rate that the case uses has changed"), same.words().constData());

    VERIFY_ENDED(runAsOf({u"rates"_s, u"import"_s, offer(u"offer.json"_s, dearerOffer())}), 0);
    const Ran now = runAsOf(reprice + QStringList{u"--format"_s, u"json"_s});
    VERIFY_ENDED(now, 1);
    const QJsonObject one = object(now.out).value(u"cases"_s).toArray().first().toObject();
    QVERIFY(one.value(u"ratesKept"_s).toBool());
    const QJsonObject total = one.value(u"total"_s).toObject();
    QCOMPARE(total.value(u"then"_s).toString(), u"224824.93"_s);
    qint64 difference = 0;
    for (const QJsonValue &line : one.value(u"lines"_s).toArray())
        difference += clitest::cents(line.toObject().value(u"difference"_s));
    QCOMPARE(difference, clitest::cents(total.value(u"difference"_s)));
    QVERIFY(difference > 0);
    const QJsonArray asks = one.value(u"asks"_s).toArray();
    QCOMPARE(asks.first().toObject().value(u"then"_s).toString(), u"29500.00"_s);
    QVERIFY(clitest::cents(asks.first().toObject().value(u"now"_s)) >= 2'950'000);
    const QJsonObject rate = one.value(u"rates"_s).toArray().first().toObject();
    QCOMPARE(rate.value(u"percent"_s).toString(), u"+10.00 %"_s);
    const Ran table = runAsOf(reprice);
    QVERIFY2(table.status == 1 && table.out.contains("Ask of bedrock-poc") && table.out.contains("+10.00 %"),
             table.words().constData());
    // The rates stay those of the save, whatever happens to the user's own prices.
    QVERIFY(QFile::remove(own()));
    VERIFY_ENDED(runAsOf(reprice), 0);
    VERIFY_REFUSED(runAsOf(reprice + QStringList{u"--id"_s, u"nobody"_s}), file, u"nobody"_s);
}

void TestRates::unpricedItemsSaySo()
{
    const Ran shown = runAsOf({u"rates"_s, u"show"_s, u"agentcore/browser-vcpu-hours"_s});
    VERIFY_ENDED(shown, 0);
    QVERIFY2(shown.out.contains("No source"), shown.words().constData());
    QJsonObject sheet = clitest::sampleObject(clitest::kSeriesA);
    sheet = clitest::changed(sheet, u"footprint"_s,
                             QJsonArray{QJsonObject{{u"service"_s, u"Amazon Bedrock AgentCore"_s},
                                                    {u"item"_s, u"agentcore/browser-vcpu-hours"_s},
                                                    {u"quantity"_s, u"10"_s}}});
    const QString file = path(u"sheet.json"_s);
    QVERIFY(writeBytes(file, clitest::jsonOf(sheet)));
    VERIFY_REFUSED(runAsOf({u"project"_s, file}), file, u"monthlyUsd"_s);
}

QTEST_APPLESS_MAIN(TestRates)
#include "tst_rates.moc"
