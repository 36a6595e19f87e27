// The other formats of a brief: the same words as the PDF, nothing of a customer's text taken for markup, and files that
// other programs read.
#include "documents/html.h"
#include "documents/markdown.h"
#include "documents/markup.h"
#include "documents/odt.h"
#include "documents/odtcontent.h"
#include "documents/text.h"
#include "tests/documents/variants.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using testsupport::ComputedCase;

namespace {

const QString kSeriesA = u"series-a-rag-assistant"_s;
/// What a page of the web, a table, a spreadsheet or an XML file would act on.
const QString kHostile = u"<script>alert(1)</script> </td></table> ]]> &amp; \"' | `code` **bold** [x](javascript:a) "
                         u"# head\n- item\n1. one\u0000\u0008 <img src=/etc/passwd> \\"_s;

ComputedCase hostileCase()
{
    domain::Worksheet worksheet = testsupport::sampleWorksheet(kSeriesA);
    worksheet.company.name = u"A|B <b>&</b> _Co_"_s;
    worksheet.company.website = u"javascript:alert(1)"_s;
    worksheet.useCases[0].problem = kHostile;
    worksheet.useCases[0].title = u"*Assistant* <i>"_s;
    worksheet.useCases[0].workloads[0].name = u"Answers | <u>"_s;
    return ComputedCase(worksheet);
}

/// The words of an XML file's text nodes; null with the reader's error in `error` when it is not well-formed.
QString wordsOf(const QByteArray &xml, QString *error)
{
    QXmlStreamReader reader(xml);
    QString words;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            words += reader.text();
    }
    if (reader.hasError())
        *error = reader.errorString();
    return words;
}

} // namespace

class TestMarkup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formats_are_as_the_golden_files_data();
    void formats_are_as_the_golden_files();
    void every_table_is_in_every_format_whole();
    void hostile_text_stays_text_in_html();
    void hostile_text_stays_text_in_markdown();
    void a_line_of_markdown_begins_nothing();
    void hostile_text_stays_text_in_odt();
    void only_web_addresses_become_links_data();
    void only_web_addresses_become_links();
    void html_has_what_a_screen_reader_needs();
    void html_takes_nothing_from_elsewhere();
    void quarters_leave_the_names_of_rows_their_room();
    void odt_is_a_sound_archive_with_its_type_first();
    void the_same_brief_gives_the_same_odt();
};

void TestMarkup::formats_are_as_the_golden_files_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"brief.html", "brief.md", "brief.txt", "brief.odt.xml"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// After an intended change: BRIEFSTACK_WRITE_GOLDEN=1 writes the files anew; read the difference before committing it.
void TestMarkup::formats_are_as_the_golden_files()
{
    QFETCH(const QString, name);
    const documents::Brief brief = ComputedCase(testsupport::sampleWorksheet(kSeriesA)).brief(0);
    QByteArray bytes = documents::toText(brief).toUtf8();
    if (name.endsWith(u".html"))
        bytes = documents::toHtml(brief).toUtf8();
    else if (name.endsWith(u".md"))
        bytes = documents::toMarkdown(brief).toUtf8();
    else if (name.endsWith(u".xml"))
        bytes = documents::odtContent(brief).xml.replace("<text:", "\n<text:").replace("<table:", "\n<table:") + '\n';
    const QString path = u"tests/documents/golden/"_s + name;
    if (qEnvironmentVariableIsSet("BRIEFSTACK_WRITE_GOLDEN")) {
        QFile file(support::sourcePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        QSKIP("The golden file was written, not compared.");
    }
    const QStringList now = QString::fromUtf8(bytes).split(u'\n');
    const QStringList golden = QString::fromUtf8(testsupport::sourceFile(path)).split(u'\n');
    for (qsizetype i = 0; i < std::min(now.size(), golden.size()); ++i)
        QCOMPARE(now[i], golden[i]);
    QCOMPARE(now.size(), golden.size());
}

void TestMarkup::every_table_is_in_every_format_whole()
{
    const QList<std::pair<QString, domain::Worksheet>> variants{
        {u"long texts"_s, testsupport::withLongTexts()},
        {u"many lines"_s, testsupport::withManyLines()},
        {u"European company"_s, testsupport::europeanCompany()},
        {u"hostile texts"_s, testsupport::hostileTexts()},
        {u"next to nothing"_s, testsupport::nextToNothing()},
        {u"pre-seed"_s, testsupport::sampleWorksheet(u"pre-seed-agent"_s)}};
    for (const auto &[name, worksheet] : variants) {
        const ComputedCase computed(worksheet);
        for (size_t record = 0; record < computed.stack.records.size(); ++record) {
            const documents::Brief brief = computed.brief(record);
            QString error;
            const QString odt = wordsOf(documents::odtContent(brief).xml, &error);
            QCOMPARE(error, QString());
            const QString html = documents::toHtml(brief);
            for (const documents::Section &section : brief.sections) {
                for (const documents::Block &block : section.blocks) {
                    const auto *table = std::get_if<documents::Table>(&block);
                    for (const documents::Row &row : table ? table->rows : std::vector<documents::Row>()) {
                        for (const documents::Cell &cell : row.cells) {
                            const QString text = documents::markupText(cell.text);
                            QVERIFY2(odt.contains(text), qPrintable(name + u": " + text));
                            QVERIFY2(html.contains(text.toHtmlEscaped()), qPrintable(name + u": " + text));
                        }
                    }
                }
            }
        }
    }
}

void TestMarkup::hostile_text_stays_text_in_html()
{
    const QString html = documents::toHtml(hostileCase().brief(0));
    QVERIFY(!html.contains(u"<script"_s));
    QVERIFY(!html.contains(u"<img"_s));
    QVERIFY(!html.contains(u"href=\"javascript"_s));
    QVERIFY(!html.contains(QChar(0)));
    QVERIFY(!html.contains(QChar(8)));
    QVERIFY(html.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s));
    QVERIFY(html.contains(u"&lt;img src=/etc/passwd&gt;"_s));
}

void TestMarkup::hostile_text_stays_text_in_markdown()
{
    const QString markdown = documents::toMarkdown(hostileCase().brief(0));
    QVERIFY(!markdown.contains(QRegularExpression(u"(?<!\\\\)<(script|img|i|b|u)\\b"_s)));
    QVERIFY(markdown.contains(u"\\*\\*bold\\*\\*"_s));
    QVERIFY(markdown.contains(u"\\[x\\](javascript:a)"_s));
    // A bar in a name does not end a cell: each row has as many bars as its head.
    const QRegularExpression bar(u"(?<!\\\\)\\|"_s);
    qsizetype expected = -1;
    for (const QString &line : markdown.split(u'\n')) {
        if (!line.startsWith(u'|')) {
            expected = -1;
            continue;
        }
        const qsizetype bars = line.count(bar);
        if (expected >= 0)
            QCOMPARE(bars, expected);
        expected = bars;
    }
}

void TestMarkup::a_line_of_markdown_begins_nothing()
{
    documents::Brief brief;
    documents::Section section;
    section.head = u"Head"_s;
    section.blocks.push_back(documents::Paragraphs{
        {documents::Text(u"# no head\n- no item\n+ nor this\n1. no number\n    no code\n=== no rule"_s)}});
    brief.sections.push_back(section);
    const QString markdown = documents::toMarkdown(brief);
    QVERIFY2(markdown.contains(
                 u"\\# no head  \n\\- no item  \n\\+ nor this  \n1\\. no number  \nno code  \n\\=== no rule"_s),
             qPrintable(markdown));
}

void TestMarkup::hostile_text_stays_text_in_odt()
{
    const documents::OdtContent content = documents::odtContent(hostileCase().brief(0));
    QString error;
    const QString words = wordsOf(content.xml, &error);
    QCOMPARE(error, QString());
    QVERIFY(words.contains(u"<script>alert(1)</script> </td></table> ]]> &amp; \"'"_s));
    for (const documents::OdtPicture &picture : content.pictures) {
        wordsOf(picture.bytes, &error);
        QCOMPARE(error, QString());
    }
}

void TestMarkup::only_web_addresses_become_links_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("target");
    QTest::newRow("https") << u"https://a.example/x?y=1&z=2"_s << u"https://a.example/x?y=1&z=2"_s;
    QTest::newRow("no scheme") << u"a.example"_s << u"https://a.example"_s;
    QTest::newRow("http") << u"http://a.example"_s << u"http://a.example"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s << QString();
    QTest::newRow("script with slashes") << u"javascript://a.example/%0aalert(1)"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("data") << u"data:text/html,x"_s << QString();
    QTest::newRow("a name and a password") << u"https://bank.example@evil.example"_s << QString();
    QTest::newRow("words") << u"ask the founder"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestMarkup::only_web_addresses_become_links()
{
    QFETCH(const QString, address);
    QTEST(documents::linkTarget(address), "target");
}

void TestMarkup::html_has_what_a_screen_reader_needs()
{
    const QString html = documents::toHtml(ComputedCase(testsupport::sampleWorksheet(kSeriesA)).brief(0));
    QVERIFY(html.startsWith(u"<!DOCTYPE html>\n<html lang=\"en-US\">"_s));
    QCOMPARE(html.count(u"<h1>"_s), 1);
    QCOMPARE(html.count(u"<table>"_s), html.count(u"<caption>"_s));
    QCOMPARE(html.count(u"<table>"_s), html.count(u"<thead>"_s));
    QVERIFY(!html.contains(QRegularExpression(u"<thead>(?:(?!</thead>).)*<td(?!></td>)"_s)));
    // Each row of a body begins by naming itself.
    static const QRegularExpression kRow(u"<tbody>.*?</tbody>"_s, QRegularExpression::DotMatchesEverythingOption);
    auto bodies = kRow.globalMatch(html);
    QVERIFY(bodies.hasNext());
    while (bodies.hasNext()) {
        const QString body = bodies.next().captured();
        QCOMPARE(body.count(u"<tr"_s), body.count(u"<th scope=\"row\">"_s));
    }
    QCOMPARE(html.count(u"<figure>"_s), html.count(u"<figcaption>"_s));
    // Elements close in the order they open: the file is well-formed once its void elements are closed.
    QString xml = html.mid(html.indexOf(u'\n') + 1);
    xml.replace(QRegularExpression(u"<(meta|br)([^>]*)>"_s), u"<\\1\\2/>"_s);
    QString error;
    wordsOf(xml.toUtf8(), &error);
    QCOMPARE(error, QString());
}

void TestMarkup::html_takes_nothing_from_elsewhere()
{
    const QString html = documents::toHtml(ComputedCase(testsupport::sampleWorksheet(kSeriesA)).brief(1));
    for (const QString &way : {u"<script"_s, u"src="_s, u"<link"_s, u"@import"_s, u"<iframe"_s, u"onload"_s})
        QVERIFY2(!html.contains(way), qPrintable(way));
    static const QRegularExpression kUrl(u"url\\((?!#)"_s);
    QVERIFY(!html.contains(kUrl));
}

/// Twelve columns of quarters once left a letter a line for the names of services, and ran into each other under the chart.
void TestMarkup::quarters_leave_the_names_of_rows_their_room()
{
    const QString html = documents::toHtml(ComputedCase(testsupport::withManyLines()).brief(1));
    QVERIFY(html.contains(u"tbody th{min-width:9em}"_s));
    QVERIFY(html.contains(u">Jan\u2013Mar</text>"_s) && html.contains(u">2029</text>"_s));
    QVERIFY(!html.contains(u">Jan\u2013Mar 2027</text>"_s));
    QVERIFY(documents::toHtml(ComputedCase(testsupport::seriesA()).brief(1)).contains(u">Jan</text>"_s));
}

void TestMarkup::odt_is_a_sound_archive_with_its_type_first()
{
    const auto odt = documents::toOdt(ComputedCase(testsupport::sampleWorksheet(kSeriesA)).brief(0));
    QVERIFY2(odt, qPrintable(odt ? QString() : odt.error()));
    QVERIFY(odt->startsWith("PK\x03\x04"));
    // Readers tell the type without unpacking: name and content stand at a fixed place.
    QCOMPARE(odt->mid(30, 47), QByteArray("mimetypeapplication/vnd.oasis.opendocument.text"));
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    QVERIFY2(!python.isEmpty(), "python3 is not installed");
    QTemporaryDir folder;
    QFile file(folder.filePath(u"brief.odt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(*odt), odt->size());
    file.close();
    QProcess process;
    process.start(python,
                  {u"-c"_s,
                   u"import sys, zipfile, xml.dom.minidom as d\n"
                   u"z = zipfile.ZipFile(sys.argv[1])\n"
                   u"assert z.testzip() is None\n"
                   u"[d.parseString(z.read(n)) for n in z.namelist() if n.endswith(('.xml', '.svg'))]\n"
                   u"listed = {e.getAttribute('manifest:full-path') for e in "
                   u"d.parseString(z.read('META-INF/manifest.xml')).getElementsByTagName('manifest:file-entry')}\n"
                   u"assert listed - {'/'} == set(z.namelist()) - {'mimetype', 'META-INF/manifest.xml'}, listed"_s,
                   file.fileName()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
    QCOMPARE(process.exitCode(), 0);
}

void TestMarkup::the_same_brief_gives_the_same_odt()
{
    const documents::Brief brief = ComputedCase(testsupport::sampleWorksheet(kSeriesA)).brief(0);
    QCOMPARE(documents::toOdt(brief).value(), documents::toOdt(brief).value());
}

QTEST_GUILESS_MAIN(TestMarkup)
#include "tst_markup.moc"
