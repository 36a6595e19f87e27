// The word lists and thresholds that ship: each with its source; and files that are refused, with the place.
#include "catalogue/reviewrules.h"

#include "catalogue/shippeddata.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::ReviewRules;
using domain::InputProblem;

class TestReviewRules : public QObject {
    Q_OBJECT

    static QByteArray shippedBytes() { return support::resource(u"review/review-rules.json"_s); }

private Q_SLOTS:
    void whatShipsNamesItsSources()
    {
        const auto rules = catalogue::readReviewRules(shippedBytes());
        QVERIFY(rules);
        QVERIFY(rules->wording.size() >= 5);
        QSet<QString> seen;
        for (const catalogue::WordGroup &group : rules->wording) {
            QVERIFY2(!group.from.source.isEmpty() && group.from.asOf.startsWith(u"20"), qPrintable(group.rule));
            QVERIFY2(group.rule.startsWith(u"wording-"), qPrintable(group.rule));
            QVERIFY2(!group.words.isEmpty() && !group.why.endsWith(u'.'), qPrintable(group.rule));
            for (const QString &word : group.words) {
                QVERIFY2(!seen.contains(word), qPrintable(word)); // in one list only, or it is found twice
                seen.insert(word);
            }
        }
        for (const catalogue::CheckRule &rule : rules->checks)
            QVERIFY2(!rule.from.source.isEmpty() && rule.says.endsWith(u'.'), qPrintable(rule.id));
        QVERIFY(!rules->units.from.source.isEmpty());
        QVERIFY(!rules->generic.from.source.isEmpty());
    }

    void theBandIsForSeedAndSeriesA()
    {
        const ReviewRules rules = *catalogue::readReviewRules(shippedBytes());
        const catalogue::CheckRule *band = rules.check(u"poc-ask-in-band");
        QVERIFY(band);
        QCOMPARE(band->low, domain::Money::fromDollars(10000));
        QCOMPARE(band->high, domain::Money::fromDollars(50000));
        QVERIFY(band->appliesTo(domain::Stage::SeriesA));
        QVERIFY(!band->appliesTo(domain::Stage::Established));
        QVERIFY(!band->appliesTo(std::nullopt));
        QVERIFY(!rules.check(u"no-such-rule"));
    }

    void wrongFilesAreRefusedWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("problem");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, InputProblem problem,
                            const QString &path) {
            QTest::newRow(name) << from << to << static_cast<int>(problem) << path;
        };
        row("another format", "briefstack-review-rules\"", "briefstack-rates\"", InputProblem::NotOneOf, u"format"_s);
        row("no severity", "\"severity\": \"warning\",\n   \"kind\": \"a promise\"", "\"kind\": \"a promise\"",
            InputProblem::MissingKey, u"wording[0].severity"_s);
        row("another severity", "\"severity\": \"advice\"", "\"severity\": \"hint\"", InputProblem::NotOneOf,
            u"wording[3].severity"_s);
        row("an unknown stage", "\"series-a\"", "\"series-z\"", InputProblem::NotOneOf, u"checks[4].stages"_s);
        row("low above high", "\"lowUsd\": \"10000\"", "\"lowUsd\": \"60000\"", InputProblem::Contradiction,
            u"checks[4].lowUsd"_s);
        row("an id twice", "\"id\": \"bill-beside-month-1\"", "\"id\": \"poc-ask-in-band\"", InputProblem::DuplicateId,
            u"checks[5].id"_s);
        row("an unknown key", "\"leastOwnWords\"", "\"fewestOwnWords\"", InputProblem::MissingKey,
            u"generic.leastOwnWords"_s);
    }
    void wrongFilesAreRefusedWithThePlace()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, path);
        QByteArray bytes = shippedBytes();
        QVERIFY(bytes.contains(from));
        bytes.replace(from, to);
        const auto rules = catalogue::readReviewRules(bytes);
        QVERIFY(!rules);
        QCOMPARE(rules.error().path, path);
        QTEST(static_cast<int>(rules.error().problem), "problem");
    }
};

QTEST_APPLESS_MAIN(TestReviewRules)
#include "tst_reviewrules.moc"
