// Months and days in files: YYYY-MM and YYYY-MM-DD, nothing else.
#include "domain/date.h"
#include "domain/month.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Month;

class TestCalendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsMonths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("month");
        QTest::newRow("January") << u"2027-01"_s << 2027 << 1;
        QTest::newRow("December") << u"2026-12"_s << 2026 << 12;
        QTest::newRow("the first") << u"1000-01"_s << 1000 << 1;
        QTest::newRow("the last") << u"9999-12"_s << 9999 << 12;
    }
    void readsMonths()
    {
        QFETCH(QString, text);
        QFETCH(int, year);
        QFETCH(int, month);
        const auto read = Month::parse(text);
        QVERIFY(read);
        QCOMPARE(read->year(), year);
        QCOMPARE(read->month(), month);
        QCOMPARE(read->toString(), text);
        QCOMPARE(*read, Month(year, month));
    }

    void refusesOtherMonths_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s,
                                    u"2027"_s,
                                    u"2027-00"_s,
                                    u"2027-13"_s,
                                    u"2027-1"_s,
                                    u"2027-001"_s,
                                    u"27-01"_s,
                                    u"0999-12"_s,
                                    u"0000-01"_s,
                                    u"2027/01"_s,
                                    u"2027 01"_s,
                                    u"202701"_s,
                                    u"2027-01-01"_s,
                                    u" 2027-01"_s,
                                    u"2027-01 "_s,
                                    u"+027-01"_s,
                                    u"-027-01"_s,
                                    u"2027-+1"_s,
                                    u"2027- 1"_s,
                                    u"2027--1"_s,
                                    u"2027-0a"_s,
                                    u"202x-01"_s,
                                    u"01-2027"_s,
                                    u"\u0662\u0660\u0662\u0667-\u0660\u0661"_s,
                                    u"2027\u201001"_s})
            QTest::addRow("'%s'", qPrintable(text)) << text;
    }
    void refusesOtherMonths()
    {
        QFETCH(QString, text);
        QVERIFY(!Month::parse(text));
    }

    void monthsAreCountedAcrossYears()
    {
        const Month november(2026, 11);
        QCOMPARE(november.plus(2), Month(2027, 1));
        QCOMPARE(november.plus(-11), Month(2025, 12));
        QCOMPARE(november.plus(36), Month(2029, 11));
        QCOMPARE(Month(2027, 1).since(november), 2);
        QCOMPARE(november.since(Month(2027, 1)), -2);
        QVERIFY(Month(2026, 12) < Month(2027, 1));
        QCOMPARE(Month::of(QDate(2026, 11, 30)), november);
    }

    void aMonthHasItsFirstAndLastDay()
    {
        QCOMPARE(Month(2026, 12).firstDay(), QDate(2026, 12, 1));
        QCOMPARE(Month(2026, 12).lastDay(), QDate(2026, 12, 31));
        QCOMPARE(Month(2027, 2).lastDay(), QDate(2027, 2, 28));
        QCOMPARE(Month(2028, 2).lastDay(), QDate(2028, 2, 29));
    }

    void readsDaysThatExist()
    {
        QVERIFY(domain::parseDate(u"2026-11-22") == QDate(2026, 11, 22));
        QVERIFY(domain::parseDate(u"2028-02-29") == QDate(2028, 2, 29));
        QVERIFY(domain::parseDate(u"1000-01-01") == QDate(1000, 1, 1));
        QVERIFY(domain::parseDate(u"9999-12-31") == QDate(9999, 12, 31));
    }

    void refusesOtherDays_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s,
                                    u"2027-02-29"_s,
                                    u"2026-02-30"_s,
                                    u"2026-04-31"_s,
                                    u"2026-00-10"_s,
                                    u"2026-13-01"_s,
                                    u"2026-01-00"_s,
                                    u"2026-01-32"_s,
                                    u"2026-1-1"_s,
                                    u"2026-01-1"_s,
                                    u"26-01-01"_s,
                                    u"0999-01-01"_s,
                                    u"2026-01-01T00:00:00"_s,
                                    u"2026-01-01Z"_s,
                                    u"2026/01/01"_s,
                                    u"20260101"_s,
                                    u" 2026-01-01"_s,
                                    u"2026-01-01 "_s,
                                    u"2026-01-+1"_s,
                                    u"2026-01- 1"_s,
                                    u"2026-01--1"_s,
                                    u"-026-01-01"_s,
                                    u"01.02.2026"_s,
                                    u"2026-11"_s,
                                    u"2026-W47-7"_s,
                                    u"2026-01-\u0661\u0661"_s})
            QTest::addRow("'%s'", qPrintable(text)) << text;
    }
    void refusesOtherDays()
    {
        QFETCH(QString, text);
        QVERIFY(!domain::parseDate(text));
    }
};

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
