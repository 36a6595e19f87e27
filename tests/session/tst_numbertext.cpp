// Numbers as people type them, and as they are shown again.
#include "session/numbertext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestNumberText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatPeopleType_data();
    void understandsWhatPeopleType();
    void guessesAtNothing_data();
    void guessesAtNothing();
    void groupsThousands_data();
    void groupsThousands();
};

void TestNumberText::understandsWhatPeopleType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("shift");
    QTest::addColumn<QString>("plain");
    QTest::newRow("plain") << u"5000"_s << 0 << u"5000"_s;
    QTest::newRow("grouped") << u"1,234,567"_s << 0 << u"1234567"_s;
    QTest::newRow("grouped by spaces") << u"5 000"_s << 0 << u"5000"_s;
    QTest::newRow("grouped by narrow spaces") << u"5\u202f000"_s << 0 << u"5000"_s;
    QTest::newRow("k") << u"5k"_s << 0 << u"5000"_s;
    QTest::newRow("K with decimals") << u" 2.5 K "_s << 0 << u"2500"_s;
    QTest::newRow("m") << u"1.25m"_s << 0 << u"1250000"_s;
    QTest::newRow("dollars") << u"$7,000.50"_s << 0 << u"7000.5"_s;
    QTest::newRow("zeros in front") << u"007"_s << 0 << u"7"_s;
    QTest::newRow("no digit in front") << u".5"_s << 0 << u"0.5"_s;
    QTest::newRow("negative") << u"-5"_s << 0 << u"-5"_s;
    QTest::newRow("a true minus") << u"\u22125"_s << 0 << u"-5"_s;
    QTest::newRow("minus zero") << u"-0.0"_s << 0 << u"0"_s;
    QTest::newRow("percent") << u"4"_s << -2 << u"0.04"_s;
    QTest::newRow("percent with its sign") << u"35 %"_s << -2 << u"0.35"_s;
    QTest::newRow("less than a percent") << u"0.5"_s << -2 << u"0.005"_s;
    QTest::newRow("more digits than any number has") << u"9"_s.repeated(60) << 0 << u"9"_s.repeated(60);
}

void TestNumberText::understandsWhatPeopleType()
{
    QFETCH(QString, typed);
    QFETCH(int, shift);
    QFETCH(QString, plain);
    QCOMPARE(session::plainNumber(typed, shift).value_or(u"nothing"_s), plain);
}

void TestNumberText::guessesAtNothing_data()
{
    QTest::addColumn<QString>("typed");
    for (const auto *typed : {"", "k", "-", ".", "7,5", "1.234,56", "1,23,456", "1.2.3", "5 00", "1e6", "0x10", "5kk",
                              "five", "\u0665", "\U0001F680", "4%", "1 2"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void TestNumberText::guessesAtNothing()
{
    QFETCH(QString, typed);
    QVERIFY(!session::plainNumber(typed));
}

void TestNumberText::groupsThousands_data()
{
    QTest::addColumn<QString>("plain");
    QTest::addColumn<int>("shift");
    QTest::addColumn<QString>("shown");
    QTest::newRow("small") << u"999"_s << 0 << u"999"_s;
    QTest::newRow("thousands") << u"5000"_s << 0 << u"5,000"_s;
    QTest::newRow("millions") << u"-1234567.25"_s << 0 << u"-1,234,567.25"_s;
    QTest::newRow("percent") << u"0.04"_s << 2 << u"4"_s;
    QTest::newRow("part of a percent") << u"0.005"_s << 2 << u"0.5"_s;
    QTest::newRow("nothing") << u"0"_s << 2 << u"0"_s;
}

void TestNumberText::groupsThousands()
{
    QFETCH(QString, plain);
    QFETCH(int, shift);
    QFETCH(QString, shown);
    QCOMPARE(session::groupedNumber(plain, shift), shown);
}

QTEST_APPLESS_MAIN(TestNumberText)
#include "tst_numbertext.moc"
