// The bulk import file: the record's facts under the template's labels, in the template's columns, safe in a spreadsheet.
#include "documents/bulkimport.h"
#include "tests/documents/computedcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using testsupport::ComputedCase;

namespace {

/// The cells of a CSV file that has no line feeds inside cells.
QList<QStringList> cellsOf(const QByteArray &csv)
{
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(csv).split(u"\r\n"_s, Qt::SkipEmptyParts)) {
        QStringList cells{QString()};
        bool quoted = false;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i] == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"')
                cells.back() += line[i++];
            else if (line[i] == u'"')
                quoted = !quoted;
            else if (line[i] == u',' && !quoted)
                cells.append(QString());
            else
                cells.back() += line[i];
        }
        rows.append(cells);
    }
    return rows;
}

QHash<QString, QString> row(const ComputedCase &computed, size_t record)
{
    const QList<QStringList> cells =
        cellsOf(documents::bulkImportCsv({{computed.worksheet, computed.stack.records[record], u"poc-1"_s}}));
    QHash<QString, QString> named;
    for (qsizetype i = 0; i < cells.value(0).size(); ++i)
        named.insert(cells[0][i], cells.value(1).value(i));
    return named;
}

} // namespace

class TestBulkImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsStandInTheirPublishedColumns();
    void aRecordIsARow();
    void cellsThatASpreadsheetWouldRunAreText();
    void aDomainInCoGetsItsSlash();
};

// Letters as the sales guide gives them, A = 0.
void TestBulkImport::labelsStandInTheirPublishedColumns()
{
    const QStringList labels = documents::bulkImportColumns();
    const QList<std::pair<int, QString>> published{
        {2, u"Industry Other"_s},          {3, u"Does opportunity belong to NatSec?"_s},
        {5, u"State/province"_s},          {8, u"Partner primary need from AWS"_s},
        {12, u"Other Solution Offered"_s}, {20, u"Were marketing development funds used?"_s},
        {22, u"Sales activities"_s},       {23, u"AWS products"_s},
        {24, u"Parent Opportunity ID"_s},  {34, u"Competitive tracking"_s},
        {35, u"Other Competitors"_s},      {38, u"Marketing Activity Use-Case"_s}};
    for (const auto &[at, label] : published)
        QCOMPARE(labels.value(at), label);
}

void TestBulkImport::aRecordIsARow()
{
    const ComputedCase computed(testsupport::sampleWorksheet(u"series-a-rag-assistant"_s));
    const auto poc = row(computed, 0);
    QCOMPARE(poc.value(u"Customer/company name"_s), u"Northwind Support Software"_s);
    QCOMPARE(poc.value(u"Country"_s), u"United States"_s);
    QCOMPARE(poc.value(u"State/province"_s), u"Washington"_s);
    QCOMPARE(poc.value(u"Estimated AWS monthly recurring revenue"_s), u"13237.83"_s);
    QCOMPARE(poc.value(u"Target close date"_s), u"04/12/2027"_s);
    QCOMPARE(poc.value(u"AWS account ID"_s), u"111122223333"_s);
    QCOMPARE(poc.value(u"Customer phone"_s), u"12065550100"_s);
    QVERIFY(poc.value(u"AWS products"_s).startsWith(u"AmazonBedrock;"_s));
    QCOMPARE(poc.value(u"Partner CRM unique identifier"_s), u"poc-1"_s);
    QCOMPARE(row(computed, 1).value(u"Estimated AWS monthly recurring revenue"_s), u"23265.19"_s);
}

void TestBulkImport::cellsThatASpreadsheetWouldRunAreText()
{
    domain::Worksheet worksheet = testsupport::sampleWorksheet(u"series-a-rag-assistant"_s);
    worksheet.company.name = u"=HYPERLINK(\"http://evil.example\")"_s;
    worksheet.company.city = u"@Seattle"_s;
    worksheet.company.street = u"\t-1+1"_s;
    const auto cells = row(ComputedCase(worksheet), 0);
    QCOMPARE(cells.value(u"Customer/company name"_s), u"'=HYPERLINK(\"http://evil.example\")"_s);
    QCOMPARE(cells.value(u"City"_s), u"'@Seattle"_s);
    QVERIFY(cells.value(u"Street address"_s).startsWith(u'\''));
}

void TestBulkImport::aDomainInCoGetsItsSlash()
{
    domain::Worksheet worksheet = testsupport::sampleWorksheet(u"series-a-rag-assistant"_s);
    worksheet.company.website = u"https://northwind.co"_s;
    QCOMPARE(row(ComputedCase(worksheet), 0).value(u"Customer website"_s), u"https://northwind.co/"_s);
}

QTEST_GUILESS_MAIN(TestBulkImport)
#include "tst_bulkimport.moc"
