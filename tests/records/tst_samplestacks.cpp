// The stacks of the shipped samples, word by word and cent by cent.
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

class TestSampleStacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seriesAHasTwoRecordsThatStateWhatTheContractSays()
    {
        const ComposedCase result = composed(seriesA());
        QCOMPARE(result.recordCount(), 2);
        QCOMPARE(result.record(0).poolId, u"bedrock-poc"_s);
        QCOMPARE(result.record(0).statedMonthlySpend, money(u"13237.83"));
        QCOMPARE(result.record(0).statedMonth, 3);
        QCOMPARE(result.record(0).title, u"Northwind Support: In-product support assistant, POC"_s);
        QCOMPARE(result.record(1).poolId, u"activate-portfolio"_s);
        QCOMPARE(result.record(1).statedMonthlySpend, money(u"23265.19"));
        QCOMPARE(result.record(1).statedMonth, 12);
        QCOMPARE(result.record(1).title, u"Northwind Support: In-product support assistant, production"_s);
        QCOMPARE(result.record(1).number, 2);
        QCOMPARE(result.record(1).of, 2);
        QVERIFY(!domain::hasError(result.stack.findings));
        verifyNoOverlap(result);
    }

    void seriesAProofOfConceptReadsAsDesigned()
    {
        const ComposedCase result = composed(seriesA());
        const Record &record = result.record(0);
        QCOMPARE(
            record.businessProblem,
            u"Support agents answer the same product questions by hand: 41 percent of tickets repeat an answer that "
            u"already "
            "stands in the documentation, the median first reply takes 6 hours, and three enterprise renewals in the "
            "next "
            "two quarters name response time as a condition. The Bedrock line grew from a rounding error to about "
            "3,000 "
            "dollars a month in six weeks and will triple at launch. A retrieval-augmented assistant inside the "
            "product "
            "answers from the customer's own documentation and ticket history, cites its sources, and hands over to an "
            "agent when its confidence is low. Expected outcome: half of the repeat questions answered without an "
            "agent, "
            "with at least 90 percent of answers rated correct in the nightly evaluation, by the end of the proof of "
            "concept. Requested: Bedrock proof-of-concept credits, $29,500, for January to March 2027."_s);
        const domain::UseCase &useCase = result.worksheet.useCases.front();
        QCOMPARE(record.useCaseParagraphs,
                 (QStringList{useCase.problem, useCase.whyNow, useCase.solution, useCase.whyBedrock}));
        QCOMPARE(record.inScope,
                 u"English documentation and two years of resolved tickets of five design-partner customers; "
                 "answers in the product's help panel."_s);
        QCOMPARE(record.outOfScope, u"Actions on the customer's data."_s);
        QCOMPARE(record.evaluation, u"Nightly harness of 3,000 graded questions."_s);
        QCOMPARE(record.decision, u"the head of support."_s);
        QCOMPARE(record.decisionDate, std::optional(QDate(2027, 3, 31)));
        QCOMPARE(record.startsOn, std::optional(QDate(2027, 1, 4)));
        QCOMPARE(record.targetCloseDate, QDate(2027, 4, 12));
        QCOMPARE(record.distinction,
                 u"Record 1 pays for the proof of concept, record 2 for production from April 12, 2027 and the "
                 "platform around it; no projected dollar is in both."_s);
    }

    void seriesAPortfolioReadsAsDesigned()
    {
        const ComposedCase result = composed(seriesA());
        const Record &record = result.record(1);
        QCOMPARE(
            record.businessProblem,
            u"From April 12, 2027 the in-product support assistant runs in production for all customers; this record "
            "carries that phase and the platform around it. Today 41 percent of tickets repeat an answered question; "
            "median "
            "first reply 6 hours. Bedrock is $3,000 of a $7,000 monthly bill; with production it is projected at "
            "$13,188 "
            "in April and $17,497 in December 2027, for 16,873 and 23,092 answers a day. The assistant uses OpenSearch "
            "Serverless, S3, Lambda and CloudWatch beside Bedrock; the product it is part of runs on EC2, RDS, "
            "CloudFront "
            "and S3. Expected outcome: 23,092 answers a day in December 2027, from 5,000 in January, with at least 90 "
            "percent of answers rated correct. The proof of concept before it is a record of its own. Requested: AWS "
            "Activate Portfolio credits, $100,000, for January to December 2027."_s);
        QCOMPARE(record.useCaseParagraphs.at(3),
                 u"The assistant uses OpenSearch Serverless, S3, Lambda and CloudWatch beside Bedrock. The product it "
                 u"is part of "
                 "runs on EC2, RDS, CloudFront and S3: $4,000 in January, $5,268 in December."_s);
        QCOMPARE(record.inScope,
                 u"The assistant in production for all customers, from April 12, 2027; EC2, RDS, CloudFront and S3 "
                 "of the platform, from January."_s);
        QCOMPARE(record.outOfScope,
                 u"The proof of concept, to March 31, 2027 (record 1); AWS Marketplace, $300 a month."_s);
        QCOMPARE(record.metric, u"Answers served a day, with at least 90 percent of answers rated correct."_s);
        QCOMPARE(record.baseline, u"5,000 a day, five design partners, January 2027."_s);
        QCOMPARE(record.target, u"23,092 a day, all customers, December 2027."_s);
        QCOMPARE(record.evaluation, u"Nightly harness of 3,000 graded questions; it keeps running, $1,485 a month."_s);
        QCOMPARE(record.decision, u"the head of support (record 1)."_s);
    }

    void siblingsShareNoSentence()
    {
        const ComposedCase result = composed(seriesA());
        QSet<QString> first;
        for (const QString &paragraph : result.record(0).useCaseParagraphs) {
            for (const QString &sentence : records::sentences(paragraph))
                first.insert(sentence);
        }
        for (const QString &paragraph : result.record(1).useCaseParagraphs) {
            for (const QString &sentence : records::sentences(paragraph))
                QVERIFY2(!first.contains(sentence), qPrintable(sentence));
        }
    }

    void productCodesComeFromProvidersAndServices()
    {
        const ComposedCase result = composed(seriesA());
        QCOMPARE(
            result.record(0).productCodes,
            (QStringList{u"AmazonBedrock"_s, u"AmazonBedrockAnthropicModels"_s, u"AmazonBedrockAmazonModels"_s,
                         u"AmazonOpenSearchforSearchvectors"_s, u"AmazonS3"_s, u"AWSLambda"_s, u"AmazonCloudWatch"_s}));
        QVERIFY(result.record(1).productCodes.contains(u"AmazonCloudFront"_s));
        // ACE lists EC2 by family and RDS by engine: neither is guessed.
        const domain::Finding *finding = result.finding(u"product-without-code");
        QVERIFY(finding && finding->message.contains(u"Amazon EC2 and Amazon RDS"_s));
    }

    void preSeedGetsAProofOfConceptAndAChecklist()
    {
        const ComposedCase result = composed(records::sample(u"pre-seed-agent"_s));
        QCOMPARE(result.recordCount(), 2);
        QCOMPARE(result.record(0).title, u"Ledgerline: Receipt-to-booking agent, POC"_s);
        QCOMPARE(result.record(0).kind, RecordKind::Opportunity);
        QCOMPARE(result.record(0).of, 1);
        const Record &checklist = result.record(1);
        QCOMPARE(checklist.kind, RecordKind::Checklist);
        QCOMPARE(checklist.title, u"Ledgerline: Activate Founders"_s);
        QCOMPARE(checklist.number, 0);
        QVERIFY(checklist.statedMonthlySpend.isZero());
        QVERIFY(checklist.statedLines.empty());
        QVERIFY(checklist.businessProblem.isEmpty());
        QCOMPARE(checklist.distinction,
                 u"Record 1 pays for the proof of concept, Activate Founders for what follows it and the "
                 "platform around it; no projected dollar is in both."_s);
    }

    void enterpriseHasTwoProofsOfConceptOfTheirOwn()
    {
        const ComposedCase result = composed(records::sample(u"enterprise-two-use-cases"_s));
        QCOMPARE(result.recordCount(), 2);
        QCOMPARE(result.record(0).title, u"Harbour & Keel Marine Insurance: Claims triage, POC"_s);
        QCOMPARE(result.record(1).title, u"Harbour & Keel Marine Insurance: Policy wording search, POC"_s);
        QCOMPARE(result.record(0).statedMonth, 3);
        QCOMPARE(result.record(1).statedMonth, 4);
        QVERIFY(result.record(0).businessProblem.endsWith(
            u"Requested: Enterprise proof-of-concept credits, $4,000, for January to March 2027."_s));
        QCOMPARE(result.record(0).distinction, u"Record 1 pays for the proof of concept of the claims triage, record 2 "
                                               u"for that of the policy wording search; "
                                               "no projected dollar is in both."_s);
        verifyNoOverlap(result);
    }
};

QTEST_GUILESS_MAIN(TestSampleStacks)
#include "tst_samplestacks.moc"
