// Words that weaken a record: each rule fires on the Series A sample spoiled in one place, and keeps still on its
// neighbors. Precision counts as much as the hits.
#include "review/review.h"
#include "review/reviewedcase.h"
#include "review/wording.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace review {

using domain::UseCase;
using domain::Worksheet;
using records::sample;
using records::seriesAWith;

namespace {

/// The rules that fire when the sample's solution says this.
QStringList rulesFor(const QString &solution)
{
    return rulesOf(wordingFindings(
        seriesAWith([&solution](Worksheet &worksheet) { worksheet.useCases.front().solution = solution; }),
        shippedRules()));
}

constexpr auto kRest = " A retrieval assistant answers from 200 GB of documentation in 4 seconds."_L1;

} // namespace

class TestWording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSamplesAreClean()
    {
        for (const QString &name : {u"series-a-rag-assistant"_s, u"pre-seed-agent"_s, u"enterprise-two-use-cases"_s}) {
            const domain::Findings findings = wordingFindings(sample(name), shippedRules());
            QVERIFY2(findings.empty(),
                     qPrintable(findings.empty() ? QString() : QString(name + u": "_s + findings.front().message)));
        }
    }

    void wordsAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("word");
        const auto row = [](const QString &text, const QString &rule, const QString &word) {
            QTest::addRow("%s", qPrintable(word)) << text << rule << word;
        };
        row(u"Credits are Guaranteed within a week."_s, u"wording-promise"_s, u"Guaranteed"_s);
        row(u"It never fails at night."_s, u"wording-promise"_s, u"never fails"_s);
        row(u"Answers are 100% free of charge."_s, u"wording-free"_s, u"free of charge"_s);
        row(u"A best in class search."_s, u"wording-promotional"_s, u"best in class"_s);
        row(u"A (cutting-edge) search."_s, u"wording-promotional"_s, u"cutting-edge"_s);
        row(u"Wir antworten nahtlos."_s, u"wording-promotional"_s, u"nahtlos"_s);
        row(u"Manuals, tickets, etc. are read."_s, u"wording-vague"_s, u"etc"_s);
        row(u"It is significantly faster."_s, u"wording-vague"_s, u"significantly"_s);
        row(u"We leverage AI for tickets."_s, u"wording-generic"_s, u"leverage AI"_s);
        row(u"The metric is TBD for now."_s, u"wording-placeholder"_s, u"TBD"_s);
        row(u"Credits are guaran\u200bteed."_s, u"wording-promise"_s, u"guaran\u200bteed"_s); // hidden in a word
    }
    void wordsAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, rule);
        QFETCH(QString, word);
        const Worksheet worksheet =
            seriesAWith([&text](Worksheet &changed) { changed.useCases.front().solution = text + kRest; });
        const domain::Findings findings = wordingFindings(worksheet, shippedRules());
        QCOMPARE(rulesOf(findings), QStringList{rule});
        QCOMPARE(findings.front().field, u"useCases/support-assistant/solution"_s);
        QVERIFY2(findings.front().message.contains(u'"' + word + u'"'), qPrintable(findings.front().message));
        QCOMPARE(findings.front().fix, u"Write what the case knows instead: \"41 percent of tickets repeat an answered "
                                       "question; median first reply 6 hours\"."_s);
        const std::vector<WordingHit> hits = wordingHits(worksheet, shippedRules());
        QCOMPARE(hits.size(), std::size_t(1));
        const QString &solution = worksheet.useCases.front().solution;
        QCOMPARE(solution.mid(hits.front().range.start, hits.front().range.length), word);
    }

    void innocentWordsAreLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"Free-text fields are read."_s, u"A lead-free, sugar-free recipe."_s, u"The free tier is not counted."_s,
              u"Approval is not guaranteed."_s, u"We cannot guarantee an answer."_s, u"It reads bank guarantees."_s,
              u"Next-generation sequencing runs."_s, u"It inspects seamless steel pipes."_s,
              u"Disruptive passengers are reported."_s, u"The site is https://seamless.example/world-class."_s,
              u"Write to guaranteed@innovative.example."_s, u"El proceso lee todo el texto."_s,
              u"The metric is statistically significantly better by 4 percent."_s,
              u"Freedom of information requests."_s, u"A massively parallel run."_s, u"It fetches etcd logs."_s})
            QTest::addRow("%s", qPrintable(text)) << text;
    }
    void innocentWordsAreLeftAlone()
    {
        QFETCH(QString, text);
        QCOMPARE(rulesFor(text + kRest), QStringList());
    }

    void namesAreNoPraise()
    {
        const Worksheet worksheet = seriesAWith([](Worksheet &changed) {
            changed.company.name = u"Seamless Payments GmbH"_s;
            changed.company.lastRound->leadInvestor = u"Innovative Ventures"_s;
            changed.useCases.front().solution =
                u"Seamless answers 5,000 tickets a day; Innovative Ventures asked for it."_s;
        });
        QCOMPARE(rulesOf(wordingFindings(worksheet, shippedRules())), QStringList());
        // Without its capital it is praise again.
        const Worksheet praised = seriesAWith([](Worksheet &changed) {
            changed.company.name = u"Seamless Payments GmbH"_s;
            changed.useCases.front().solution = u"Our seamless search answers 5,000 tickets a day."_s;
        });
        QCOMPARE(rulesOf(wordingFindings(praised, shippedRules())), QStringList{u"wording-promotional"_s});
    }

    void numbersNeedUnits_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<bool>("fires");
        const auto row = [](const QString &metric, bool fires) {
            QTest::addRow("%s", qPrintable(metric)) << metric << fires;
        };
        row(u"Cut handling time by 40."_s, true);
        row(u"Handling time falls to 12 by March."_s, true);
        row(u"Tickets fall from 900 to 400, which is enough"_s, true);
        row(u"Cut handling time by 40 percent."_s, false);
        row(u"Cut handling time by 40 %."_s, false);
        row(u"Nine of 10 answers are right."_s, false);
        row(u"The right clause in the first three results for 9 of 10 test questions."_s, false);
        row(u"Saves $40,000."_s, false);
        row(u"Answers take 5 to 10 seconds."_s, false);
        row(u"At least 41, 42 and 43 percent."_s, false);
        row(u"Wordings since 1998, half of them."_s, false);
        row(u"Half of the answers by March 31, 2027."_s, false);
        row(u"Half of the answers on Claude Sonnet 4.6, then all."_s, false);
        row(u"A score of 4.5, from every customer."_s, true); // of what scale?
        row(u"Rated 4.5, from every customer."_s, false);
        row(u"All of version 2, half of phase 3."_s, false);
        row(u"One hour; 95 percent agreement."_s, false);
        row(u"Half of GPT-4, all of S3."_s, false);
        row(u"24/7 answers within 2 hours."_s, false);
        row(u"Half of the answers in 3–5 s."_s, false);
        row(u"Half of the answers (1), then all (2)."_s, false);
        row(u"½ of the answers, 10² a day, 7½ hours, 5€."_s, false);
    }
    void numbersNeedUnits()
    {
        QFETCH(QString, metric);
        const domain::Findings findings = wordingFindings(
            seriesAWith([&metric](Worksheet &worksheet) { worksheet.useCases.front().successMetric = metric; }),
            shippedRules());
        QTEST(findingOf(findings, u"number-without-unit") != nullptr, "fires");
        if (!findings.empty())
            QCOMPARE(findings.front().severity, domain::Severity::Warning);
    }

    void aMetricNamesANumber()
    {
        const auto rules = [](const QString &metric) {
            return rulesOf(wordingFindings(
                seriesAWith([&metric](Worksheet &worksheet) { worksheet.useCases.front().successMetric = metric; }),
                shippedRules()));
        };
        QVERIFY(rules(u"Support agents are relieved of repeated questions."_s).contains(u"metric-without-number"_s));
        QVERIFY(!rules(u"Half of the repeated questions."_s).contains(u"metric-without-number"_s));
        QVERIFY(!rules(u"Neun von zehn Belegen stimmen."_s).contains(u"metric-without-number"_s));
    }

    void missingFactsAreAskedForWithWhatTheCaseKnows()
    {
        const Worksheet worksheet = seriesAWith([](Worksheet &changed) {
            changed.useCases.front().whyNow.clear();
            changed.useCases.front().successMetric = u"Support agents are relieved."_s;
        });
        const domain::Findings facts = reviewFacts(worksheet, records::kToday);
        const domain::Finding *whyNow = findingOf(facts, u"missing-fact");
        QVERIFY(whyNow);
        QCOMPARE(whyNow->fix,
                 u"Ask what happens if nothing is done this quarter; the case knows: it goes live on April 12, "
                 "2027, Bedrock is $3,000 of a $7,000 monthly AWS bill."_s);
        const domain::Findings findings = wordingFindings(worksheet, shippedRules());
        const domain::Finding *metric = findingOf(findings, u"metric-without-number");
        QVERIFY(metric);
        QCOMPARE(metric->fix,
                 u"Ask which number decides that it worked; the case knows: \"41 percent of tickets repeat an "
                 "answered question; median first reply 6 hours\"."_s);
    }

    void textThatFitsAnyCompanyIsTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fires");
        QTest::newRow("generic") << u"We use AI to help our customers and to make our processes better."_s << true;
        QTest::newRow("generic, longer")
            << u"Manual processes are slow and expensive. Our teams need modern AI tools to improve quality."_s << true;
        QTest::newRow("its own words") << u"Adjusters sort cargo claims by hand and urgent ones wait behind."_s
                                       << false;
        QTest::newRow("a number") << u"Our teams spend 40 hours a week on manual processes."_s << false;
        QTest::newRow("a name") << u"Our teams use the Lloyd process."_s << false;
        QTest::newRow("german") << u"Sachbearbeiter tippen jeden Beleg einzeln ab und prüfen ihn zweimal."_s << false;
        QTest::newRow("japanese") << u"営業担当者は毎日同じ質問に手作業で答えている。"_s << false;
    }
    void textThatFitsAnyCompanyIsTold()
    {
        QFETCH(QString, text);
        QTEST(rulesFor(text).contains(u"text-fits-any-company"_s), "fires");
    }

    void aSentenceIsSaidOnce()
    {
        const Worksheet worksheet = seriesAWith([](Worksheet &changed) {
            UseCase &useCase = changed.useCases.front();
            useCase.solution += u' ' + useCase.whyNow;
        });
        const domain::Findings findings = wordingFindings(worksheet, shippedRules());
        QCOMPARE(rulesOf(findings), QStringList{u"sentence-repeated"_s});
        QCOMPARE(findings.front().field, u"useCases/support-assistant/solution"_s);
        QVERIFY(findings.front().message.contains(u"The Bedrock line grew"_s));
        const Worksheet twice = seriesAWith(
            [](Worksheet &changed) { changed.useCases.front().whyNow += u' ' + changed.useCases.front().whyNow; });
        QCOMPARE(rulesOf(wordingFindings(twice, shippedRules())), QStringList{u"sentence-repeated"_s});
        // However often: one finding a text.
        const Worksheet often = seriesAWith([](Worksheet &changed) {
            UseCase &useCase = changed.useCases.front();
            useCase.problem = u"Agents answer the same 40 product questions by hand. "_s.repeated(30);
            useCase.whyNow = useCase.solution = useCase.problem;
        });
        QCOMPARE(wordingFindings(often, shippedRules()).size(), std::size_t(3));
    }

    void thePartnersOwnWordingIsCheckedToo()
    {
        const Worksheet worksheet = seriesAWith([](Worksheet &changed) {
            domain::RecordFacts own;
            own.pool = u"activate-portfolio"_s;
            own.problem = u"Credits are guaranteed for 12 months of production."_s;
            changed.records.push_back(own);
        });
        const domain::Findings findings = wordingFindings(worksheet, shippedRules());
        QCOMPARE(rulesOf(findings), QStringList{u"wording-promise"_s});
        QCOMPARE(findings.front().field, u"records/activate-portfolio/problem"_s);
        QVERIFY(findings.front().fix.contains(u"41 percent"_s));
    }

    void withoutFactsItSaysWhatToAsk()
    {
        Worksheet worksheet;
        worksheet.company.name = u"Acme"_s;
        UseCase useCase;
        useCase.id = u"one"_s;
        useCase.successMetric = u"A world-class result for all."_s;
        worksheet.useCases.push_back(useCase);
        QCOMPARE(wordingFindings(worksheet, shippedRules()).front().fix,
                 u"Ask which number decides that it worked, and what it is today."_s);
    }

    void hostileTextsEndInTime()
    {
        for (const QString &text :
             {QString(2000, u'a'), QString(2000, u'.'), QString(2000, u'1'), QString(u"guaranteed "_s).repeated(180),
              QString(u"1 "_s).repeated(1000), QString(QChar(0xd800)).repeated(100),
              QString(u"\u0301"_s).repeated(2000), QString(u"A b c d e f. "_s).repeated(150)}) {
            const Worksheet worksheet = seriesAWith([&text](Worksheet &changed) {
                UseCase &useCase = changed.useCases.front();
                for (QString *field : {&useCase.problem, &useCase.solution, &useCase.whyNow, &useCase.successMetric})
                    *field = text;
            });
            for (const WordingHit &hit : wordingHits(worksheet, shippedRules()))
                QVERIFY(hit.range.start >= 0 && hit.range.end() <= text.size());
            for (const domain::Finding &finding : wordingFindings(worksheet, shippedRules()))
                QVERIFY2(finding.message.size() < 500, qPrintable(finding.message));
        }
    }
};

} // namespace review

QTEST_APPLESS_MAIN(review::TestWording)
#include "tst_wording.moc"
