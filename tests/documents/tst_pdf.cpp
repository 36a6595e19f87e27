// PDF files as other programs see them: sound, fonts embedded, text that copies, properties, the same bytes every time.
#include "documents/composer.h"
#include "documents/pdf.h"
#include "documents/text.h"
#include "tests/documents/variants.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

QByteArray pdfOf(const documents::Brief &brief)
{
    documents::Typesetter type;
    const auto pdf = documents::toPdf(documents::compose(brief, type), brief.properties);
    return pdf ? *pdf : QByteArray();
}

QByteArray pdfOf(const testsupport::ComputedCase &computed, size_t record)
{
    return pdfOf(computed.brief(record));
}

QStringList wordsOf(const documents::Block &block)
{
    QStringList words;
    if (const auto *paragraphs = std::get_if<documents::Paragraphs>(&block)) {
        for (const documents::Text &text : paragraphs->paragraphs)
            words.append(text.plain());
    } else if (const auto *list = std::get_if<documents::LabelledList>(&block)) {
        for (const documents::LabelledText &row : list->rows)
            words << row.label << row.value.plain();
    } else if (const auto *table = std::get_if<documents::Table>(&block)) {
        for (const documents::Row &row : table->rows) {
            // A narrow table has "OpenSearch Serverless" for "Amazon OpenSearch Serverless".
            static const QRegularExpression maker(u"^(Amazon|AWS) "_s);
            for (const documents::Cell &cell : row.cells)
                words.append(QString(cell.text).remove(maker));
        }
    } else if (const auto *ask = std::get_if<documents::AskLine>(&block)) {
        for (const documents::AskTerm &term : ask->terms)
            words << term.label << term.figure;
        words.append(ask->note.plain());
    } else if (const auto *figures = std::get_if<documents::KeyFigures>(&block)) {
        for (const documents::KeyFigure &figure : figures->figures)
            words << figure.figure << figure.label;
    } else if (const auto *note = std::get_if<documents::Note>(&block)) {
        words.append(note->text.plain());
    } else if (const auto *notes = std::get_if<documents::SideNotes>(&block)) {
        for (const documents::Text &text : notes->notes)
            words.append(text.plain());
    } else if (const auto *numbered = std::get_if<documents::NumberedList>(&block)) {
        for (const documents::NumberedItem &item : numbered->items)
            words.append(item.text.plain());
    }
    return words;
}

/// What the document says, piece by piece, in the order in which its blocks are read.
QStringList readingOf(const documents::Brief &brief)
{
    QStringList words{brief.band.program, brief.band.title, brief.band.ask, brief.band.askNote};
    const auto addFacts = [&words](const std::vector<documents::LabelledText> &facts) {
        for (const documents::LabelledText &fact : facts)
            words << fact.label << fact.value.plain();
    };
    addFacts(brief.band.facts);
    if (brief.strip) {
        words << brief.strip->name << brief.strip->url << brief.strip->description;
        addFacts(brief.strip->company);
        addFacts(brief.strip->bill);
        words.append(brief.strip->reason.plain());
    }
    for (const documents::Section &section : brief.sections) {
        words << section.head << section.subline;
        for (const documents::Block &block : section.blocks)
            words.append(wordsOf(block));
    }
    words.append(brief.footerRight);
    words.removeAll(QString());
    return words;
}

/// As it is compared: the page has typographic quotes, lines of its own, and breaks its lines where it has to.
QString flattened(QString text)
{
    text.replace(u'\u2019', u'\'');
    text.remove(QRegularExpression(u"\\s"_s));
    return text;
}

} // namespace

class TestPdf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void qpdf_finds_nothing_wrong();
    void fonts_are_embedded_as_subsets();
    void copied_text_is_the_text_that_went_in();
    void text_comes_out_in_reading_order();
    void every_document_comes_out_whole_and_in_its_order();
    void properties_say_what_it_is_and_no_more();
    void a_brief_stays_under_30_kB();
    void the_same_pages_give_the_same_bytes();
    void threads_write_briefs_side_by_side();
    void user_text_is_inert();

private:
    /// What a program of poppler or qpdf prints about the bytes; empty and false when it is not installed.
    bool run(const QString &program, const QStringList &before, const QStringList &after, const QByteArray &pdf,
             QString *output, int *status = nullptr);
    QTemporaryDir m_folder;
};

bool TestPdf::run(const QString &program, const QStringList &before, const QStringList &after, const QByteArray &pdf,
                  QString *output, int *status)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return false;
    QFile file(m_folder.filePath(u"brief.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return false;
    file.close();
    QProcess process;
    process.start(path, QStringList(before) << file.fileName() << after);
    if (!process.waitForFinished())
        return false;
    *output = QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
    if (status)
        *status = process.exitCode();
    return true;
}

void TestPdf::qpdf_finds_nothing_wrong()
{
    for (const domain::Worksheet &worksheet :
         {testsupport::seriesA(), testsupport::withLongTexts(), testsupport::hostileTexts()}) {
        const testsupport::ComputedCase computed(worksheet);
        QString output;
        int status = -1;
        if (!run(u"qpdf"_s, {u"--check"_s}, {}, pdfOf(computed, 0), &output, &status))
            QSKIP("qpdf is not installed");
        QVERIFY2(status == 0, qPrintable(output));
    }
}

void TestPdf::fonts_are_embedded_as_subsets()
{
    QString output;
    if (!run(u"pdffonts"_s, {}, {}, pdfOf(testsupport::ComputedCase(testsupport::seriesA()), 0), &output))
        QSKIP("pdffonts is not installed");
    const QStringList lines = output.split(u'\n', Qt::SkipEmptyParts).mid(2);
    QCOMPARE(lines.size(), 2);
    for (const QString &line : lines) {
        QVERIFY(line.startsWith(u"LiberationSans"));
        QVERIFY2(line.contains(QRegularExpression(u"Identity-H\\s+yes"_s)), qPrintable(line));
    }
}

void TestPdf::copied_text_is_the_text_that_went_in()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    worksheet.useCases.front().whyBedrock = u"The first office finds fluff in the file."_s;
    const testsupport::ComputedCase computed(worksheet);
    QString output;
    if (!run(u"pdftotext"_s, {u"-raw"_s}, {u"-"_s}, pdfOf(computed, 0), &output))
        QSKIP("pdftotext is not installed");
    const QString flat = output.simplified();
    QVERIFY(flat.contains(u"The first office finds fluff in the file."));
    QVERIFY(flat.contains(u"Support agents answer the same product questions by hand: 41 percent of tickets repeat"));
    for (const QString &figure : {u"$29,500"_s, u"24,296"_s, u"4,859"_s, u"13,238"_s, u"224,825"_s, u"$24,295.63"_s,
                                  u"11,243.23"_s, u"15,140"_s, u"45,747"_s, u"95,325"_s})
        QVERIFY2(flat.contains(figure), qPrintable(figure));
    for (const QChar sign : output)
        QVERIFY2(sign.unicode() < 0xfb00 || sign.unicode() > 0xfb06, "a ligature");
}

void TestPdf::text_comes_out_in_reading_order()
{
    QString output;
    if (!run(u"pdftotext"_s, {u"-raw"_s}, {u"-"_s}, pdfOf(testsupport::ComputedCase(testsupport::seriesA()), 0),
             &output))
        QSKIP("pdftotext is not installed");
    const QString flat = output.simplified();
    qsizetype at = -1;
    // Band, strip, the left column wholly before the right one, tables with their rows, then the second page.
    for (const QString &next : {u"Bedrock proof of concept"_s,
                                u"Window January"_s,
                                u"Help-desk software"_s,
                                u"City Seattle"_s,
                                u"AWS bill today $7,000"_s,
                                u"Use case Support agents"_s,
                                u"without a second contract."_s,
                                u"Scope and proof In English"_s,
                                u"Dates Start Jan 4"_s,
                                u"Spend by AWS service"_s,
                                u"Amazon Bedrock Claude"_s,
                                u"Total 5,460"_s,
                                u"Need, Jan"_s,
                                u"Page 1 of 2"_s,
                                u"Where the numbers come from"_s,
                                u"Demand Low"_s,
                                u"Rates."_s,
                                u"After the window"_s,
                                u"Whole account 9,760"_s,
                                u"The stack"_s,
                                u"no projected dollar"_s,
                                u"Partner Partner Example"_s,
                                u"Assumptions and confirmations 1 Implied."_s,
                                u"8 Confirmed."_s,
                                u"Page 2 of 2"_s}) {
        const qsizetype found = flat.indexOf(next, at + 1);
        QVERIFY2(found > at, qPrintable(next));
        at = found;
    }
}

void TestPdf::every_document_comes_out_whole_and_in_its_order()
{
    int read = 0;
    for (const QString &name : {u"series-a-rag-assistant"_s, u"pre-seed-agent"_s, u"enterprise-two-use-cases"_s}) {
        for (const documents::Brief &brief :
             testsupport::documentsOf(testsupport::ComputedCase(testsupport::sampleWorksheet(name)))) {
            QString output;
            if (!run(u"pdftotext"_s, {u"-raw"_s}, {u"-"_s}, pdfOf(brief), &output))
                QSKIP("pdftotext is not installed");
            const QString page = flattened(output);
            qsizetype at = 0;
            for (const QString &words : readingOf(brief)) {
                const QString sought = flattened(words);
                const qsizetype found = page.indexOf(sought, at);
                QVERIFY2(found >= at, qPrintable(name + u", "_s + brief.band.program + u": "_s + words));
                at = found + sought.size();
            }
            ++read;
        }
    }
    QCOMPARE(read, 19);
}

void TestPdf::properties_say_what_it_is_and_no_more()
{
    const QByteArray pdf = pdfOf(testsupport::ComputedCase(testsupport::seriesA()), 0);
    QString output;
    if (!run(u"pdfinfo"_s, {}, {}, pdf, &output))
        QSKIP("pdfinfo is not installed");
    QVERIFY(output.contains(u"Northwind Support: In-product support assistant, POC"));
    QVERIFY(output.contains(u"Bedrock proof of concept, ask $29,500"));
    QVERIFY(output.contains(u"Example Cloud Partner"));
    QVERIFY(output.contains(u"Nov 22"));
    QVERIFY(output.contains(u"2026"));
    QVERIFY(!output.contains(m_folder.path()));
    QVERIFY(!output.contains(u"Sample Owner"));
    QString json;
    if (!run(u"qpdf"_s, {u"--json"_s}, {}, pdf, &json))
        QSKIP("qpdf is not installed");
    QVERIFY(json.contains(u"en-US"));
    QVERIFY(json.contains(u"/DisplayDocTitle"));
    QVERIFY(json.contains(u"Where the numbers come from"));
}

void TestPdf::a_brief_stays_under_30_kB()
{
    for (const QString &name : {u"series-a-rag-assistant"_s, u"pre-seed-agent"_s, u"enterprise-two-use-cases"_s}) {
        const testsupport::ComputedCase computed(testsupport::sampleWorksheet(name));
        for (size_t record = 0; record < computed.stack.records.size(); ++record) {
            const qsizetype size = pdfOf(computed, record).size();
            QVERIFY2(size > 5'000 && size < 30'000, qPrintable(QString::number(size)));
        }
    }
}

void TestPdf::the_same_pages_give_the_same_bytes()
{
    const testsupport::ComputedCase computed(testsupport::seriesA());
    QCOMPARE(pdfOf(computed, 0), pdfOf(computed, 0));
    QVERIFY(pdfOf(computed, 0) != pdfOf(computed, 1));
}

void TestPdf::threads_write_briefs_side_by_side()
{
    const testsupport::ComputedCase computed(testsupport::seriesA());
    const qsizetype alone = pdfOf(computed, 0).size();
    std::atomic<int> good = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([&] {
            documents::Typesetter type;
            for (int round = 0; round < 5; ++round) {
                const documents::Brief brief = computed.brief(0);
                const auto pdf = documents::toPdf(documents::compose(brief, type), brief.properties);
                if (pdf && qAbs(pdf->size() - alone) < 200)
                    ++good;
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(good.load(), 20);
}

void TestPdf::user_text_is_inert()
{
    QString output;
    if (!run(u"pdftotext"_s, {u"-raw"_s}, {u"-"_s}, pdfOf(testsupport::ComputedCase(testsupport::hostileTexts()), 0),
             &output))
        QSKIP("pdftotext is not installed");
    const QString flat = output.simplified();
    QVERIFY(flat.contains(u"<img src=\"file:///etc/passwd\"> =HYPERLINK(\"http://x\",\"y\")"));
    QVERIFY(flat.contains(u"<script>alert(1)</script> {{braces}} %1 %2 esrever"));
    QVERIFY(!flat.contains(u"root:"));
}

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
