// Exact numbers: the one decimal notation of all files, money, decimals, rates, and half-even rounding.
#include "domain/decimal.h"
#include "domain/digits.h"
#include "domain/exact.h"
#include "domain/money.h"
#include "domain/rate.h"

#include <QTest>

#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using domain::Decimal;
using domain::divideHalfEven;
using domain::Int128;
using domain::Money;
using domain::powerOfTen;
using domain::Rate;

namespace {

constexpr Int128 kLargest = static_cast<Int128>(~domain::UInt128(0) >> 1);
constexpr Int128 kSmallest = -kLargest - 1;

QString number(QStringView before, int count, QChar digit, QStringView after = {})
{
    return before.toString() + QString(count, digit) + after.toString();
}

/// What a text is not in any of the number types.
const QStringList &wrongForms()
{
    static const QStringList kTexts{
        u""_s,        u"-"_s,        u"."_s,      u"-."_s,      u"01"_s,   u"00"_s,         u"-01"_s,      u"+1"_s,
        u".5"_s,      u"-.5"_s,      u"1."_s,     u"-1."_s,     u"1e3"_s,  u"1E3"_s,        u"1.0e2"_s,    u" 1"_s,
        u"1 "_s,      u"1,5"_s,      u"1,000"_s,  u"1_000"_s,   u"0x10"_s, u"--1"_s,        u"1-"_s,       u"1.-5"_s,
        u"1..5"_s,    u"1.5.5"_s,    u"$1"_s,     u"1$"_s,      u"NaN"_s,  u"inf"_s,        u"Infinity"_s, u"\u0661"_s,
        u"1\u0660"_s, u"1.\u0665"_s, u"\uff11"_s, u"\u22121"_s, u"1\n"_s,  u"1\u00a0000"_s, u"one"_s,      u"1/2"_s};
    return kTexts;
}

} // namespace

class TestNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesEveryOtherNotation_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : wrongForms())
            QTest::addRow("'%s'", qPrintable(text)) << text;
        QTest::newRow("NUL inside") << QString(u"1"_s + QChar(u'\0') + u"2"_s);
    }
    void refusesEveryOtherNotation()
    {
        QFETCH(QString, text);
        QVERIFY(!domain::isPlainNumber(text, 12));
        QVERIFY(!domain::parseScaled(text, 12, powerOfTen(30)));
        QVERIFY(!Money::parse(text));
        QVERIFY(!Decimal::parse(text));
        QVERIFY(!Rate::parse(text));
    }

    void readsAndWritesDecimals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("millionths");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("zero") << u"0"_s << qint64(0) << u"0"_s;
        QTest::newRow("minus zero is zero") << u"-0"_s << qint64(0) << u"0"_s;
        QTest::newRow("zero with decimals") << u"0.000000"_s << qint64(0) << u"0"_s;
        QTest::newRow("a millionth") << u"0.000001"_s << qint64(1) << u"0.000001"_s;
        QTest::newRow("minus a millionth") << u"-0.000001"_s << qint64(-1) << u"-0.000001"_s;
        QTest::newRow("trailing zeros go") << u"0.2000"_s << qint64(200'000) << u"0.2"_s;
        QTest::newRow("zeros before the point stay") << u"1460"_s << qint64(1'460'000'000) << u"1460"_s;
        QTest::newRow("ten") << u"10"_s << qint64(10'000'000) << u"10"_s;
        QTest::newRow("both sides") << u"-90.012345"_s << qint64(-90'012'345) << u"-90.012345"_s;
    }
    void readsAndWritesDecimals()
    {
        QFETCH(QString, text);
        QFETCH(qint64, millionths);
        QFETCH(QString, canonical);
        const auto parsed = Decimal::parse(text);
        QVERIFY(parsed);
        QVERIFY(parsed->millionths() == millionths);
        QCOMPARE(parsed->toString(), canonical);
        QVERIFY(Decimal::parse(canonical) == parsed);
    }

    void decimalsHaveAtMostSixPlaces()
    {
        QVERIFY(Decimal::parse(u"0.123456"));
        QVERIFY(!Decimal::parse(u"0.1234567"));
        QVERIFY(!Decimal::parse(u"0.1234560"));
        QVERIFY(domain::isPlainNumber(u"0.123456", 6));
        QVERIFY(!domain::isPlainNumber(u"0.1234560", 6));
    }

    void decimalsReachTenToTheTwentyFirst()
    {
        const QString most = number(u"1", 21, u'0');
        const auto parsed = Decimal::parse(most);
        QVERIFY(parsed);
        QCOMPARE(parsed->toString(), most);
        QVERIFY(Decimal::parse(number(u"", 20, u'9', u".999999")));
        QVERIFY(!Decimal::parse(number(u"1", 21, u'0', u".000001")));
        QVERIFY(!Decimal::parse(number(u"1", 22, u'0')));
        QVERIFY(!Decimal::parse(QString(10'000, u'9')));
        QCOMPARE(Decimal::parse(u"1000000000000000")->toString(), u"1000000000000000"_s);
    }

    void readsAndWritesMoneyInCents_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("nothing") << u"0"_s << qint64(0) << u"0.00"_s;
        QTest::newRow("minus nothing") << u"-0.00"_s << qint64(0) << u"0.00"_s;
        QTest::newRow("a cent") << u"0.01"_s << qint64(1) << u"0.01"_s;
        QTest::newRow("minus a cent") << u"-0.01"_s << qint64(-1) << u"-0.01"_s;
        QTest::newRow("a dime, one decimal") << u"0.1"_s << qint64(10) << u"0.10"_s;
        QTest::newRow("whole dollars") << u"7000"_s << qint64(700'000) << u"7000.00"_s;
        QTest::newRow("the sample's month") << u"13237.83"_s << qint64(1'323'783) << u"13237.83"_s;
        QTest::newRow("the most of a worksheet")
            << u"1000000000000"_s << qint64(100'000'000'000'000) << u"1000000000000.00"_s;
        QTest::newRow("the most") << u"1000000000000000"_s << qint64(100'000'000'000'000'000)
                                  << u"1000000000000000.00"_s;
        QTest::newRow("the least") << u"-1000000000000000"_s << qint64(-100'000'000'000'000'000)
                                   << u"-1000000000000000.00"_s;
    }
    void readsAndWritesMoneyInCents()
    {
        QFETCH(QString, text);
        QFETCH(qint64, cents);
        QFETCH(QString, canonical);
        const auto amount = Money::parse(text);
        QVERIFY(amount);
        QCOMPARE(amount->cents(), cents);
        QCOMPARE(amount->toString(), canonical);
        QVERIFY(Money::parse(canonical) == amount);
    }

    void moneyHasAtMostTwoPlacesAndALimit()
    {
        QVERIFY(!Money::parse(u"1.234"));
        QVERIFY(!Money::parse(u"1.000"));
        QVERIFY(!Money::parse(u"1000000000000000.01"));
        QVERIFY(!Money::parse(u"-1000000000000000.01"));
        QVERIFY(!Money::parse(u"18446744073709551616")); // 2^64, which must not come round to 0
        QCOMPARE(Money::fromCents(std::numeric_limits<qint64>::min()).toString(), u"-92233720368547758.08"_s);
        QCOMPARE(Money::fromCents(std::numeric_limits<qint64>::max()).toString(), u"92233720368547758.07"_s);
    }

    void moneyAddsInCents()
    {
        Money sum = *Money::parse(u"0.10");
        sum += *Money::parse(u"0.20");
        QCOMPARE(sum, *Money::parse(u"0.30"));
        sum -= *Money::parse(u"1");
        QCOMPARE(sum.toString(), u"-0.70"_s);
        QCOMPARE(-sum + sum, Money());
        QVERIFY(Money().isZero());
        QVERIFY(*Money::parse(u"-1") < Money());
    }

    void readsAndWritesRatesWithTwelveDecimals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("picodollars");
        QTest::addColumn<QString>("shortest");
        QTest::addColumn<QString>("withTwo");
        QTest::newRow("documented zero") << u"0"_s << qint64(0) << u"0"_s << u"0.00"_s;
        QTest::newRow("Sonnet input") << u"3.3"_s << qint64(3'300'000'000'000) << u"3.3"_s << u"3.30"_s;
        QTest::newRow("whole") << u"15"_s << qint64(15'000'000'000'000) << u"15"_s << u"15.00"_s;
        QTest::newRow("GB-second") << u"0.0000166667"_s << qint64(16'666'700) << u"0.0000166667"_s << u"0.0000166667"_s;
        QTest::newRow("a picodollar") << u"0.000000000001"_s << qint64(1) << u"0.000000000001"_s << u"0.000000000001"_s;
        QTest::newRow("the most") << u"1000000"_s << qint64(1'000'000'000'000'000'000) << u"1000000"_s
                                  << u"1000000.00"_s;
    }
    void readsAndWritesRatesWithTwelveDecimals()
    {
        QFETCH(QString, text);
        QFETCH(qint64, picodollars);
        QFETCH(QString, shortest);
        QFETCH(QString, withTwo);
        const auto rate = Rate::parse(text);
        QVERIFY(rate);
        QCOMPARE(rate->picodollars(), picodollars);
        QCOMPARE(rate->toString(), shortest);
        QCOMPARE(rate->toString(2), withTwo);
        QVERIFY(Rate::parse(shortest) == rate);
        QVERIFY(Rate::parse(withTwo) == rate);
    }

    void ratesAreNeitherNegativeNorFinerNorLarger()
    {
        for (const QStringView text : {u"-1", u"-0", u"0.0000000000001", u"1000000.000000000001", u"1000001"})
            QVERIFY2(!Rate::parse(text), qPrintable(text.toString()));
    }

    void formatsTheExtremesOf128Bits()
    {
        QCOMPARE(domain::formatScaled(kLargest, 0, 0), u"170141183460469231731687303715884105727"_s);
        QCOMPARE(domain::formatScaled(kSmallest, 0, 0), u"-170141183460469231731687303715884105728"_s);
        QCOMPARE(domain::formatScaled(kSmallest, 6, 0), u"-170141183460469231731687303715884.105728"_s);
        QCOMPARE(domain::formatScaled(kSmallest, 38, 2), u"-1.70141183460469231731687303715884105728"_s);
        QCOMPARE(domain::formatScaled(1, 38, 0), u"0."_s + QString(37, u'0') + u'1');
        QCOMPARE(domain::formatScaled(0, 6, 2), u"0.00"_s);
    }

    void scaledNumbersStopAtTheirMaximum()
    {
        constexpr Int128 kMaximum = powerOfTen(35);
        QVERIFY(domain::parseScaled(number(u"1", 35, u'0'), 0, kMaximum) == kMaximum);
        QVERIFY(!domain::parseScaled(number(u"1", 34, u'0', u"1"), 0, kMaximum));
        QVERIFY(domain::parseScaled(u"-12.5", 3, kMaximum) == Int128(-12'500));
        QVERIFY(!domain::parseScaled(u"1000", 33, kMaximum)); // scaling alone exceeds it
        QVERIFY(!domain::parseScaled(number(u"-", 5000, u'9'), 6, kMaximum));
    }

    void recognizesPlainNumbersOfAnySize()
    {
        QVERIFY(domain::isPlainNumber(QString(1000, u'7'), 0));
        QVERIFY(domain::isPlainNumber(number(u"-", 1000, u'7', u".25"), 2));
        QVERIFY(!domain::isPlainNumber(number(u"", 1000, u'7', u".255"), 2));
        QVERIFY(!domain::isPlainNumber(u"5000.0", 0));
    }

    void roundsHalfToEven_data()
    {
        QTest::addColumn<qint64>("numerator");
        QTest::addColumn<qint64>("denominator");
        QTest::addColumn<qint64>("rounded");
        const auto row = [](qint64 numerator, qint64 denominator, qint64 rounded) {
            QTest::addRow("%lld / %lld", numerator, denominator) << numerator << denominator << rounded;
        };
        row(0, 1, 0);
        row(1, 2, 0);
        row(3, 2, 2);
        row(5, 2, 2);
        row(7, 2, 4);
        row(-1, 2, 0);
        row(-3, 2, -2);
        row(-5, 2, -2);
        row(-7, 2, -4);
        row(1, 3, 0);
        row(2, 3, 1);
        row(-1, 3, 0);
        row(-2, 3, -1);
        row(25, 10, 2);
        row(26, 10, 3);
        row(24, 10, 2);
        row(35, 10, 4);
        row(-25, 10, -2);
        row(-26, 10, -3);
        row(7, 7, 1);
    }
    void roundsHalfToEven()
    {
        QFETCH(qint64, numerator);
        QFETCH(qint64, denominator);
        QFETCH(qint64, rounded);
        QVERIFY(divideHalfEven(numerator, denominator) == rounded);
    }

    void roundsTheExtremesOf128Bits()
    {
        QVERIFY(divideHalfEven(kLargest, 1) == kLargest);
        QVERIFY(divideHalfEven(kSmallest, 1) == kSmallest);
        QVERIFY(divideHalfEven(kLargest, kLargest) == 1);
        QVERIFY(divideHalfEven(kLargest - 1, kLargest) == 1);
        QVERIFY(divideHalfEven(kLargest / 2, kLargest) == 0);     // just under a half: the divisor is odd
        QVERIFY(divideHalfEven(kLargest / 2 + 1, kLargest) == 1); // just over
        QVERIFY(divideHalfEven(kSmallest, 2) == kSmallest / 2);
        QVERIFY(divideHalfEven(kLargest, 2) == powerOfTwo(126)); // 2^126 - 1/2, a tie: the even neighbor is above
    }

    void multipliesOnlyWhatFits128Bits()
    {
        QVERIFY(domain::multiplied(kLargest, 1) == kLargest);
        QVERIFY(domain::multiplied(kLargest, -1) == -kLargest);
        QVERIFY(!domain::multiplied(kLargest, 2));
        QVERIFY(!domain::multiplied(kSmallest, -1));
        QVERIFY(domain::multiplied(powerOfTen(19), powerOfTen(19)) == powerOfTen(38));
    }

    void everyDecimalAndAmountComesBackFromItsText()
    {
        std::mt19937_64 random(20261122);
        for (int i = 0; i < 2000; ++i) {
            const auto bits = random() % 62;
            const auto value = static_cast<qint64>(random() >> (63 - bits)) * (random() % 2 ? 1 : -1);
            const Decimal decimal = Decimal::fromMillionths(value);
            QVERIFY(Decimal::parse(decimal.toString()) == decimal);
            const Money money = Money::fromCents(value % 100'000'000'000'000'000);
            QVERIFY(Money::parse(money.toString()) == money);
        }
    }

private:
    static Int128 powerOfTwo(int exponent) { return Int128(1) << exponent; }
};

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
