// Low, stated and high demand against the asks as stated, and which input moves the total most.
#include "whatif/outlook.h"
#include "whatif/samplecase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Money;
using domain::Worksheet;
using support::money;
using whatif::Envelope;
using whatif::Influence;
using whatiftest::figures;
using whatiftest::seriesA;
using whatiftest::shippedBasis;

class TestOutlook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSamplesRangeMeetsTheAskedCredits()
    {
        const Worksheet worksheet = seriesA();
        const Envelope envelope = whatif::envelopeOf(worksheet, figures(worksheet, shippedBasis()), shippedBasis());
        QVERIFY(envelope.low && envelope.high);
        QCOMPARE(envelope.stated.total, money(u"224824.93"));
        QVERIFY(envelope.low->total < envelope.stated.total);
        QVERIFY(envelope.high->total > envelope.stated.total);
        for (const whatif::Outlook *outlook : {&*envelope.low, &envelope.stated, &*envelope.high}) {
            QCOMPARE(outlook->pools.size(), std::size_t(2));
            QCOMPARE(outlook->pools[0].ask, money(u"29500")); // the asks stay those of the stated case
            QCOMPARE(outlook->pools[1].ask, money(u"100000"));
            Money paid = outlook->customer + money(u"3600.00"); // Marketplace: not eligible
            for (const whatif::PoolOutlook &pool : outlook->pools) {
                paid += pool.pays;
                QCOMPARE(pool.pays + pool.forfeited + pool.unspent, pool.ask);
            }
            QCOMPARE(paid, outlook->total);
        }
        QVERIFY(envelope.low->pools[0].lasting.months > envelope.stated.pools[0].lasting.months);
        QVERIFY(envelope.high->pools[0].lasting.months < envelope.stated.pools[0].lasting.months);
        QVERIFY(envelope.low->customer < envelope.stated.customer);
    }

    void withoutARangeNothingIsInvented()
    {
        Worksheet worksheet = seriesA();
        worksheet.useCases.front().workloads.front().range = {};
        const Envelope envelope = whatif::envelopeOf(worksheet, figures(worksheet, shippedBasis()), shippedBasis());
        QVERIFY(!envelope.low);
        QVERIFY(!envelope.high);
    }

    void theInputThatMovesTheTotalMostStandsFirst()
    {
        const std::vector<Influence> influences = whatif::influencesOf(seriesA(), shippedBasis());
        QCOMPARE(influences.size(), std::size_t(3));
        QCOMPARE(influences.front().field, u"useCases/support-assistant/workloads/answers/requestsPerDay"_s);
        QCOMPARE(influences.front().what, u"Assistant answers: requests a day"_s);
        for (std::size_t i = 1; i < influences.size(); ++i)
            QVERIFY(influences[i - 1].spread() >= influences[i].spread());
        // 3,500 to 8,000 of 5,000 a day: the line's total is 142,055.98 at 5,000.
        QVERIFY(influences.front().atLow < money(u"224824.93"));
        QVERIFY(influences.front().atHigh > money(u"224824.93"));
    }

    void withoutRangesTenPercentSayWhatToAskAboutFirst()
    {
        Worksheet worksheet = seriesA();
        worksheet.useCases.front().workloads.front().range = {};
        const std::vector<Influence> influences = whatif::influencesOf(worksheet, shippedBasis());
        QCOMPARE(influences.size(), std::size_t(8)); // embeddings have no output
        QCOMPARE(influences.front().field, u"useCases/support-assistant/workloads/answers/requestsPerDay"_s);
        QCOMPARE(influences.front().low, qint64(4500));
        QCOMPARE(influences.front().high, qint64(5500));
    }

    void usersGiveWayToARangeOfRequests()
    {
        domain::Workload workload = support::answers();
        workload.users = 10;
        workload.actionsPerUserPerDay = support::decimal(u"3");
        workload.inputTokens = 4000;
        workload.cachedPrefixTokens = 3000;
        whatif::setInput(workload, whatif::Input::Requests, 7);
        QVERIFY(!workload.users && !workload.actionsPerUserPerDay);
        QCOMPARE(workload.requestsPerDay, std::optional<qint64>(7));
        whatif::setInput(workload, whatif::Input::InputTokens, 1000);
        QCOMPARE(workload.cachedPrefixTokens, std::optional<qint64>(1000)); // never longer than the input
    }
};

QTEST_GUILESS_MAIN(TestOutlook)
#include "tst_outlook.moc"
