// The documents of a whole case: stack summary, founder's sheet, call summary, plan of a proof of concept.
#include "documents/casedocument.h"
#include "documents/composer.h"
#include "documents/followup.h"
#include "documents/text.h"
#include "tests/documents/variants.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using documents::CaseDocument;
using testsupport::ComputedCase;

namespace {

QString textOf(CaseDocument kind, const domain::Worksheet &worksheet)
{
    const ComputedCase computed(worksheet);
    const auto document = computed.document(kind);
    return document ? documents::toText(*document).simplified() : QString();
}

/// The text of a document's section, from its head to the next.
QString between(const QString &text, const QString &head, const QString &next)
{
    const qsizetype from = text.indexOf(head);
    return from < 0 ? QString() : text.mid(from, text.indexOf(next, from) - from);
}

} // namespace

class TestCaseDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStackIsOnOnePageAndFoots();
    void anAskIsAShareOfTheMonthsThereAre();
    void aCaseWithoutARecordHasNoStackSummary();
    void theFounderReadsWhatAwsFundsAndWhatIsDue();
    void theFounderIsAskedOnlyForWhatIsMissing();
    void aQuestionIsUnderstoodWithoutTheOneBeforeIt();
    void aLongProjectionSaysWhichMonthsTheInvoiceTableHas();
    void aFounderWithNothingStatedGetsQuestionsAndNoFigures();
    void theCallSummaryHasEachFactWithItsStatus();
    void theInvoicesTableStandsUnderItsText();
    void everyListAsksInTheOrderOfTheCall();
    void theMailAsksOurOwnQuestionsAndNotForThePools();
    void thePlanComparesTheModelsAtTheSameVolume();
    void aPlanWithoutDatesSaysThatTheWindowGivesThem();
    void onlyAProofOfConceptHasAPlan();
    void strainedCasesLoseNothing();
};

void TestCaseDocuments::theStackIsOnOnePageAndFoots()
{
    const ComputedCase computed(testsupport::seriesA());
    const auto document = computed.document(CaseDocument::StackSummary);
    QVERIFY(document);
    documents::Typesetter type;
    QCOMPARE(documents::compose(*document, type).count(), 1);
    QCOMPARE(document->band.ask, u"$129,500"_s);
    const QString text = documents::toText(*document).simplified();
    for (const QString &figure : {u"29,500"_s, u"100,000"_s, u"95,325"_s, u"224,825"_s, u"13,238"_s, u"23,265"_s})
        QVERIFY2(text.contains(figure), qPrintable(figure));
    QVERIFY2(text.contains(u"used up in April 2027"_s) && text.contains(u"File by December 18, 2026"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"no projected dollar is in both"_s));
}

void TestCaseDocuments::anAskIsAShareOfTheMonthsThereAre()
{
    const ComputedCase computed(testsupport::sampleWorksheet(u"pre-seed-agent"_s));
    QCOMPARE(computed.document(CaseDocument::StackSummary)->band.askNote, u"Ask: 123% of six-month spend of $3,239"_s);
    QCOMPARE(computed.brief(0).band.askNote, u"Ask: 46% of six-month spend of $3,239"_s);
}

void TestCaseDocuments::aCaseWithoutARecordHasNoStackSummary()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    worksheet.funding.pools.clear();
    QCOMPARE(textOf(CaseDocument::StackSummary, worksheet), QString());
    QVERIFY(textOf(CaseDocument::FounderSheet, worksheet).contains(u"Nothing is asked for yet."_s));
}

void TestCaseDocuments::theFounderReadsWhatAwsFundsAndWhatIsDue()
{
    const QString text = textOf(CaseDocument::FounderSheet, testsupport::seriesA());
    QVERIFY(text.contains(u"You pay nothing for this work: AWS funds the credits and pays the partner."_s));
    QVERIFY(text.contains(u"Together 129,500"_s));
    // August is the first month in which the credits do not pay all that they may.
    QVERIFY2(text.contains(u"From August 2027 on part of the charges is yours."_s), qPrintable(text));
    QVERIFY(text.contains(u"95,325"_s));
    QVERIFY(!text.contains(u"Agree that the partner shares"_s)); // the consent is on record

    domain::Worksheet noConsent = testsupport::seriesA();
    noConsent.company.consentToShare.reset();
    QVERIFY(textOf(CaseDocument::FounderSheet, noConsent).contains(u"Agree that the partner shares"_s));
}

void TestCaseDocuments::theFounderIsAskedOnlyForWhatIsMissing()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    worksheet.useCases.front().outOfScope = u"Actions on data."_s;
    QVERIFY(textOf(CaseDocument::FounderSheet, worksheet).contains(u"Nothing: every question is answered."_s));
    worksheet.company.headcount.reset();
    worksheet.useCases.front().workloads.front().requestsPerDay.reset();
    const QString missing = between(textOf(CaseDocument::FounderSheet, worksheet), u"Still missing"_s, u"What your"_s);
    QVERIFY2(missing.contains(u"How many people work there?"_s), qPrintable(missing));
    QVERIFY2(missing.contains(u"Assistant answers:"_s), qPrintable(missing));
    // A number that was only guessed at is asked for again.
    worksheet.facts[u"company/foundedYear"_s] = {domain::FactStatus::Unknown, {}};
    QVERIFY(textOf(CaseDocument::FounderSheet, worksheet).contains(u"When was the company founded?"_s));
}

void TestCaseDocuments::aQuestionIsUnderstoodWithoutTheOneBeforeIt()
{
    domain::Worksheet worksheet = testsupport::sampleWorksheet(u"pre-seed-agent"_s);
    worksheet.useCases.front().solution.clear();
    const QString text = textOf(CaseDocument::FounderSheet, worksheet);
    const QString missing = between(text, u"Still missing"_s, u"What your"_s);
    for (const QString &question :
         {u"How much of your AWS bill is Bedrock?"_s, u"Receipt-to-booking agent: What is out of scope?"_s,
          u"Receipt-to-booking agent: Where does the success metric stand today?"_s,
          u"Receipt-to-booking agent: When do you start?"_s, u"Receipt-to-booking agent: Why on Bedrock?"_s,
          u"Receipt-to-booking agent: Solution: What will you build?"_s})
        QVERIFY2(missing.contains(question), qPrintable(question + u'\n' + missing));
}

void TestCaseDocuments::aLongProjectionSaysWhichMonthsTheInvoiceTableHas()
{
    const QString head = u"What your invoice will show (the first twelve months of the projection)"_s;
    domain::Worksheet worksheet = testsupport::sampleWorksheet(u"pre-seed-agent"_s);
    QVERIFY(!textOf(CaseDocument::FounderSheet, worksheet).contains(head)); // six months
    worksheet.funding.months = 36;
    for (domain::PoolRequest &pool : worksheet.funding.pools)
        pool.amountUsd = domain::Money::parse(u"5000"_s);
    const QString text = textOf(CaseDocument::FounderSheet, worksheet);
    QVERIFY(text.contains(head));
    // The credits last beyond the table; what comes after them is said all the same.
    QVERIFY2(text.contains(QRegularExpression(u"You pay( –){13}"_s)), qPrintable(text));
    QVERIFY2(text.contains(QRegularExpression(u"From \\w+ 2028 on part of the charges is yours"_s)), qPrintable(text));
}

void TestCaseDocuments::aFounderWithNothingStatedGetsQuestionsAndNoFigures()
{
    domain::Worksheet worksheet;
    worksheet.company.name = u"Bare"_s;
    const QString text = textOf(CaseDocument::FounderSheet, worksheet);
    QVERIFY(text.contains(u"What is your website?"_s));
    QVERIFY(text.contains(u"Name the AWS account that will run the workload"_s));
    QVERIFY(!text.contains(u"What your invoice will show"_s));
}

void TestCaseDocuments::theCallSummaryHasEachFactWithItsStatus()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    worksheet.company.duns.clear();
    worksheet.facts[u"company/duns"_s] = {domain::FactStatus::Unknown, u"will ask finance"_s};
    const QString text = textOf(CaseDocument::CallSummary, worksheet);
    QVERIFY2(text.contains(u"D-U-N-S number: (unknown); will ask finance"_s), qPrintable(text));
    QVERIFY2(text.contains(u"5,000 requests per day (implied)"_s), qPrintable(text));
    QVERIFY2(text.contains(u"(assumed)"_s), qPrintable(text));
    QVERIFY(text.contains(u"$7,000.00 per month"_s));
    QVERIFY2(text.contains(u"Model Claude Sonnet 4.6"_s)
                 && text.contains(u"Also tried Claude Haiku 4.5, Amazon Nova Pro"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"March 18, 2026"_s));
    QVERIFY(text.contains(u"Series A"_s) && !text.contains(u"series-a"_s));
    QVERIFY2(text.contains(u"Assistant answers, Growth a month: 4% (assumed); no plan yet; last quarter's average"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"Amazon EC2 Monthly amount $2,200.00 per month; Growth a month 3%"_s), qPrintable(text));
    QVERIFY(text.contains(u"3,500 to 8,000"_s) && text.contains(u"Launch steps, month 3 Multiplier 3"_s));
    // A label once: not "Last round Last round Series A", "Low and high Requests a day, low and high 3,500".
    QVERIFY2(text.contains(u"Last round Series A; Amount raised $9,000,000.00"_s)
                 && !text.contains(u"Last round Last round"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"Low and high Requests a day 3,500 to 8,000"_s));
    QVERIFY(text.contains(u"Account ID 1111-2222-3333"_s));
    // What is to be done comes first, and a call fits two pages.
    QVERIFY(text.indexOf(u"Still open"_s) < text.indexOf(u"Company name"_s));
    documents::Typesetter type;
    const auto document = ComputedCase(testsupport::seriesA()).document(CaseDocument::CallSummary);
    QCOMPARE(documents::compose(*document, type).count(), 2);
    QVERIFY(!text.contains(u"Example Cloud Partner Tier"_s)); // what the partner says of itself is no fact of the call
}

/// However long the list above it is: a table alone on a page would not say what it is.
void TestCaseDocuments::theInvoicesTableStandsUnderItsText()
{
    domain::Worksheet worksheet = testsupport::nextToNothing();
    using domain::UseCase;
    constexpr QString UseCase::*kFacts[] = {
        &UseCase::problem, &UseCase::whyNow,     &UseCase::solution, &UseCase::whyBedrock, &UseCase::users,
        &UseCase::scope,   &UseCase::outOfScope, &UseCase::baseline, &UseCase::evaluation, &UseCase::successMetric};
    QSet<int> counts;
    documents::Typesetter type;
    for (QString UseCase::*fact : kFacts) {
        worksheet.useCases.front().*fact = u"Said."_s; // one question less
        const auto sheet = ComputedCase(worksheet).document(CaseDocument::FounderSheet);
        const documents::Pages pages = documents::compose(*sheet, type);
        const auto head =
            std::ranges::find(pages.bookmarks, u"What your invoice will show"_s, &documents::Bookmark::title);
        QVERIFY(head != pages.bookmarks.end());
        QCOMPARE(head->page, pages.count() - 1);
        counts.insert(pages.count());
    }
    QCOMPARE(counts, (QSet<int>{1, 2}));
}

void TestCaseDocuments::everyListAsksInTheOrderOfTheCall()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    worksheet.company.headcount.reset();
    worksheet.useCases.front().whyNow.clear();
    worksheet.useCases.front().workloads.front().requestsPerDay.reset();
    worksheet.useCases.front().workloads.back().inputTokens.reset();
    const ComputedCase computed(worksheet);
    // The topic with the weightiest question is first; the company's facts, which move nothing, are asked for last.
    QStringList asked;
    for (const call::Question &question : call::byTopic(computed.open())) {
        if (!question.follow)
            asked.append(question.text);
    }
    QVERIFY2(asked.size() >= 5, qPrintable(asked.join(u'\n')));
    QVERIFY(asked.indexOf(u"How many requests a day?"_s) < asked.indexOf(u"How many people work there?"_s));
    const auto order = [&asked](const QString &text) {
        QStringList found = asked;
        std::ranges::sort(found, {}, [&text](const QString &question) { return text.indexOf(question); });
        return std::ranges::all_of(asked, [&text](const QString &question) { return text.contains(question); })
                 ? found
                 : QStringList{u"one is missing"_s};
    };
    const QString mail = documents::followUp(computed.input(), computed.open(), {}).text.simplified();
    QCOMPARE(order(mail), asked);
    QCOMPARE(order(between(textOf(CaseDocument::FounderSheet, worksheet), u"Still missing"_s, u"What your"_s)), asked);
    const QString summary = textOf(CaseDocument::CallSummary, worksheet);
    QCOMPARE(order(summary.mid(summary.indexOf(u"Still open"_s))), asked);
}

void TestCaseDocuments::theMailAsksOurOwnQuestionsAndNotForThePools()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    worksheet.funding.pools.clear();
    const ComputedCase computed(worksheet);
    std::vector<call::Question> open = computed.open();
    QVERIFY(std::ranges::find(open, u"funding/pools"_s, &call::Question::path) != open.end()); // the call asks for them
    call::Question own{u"own/1"_s, {}, u"Who signs?"_s};
    own.own = true;
    open.push_back(own);
    const QString mail = documents::followUp(computed.input(), open, {}).text;
    QVERIFY2(mail.contains(u"Who signs?\n   >"_s), qPrintable(mail));
    QVERIFY(!mail.contains(u"programs"_s));
}

void TestCaseDocuments::thePlanComparesTheModelsAtTheSameVolume()
{
    const ComputedCase computed(testsupport::seriesA());
    const documents::CaseInput input = computed.input();
    const QString text = documents::toText(documents::buildPocPlan(input, computed.stack.records[0])).simplified();
    QVERIFY(text.contains(u"Claude Sonnet 4.6 (chosen) $0.0231 18,311.83"_s));
    QVERIFY(text.contains(u"Claude Haiku 4.5 $0.0077 6,103.94"_s));
    QVERIFY(text.contains(u"March 31, 2027 Decision"_s));
    QVERIFY(text.contains(u"Checkpoint"_s));
    QVERIFY(text.contains(u"24,296"_s));
}

void TestCaseDocuments::aPlanWithoutDatesSaysThatTheWindowGivesThem()
{
    const ComputedCase computed(testsupport::sampleWorksheet(u"pre-seed-agent"_s));
    const QString text =
        documents::toText(documents::buildPocPlan(computed.input(), computed.stack.records[0])).simplified();
    QVERIFY(text.contains(u"Dates Not stated"_s));
    QVERIFY2(text.contains(u"February 1, 2027 First day of the window; no start is stated"_s), qPrintable(text));
    QVERIFY2(text.contains(u"April 30, 2027 Last day of the window; no end is stated"_s), qPrintable(text));
    QVERIFY(!text.contains(u"End of the proof of concept"_s));
}

void TestCaseDocuments::onlyAProofOfConceptHasAPlan()
{
    const ComputedCase computed(testsupport::seriesA());
    QVERIFY(documents::hasPocPlan(computed.input(), computed.stack.records[0]));
    QVERIFY(!documents::hasPocPlan(computed.input(), computed.stack.records[1]));
}

void TestCaseDocuments::strainedCasesLoseNothing()
{
    for (const domain::Worksheet &worksheet :
         {testsupport::withLongTexts(), testsupport::withManyLines(), testsupport::europeanCompany(),
          testsupport::hostileTexts(), testsupport::nextToNothing(), testsupport::hugeAmounts()}) {
        // How their pages look: tst_composer.
        const ComputedCase computed(worksheet);
        for (const CaseDocument kind :
             {CaseDocument::StackSummary, CaseDocument::FounderSheet, CaseDocument::CallSummary}) {
            const auto document = computed.document(kind);
            QVERIFY(document);
            QVERIFY(documents::toText(*document).contains(worksheet.company.name));
        }
    }
}

QTEST_MAIN(TestCaseDocuments)
#include "tst_casedocuments.moc"
