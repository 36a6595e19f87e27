// Whether the records of a stack read as different things, on the samples and on wording that copies its sibling.
#include "review/reviewedcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace review {

using domain::RecordFacts;
using domain::Severity;
using domain::Worksheet;
using records::composed;
using records::sample;
using records::seriesA;
using records::seriesAWith;

namespace {

RecordFacts &portfolioWording(Worksheet &worksheet)
{
    worksheet.records.push_back({});
    worksheet.records.back().pool = u"activate-portfolio"_s;
    return worksheet.records.back();
}

QString cut(const QString &text, const TextRange &range)
{
    return text.mid(range.start, range.length);
}

} // namespace

class TestDistinctness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSamplesAreDistinct_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("comparisons");
        QTest::newRow("series a") << u"series-a-rag-assistant"_s << 1;
        QTest::newRow("pre-seed") << u"pre-seed-agent"_s << 0; // one record; Founders is a checklist
        QTest::newRow("enterprise") << u"enterprise-two-use-cases"_s << 1;
    }
    void theSamplesAreDistinct()
    {
        QFETCH(QString, name);
        const Distinctness result = distinctnessOf(composed(sample(name)));
        QTEST(static_cast<int>(result.comparisons.size()), "comparisons");
        QCOMPARE(rulesOf(result.findings), QStringList());
        for (const Comparison &comparison : result.comparisons)
            QVERIFY2(comparison.isDistinct(), qPrintable(comparison.difference));
    }

    void theDifferenceIsOneSentenceOfFacts()
    {
        QCOMPARE(
            distinctnessOf(composed(seriesA())).comparisons.front().difference,
            u"Bedrock POC is for the proof of concept of the in-product support assistant, January to March 2027, "
            "and states $13,237.83 a month as of March 2027; Activate Portfolio is for production of the in-product "
            "support assistant from April 12, 2027 and the platform around it, January to December 2027, and states "
            "$23,265.19 a month as of December 2027; no line is stated by both for the same month."_s);
    }

    /// Case, punctuation, spacing, a percent sign and a changed word do not hide a copied sentence.
    void copiedSentencesAreMarkedInBothTexts()
    {
        const auto with = composed(seriesAWith([](Worksheet &worksheet) {
            portfolioWording(worksheet).problem =
                u"24 people, Series A, one product.  THE BEDROCK LINE grew from a rounding error to about 3000 dollars "
                u"a "
                "month in six weeks, and will triple at launch! Support agents answer the same product questions by "
                "hand: "
                "41 % of all tickets repeat an answer that already stands in the documentation, the median first reply "
                "takes 6 hours, and three enterprise renewals in the next two quarters name response time as a condition."_s;
        }));
        const Distinctness result = distinctnessOf(with);
        const Comparison &comparison = result.comparisons.front();
        QCOMPARE(comparison.shared.size(), std::size_t(2));
        const QString &poc = with.record(0).businessProblem;
        const QString &portfolio = with.record(1).businessProblem;
        QVERIFY(cut(poc, comparison.shared[0].place.inFirst).startsWith(u"Support agents answer"));
        QVERIFY(cut(portfolio, comparison.shared[0].place.inSecond).startsWith(u"Support agents answer"));
        QVERIFY(!comparison.shared[0].place.exact); // "all" was put in
        QCOMPARE(cut(poc, comparison.shared[1].place.inFirst),
                 u"The Bedrock line grew from a rounding error to about 3,000 dollars a month in six weeks and will "
                 "triple at launch."_s);
        QVERIFY(cut(portfolio, comparison.shared[1].place.inSecond).startsWith(u"THE BEDROCK LINE"));
        QVERIFY(comparison.shared[1].place.exact);
        const domain::Finding *finding = findingOf(result.findings, u"records-share-text");
        QVERIFY(finding);
        QCOMPARE(finding->severity, Severity::Warning);
        QCOMPARE(finding->field, u"records/activate-portfolio/problem"_s);
        QVERIFY2(finding->message.startsWith(u"2 sentences of the business problem of Activate Portfolio stand in "
                                             "Bedrock POC too: \"Support agents"),
                 qPrintable(finding->message));
    }

    void theRewriteMovesTheRecordToItsOwnPhase()
    {
        const Worksheet copied = seriesAWith([](Worksheet &worksheet) {
            RecordFacts &own = portfolioWording(worksheet);
            const domain::UseCase &useCase = worksheet.useCases.front();
            own.phase = u"poc"_s;
            own.problem = useCase.problem + u' ' + useCase.whyNow;
            own.scope = useCase.scope;
            own.successMetric = useCase.successMetric;
        });
        const Distinctness before = distinctnessOf(composed(copied));
        const Comparison &comparison = before.comparisons.front();
        QVERIFY(comparison.sameMetric);
        QVERIFY(comparison.sameScope);
        QCOMPARE(comparison.proposal.size(), std::size_t(4));
        for (const ProposedText &proposed : comparison.proposal)
            QCOMPARE(proposed.text, QString()); // all of it was copied: the wording follows the facts again
        QVERIFY2(
            comparison.proposal[0].reads.startsWith(u"From April 12, 2027 the in-product support assistant runs in "
                                                    "production for all customers"),
            qPrintable(comparison.proposal[0].reads));
        const auto after = composed(withProposal(copied, comparison.proposal));
        QVERIFY(distinctnessOf(after).comparisons.front().isDistinct());
        QCOMPARE(after.record(1).businessProblem, composed(seriesA()).record(1).businessProblem);
        QCOMPARE(after.record(1).phase, u"production"_s);
    }

    void theRewriteKeepsWhatIsThePartnersOwn()
    {
        const QString mine = u"Two larger customers sign in May, each with 40,000 end users of its own."_s;
        const Worksheet copied = seriesAWith([&mine](Worksheet &worksheet) {
            portfolioWording(worksheet).problem = worksheet.useCases.front().problem + u' ' + mine;
        });
        const Comparison comparison = distinctnessOf(composed(copied)).comparisons.front();
        QCOMPARE(comparison.proposal.size(), std::size_t(1));
        QCOMPARE(comparison.proposal[0].field, u"records/activate-portfolio/problem"_s);
        QVERIFY(comparison.proposal[0].text.startsWith(u"From April 12, 2027"));
        QVERIFY(comparison.proposal[0].text.endsWith(mine));
        const auto after = composed(withProposal(copied, comparison.proposal));
        QVERIFY(after.record(1).businessProblem.contains(mine));
        QVERIFY(!after.record(1).businessProblem.contains(u"Support agents answer"_s));
        QVERIFY(distinctnessOf(after).comparisons.front().isDistinct());
    }

    /// Two proofs of concept that tell the same story have nothing generated to fall back on: only facts help.
    void twoUseCasesWithOneStoryAreTold()
    {
        Worksheet worksheet = sample(u"enterprise-two-use-cases"_s);
        worksheet.useCases[1].problem = worksheet.useCases[0].problem;
        worksheet.useCases[1].successMetric = worksheet.useCases[0].successMetric;
        const Distinctness result = distinctnessOf(composed(worksheet));
        const domain::Finding *text = findingOf(result.findings, u"records-share-text");
        QVERIFY(text);
        QCOMPARE(text->field, u"useCases/wording-search/problem"_s);
        const domain::Finding *metric = findingOf(result.findings, u"records-share-metric");
        QVERIFY(metric);
        QCOMPARE(metric->field, u"useCases/wording-search/successMetric"_s);
        QVERIFY(result.comparisons.front().proposal.empty());
        QVERIFY2(metric->fix.contains(u"the proof of concept of the policy wording search"_s), qPrintable(metric->fix));
    }

    /// Three records: each pair is compared, and the program's name alone would not tell two of them apart.
    void everyPairOfAStackIsCompared()
    {
        Worksheet worksheet = sample(u"enterprise-two-use-cases"_s);
        worksheet.company.stage = domain::Stage::SeriesA;
        worksheet.company.institutionallyFunded = true;
        worksheet.funding.pools[0].programme = worksheet.funding.pools[1].programme = u"bedrock-poc"_s;
        worksheet.funding.pools[0].id = u"bedrock-poc"_s;
        worksheet.funding.pools[1].id = u"bedrock-poc-2"_s;
        worksheet.funding.pools.push_back({});
        worksheet.funding.pools.back().id = worksheet.funding.pools.back().programme = u"activate-portfolio"_s;
        worksheet.records.push_back({});
        worksheet.records.back().pool = u"bedrock-poc-2"_s;
        worksheet.records.back().problem = worksheet.useCases[0].problem;
        const Distinctness result = distinctnessOf(composed(worksheet));
        QCOMPARE(result.comparisons.size(), std::size_t(3));
        QCOMPARE(rulesOf(result.findings), QStringList{u"records-share-text"_s});
        QCOMPARE(result.findings.front().field, u"records/bedrock-poc-2/problem"_s);
        QVERIFY2(result.findings.front().message.startsWith(u"A sentence of the business problem of Bedrock POC "
                                                            "(bedrock-poc-2) stands in Bedrock POC (bedrock-poc) too"),
                 qPrintable(result.findings.front().message));
    }

    void aShortMetricIsTheSameToo()
    {
        Worksheet worksheet = sample(u"enterprise-two-use-cases"_s);
        worksheet.useCases[0].successMetric = u"95 percent agreement."_s;
        worksheet.useCases[1].successMetric = u"95% agreement"_s;
        QVERIFY(findingOf(distinctnessOf(composed(worksheet)).findings, u"records-share-metric"));
    }

    void theSameWindowOfTheSameUseCaseReadsAsADuplicate()
    {
        const Worksheet worksheet = seriesAWith([](Worksheet &changed) {
            changed.useCases.front().startsOn = QDate(2027, 1, 1);
            changed.funding.pools[1].months = 3;
        });
        const Distinctness result = distinctnessOf(composed(worksheet));
        const domain::Finding *finding = findingOf(result.findings, u"records-share-dates");
        QVERIFY(finding);
        QCOMPARE(finding->field, u"funding/pools/activate-portfolio/months"_s);
        // Two use cases may well run in the same quarter.
        Worksheet two = sample(u"enterprise-two-use-cases"_s);
        for (domain::UseCase &useCase : two.useCases) {
            useCase.startsOn = QDate(2027, 1, 4);
            useCase.endsOn = QDate(2027, 3, 31);
        }
        QVERIFY(!findingOf(distinctnessOf(composed(two)).findings, u"records-share-dates"));
    }

    void linesStatedTwiceAreAnError()
    {
        auto with = composed(seriesA());
        with.stack.records[1].statedLines = with.stack.records[0].statedLines;
        with.stack.records[1].statedMonth = with.stack.records[0].statedMonth;
        const Distinctness result = distinctnessOf(with);
        const domain::Finding *finding = findingOf(result.findings, u"records-state-same-lines");
        QVERIFY(finding);
        QCOMPARE(finding->severity, Severity::Error);
        QVERIFY(finding->message.contains(u"Assistant answers"_s));
    }

    /// The company's name, its website and the line that says what is requested stand in every record.
    void whatEveryRecordSaysIsNoFinding()
    {
        const auto with = composed(seriesAWith([](Worksheet &worksheet) {
            const QString same = u" Northwind Support Software, https://northwind-support.example."_s;
            worksheet.useCases.front().problem += same;
            portfolioWording(worksheet).problem =
                u"Production of the assistant for all customers begins in April on one AWS bill."_s + same;
        }));
        QCOMPARE(rulesOf(distinctnessOf(with).findings), QStringList());
    }

    void textFiledEarlierIsRecognized()
    {
        const auto with = composed(seriesA());
        FiledRecord filed{u"Bedrock POC, filed March 3, 2026"_s,
                          {},
                          u"Another year. "_s + with.worksheet.useCases.front().whyNow,
                          u"Spanish tickets of two customers"_s,
                          u"A third of the questions"_s};
        const Distinctness result = distinctnessOf(with, {filed});
        const domain::Finding *finding = findingOf(result.findings, u"repeats-filed-text");
        QVERIFY(finding);
        QVERIFY(finding->message.contains(u"Bedrock POC, filed March 3, 2026"_s));
        QCOMPARE(finding->field, u"useCases/support-assistant/whyNow"_s);
        // The same record filed again is no copy of itself.
        filed.poolId = u"bedrock-poc"_s;
        QCOMPARE(rulesOf(distinctnessOf(with, {filed}).findings), QStringList());
    }

    void theResultDoesNotDependOnTheRun()
    {
        const Worksheet copied = seriesAWith(
            [](Worksheet &worksheet) { portfolioWording(worksheet).problem = worksheet.useCases.front().problem; });
        const auto first = distinctnessOf(composed(copied));
        const auto second = distinctnessOf(composed(copied));
        QCOMPARE(first.findings, second.findings);
        QCOMPARE(first.comparisons.front().difference, second.comparisons.front().difference);
    }

    void textsAreComparedWordByWord_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<int>("shared");
        QTest::newRow("equal") << u"Agents answer the same questions by hand."_s
                               << u"agents answer, the same QUESTIONS by hand"_s << 1;
        QTest::newRow("other figures, other sentence")
            << u"Adjusters read 1,900 new claim files a day."_s << u"Underwriters search 40 years of wordings."_s << 0;
        QTest::newRow("too short to tell") << u"It is slow."_s << u"It is slow."_s << 0;
        QTest::newRow("half of it") << u"Agents answer the same product questions by hand every day of the week."_s
                                    << u"Agents answer other customers' letters at home in the evening hours."_s << 0;
        QTest::newRow("a clause inside another sentence")
            << u"As of today the median first reply to a ticket takes six hours in the three largest accounts."_s
            << u"Renewals are at risk, since the median first reply to a ticket takes six hours in most months."_s << 1;
        QTest::newRow("japanese") << u"営業担当者は毎日同じ質問に手作業で答えている。"_s
                                  << u"営業担当者は毎日同じ質問に手作業で答えている"_s << 1;
        QTest::newRow("german") << u"Die Mitarbeiter tippen vier Stunden im Monat Belege ab."_s
                                << u"Die Mitarbeiter tippen 4 Stunden im Monat Belege ab!"_s << 1;
        QTest::newRow("thousands") << u"It answers 3,000 graded questions every night."_s
                                   << u"It answers 3000 graded questions every night."_s << 1;
        QTest::newRow("composed accents") << u"La réponse médiane prend six heures par ticket."_s
                                          << u"La re\u0301ponse me\u0301diane prend six heures par ticket."_s << 1;
    }
    void textsAreComparedWordByWord()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(int, shared);
        QCOMPARE(static_cast<int>(sharedSentences(first, second, {}).size()), shared);
        QCOMPARE(static_cast<int>(sharedSentences(second, first, {}).size()), shared);
    }

    void aSentenceIsPairedOnce()
    {
        const QString once = u"Agents answer the same product questions by hand."_s;
        QCOMPARE(sharedSentences(once, once + u' ' + once, {}).size(), std::size_t(1));
        QCOMPARE(repeatedSentences(ComparedText(once + u" Something else is said here too. "_s + once)).size(),
                 std::size_t(1));
        QVERIFY(repeatedSentences(ComparedText(once)).empty());
    }
};

} // namespace review

QTEST_APPLESS_MAIN(review::TestDistinctness)
#include "tst_distinctness.moc"
