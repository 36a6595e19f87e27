// Archive copies: the case goes in and comes out; files that only look like one are refused with the reason.
#include "documents/archive.h"
#include "documents/casecsv.h"
#include "documents/composer.h"
#include "documents/pdf.h"
#include "tests/documents/variants.h"
#include "worksheetfile/writer.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDate kDay(2026, 11, 22);

QByteArray briefPdf(const testsupport::ComputedCase &computed)
{
    documents::Typesetter type;
    const documents::Brief brief = computed.brief(0);
    const auto pdf = documents::toPdf(documents::compose(brief, type), brief.properties);
    return pdf ? *pdf : QByteArray();
}

QByteArray archiveOf(const QByteArray &facts)
{
    static const QByteArray kPdf = briefPdf(testsupport::ComputedCase(testsupport::seriesA()));
    const auto archive = documents::withCase(kPdf, {facts, {}}, kDay);
    return archive ? *archive : QByteArray();
}

QString refusal(const QByteArray &pdf)
{
    const auto found = documents::caseInPdf(pdf);
    return found ? u"taken"_s : found.error();
}

} // namespace

class TestArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatGoesInComesOut()
    {
        const QByteArray facts = worksheetfile::write(testsupport::seriesA());
        const QByteArray archive = archiveOf(facts);
        const auto found = documents::caseInPdf(archive);
        QVERIFY2(found, found ? "" : qPrintable(found.error()));
        QCOMPARE(*found, facts);
        QCOMPARE(archive, archiveOf(facts)); // the same bytes each time
        if (const QString qpdf = QStandardPaths::findExecutable(u"qpdf"_s); !qpdf.isEmpty()) {
            QTemporaryDir folder;
            QFile file(folder.filePath(u"a.pdf"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(archive) == archive.size());
            file.close();
            QProcess process;
            process.start(qpdf, {u"--check"_s, file.fileName()});
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitCode(), 0);
        }
    }

    void aCaseFileGoesAlongAsItIs()
    {
        const QByteArray facts = worksheetfile::write(testsupport::seriesA());
        QByteArray file(300'000, '\0');
        for (qsizetype at = 0; at < file.size(); ++at)
            file[at] = char((at * 7919) >> 8);
        const auto archive =
            documents::withCase(briefPdf(testsupport::ComputedCase(testsupport::seriesA())), {facts, file}, kDay);
        QVERIFY(archive);
        const auto found = documents::caseFileInPdf(*archive);
        QVERIFY2(found, found ? "" : qPrintable(found.error()));
        QVERIFY(*found == file);
        QCOMPARE(*documents::caseInPdf(*archive), facts);
        // One that carries facts alone, as older ones do, has none and is no error.
        const auto none = documents::caseFileInPdf(archiveOf(facts));
        QVERIFY(none && none->isEmpty());
    }

    void aCaseTooLargeToComeBackIsNotTakenAlong()
    {
        const auto archive = documents::withCase("%PDF-1.7", {"{}", QByteArray(65 * 1024 * 1024, ' ')}, kDay);
        QVERIFY(!archive);
        QVERIFY(archive.error().detail.contains(u"export it as a case file"_s));
    }

    void aPlainBriefHoldsNoCase()
    {
        const QByteArray pdf = briefPdf(testsupport::ComputedCase(testsupport::seriesA()));
        QVERIFY(refusal(pdf).contains(u"no archive copy"_s));
    }

    void hostileFilesAreRefused()
    {
        const QByteArray good = archiveOf("{}");
        QVERIFY(refusal({}).contains(u"no archive copy"_s));
        QVERIFY(refusal("%PDF-1.7\nstartxref\n12\n%%EOF").contains(u"no archive copy"_s));
        QVERIFY(refusal("%PDF-1.7\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF").contains(u"damaged"_s));
        QVERIFY(refusal(good.chopped(40)).contains(u"cut short"_s));
        QVERIFY(refusal(good.first(good.size() / 2)).contains(u"cut short"_s));
        QVERIFY(refusal(good + QByteArray(17 * 1024 * 1024, ' ')).contains(u"larger"_s));
        QByteArray appended = good; // what another program adds at the end
        appended.insert(appended.lastIndexOf("startxref"), "<< /Prev 12 >>\n");
        QVERIFY(refusal(appended).contains(u"another program"_s));
        QByteArray renamed = good;
        renamed.replace("case.worksheet.json", "else.worksheet.json");
        QVERIFY(refusal(renamed) != u"taken"_s);
        // A few kilobytes that unfold to more than any worksheet.
        const QByteArray bomb = archiveOf(QByteArray(40 * 1024 * 1024, ' '));
        QVERIFY2(bomb.size() < 1024 * 1024, qPrintable(QString::number(bomb.size())));
        QVERIFY2(refusal(bomb).contains(u"larger than any case"_s), qPrintable(refusal(bomb)));
    }

    void anyDamageIsToldNeverACrash()
    {
        const QByteArray good = archiveOf(worksheetfile::write(testsupport::seriesA()));
        for (qsizetype at = 0; at < good.size(); at += 97) {
            QByteArray damaged = good;
            damaged[at] = char(damaged[at] ^ 0x15);
            const auto found = documents::caseInPdf(damaged);
            QVERIFY(found || !found.error().isEmpty());
        }
    }

    void figuresAsCsvHaveAGoldenEach_data()
    {
        QTest::addColumn<bool>("exact");
        QTest::newRow("spreadsheet") << false;
        QTest::newRow("exact") << true;
    }
    void figuresAsCsvHaveAGoldenEach()
    {
        QFETCH(bool, exact);
        domain::Worksheet worksheet = testsupport::seriesA();
        worksheet.useCases[0].workloads[0].name = u"=HYPERLINK(\"http://a.example\"), \"answers\"\nand more"_s;
        const testsupport::ComputedCase computed(worksheet);
        const QByteArray csv =
            documents::caseCsv(computed.input(), exact ? documents::CsvForm::Exact : documents::CsvForm::Spreadsheet);
        const QString path = support::sourcePath(
            u"tests/documents/golden/series-a-rag-assistant.%1.csv"_s.arg(exact ? u"exact"_s : u"spreadsheet"_s));
        QFile golden(path);
        if (qEnvironmentVariableIsSet("BRIEFSTACK_WRITE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly) && golden.write(csv) == csv.size());
            golden.close();
        }
        QVERIFY(golden.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(csv), QString::fromUtf8(golden.readAll()));
        QCOMPARE(csv.contains("'=HYPERLINK"), !exact);
        QCOMPARE(csv.contains("answers\"\"\nand more\""), exact);
        QVERIFY(csv.contains("29500.00") && csv.contains("100000.00"));
    }
};

QTEST_MAIN(TestArchive)
#include "tst_archive.moc"
