// What becomes of a stack when facts change.
#include "records/english.h"
#include "records/stackfixture.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using domain::Money;
using domain::Worksheet;
using records::composed;
using records::ComposedCase;
using records::Record;
using records::RecordKind;
using records::seriesA;
using records::seriesAWith;

namespace {

Money money(QStringView text)
{
    return *Money::parse(text);
}

domain::PoolRequest pool(const QString &programme, const QStringList &useCases = {})
{
    domain::PoolRequest request;
    request.programme = programme;
    request.useCases = useCases;
    return request;
}

/// A second use case like the first, with lines of its own.
void addUseCase(Worksheet &worksheet, const QString &id, const QString &title, const QString &problem)
{
    domain::UseCase useCase = worksheet.useCases.front();
    useCase.id = id;
    useCase.title = title;
    useCase.problem = problem;
    useCase.services.clear();
    for (domain::Workload &workload : useCase.workloads)
        workload.id = id + u'-' + workload.id;
    worksheet.useCases.push_back(useCase);
}

/// No line is in two records in the month that both cover, and no record is empty.
void verifyNoOverlap(const ComposedCase &result)
{
    std::set<std::pair<int, int>> stated;
    for (const Record &record : result.stack.records) {
        if (record.kind != RecordKind::Opportunity)
            continue;
        QVERIFY(record.statedMonthlySpend > Money());
        Money sum;
        for (const int line : record.statedLines) {
            const projection::Line &of = result.projection.lines[static_cast<std::size_t>(line)];
            QVERIFY(of.creditEligible);
            sum += of.monthly[static_cast<std::size_t>(record.statedMonth - 1)];
            QVERIFY2(stated.insert({line, record.statedMonth}).second, qPrintable(of.id));
        }
        QCOMPARE(record.statedMonthlySpend, sum);
    }
}

} // namespace

class TestCompose : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineIsStatedByTheFirstRecordWhoseWindowCoversIt()
    {
        // The second earmarked window ends inside the first: nothing is left to state. A longer one states its own
        // month.
        const auto twoEarmarked = [](int months) {
            return seriesAWith([months](Worksheet &worksheet) {
                domain::PoolRequest portfolio = pool(u"activate-portfolio"_s, {u"support-assistant"_s});
                portfolio.months = months;
                worksheet.funding.pools = {pool(u"bedrock-poc"_s, {u"support-assistant"_s}), portfolio};
            });
        };
        const ComposedCase inside = composed(twoEarmarked(2));
        QCOMPARE(inside.recordCount(), 1);
        QVERIFY(inside.finding(u"record-states-nothing"));
        const ComposedCase beyond = composed(twoEarmarked(12));
        QCOMPARE(beyond.recordCount(), 2);
        QCOMPARE(beyond.record(1).statedMonthlySpend, money(u"17997.22")); // 23,265.19 less the platform's 5,267.97
        verifyNoOverlap(beyond);
    }

    void aGeneralRecordLeavesOutWhatAnEarmarkedWindowCoversInTheFullMonth()
    {
        const ComposedCase result =
            composed(seriesAWith([](Worksheet &worksheet) { worksheet.funding.fullVolumeMonth = 3; }));
        QCOMPARE(result.record(0).statedMonthlySpend, money(u"13237.83"));
        QCOMPARE(result.record(1).statedMonth, 3);
        QCOMPARE(result.record(1).statedMonthlySpend,
                 money(u"4200.97")); // the platform alone: 17,438.80 less 13,237.83
        verifyNoOverlap(result);
    }

    void onlyTheFirstGeneralPurposeRecordIsDrafted()
    {
        const ComposedCase result = composed(seriesAWith([](Worksheet &worksheet) {
            worksheet.funding.pools = {pool(u"activate-portfolio"_s), pool(u"activate-portfolio"_s),
                                       pool(u"bedrock-poc"_s, {u"support-assistant"_s})};
        }));
        QCOMPARE(result.recordCount(), 2);
        QCOMPARE(result.record(0).poolId, u"bedrock-poc"_s); // earmarked first, whatever the order of the pools
        QCOMPARE(result.record(1).poolId, u"activate-portfolio"_s);
        const domain::Finding *finding = result.finding(u"record-states-nothing");
        QVERIFY(finding && finding->field == u"funding/pools/activate-portfolio-2"_s);
    }

    void anIneligiblePoolGetsNoRecord()
    {
        const ComposedCase result =
            composed(seriesAWith([](Worksheet &worksheet) { worksheet.company.competesWithAws = true; }));
        QCOMPARE(result.recordCount(), 0);
        QVERIFY(result.finding(u"record-not-drafted"));
    }

    void portfolioThroughAnOrganizationIsAChecklist()
    {
        const ComposedCase result = composed(
            seriesAWith([](Worksheet &worksheet) { worksheet.funding.pools[1].route = domain::Route::OrgId; }));
        QCOMPARE(result.record(1).kind, RecordKind::Checklist);
        QVERIFY(result.record(1).statedLines.empty());
        QCOMPARE(result.record(0).of, 1);
    }

    void missingFactsLeaveWholeSentencesOut_data()
    {
        QTest::addColumn<int>("variant");
        for (int variant = 0; variant < 14; ++variant)
            QTest::addRow("variant %d", variant) << variant;
    }
    void missingFactsLeaveWholeSentencesOut()
    {
        QFETCH(int, variant);
        const ComposedCase result = composed(seriesAWith([variant](Worksheet &worksheet) {
            domain::UseCase &useCase = worksheet.useCases.front();
            const bool all = variant == 13;
            QString *texts[] = {&useCase.title,         &useCase.problem,  &useCase.solution,   &useCase.scope,
                                &useCase.successMetric, &useCase.baseline, &useCase.evaluation, &useCase.whyNow,
                                &useCase.whyBedrock,    &useCase.users};
            for (int i = 0; i < 10; ++i) {
                if (all || variant == i)
                    texts[i]->clear();
            }
            if (all || variant == 10)
                useCase.goLiveOn.reset();
            if (all || variant == 11)
                worksheet.aws = domain::AwsAccount();
            if (all || variant == 12)
                worksheet.footprint.clear();
        }));
        QCOMPARE(result.recordCount(), 2);
        for (const Record &record : result.stack.records) {
            QStringList texts = record.useCaseParagraphs;
            texts << record.businessProblem << record.inScope << record.outOfScope << record.metric
                  << record.distinction;
            for (const QString &text : texts) {
                static const QRegularExpression kUngrammatical(
                    u"  | [,.;:]|[,;:]\\.|\\.\\.|; *;|^[,.;: ]|\\b(the the|for for|at in)\\b|[,;:]$"_s);
                QVERIFY2(!kUngrammatical.match(text).hasMatch(), qPrintable(text));
                QVERIFY2(text.isEmpty() || text.front().isUpper() || !text.front().isLetter(), qPrintable(text));
                QVERIFY2(text.isEmpty() || text.endsWith(u'.'), qPrintable(text));
            }
            QVERIFY(records::codePoints(record.businessProblem) >= 20);
            QVERIFY(record.businessProblem.contains(u"Requested: "_s));
        }
    }

    void withoutAProofOfConceptTheGeneralRecordTellsTheProblem()
    {
        const ComposedCase result = composed(
            seriesAWith([](Worksheet &worksheet) { worksheet.funding.pools = {pool(u"activate-portfolio"_s)}; }));
        QCOMPARE(result.recordCount(), 1);
        const Record &record = result.record(0);
        QVERIFY(record.businessProblem.startsWith(u"Support agents answer"_s));
        QVERIFY(!record.businessProblem.contains(u"a record of its own"_s));
        QVERIFY(record.distinction.isEmpty());
    }

    void aCompanyWithoutUseCasesHasAPlatformRecord()
    {
        const ComposedCase result = composed(seriesAWith([](Worksheet &worksheet) {
            worksheet.useCases.clear();
            worksheet.funding.pools = {pool(u"activate-portfolio"_s)};
        }));
        QCOMPARE(result.record(0).title, u"Northwind Support Software: AWS platform, production"_s);
        QCOMPARE(
            result.record(0).businessProblem,
            u"Help-desk software for mid-size software companies, sold by subscription. This record carries the "
            u"company's "
            "AWS platform. The platform runs on EC2, RDS, CloudFront and S3: $4,000 in January, $5,268 in December. "
            "Requested: AWS Activate Portfolio credits, $66,500, for January to December 2027."_s);
    }

    void recordsOfOneStackNeverShareATitle()
    {
        const ComposedCase result = composed(seriesAWith([](Worksheet &worksheet) {
            addUseCase(worksheet, u"second"_s, worksheet.useCases.front().title, u"Another problem."_s);
            worksheet.funding.pools = {pool(u"bedrock-poc"_s, {u"support-assistant"_s}),
                                       pool(u"bedrock-poc"_s, {u"second"_s})};
        }));
        QCOMPARE(result.recordCount(), 2);
        QCOMPARE(result.record(0).title, u"Northwind Support: In-product support assistant, POC"_s);
        QCOMPARE(result.record(1).title, u"Northwind Support: In-product support assistant, POC 2"_s);
    }

    void aLongTextLosesWholeSentencesAndAFindingNamesIt()
    {
        const QString sentence = u"This sentence of the solution says one more thing about it. "_s;
        const ComposedCase result = composed(seriesAWith(
            [&](Worksheet &worksheet) { worksheet.useCases.front().solution = sentence.repeated(30).trimmed(); }));
        const Record &record = result.record(0);
        QVERIFY(records::codePoints(record.businessProblem) <= 1000);
        QVERIFY(record.businessProblem.startsWith(u"Support agents answer"_s));
        QVERIFY(record.businessProblem.contains(u"Expected outcome: half"_s));
        QVERIFY(record.businessProblem.contains(sentence.trimmed()));
        QVERIFY(record.businessProblem.endsWith(u"for January to March 2027."_s));
        const domain::Finding *finding = result.finding(u"problem-shortened");
        QVERIFY(finding);
        QCOMPARE(finding->field, u"useCases/support-assistant/solution"_s);
        QCOMPARE(record.useCaseParagraphs.at(2), sentence.repeated(30).trimmed()); // the brief keeps it whole
    }

    void oneEndlessSentenceIsNeverCutInside()
    {
        const QString endless = u"word "_s.repeated(240).trimmed(); // 1,199 signs without a stop
        const ComposedCase result =
            composed(seriesAWith([&](Worksheet &worksheet) { worksheet.useCases.front().problem = endless; }));
        const Record &record = result.record(0);
        QVERIFY(record.businessProblem.startsWith(endless + u'.'));
        QVERIFY(records::codePoints(record.businessProblem) <= 2000);
        const domain::Finding *finding = result.finding(u"problem-too-long");
        QVERIFY(finding && finding->severity == domain::Severity::Warning);
        const ComposedCase longest = composed(
            seriesAWith([&](Worksheet &worksheet) { worksheet.useCases.front().problem = QString(2000, u'w'); }));
        QVERIFY(records::codePoints(longest.record(0).businessProblem) <= 2000);
        QVERIFY(!longest.record(0).businessProblem.contains(u"wwww"_s));
    }

    void aSentenceOfTwoThousandSignsIsCutAtAClauseRatherThanDropped()
    {
        const QString clause = u"agents answer the same questions by hand, "_s;
        const ComposedCase result = composed(seriesAWith(
            [&](Worksheet &worksheet) { worksheet.useCases.front().problem = clause.repeated(48).trimmed(); }));
        const Record &record = result.record(0);
        QVERIFY2(record.businessProblem.contains(u"agents answer the same questions by hand, agents answer"_s),
                 qPrintable(record.businessProblem));
        QVERIFY(record.businessProblem.contains(u"by hand\u2026 "_s));
        QVERIFY(record.businessProblem.contains(u"Requested: "_s));
        QVERIFY(records::codePoints(record.businessProblem) <= 1000);
        const domain::Finding *finding = result.finding(u"problem-shortened");
        QVERIFY(finding && finding->severity == domain::Severity::Warning);
        QVERIFY(finding->message.contains(u"cut short"_s));
        QCOMPARE(finding->field, u"useCases/support-assistant/problem"_s);
    }

    void theCloseDateAlwaysLiesAhead_data()
    {
        QTest::addColumn<QDate>("stated");
        QTest::addColumn<QDate>("goLive");
        QTest::addColumn<QDate>("asOf");
        QTest::addColumn<QDate>("expected");
        QTest::addColumn<int>("findings");
        const QDate today(2026, 11, 22);
        QTest::newRow("stated") << QDate(2027, 2, 1) << QDate(2027, 4, 12) << today << QDate(2027, 2, 1) << 0;
        QTest::newRow("go-live") << QDate() << QDate(2027, 4, 12) << today << QDate(2027, 4, 12) << 0;
        QTest::newRow("end of window") << QDate() << QDate() << today << QDate(2027, 3, 31) << 0;
        QTest::newRow("today is not ahead") << today << QDate(2027, 4, 12) << today << QDate(2027, 4, 12) << 1;
        QTest::newRow("tomorrow is") << today.addDays(1) << QDate() << today << today.addDays(1) << 0;
        QTest::newRow("both past") << QDate(2020, 1, 1) << QDate(2021, 1, 1) << today << QDate(2027, 3, 31) << 2;
        QTest::newRow("everything past") << QDate() << QDate(2027, 4, 12) << QDate(2027, 12, 20) << QDate(2028, 1, 31)
                                         << 2;
        QTest::newRow("too far") << QDate(2090, 1, 1) << QDate() << today << QDate(2027, 3, 31) << 1;
    }
    void theCloseDateAlwaysLiesAhead()
    {
        QFETCH(QDate, stated);
        QFETCH(QDate, goLive);
        QFETCH(QDate, asOf);
        const ComposedCase result = composed(seriesAWith([&](Worksheet &worksheet) {
                                                 worksheet.useCases.front().goLiveOn =
                                                     goLive.isValid() ? std::optional(goLive) : std::nullopt;
                                                 worksheet.funding.pools.pop_back();
                                                 if (stated.isValid()) {
                                                     domain::RecordFacts facts;
                                                     facts.pool = u"bedrock-poc"_s;
                                                     facts.targetCloseDate = stated;
                                                     worksheet.records.push_back(facts);
                                                 }
                                             }),
                                             asOf);
        QTEST(result.record(0).targetCloseDate, "expected");
        int findings = 0;
        for (const domain::Finding &finding : result.stack.findings) {
            if (finding.rule.startsWith("close-date"_L1)) {
                QCOMPARE(finding.severity, domain::Severity::Error);
                ++findings;
            }
        }
        QTEST(findings, "findings");
    }

    void thePartnersOwnWordingReplacesTheFacts()
    {
        const ComposedCase result = composed(seriesAWith([](Worksheet &worksheet) {
            domain::RecordFacts facts;
            facts.pool = u"bedrock-poc"_s;
            facts.title = u"Our own title"_s;
            facts.problem = u"Our own problem.\n\nIts second paragraph, decided on 2027-03-31."_s;
            facts.scope = u"Five customers; no voice."_s;
            facts.successMetric = u"Half of the questions."_s;
            facts.stage = u"Qualified"_s;
            facts.engagementType = u"Assessment"_s;
            facts.primaryNeeds = QStringList{u"Co-Sell - Deal Support"_s};
            worksheet.records.push_back(facts);
        }));
        const Record &record = result.record(0);
        QCOMPARE(record.title, u"Our own title"_s);
        QCOMPARE(record.businessProblem,
                 u"Our own problem. Its second paragraph, decided on March 31, 2027. Expected outcome: half "
                 "of the questions. Requested: Bedrock proof-of-concept credits, $29,500, for January to "
                 "March 2027."_s);
        QCOMPARE(record.useCaseParagraphs.size(), 2);
        QCOMPARE(record.inScope, u"Five customers."_s);
        QCOMPARE(record.outOfScope, u"Voice."_s);
        QCOMPARE(record.metric, u"Half of the questions."_s);
        QCOMPARE(record.stage, u"Qualified"_s);
        QCOMPARE(record.engagementType, u"Assessment"_s);
        QCOMPARE(record.primaryNeeds, QStringList{u"Co-Sell - Deal Support"_s});
        QCOMPARE(result.record(1).engagementType, u"Build"_s);
        QVERIFY(result.record(1).stage.isEmpty()); // nothing is put in the place of what nobody stated
    }

    void hostileTextStaysText()
    {
        const QString hostile = u"<script>alert(1)</script> =HYPERLINK(\"x\") \u200f\u05d0 \U0001F680"_s;
        const ComposedCase result = composed(seriesAWith([&](Worksheet &worksheet) {
            worksheet.company.name = hostile;
            worksheet.useCases.front().title = hostile;
            worksheet.useCases.front().problem = hostile;
        }));
        QVERIFY(result.record(0).businessProblem.startsWith(hostile + u'.'));
        QVERIFY(result.record(0).useCaseParagraphs.front().startsWith(hostile));
        for (const Record &record : result.stack.records)
            QVERIFY(records::codePoints(record.title) <= 60);
    }

    void severalUseCasesAreEachNamed()
    {
        const ComposedCase result = composed(seriesAWith([](Worksheet &worksheet) {
            addUseCase(worksheet, u"router"_s, u"Ticket routing"_s, u"Tickets are routed by hand."_s);
            worksheet.useCases.back().proofOfConcept = false;
        }));
        const Record &general = result.record(1);
        QCOMPARE(general.inScope,
                 u"The assistant in production for all customers, from April 12, 2027; Ticket routing: English "
                 "documentation and two years of resolved tickets of five design-partner customers; answers in "
                 "the product's help panel; EC2, RDS, CloudFront and S3 of the platform, from January."_s);
        QVERIFY(general.businessProblem.startsWith(u"Ticket routing: Tickets are routed by hand."_s));
        QVERIFY(general.distinction.contains(
            u"record 2 for production from April 12, 2027, the ticket routing and the platform"_s));
        verifyNoOverlap(result);
    }
};

QTEST_GUILESS_MAIN(TestCompose)
#include "tst_compose.moc"
