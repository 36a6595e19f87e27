// The founder's worksheet as a spreadsheet: what comes back of it, however a spreadsheet wrote it, is the founder's answer.
#include "founderform/answered.h"
#include "founderform/csvform.h"
#include "founderform/csvtext.h"
#include "founderform/fieldvalue.h"
#include "worksheetfile/fullworksheet.h"

#include <QTest>

using domain::Worksheet;
using founderform::Answer;
using founderform::Kind;
using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 11, 27);

founderform::FormIdentity identity()
{
    return {u"ae0eae59-a52b-4df2-b2c3-3a4c96a79b6a"_s, u"Sample"_s, {}, 3, QString(64, u'a')};
}

/// The sheet as it goes out.
std::vector<QStringList> rowsOf(const Worksheet &worksheet)
{
    return founderform::parseCsv(
               founderform::decoded(founderform::toCsv(founderform::buildForm(worksheet, identity(), {}))))
        .rows;
}

void answer(std::vector<QStringList> &rows, const QString &field, const QString &text)
{
    for (QStringList &row : rows) {
        if (row.first() == field) {
            row[6] = text;
            return;
        }
    }
    QFAIL(qPrintable(u"no row "_s + field));
}

QString joined(const std::vector<QStringList> &rows, QChar separator, const QString &lineEnd)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (QString cell : row)
            cells.append(u'"' + cell.replace(u'"', u"\"\""_s) + u'"');
        text += cells.join(separator) + lineEnd;
    }
    return text;
}

QString valueAt(const Answer &answer, const QString &path)
{
    for (const founderform::AnsweredField &field : answer.fields) {
        if (field.path == path)
            return founderform::readable(field.is);
    }
    return u"not answered"_s;
}

} // namespace

class TestCsvForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedSheetAnswersNothing()
    {
        auto rows = rowsOf(support::fullWorksheet());
        answer(rows, u"form/filledInBy"_s, u"Ada Reyes"_s);
        const auto read = founderform::readCsvAnswer(joined(rows, u',', u"\r\n"_s).toUtf8(), kToday);
        QVERIFY(read);
        QVERIFY(read->fields.empty());
        QCOMPARE(read->filledInOn, kToday);
        QVERIFY(rows.size() > 80);
    }

    void whatSpreadsheetsMakeOfItIsUnderstood_data()
    {
        QTest::addColumn<QChar>("separator");
        QTest::addColumn<int>("encoding");
        QTest::newRow("commas, UTF-8") << QChar(u',') << 0;
        QTest::newRow("semicolons, Windows-1252") << QChar(u';') << 1;
        QTest::newRow("tabs, UTF-16") << QChar(u'\t') << 2;
        QTest::newRow("semicolons, UTF-8 with a mark") << QChar(u';') << 3;
    }

    void whatSpreadsheetsMakeOfItIsUnderstood()
    {
        QFETCH(QChar, separator);
        QFETCH(int, encoding);
        const bool isGerman = separator == u';';
        const Worksheet worksheet = support::fullWorksheet();
        auto rows = rowsOf(worksheet);
        answer(rows, u"form/filledInBy"_s, u"J\u00fcrgen Gro\u00df"_s);
        answer(rows, u"form/filledInOn"_s, isGerman ? u"26.11.2026"_s : u"11/26/2026"_s);
        answer(rows, u"company/headcount"_s, isGerman ? u"1.234"_s : u"1,234"_s);
        answer(rows, u"aws/monthlySpendUsd"_s, isGerman ? u"8.250,50 \u20ac"_s : u"$8,250.50"_s);
        answer(rows, u"company/aiFirst"_s, isGerman ? u"FALSCH"_s : u"FALSE"_s);
        answer(rows, u"company/stage"_s, u"Series A"_s);
        answer(rows, u"company/city"_s, u"K\u00f6ln; \"Mitte\""_s);
        answer(rows, u"contacts/new-1/firstName"_s, u"Ada"_s);
        answer(rows, u"contacts/new-1/phone"_s, u"+49 (30) 123-456"_s);
        answer(rows, u"aws/accountId"_s, u"2222-3333-4444"_s);
        const QString text = joined(rows, separator, encoding == 1 ? u"\r\n"_s : u"\n"_s);
        QByteArray bytes = text.toUtf8();
        if (encoding == 1)
            bytes = QString(text).replace(QChar(0x20ac), QChar(0x80)).replace(QChar(0x2019), QChar(0x92)).toLatin1();
        if (encoding == 2) {
            bytes = "\xff\xfe";
            for (const QChar sign : text) {
                bytes += static_cast<char>(sign.unicode() & 0xff);
                bytes += static_cast<char>(sign.unicode() >> 8);
            }
        }
        if (encoding == 3)
            bytes.prepend("\xef\xbb\xbf");
        QVERIFY(founderform::isCsvForm(bytes));
        const auto read = founderform::readCsvAnswer(bytes, kToday);
        QVERIFY(read);
        QCOMPARE(read->filledInBy, u"J\u00fcrgen Gro\u00df"_s);
        QCOMPARE(read->filledInOn, QDate(2026, 11, 26));
        QCOMPARE(read->added, QStringList{u"contacts/new-1"_s});
        QCOMPARE(valueAt(*read, u"company/headcount"_s), u"1234"_s);
        QCOMPARE(valueAt(*read, u"aws/monthlySpendUsd"_s), u"8250.5"_s);
        QCOMPARE(valueAt(*read, u"company/aiFirst"_s), u"no"_s);
        QCOMPARE(valueAt(*read, u"company/stage"_s), u"series-a"_s);
        QCOMPARE(valueAt(*read, u"company/city"_s), u"K\u00f6ln; \"Mitte\""_s);
        QCOMPARE(valueAt(*read, u"contacts/new-1/phone"_s), u"+4930123456"_s);
        QCOMPARE(valueAt(*read, u"aws/accountId"_s), u"222233334444"_s);
        QCOMPARE(read->fields.size(), 8U);
        QVERIFY(founderform::compare({worksheet, nullptr}, *read));
    }

    /// It stands in messages, tables and below facts.
    void theNameOfWhoFilledItInIsOneLine()
    {
        auto rows = rowsOf(support::fullWorksheet());
        answer(rows, u"form/filledInBy"_s, u"Ada\x202e\nReyes"_s);
        const auto read = founderform::readCsvAnswer(joined(rows, u',', u"\n"_s).toUtf8(), kToday);
        QVERIFY(read);
        QCOMPARE(read->filledInBy, u"Ada  Reyes"_s);
    }

    void whatIsNotKnownIsAnAnswerToo()
    {
        Worksheet worksheet = support::fullWorksheet();
        worksheet.company.city.clear();
        worksheet.facts[u"company/city"_s] = {domain::FactStatus::Unknown, {}};
        auto rows = rowsOf(worksheet);
        answer(rows, u"form/filledInBy"_s, u"Ada Reyes"_s);
        answer(rows, u"company/headcount"_s, u" Not known"_s);
        answer(rows, u"contacts/new-1/phone"_s, u"not known"_s); // of nobody
        const auto read = founderform::readCsvAnswer(joined(rows, u',', u"\n"_s).toUtf8(), kToday);
        QVERIFY(read);
        QCOMPARE(read->fields.size(), 1U); // the city was not known before
        QCOMPARE(read->fields[0].path, u"company/headcount"_s);
        QVERIFY(read->fields[0].unknown);
        QVERIFY(read->added.isEmpty());
        answer(rows, u"company/city"_s, u"Bonn"_s);
        const auto learned = founderform::readCsvAnswer(joined(rows, u',', u"\n"_s).toUtf8(), kToday);
        QVERIFY(learned);
        QCOMPARE(valueAt(*learned, u"company/city"_s), u"Bonn"_s);
        QVERIFY(founderform::compare({worksheet, &worksheet}, *learned));
    }

    void aCellIsReadAsItsKind_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QChar>("separator");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *cell, Kind kind, char16_t separator, const char *value) {
            QTest::addRow("%s, %d, %c", cell, static_cast<int>(kind), static_cast<char>(separator))
                << QString::fromUtf8(cell) << static_cast<int>(kind) << QChar(separator) << QString::fromUtf8(value);
        };
        row("1.234", Kind::Money, u';', "1234");
        row("1.234", Kind::Money, u',', "1.234");
        row("1,234", Kind::Money, u',', "1234");
        row("1,234", Kind::Decimal, u';', "1.234");
        row("7000.5", Kind::Money, u';', "7000.5");
        row("1.234.567,5", Kind::Decimal, u',', "1234567.5");
        row("1'234.50", Kind::Money, u',', "1234.5");
        row("12,5 %", Kind::Percent, u';', "0.125");
        row("-10", Kind::Percent, u',', "-0.1");
        row("4.000 bis 9.000", Kind::Range, u';', "4000 to 9000");
        row("31.01.2027", Kind::Date, u';', "2027-01-31");
        row("1/31/2027", Kind::Date, u',', "2027-01-31");
        row("2027-01-31", Kind::Month, u',', "2027-01");
        row("a; b|c", Kind::Texts, u',', "a, b, c");
        row("Yes, in the Region", Kind::Word, u',', "regional");
        row("'+4930123", Kind::Line, u',', "+4930123");
        row("many", Kind::Number, u',', "many");
        row("", Kind::Number, u',', "");
    }

    void aCellIsReadAsItsKind()
    {
        QFETCH(QString, cell);
        QFETCH(int, kind);
        QFETCH(QChar, separator);
        QFETCH(QString, value);
        QCOMPARE(founderform::readable(founderform::cellValue(cell, static_cast<Kind>(kind), separator)), value);
    }

    void noCellIsAFormula()
    {
        Worksheet worksheet = support::fullWorksheet();
        worksheet.company.city = u"=HYPERLINK(\"http://x\")"_s;
        worksheet.contacts.front().phone = u"+4930123456"_s;
        int guarded = 0;
        for (const QStringList &row : rowsOf(worksheet)) {
            for (const QString &cell : row) {
                QVERIFY2(cell.isEmpty() || !u"=+-@"_s.contains(cell.front()), qPrintable(cell));
                guarded += cell.startsWith(u'\'') ? 1 : 0;
            }
        }
        QCOMPARE(guarded, 4);
    }

    void aSheetThatIsNotOursIsRefused()
    {
        auto rows = rowsOf(support::fullWorksheet());
        QVERIFY(!founderform::readCsvAnswer(joined(rows, u',', u"\n"_s).toUtf8(), kToday)); // nobody's name
        answer(rows, u"form/filledInBy"_s, u"Ada Reyes"_s);
        auto twice = rows;
        twice.push_back(twice.back());
        QVERIFY(!founderform::readCsvAnswer(joined(twice, u',', u"\n"_s).toUtf8(), kToday));
        auto other = rows;
        answer(other, u"form/case"_s, u"x"_s);
        QVERIFY(!founderform::readCsvAnswer(joined(other, u',', u"\n"_s).toUtf8(), kToday));
        rows.push_back({u"partner/tier"_s, {}, {}, {}, u"word"_s, {}, u"premier"_s});
        const auto read = founderform::readCsvAnswer(joined(rows, u',', u"\n"_s).toUtf8(), kToday);
        QVERIFY(read);
        QVERIFY(!founderform::compare({support::fullWorksheet(), nullptr}, *read));
        QVERIFY(!founderform::readCsvAnswer(QByteArray(2 * 1024 * 1024, ','), kToday));
    }
};

QTEST_GUILESS_MAIN(TestCsvForm)
#include "tst_csvform.moc"
