// Numbers, dates and places as people read them.
#include "documents/formats.h"

#include <QTest>

using namespace Qt::StringLiterals;
using documents::costPerCall;
using domain::Money;

class TestFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dollars_in_text_and_tables();
    void shares_never_mislead_at_the_ends();
    void a_call_shows_two_significant_digits();
    void rates_keep_what_they_have();
    void month_ranges_name_the_year_once();
    void iso_dates_in_a_text_become_readable_data();
    void iso_dates_in_a_text_become_readable();
    void places_and_accounts();
    void words_change_case_only_where_it_is_safe();
};

void TestFormats::dollars_in_text_and_tables()
{
    QCOMPARE(documents::textDollars(Money::fromCents(2'950'000)), u"$29,500"_s);
    QCOMPARE(documents::textDollars(Money::fromCents(-52'050)), u"\u2212$520"_s); // half to even
    QCOMPARE(documents::textCents(Money::fromCents(2'429'563)), u"$24,295.63"_s);
    QCOMPARE(documents::tableDollars(0), u"\u2013"_s);
    QCOMPARE(documents::tableDollars(1'234'567), u"1,234,567"_s);
    QCOMPARE(documents::tableCents(Money::fromCents(1'124'323)), u"11,243.23"_s);
    QCOMPARE(documents::tableCents(Money::fromCents(5)), u"0.05"_s);
    QCOMPARE(documents::signedDollars(Money::fromCents(196'000)), u"+$1,960"_s);
    QCOMPARE(documents::shortDollars(Money::fromDollars(9'000'000)), u"$9.0M"_s);
    QCOMPARE(documents::shortDollars(Money::fromDollars(999'999)), u"$999,999"_s);
    QCOMPARE(documents::grouped(std::numeric_limits<qint64>::min()), u"\u22129,223,372,036,854,775,808"_s);
}

void TestFormats::shares_never_mislead_at_the_ends()
{
    QCOMPARE(documents::percent(Money::fromCents(13), Money::fromCents(100)), u"13%"_s);
    QCOMPARE(documents::percent(Money::fromCents(1), Money::fromCents(1000)), u"under 1%"_s);
    QCOMPARE(documents::percent(Money::fromCents(999), Money::fromCents(1000)), u"over 99%"_s);
    QCOMPARE(documents::percent(Money::fromCents(7), Money()), QString());
    QCOMPARE(documents::percentChange(Money::fromDollars(7000), Money::fromDollars(9760)), u"+39%"_s);
    QCOMPARE(documents::percentChange(Money::fromDollars(100), Money::fromDollars(88)), u"\u221212%"_s);
    QCOMPARE(documents::percentOf(domain::Decimal::fromMillionths(25'000)), u"2.5%"_s);
}

void TestFormats::a_call_shows_two_significant_digits()
{
    QCOMPARE(costPerCall(23'100'000'000), u"$0.0231"_s);
    QCOMPARE(costPerCall(16'000'000), u"$0.000016"_s);
    QCOMPARE(costPerCall(812'000'000), u"$0.00081"_s);
    QCOMPARE(costPerCall(domain::Int128(12) * 1'000'000'000'000), u"$12.0000"_s);
    QCOMPARE(costPerCall(0), u"\u2013"_s);
}

void TestFormats::rates_keep_what_they_have()
{
    QCOMPARE(documents::tokenRate(*domain::Rate::parse(u"3.3")), u"3.30"_s);
    QCOMPARE(documents::tokenRate(*domain::Rate::parse(u"0.2625")), u"0.2625"_s);
    QCOMPARE(documents::tokenRate(*domain::Rate::parse(u"0")), u"\u2013"_s);
    QCOMPARE(documents::unitPrice(*domain::Rate::parse(u"0.0000166667")), u"$0.0000166667"_s);
}

void TestFormats::month_ranges_name_the_year_once()
{
    const domain::Month january(2027, 1);
    QCOMPARE(documents::monthRange(january, january.plus(2), u" \u2013 "_s), u"January \u2013 March 2027"_s);
    QCOMPARE(documents::monthRange(january, january, u" to "_s), u"January 2027"_s);
    QCOMPARE(documents::monthRange(january.plus(-1), january, u" to "_s), u"December 2026 to January 2027"_s);
    QCOMPARE(documents::monthRangeShort(january, january.plus(11)), u"Jan\u2013Dec 2027"_s);
}

void TestFormats::iso_dates_in_a_text_become_readable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("readable");
    QTest::newRow("sentence") << u"decides on 2027-03-31."_s << u"decides on March 31, 2027."_s;
    QTest::newRow("two") << u"2027-01-04 to 2027-03-31"_s << u"January 4, 2027 to March 31, 2027"_s;
    QTest::newRow("no date") << u"2027-13-31 stays"_s << u"2027-13-31 stays"_s;
    QTest::newRow("part of a number") << u"12027-03-31 and 2027-03-311"_s << u"12027-03-31 and 2027-03-311"_s;
    QTest::newRow("account") << u"1111-2222-3333"_s << u"1111-2222-3333"_s;
    QTest::newRow("none") << u"plain"_s << u"plain"_s;
}

void TestFormats::iso_dates_in_a_text_become_readable()
{
    QFETCH(QString, text);
    QFETCH(QString, readable);
    QCOMPARE(documents::withReadableDates(text), readable);
}

void TestFormats::places_and_accounts()
{
    QCOMPARE(documents::accountId(u"111122223333"_s), u"1111-2222-3333"_s);
    QCOMPARE(documents::accountId(u"12"_s), u"12"_s);
    QCOMPARE(documents::regionName(u"us-east-1"_s), u"US East (N. Virginia), us-east-1"_s);
    QCOMPARE(documents::regionName(u"xx-new-9"_s), u"xx-new-9"_s);
    QCOMPARE(documents::countryName(u"DE"_s), u"Germany"_s);
}

void TestFormats::words_change_case_only_where_it_is_safe()
{
    QCOMPARE(documents::decapitalized(u"Claims triage"_s), u"claims triage"_s);
    QCOMPARE(documents::decapitalized(u"AI search"_s), u"AI search"_s);
    QCOMPARE(documents::capitalized(u"élan"_s), u"Élan"_s);
    QCOMPARE(documents::withoutStop(u"About 2 weeks. "_s), u"About 2 weeks"_s);
    QCOMPARE(documents::listed({u"a"_s, u"b"_s, u"c"_s}), u"a, b and c"_s);
    QCOMPARE(documents::shortService(u"Amazon S3"_s), u"S3"_s);
}

QTEST_APPLESS_MAIN(TestFormats)
#include "tst_formats.moc"
