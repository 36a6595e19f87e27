// Who qualifies for what: a table of situations with the verdicts, asks and reasons that a partner would expect. Every
// statement of the source page about who qualifies is a row, and every rule and term that ships is raised by some row.
#include "catalogue/shippeddata.h"
#include "funding/envelope.h"
#include "funding/outlook.h"
#include "support/books.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using domain::Money;
using domain::PartnerTier;
using domain::Stage;
using domain::Worksheet;
using funding::Verdict;
using support::decimal;
using support::money;

namespace {

using Change = std::function<void(Worksheet &)>;

struct Situation {
    const char *name;
    std::vector<Change> changes;
    /// Proof of concept, Founders, Portfolio, Accelerator, enterprise: Y yes, t not yet but sized, T not yet, N no.
    const char *verdicts;
    /// The stack, as requested by the row or else as suggested, with its asks in dollars.
    QString stack;
    QString rules; ///< findings that must be there
};

Change stage(Stage stage)
{
    return [stage](Worksheet &worksheet) { worksheet.company.stage = stage; };
}

Change stageUnknown()
{
    return [](Worksheet &worksheet) { worksheet.company.stage.reset(); };
}

Change unfunded()
{
    return [](Worksheet &worksheet) { worksheet.company.institutionallyFunded = false; };
}

Change aiFirst()
{
    return [](Worksheet &worksheet) { worksheet.company.aiFirst = true; };
}

Change competitor()
{
    return [](Worksheet &worksheet) { worksheet.company.competesWithAws = true; };
}

Change notIncorporated()
{
    return [](Worksheet &worksheet) { worksheet.company.incorporated = false; };
}

Change founded(int year)
{
    return [year](Worksheet &worksheet) { worksheet.company.foundedYear = year; };
}

Change noAccount()
{
    return [](Worksheet &worksheet) { worksheet.aws.accountId.clear(); };
}

Change useCaseAccount(const QString &account)
{
    return [account](Worksheet &worksheet) { worksheet.useCases.front().accountId = account; };
}

Change payer(const QString &account)
{
    return [account](Worksheet &worksheet) { worksheet.aws.payerAccountId = account; };
}

Change notAPoc()
{
    return [](Worksheet &worksheet) { worksheet.useCases.front().proofOfConcept = false; };
}

Change noWorkload()
{
    return [](Worksheet &worksheet) { worksheet.useCases.front().workloads.clear(); };
}

Change noUseCase()
{
    return [](Worksheet &worksheet) { worksheet.useCases.clear(); };
}

Change noScope()
{
    return [](Worksheet &worksheet) { worksheet.useCases.front().scope.clear(); };
}

Change noMetric()
{
    return [](Worksheet &worksheet) { worksheet.useCases.front().successMetric.clear(); };
}

Change alternatives()
{
    return
        [](Worksheet &worksheet) { worksheet.useCases.front().workloads.front().alternatives = {u"example.plain"_s}; };
}

Change requests(int perDay)
{
    return [perDay](Worksheet &worksheet) { worksheet.useCases.front().workloads.front().requestsPerDay = perDay; };
}

Change secondUseCase()
{
    return [](Worksheet &worksheet) {
        domain::UseCase second = worksheet.useCases.front();
        second.id = u"triage"_s;
        second.workloads.front().id = u"triage-calls"_s;
        worksheet.useCases.push_back(second);
    };
}

Change tier(std::optional<PartnerTier> tier)
{
    return [tier](Worksheet &worksheet) { worksheet.partner.tier = tier; };
}

Change noAce()
{
    return [](Worksheet &worksheet) { worksheet.partner.aceAccess = false; };
}

Change had(const QString &programme)
{
    return [programme](Worksheet &worksheet) {
        worksheet.aws.priorCredits.push_back({programme, money(u"1000"), {}, QDate(2026, 5, 2), money(u"0")});
    };
}

Change holds(QStringView amount, std::optional<QDate> expires)
{
    return [amount = money(amount), expires](Worksheet &worksheet) {
        worksheet.aws.priorCredits.push_back({u"promotion"_s, amount, {}, expires, amount});
    };
}

Change spendsToday(QStringView amount)
{
    return [amount = money(amount)](Worksheet &worksheet) { worksheet.aws.bedrockMonthlySpendUsd = amount; };
}

Change marketplace()
{
    return [](Worksheet &worksheet) {
        domain::ServiceUse use;
        use.id = u"subscription"_s;
        use.service = u"AWS Marketplace subscription"_s;
        use.monthlyUsd = money(u"100");
        worksheet.footprint.push_back(use);
    };
}

Change step(int month)
{
    return [month](Worksheet &worksheet) {
        worksheet.useCases.front().workloads.front().steps = {{month, decimal(u"3")}};
    };
}

/// A requested pool; `more` may change it further.
Change pool(const QString &programme, std::function<void(domain::PoolRequest &)> more = {})
{
    return [programme, more](Worksheet &worksheet) {
        domain::PoolRequest request;
        request.programme = programme;
        QSet<QString> taken;
        for (const domain::PoolRequest &other : worksheet.funding.pools)
            taken.insert(other.id);
        request.id = taken.contains(programme) ? programme + u"-2"_s : programme;
        if (more)
            more(request);
        worksheet.funding.pools.push_back(request);
    };
}

Change issued(int month, const QString &programme)
{
    return pool(programme, [month](domain::PoolRequest &request) { request.issuedMonth = month; });
}

/// Series A, funded, Advanced partner with access, an account; 3,465.00 of Bedrock in a defined proof of concept and
/// 2,200.00 of EC2 a month.
Worksheet usual()
{
    Worksheet worksheet = support::worksheet();
    worksheet.aws.accountId = u"111122223333"_s;
    domain::ServiceUse ec2;
    ec2.id = u"ec2"_s;
    ec2.service = u"Amazon EC2"_s;
    ec2.monthlyUsd = money(u"2200");
    worksheet.footprint = {ec2};
    return worksheet;
}

struct Answer {
    QString verdicts;
    QString stack;
    QStringList rules;
    funding::Outlook outlook;
};

QChar letterOf(const funding::ProgrammeOutlook &card)
{
    if (card.verdict == Verdict::Yes)
        return u'Y';
    if (card.verdict == Verdict::No)
        return u'N';
    return card.eligible ? u't' : u'T';
}

Answer answerOf(const Situation &situation)
{
    Worksheet worksheet = usual();
    for (const Change &change : situation.changes)
        change(worksheet);
    const auto projection = projection::project(worksheet, support::book(), support::kToday);
    if (!projection)
        return {};
    const auto outlook = funding::outlook(worksheet, *projection, support::shippedProgrammes(), support::kToday);
    if (!outlook)
        return {};
    Answer answer;
    answer.outlook = *outlook;
    for (const funding::ProgrammeOutlook &card : outlook->programmes)
        answer.verdicts += letterOf(card);
    if (worksheet.funding.pools.empty())
        worksheet.funding.pools = outlook->suggested;
    const auto plan = funding::plan(worksheet, *projection, support::shippedProgrammes(), support::kToday);
    if (!plan)
        return answer;
    QStringList stack;
    for (const funding::Pool &pool : plan->pools)
        stack.append(pool.id + u' ' + QString::number(pool.ask.cents() / 100));
    answer.stack = stack.join(u", "_s);
    for (const domain::Finding &finding : plan->findings)
        answer.rules.append(finding.rule);
    return answer;
}

std::vector<Situation> companies();
std::vector<Situation> cases();
std::vector<Situation> stacks();

std::vector<Situation> situations()
{
    std::vector<Situation> all = companies();
    for (const auto &more : {cases(), stacks()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

const auto kPocAndPortfolio = u"bedrock-poc 12500, activate-portfolio 67000"_s;
const auto kPocAndFounders = u"bedrock-poc 12500, activate-founders 5000"_s;

} // namespace

class TestSituations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsOpenAndWhatToAskFor_data();
    void saysWhatIsOpenAndWhatToAskFor();
    void thereAreAtLeastSixty() { QVERIFY(situations().size() >= 60); }
    void everyRuleThatShipsDecidesSomeSituation();
    void everyTermThatShipsStandsBehindAFinding();
    void aNoSaysWhyAndANotYetSaysWhatWouldChangeIt();
    void theSuggestedStackIsTheOneThatTheCardsMark();
    void theFounderOfAnIndividualProjectGetsTheFreeTierPath();
    void anAcceleratorApplicantIsToldWhatPaysMeanwhile();
    void heldCreditsThatPayForARampAreNoRampBeforeCredits();
    void heldCreditsThatAreOverSaySo();
};

void TestSituations::saysWhatIsOpenAndWhatToAskFor_data()
{
    QTest::addColumn<int>("index");
    const std::vector<Situation> all = situations();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << static_cast<int>(i);
}

void TestSituations::saysWhatIsOpenAndWhatToAskFor()
{
    QFETCH(int, index);
    const Situation situation = situations()[static_cast<std::size_t>(index)];
    const Answer answer = answerOf(situation);
    QCOMPARE(answer.verdicts, QString::fromLatin1(situation.verdicts));
    QCOMPARE(answer.stack, situation.stack);
    for (const QString &rule : situation.rules.split(u' ', Qt::SkipEmptyParts))
        QVERIFY2(answer.rules.contains(rule), qPrintable(rule + u" is missing in "_s + answer.rules.join(u' ')));
}

void TestSituations::everyRuleThatShipsDecidesSomeSituation()
{
    QStringList said;
    for (const Situation &situation : situations()) {
        for (const funding::ProgrammeOutlook &card : answerOf(situation).outlook.programmes)
            said += card.reasons;
    }
    for (const catalogue::EligibilityRule &rule : support::shippedProgrammes().rules) {
        const QString reason = QString(rule.reason).replace(u"%1"_s, u"assistant"_s);
        QVERIFY2(said.contains(reason), qPrintable(rule.rule + u": "_s + reason));
    }
}

void TestSituations::everyTermThatShipsStandsBehindAFinding()
{
    QStringList raised;
    for (const Situation &situation : situations())
        raised += answerOf(situation).rules;
    raised.append(u"ask-off-balance"_s); // tst_envelope raises it
    for (const catalogue::Term &term : support::shippedProgrammes().terms)
        QVERIFY2(raised.contains(term.finding), qPrintable(term.id + u": "_s + term.finding));
}

void TestSituations::aNoSaysWhyAndANotYetSaysWhatWouldChangeIt()
{
    for (const Situation &situation : situations()) {
        for (const funding::ProgrammeOutlook &card : answerOf(situation).outlook.programmes) {
            QVERIFY2(card.verdict == Verdict::Yes || !card.reasons.isEmpty(), situation.name);
            QVERIFY2(card.verdict != Verdict::NotYet || !card.changes.empty(), situation.name);
            QVERIFY2(card.verdict != Verdict::No || card.changes.empty(), situation.name);
            QVERIFY2(card.eligible || card.ask == Money(), situation.name);
        }
    }
}

void TestSituations::theSuggestedStackIsTheOneThatTheCardsMark()
{
    for (const Situation &situation : situations()) {
        const funding::Outlook outlook = answerOf(situation).outlook;
        for (const funding::ProgrammeOutlook &card : outlook.programmes) {
            const bool inStack =
                std::any_of(outlook.suggested.begin(), outlook.suggested.end(),
                            [&card](const auto &request) { return request.programme == card.programme; });
            QCOMPARE(card.suggested, inStack);
        }
    }
}

void TestSituations::theFounderOfAnIndividualProjectGetsTheFreeTierPath()
{
    const Answer answer = answerOf({"", {stage(Stage::Individual), unfunded()}, "", {}, {}});
    QCOMPARE(answer.outlook.paths.size(), std::size_t(1));
    const funding::Path &path = answer.outlook.paths.front();
    QCOMPARE(path.id, u"free-tier"_s);
    QVERIFY(path.steps.join(u' ').contains(u"Incorporate"_s));
    QVERIFY(!path.source.isEmpty());
    // A competitor gets no path either.
    QVERIFY(answerOf({"", {stage(Stage::Individual), competitor()}, "", {}, {}}).outlook.paths.empty());
}

void TestSituations::anAcceleratorApplicantIsToldWhatPaysMeanwhile()
{
    const Answer answer = answerOf({"", {stage(Stage::Seed), aiFirst(), requests(50000)}, "", {}, {}});
    QCOMPARE(answer.outlook.paths.size(), std::size_t(1));
    QCOMPARE(answer.outlook.paths.front().id, u"accelerator-meanwhile"_s);
    // The cohort takes up to 90 days from 2026-11-22: its credits count from March on, the others from January.
    const domain::PoolRequest &accelerator = answer.outlook.suggested.back();
    QCOMPARE(accelerator.programme, u"genai-accelerator"_s);
    QCOMPARE(accelerator.fromMonth, std::optional(3));
    QCOMPARE(answer.outlook.suggested.front().fromMonth, std::nullopt);
}

void TestSituations::heldCreditsThatPayForARampAreNoRampBeforeCredits()
{
    const Answer paid = answerOf({"", {holds(u"900000", {}), issued(4, u"bedrock-poc"_s), step(3)}, "", {}, {}});
    QVERIFY(!paid.rules.contains(u"ramp-before-credits"_s));
    const Answer unpaid = answerOf({"", {holds(u"10", {}), issued(4, u"bedrock-poc"_s), step(3)}, "", {}, {}});
    QVERIFY(unpaid.rules.contains(u"ramp-before-credits"_s));
}

void TestSituations::heldCreditsThatAreOverSaySo()
{
    Worksheet worksheet = usual();
    holds(u"10", QDate(2026, 11, 1))(worksheet);
    const auto projection = projection::project(worksheet, support::book(), support::kToday);
    QVERIFY(projection);
    const auto plan = funding::plan(worksheet, *projection, support::shippedProgrammes(), support::kToday);
    QVERIFY(plan);
    const auto found = std::find_if(plan->findings.begin(), plan->findings.end(),
                                    [](const auto &finding) { return finding.rule == u"held-credits-lapse"; });
    QVERIFY(found != plan->findings.end());
    QCOMPARE(found->message, u"$10 of the promotion credits already held expired on 2026-11-01."_s);
    QVERIFY(found->fix.contains(u"nothing remains"_s));
}

#include "situations.h"

QTEST_GUILESS_MAIN(TestSituations)
#include "tst_situations.moc"
