// What free texts say, and how they stand in a sentence.
#include "records/english.h"
#include "records/factwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace records;

class TestFactWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhoUsesItBeforeAndAfterTheLaunch_data()
    {
        QTest::addColumn<QString>("users");
        QTest::addColumn<QString>("atFirst");
        QTest::addColumn<QString>("afterLaunch");
        QTest::newRow("sample") << u"End users of five design partners at first, all customers after launch."_s
                                << u"five design partners"_s << u"all customers"_s;
        QTest::newRow("two sentences") << u"35 underwriters in the pilot. Later all of them in production."_s
                                       << u"35 underwriters"_s << u"all of them"_s;
        QTest::newRow("plain") << u"Bookkeepers."_s << QString() << QString();
        QTest::newRow("nothing") << QString() << QString() << QString();
    }
    void readsWhoUsesItBeforeAndAfterTheLaunch()
    {
        QFETCH(QString, users);
        const Audience audience = audienceOf(users);
        QTEST(audience.atFirst, "atFirst");
        QTEST(audience.afterLaunch, "afterLaunch");
    }

    void readsWhoDecidesWhen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("decider");
        QTest::addColumn<QDate>("date");
        QTest::newRow("sample")
            << u"Nightly harness of 3,000 graded questions; the head of support decides on 2027-03-31."_s
            << u"Nightly harness of 3,000 graded questions."_s << u"the head of support"_s << QDate(2027, 3, 31);
        QTest::newRow("no date") << u"The CTO decides."_s << QString() << u"The CTO"_s << QDate();
        QTest::newRow("a reason stays") << u"The CTO decides on 2027-05-02 whether it stays."_s << QString()
                                        << u"The CTO decides on May 2, 2027 whether it stays"_s << QDate(2027, 5, 2);
        QTest::newRow("no decision") << u"Graded from 2027-01-10; 200 answers a week, 2.5 graders."_s
                                     << u"Graded from January 10, 2027; 200 answers a week, 2.5 graders."_s << QString()
                                     << QDate();
        QTest::newRow("an impossible date")
            << u"The board approves on 2027-02-30."_s << QString() << u"The board approves on 2027-02-30"_s << QDate();
        QTest::newRow("nothing") << QString() << QString() << QString() << QDate();
    }
    void readsWhoDecidesWhen()
    {
        QFETCH(QString, text);
        QFETCH(QDate, date);
        const Evaluation evaluation = evaluationOf(text);
        QTEST(evaluation.method, "method");
        QTEST(evaluation.decider, "decider");
        QCOMPARE(evaluation.decidedOn.value_or(QDate()), date);
    }

    void whatBeginsWithNoIsOutOfScope()
    {
        const Scope scope = scopeOf(u"English tickets; help panel; no actions on the customer's data. No voice."_s);
        QCOMPARE(scope.in, u"English tickets; help panel."_s);
        QCOMPARE(scope.out, u"Actions on the customer's data. Voice."_s);
        QCOMPARE(scopeOf(u"Northern tickets, e.g. Oslo."_s).in, u"Northern tickets, e.g. Oslo."_s);
        QCOMPARE(scopeOf(u"iOS users; no voice."_s).in, u"iOS users."_s);
        QCOMPARE(scopeOf(u"No more than 60 users; no voice."_s).in, u"No more than 60 users."_s);
        QVERIFY(scopeOf({}).in.isEmpty());
    }

    void findsTheQualityBar_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("bar");
        QTest::newRow("sample")
            << u"Half of the repeat questions answered without an agent, with at least 90 percent of answers "
               "rated correct in the nightly evaluation, by the end of the proof of concept."_s
            << u"with at least 90 percent of answers rated correct"_s;
        QTest::newRow("decimals") << u"Fast, with at most 2.5 percent errors."_s
                                  << u"with at most 2.5 percent errors"_s;
        QTest::newRow("thousands") << u"With more than 1,000 users a day, soon."_s
                                   << u"With more than 1,000 users a day"_s;
        QTest::newRow("none") << u"Nine of ten receipts booked without correction."_s << QString();
    }
    void findsTheQualityBar()
    {
        QFETCH(QString, metric);
        QTEST(qualityBar(metric), "bar");
    }

    void textBecomesOneLineAndIsOtherwiseVerbatim()
    {
        QCOMPARE(plain(u"  a\r\n\tb\u0000c\u0007 "_s), u"a b c"_s);
        QCOMPARE(plain(u"until 2027-03-31, not 12027-03-31 or 2027-03-311"_s),
                 u"until March 31, 2027, not 12027-03-31 or 2027-03-311"_s);
        QCOMPARE(plain(u"<img src=x> =HYPERLINK(\"a\") \u200fאבג \U0001F680"_s),
                 u"<img src=x> =HYPERLINK(\"a\") \u200fאבג \U0001F680"_s);
        QCOMPARE(plain(u"x\u202egnp.exe"_s), u"xgnp.exe"_s); // an override would turn the sentence around it
    }

    void sentencesEndWhereTheyEnd()
    {
        QCOMPARE(sentences(u"One, e.g. Two, costs 2.1 million. It is No. 3! Is it? Yes"_s),
                 (QStringList{u"One, e.g. Two, costs 2.1 million."_s, u"It is No. 3!"_s, u"Is it?"_s, u"Yes."_s}));
        QCOMPARE(sentences(u"これは文です。次の文です。"_s), (QStringList{u"これは文です。"_s, u"次の文です。"_s}));
        QVERIFY(sentences({}).isEmpty());
    }

    void titlesStandInSentencesWithoutTheirCapital_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("expected");
        for (const auto &[title, expected] :
             {std::pair{u"In-product support assistant"_s, u"in-product support assistant"_s},
              std::pair{u"Claims triage"_s, u"claims triage"_s}, std::pair{u"AI search"_s, u"AI search"_s},
              std::pair{u"iOS helper"_s, u"iOS helper"_s}, std::pair{u"Claims Triage Desk"_s, u"Claims Triage Desk"_s},
              std::pair{u"Northwind helper"_s, u"Northwind helper"_s}, std::pair{QString(), QString()}})
            QTest::newRow(qPrintable(title)) << title << expected;
    }
    void titlesStandInSentencesWithoutTheirCapital()
    {
        QFETCH(QString, title);
        QTEST(titleInSentence(title, {u"Northwind"_s}), "expected");
    }

    void amountsAndMonthsAreWrittenInUsEnglish()
    {
        QCOMPARE(dollars(domain::Money::fromCents(13'187'57)), u"$13,188"_s);
        QCOMPARE(dollars(domain::Money::fromCents(250)), u"$2"_s); // half to even
        QCOMPARE(exactDollars(domain::Money::fromCents(100'000'00)), u"$100,000"_s);
        QCOMPARE(exactDollars(domain::Money::fromCents(1'200'05)), u"$1,200.05"_s);
        QCOMPARE(monthSpan({2027, 1}, {2027, 3}), u"January to March 2027"_s);
        QCOMPARE(monthSpan({2026, 12}, {2027, 2}), u"December 2026 to February 2027"_s);
        QCOMPARE(monthSpan({2027, 5}, {2027, 5}), u"May 2027"_s);
    }
};

QTEST_GUILESS_MAIN(TestFactWords)
#include "tst_factwords.moc"
