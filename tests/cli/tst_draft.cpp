// `draft` on the shipped samples: the figures, the files, and the same figures wherever they are shown.
#include "cli/clifixture.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clitest;

class TestDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSamplesGiveTheirAsks();
    void everyRecordHasItsFiles();
    void noFileIsReadableByOthers();
    void itCountsWhatReviewFinds();
    void theBriefsAreSoundPdfs_data() { briefs(); }
    void theBriefsAreSoundPdfs();
    void theBriefsEmbedTheirFonts_data() { briefs(); }
    void theBriefsEmbedTheirFonts();
    void theBriefsSelectAsPlainLetters_data() { briefs(); }
    void theBriefsSelectAsPlainLetters();
    void theBriefsSayTheFigures_data();
    void theBriefsSayTheFigures();
    void theRequestsPassPreflight();
    void theRequestsStateTheSpendOfTheRecord();
    void theProjectionSaysTheNeeds();
    void anAskBelowTheFloorIsAFindingWithAFix();
    void theProjectionFoots_data() { samples(); }
    void theProjectionFoots();
    void theTableSaysWhatJsonSays_data() { samples(); }
    void theTableSaysWhatJsonSays();
    void theCsvAddsUpToTheTotal_data() { samples(); }
    void theCsvAddsUpToTheTotal();
    void aCaseSaysTheSameAgain();

private:
    static void samples();
    void briefs() const;
    QString out(const QString &name) const { return m_folder.filePath(u"x/"_s + name); }

    QTemporaryDir m_folder;
    Ran m_drafted;
};

void TestDraft::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_drafted = runAsOf(QStringList{u"draft"_s} << allSamples() << u"--case"_s << m_folder.filePath(u"x.briefstack"_s)
                                                << u"--out"_s << m_folder.filePath(u"x"_s));
    VERIFY_ENDED(m_drafted, 0);
}

void TestDraft::samples()
{
    QTest::addColumn<QString>("sample");
    for (const QString &name : {kSeriesA, kPreSeed, kEnterprise})
        QTest::newRow(qPrintable(name)) << samplePath(name);
}

void TestDraft::briefs() const
{
    QTest::addColumn<QString>("path");
    for (const QString &name : everythingIn(m_folder.filePath(u"x"_s))) {
        if (name.endsWith(u".pdf"))
            QTest::newRow(qPrintable(name)) << out(name);
    }
}

void TestDraft::theSamplesGiveTheirAsks()
{
    const QString text = QString::fromUtf8(m_drafted.out);
    for (const QString &part :
         {u"  bedrock-poc  ask 29500.00  Northwind Support: "_s, u"  activate-portfolio  ask 100000.00  "_s,
          u"  bedrock-poc  ask 1500.00  Ledgerline: "_s, u"  activate-founders  ask 2500.00  Ledgerline"_s,
          u"  enterprise-poc  ask 4000.00  Harbour & Keel"_s, u"  enterprise-poc-2  ask 8500.00  Harbour & Keel"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" is not in\n"_s + text));
}

void TestDraft::everyRecordHasItsFiles()
{
    const QStringList expected{u"harbour-keel-marine-insurance-plc-enterprise-poc-2.pdf"_s,
                               u"harbour-keel-marine-insurance-plc-enterprise-poc-2.request.json"_s,
                               u"harbour-keel-marine-insurance-plc-enterprise-poc.pdf"_s,
                               u"harbour-keel-marine-insurance-plc-enterprise-poc.request.json"_s,
                               u"ledgerline-activate-founders.pdf"_s,
                               u"ledgerline-bedrock-poc.pdf"_s,
                               u"ledgerline-bedrock-poc.request.json"_s,
                               u"northwind-support-software-activate-portfolio.pdf"_s,
                               u"northwind-support-software-activate-portfolio.request.json"_s,
                               u"northwind-support-software-bedrock-poc.pdf"_s,
                               u"northwind-support-software-bedrock-poc.request.json"_s};
    QCOMPARE(everythingIn(m_folder.filePath(u"x"_s)), expected);
    QCOMPARE(everythingIn(m_folder.path()).filter(u"x.briefstack"_s), QStringList{u"x.briefstack"_s});
}

void TestDraft::noFileIsReadableByOthers()
{
    const QFileDevice::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &name : everythingIn(m_folder.filePath(u"x"_s)))
        QVERIFY2(!(QFile::permissions(out(name)) & others), qPrintable(name));
    QVERIFY(!(QFile::permissions(m_folder.filePath(u"x.briefstack"_s)) & others));
}

void TestDraft::theBriefsAreSoundPdfs()
{
    QFETCH(const QString, path);
    QVERIFY(bytesOf(path).startsWith("%PDF-"));
    QVERIFY2(QFileInfo(path).size() < 35'000, qPrintable(QString::number(QFileInfo(path).size())));
    const Ran checked = runProgram(u"qpdf"_s, {u"--check"_s, path});
    VERIFY_ENDED(checked, 0);
}

void TestDraft::theBriefsEmbedTheirFonts()
{
    QFETCH(const QString, path);
    const Ran ran = runProgram(u"pdffonts"_s, {path});
    VERIFY_ENDED(ran, 0);
    const QStringList lines = QString::fromUtf8(ran.out).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(lines.size() > 2, ran.words().constData());
    const qsizetype embedded = lines.first().indexOf(u" emb "_s) + 1;
    const qsizetype toUnicode = lines.first().indexOf(u" uni "_s) + 1;
    for (const QString &font : lines.sliced(2)) {
        QCOMPARE(font.mid(embedded, 3), u"yes"_s);
        QCOMPARE(font.mid(toUnicode, 3), u"yes"_s);
    }
}

void TestDraft::theBriefsSelectAsPlainLetters()
{
    QFETCH(const QString, path);
    const QString text = pdfText(path);
    QVERIFY(text.size() > 500);
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        QVERIFY2((code < 0xfb00 || code > 0xfb06) && code != 0xfffd, qPrintable(QString::number(code, 16)));
    }
}

void TestDraft::theBriefsSayTheFigures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("series A, proof of concept")
        << u"northwind-support-software-bedrock-poc.pdf"_s
        << QStringList{u"$29,500"_s, u"24,296"_s, u"13,238"_s, u"1111-2222-3333"_s};
    QTest::newRow("series A, portfolio") << u"northwind-support-software-activate-portfolio.pdf"_s
                                         << QStringList{u"$100,000"_s, u"23,265"_s, u"100,000"_s};
    QTest::newRow("pre-seed") << u"ledgerline-bedrock-poc.pdf"_s
                              << QStringList{u"$1,500"_s, u"1,029"_s, u"$1,029.22"_s, u"floor of $10,000"_s};
    QTest::newRow("enterprise, first") << u"harbour-keel-marine-insurance-plc-enterprise-poc.pdf"_s
                                       << QStringList{u"$4,000"_s};
    QTest::newRow("enterprise, second") << u"harbour-keel-marine-insurance-plc-enterprise-poc-2.pdf"_s
                                        << QStringList{u"$8,500"_s};
}

void TestDraft::theBriefsSayTheFigures()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, words);
    const QString text = pdfText(out(name));
    for (const QString &word : words)
        QVERIFY2(text.contains(word), qPrintable(word + u" is not in\n"_s + text));
}

void TestDraft::theRequestsPassPreflight()
{
    for (const QString &name : everythingIn(m_folder.filePath(u"x"_s)).filter(u".request.json"_s)) {
        const Ran ran = runAsOf({u"preflight"_s, out(name), u"--channel"_s, u"api"_s});
        VERIFY_ENDED(ran, 0);
        QVERIFY2(!ran.out.contains("Must fix"), ran.words().constData());
    }
}

void TestDraft::theRequestsStateTheSpendOfTheRecord()
{
    const auto amount = [this](const QString &name) {
        const QJsonObject project = object(bytesOf(out(name))).value(u"Project"_s).toObject();
        return project.value(u"ExpectedCustomerSpend"_s).toArray().at(0).toObject().value(u"Amount"_s).toString();
    };
    QCOMPARE(amount(u"northwind-support-software-bedrock-poc.request.json"_s), u"13237.83"_s);
    QCOMPARE(amount(u"northwind-support-software-activate-portfolio.request.json"_s), u"23265.19"_s);
}

void TestDraft::theProjectionSaysTheNeeds()
{
    const auto pool = [](const QString &sample, const QString &id) {
        const Ran ran = runAsOf({u"project"_s, samplePath(sample), u"--format"_s, u"json"_s});
        return element(object(ran.out).value(u"pools"_s), u"id"_s, id);
    };
    const QJsonObject seriesA = pool(kSeriesA, u"bedrock-poc"_s);
    QCOMPARE(seriesA.value(u"need"_s).toString(), u"24295.63"_s);
    QCOMPARE(seriesA.value(u"ask"_s).toString(), u"29500.00"_s);
    QCOMPARE(pool(kSeriesA, u"activate-portfolio"_s).value(u"ask"_s).toString(), u"100000.00"_s);
    const QJsonObject preSeed = pool(kPreSeed, u"bedrock-poc"_s);
    QCOMPARE(preSeed.value(u"need"_s).toString(), u"1029.22"_s);
    QCOMPARE(preSeed.value(u"ask"_s).toString(), u"1500.00"_s);
    QVERIFY(!pool(kEnterprise, u"enterprise-poc"_s).isEmpty());
    QVERIFY(!pool(kEnterprise, u"enterprise-poc-2"_s).isEmpty());
}

void TestDraft::anAskBelowTheFloorIsAFindingWithAFix()
{
    const Ran ran = runAsOf({u"review"_s, samplePath(kPreSeed), u"--format"_s, u"json"_s});
    VERIFY_ENDED(ran, 0);
    const QJsonObject finding = element(object(ran.out).value(u"findings"_s), u"rule"_s, u"pool-below-floor"_s);
    QCOMPARE(finding.value(u"severity"_s).toString(), u"warning"_s);
    QCOMPARE(finding.value(u"field"_s).toString(), u"funding/pools/bedrock-poc"_s);
    QVERIFY(finding.value(u"message"_s).toString().contains(u"$10,000"_s));
    QVERIFY(finding.value(u"fix"_s).toString().contains(u"Activate Founders"_s));
}

void TestDraft::theProjectionFoots()
{
    QFETCH(const QString, sample);
    const QJsonObject made = object(runAsOf({u"project"_s, sample, u"--format"_s, u"json"_s}).out);
    const QJsonObject total = made.value(u"total"_s).toObject();
    const QJsonArray months = total.value(u"monthly"_s).toArray();
    QVERIFY(cents(total.value(u"total"_s)) > 0);
    QCOMPARE(centsOfAll(months), cents(total.value(u"total"_s)));
    for (const QString &part : {u"lines"_s, u"services"_s}) {
        qint64 sum = 0;
        for (const QJsonValue &row : made.value(part).toArray()) {
            QCOMPARE(centsOfAll(row.toObject().value(u"monthly"_s)), cents(row.toObject().value(u"total"_s)));
            sum += cents(row.toObject().value(u"total"_s));
        }
        QCOMPARE(sum, cents(total.value(u"total"_s)));
    }
    std::vector<QJsonObject> payers{made.value(u"customer"_s).toObject(), made.value(u"notEligible"_s).toObject()};
    for (const QString &part : {u"pools"_s, u"heldCredits"_s}) {
        for (const QJsonValue &payer : made.value(part).toArray())
            payers.push_back(payer.toObject().value(u"pays"_s).toObject());
    }
    for (qsizetype month = 0; month < months.size(); ++month) {
        qint64 paid = 0;
        for (const QJsonObject &payer : payers)
            paid += cents(payer.value(u"monthly"_s).toArray().at(month));
        QCOMPARE(paid, cents(months.at(month)));
        qint64 entries = 0;
        for (const QJsonValue &entry : made.value(u"ledger"_s).toArray()) {
            if (entry.toObject().value(u"month"_s).toInt() == month + 1)
                entries += cents(entry.toObject().value(u"amount"_s));
        }
        QCOMPARE(entries, cents(months.at(month)));
    }
}

void TestDraft::theTableSaysWhatJsonSays()
{
    QFETCH(const QString, sample);
    const QJsonObject made = object(runAsOf({u"project"_s, sample, u"--format"_s, u"json"_s}).out);
    const Ran table = runAsOf({u"project"_s, sample});
    VERIFY_ENDED(table, 0);
    const QString text = QString::fromUtf8(table.out);
    const auto rowOf = [&text](const QString &head) {
        for (const QString &line : text.split(u'\n')) {
            if (line.startsWith(head + u"  "))
                return line.simplified();
        }
        return QString();
    };
    for (const QJsonValue &row : made.value(u"services"_s).toArray()) {
        QStringList cells{row.toObject().value(u"service"_s).toString()};
        for (const QJsonValue &amount : row.toObject().value(u"monthly"_s).toArray())
            cells.append(cents(amount) == 0 ? u"-"_s : amount.toString());
        for (const QString &key : {u"total"_s, u"average"_s, u"peak"_s, u"full"_s})
            cells.append(row.toObject().value(key).toString());
        QCOMPARE(rowOf(cells.first()), cells.join(u' '));
    }
    for (const QJsonValue &pool : made.value(u"pools"_s).toArray()) {
        const QString id = pool.toObject().value(u"id"_s).toString();
        const QString cells = u" %1 %2 %3 "_s.arg(pool.toObject().value(u"need"_s).toString(),
                                                  pool.toObject().value(u"rawAsk"_s).toString(),
                                                  pool.toObject().value(u"ask"_s).toString());
        QVERIFY2(text.simplified().contains(id + u" yes"_s + cells), qPrintable(id + cells + text));
    }
}

void TestDraft::theCsvAddsUpToTheTotal()
{
    QFETCH(const QString, sample);
    const QJsonObject made = object(runAsOf({u"project"_s, sample, u"--format"_s, u"json"_s}).out);
    const Ran csv = runAsOf({u"project"_s, sample, u"--format"_s, u"csv"_s});
    VERIFY_ENDED(csv, 0);
    const QStringList rows = QString::fromUtf8(csv.out).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(rows.first(), u"line,use case,service,month,paid by,amount USD"_s);
    qint64 sum = 0;
    for (const QString &row : rows.sliced(1))
        sum += cents(row.section(u',', -1));
    QCOMPARE(sum, cents(made.value(u"total"_s).toObject().value(u"total"_s)));
}

void TestDraft::aCaseSaysTheSameAgain()
{
    const QString again = m_folder.filePath(u"again"_s);
    const Ran ran = runAsOf({u"export"_s, u"--case"_s, m_folder.filePath(u"x.briefstack"_s), u"--format"_s,
                             u"pdf,request"_s, u"--out"_s, again});
    VERIFY_ENDED(ran, 0);
    const QStringList names = everythingIn(m_folder.filePath(u"x"_s));
    QCOMPARE(everythingIn(again), names);
    for (const QString &name : names)
        QVERIFY2(bytesOf(again + u'/' + name) == bytesOf(out(name)), qPrintable(name));
}

void TestDraft::itCountsWhatReviewFinds()
{
    const Ran ran =
        runAsOf({u"draft"_s, samplePath(kSeriesA), u"--case"_s, m_folder.filePath(u"counted.briefstack"_s)});
    const Ran review = runAsOf({u"review"_s, samplePath(kSeriesA), u"--format"_s, u"json"_s});
    const qsizetype found = QJsonDocument::fromJson(review.out)[u"findings"_s].toArray().size();
    QVERIFY(found > 0);
    const QByteArray counted = "  0 to fix, " + QByteArray::number(found) + " weak points and advice";
    QVERIFY2(ran.out.contains(counted), ran.words().constData());
}

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
