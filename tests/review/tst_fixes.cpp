// Fixes that can be applied: each makes its finding go away on a real case and leaves the rest of the worksheet alone;
// where a person has to decide there is none.
#include "domain/identifiers.h"
#include "drafting/drafting.h"
#include "records/stackfixture.h"
#include "review/fixes/fixes.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace review {

using domain::Money;
using domain::RecordFacts;
using domain::Worksheet;
using records::seriesA;
using records::seriesAWith;

namespace {

const drafting::Shipped &shipped()
{
    static const drafting::Shipped kShipped = [] {
        auto data = drafting::shippedData();
        if (!data)
            qFatal("%s", qPrintable(data.error().path));
        return *std::move(data);
    }();
    return kShipped;
}

drafting::ComputedCase computed(const Worksheet &worksheet)
{
    auto result = drafting::compute(worksheet, shipped().rates, shipped().programmes, records::kToday);
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().path), qPrintable(result.error().allowed));
    return *std::move(result);
}

domain::Findings findingsOf(const Worksheet &worksheet, const QString &rule)
{
    const drafting::ComputedCase made = computed(worksheet);
    domain::Findings found = review(drafting::reviewInput(made, shipped(), records::kToday));
    std::erase_if(found, [&rule](const domain::Finding &finding) { return finding.rule != rule; });
    return found;
}

std::optional<Fix> fixOf(const Worksheet &worksheet, const domain::Finding &finding)
{
    const drafting::ComputedCase made = computed(worksheet);
    return fixFor(finding, drafting::reviewInput(made, shipped(), records::kToday));
}

RecordFacts &wording(Worksheet &worksheet, const QString &pool)
{
    worksheet.records.push_back({});
    worksheet.records.back().pool = pool;
    return worksheet.records.back();
}

using Change = std::function<void(Worksheet &)>;

} // namespace

class TestFixes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFixLeavesItsFindingBehind_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("what");
        int number = 0;
        const auto row = [&number](const QString &rule, const QString &what, const Change &change) {
            QTest::addRow("%d %s: %s", ++number, qPrintable(rule), qPrintable(what)) << change << rule << what;
        };
        row(u"launch-inside-poc-window"_s, u"Move the launch to April 2027"_s, [](Worksheet &) {});
        row(u"pool-issue-moved"_s, u"Let the credits arrive in December 2026"_s, [](Worksheet &w) {
            w.funding.startMonth = domain::Month(2026, 10);
            w.funding.pools[0].issuedMonth = 1;
            w.funding.pools[1].issuedMonth = 3;
        });
        row(u"pool-amount-overridden"_s, u"Ask for what the projection supports"_s,
            [](Worksheet &w) { w.funding.pools[0].amountUsd = Money::fromDollars(45000); });
        row(u"pool-asks-nothing"_s, u"Ask for what the projection supports"_s,
            [](Worksheet &w) { w.funding.pools[0].amountUsd = Money(); });
        row(u"pool-amount-above-ceiling"_s, u"Lower the amount to $50,000"_s,
            [](Worksheet &w) { w.funding.pools[0].amountUsd = Money::fromDollars(75000); });
        row(u"pool-route-ignored"_s, u"Remove the route"_s, [](Worksheet &w) {
            w.aws.priorCredits.clear();
            w.funding.pools[1] = {};
            w.funding.pools[1].programme = u"activate-founders"_s;
            w.funding.pools[1].route = domain::Route::OrgId;
        });
        row(u"pool-window-beyond-projection"_s, u"Lengthen the projection to 15 months"_s,
            [](Worksheet &w) { w.funding.pools[1].months = 15; });
        row(u"record-not-drafted"_s, u"Remove activate-portfolio from the stack"_s, [](Worksheet &w) {
            w.company.institutionallyFunded = false;
            wording(w, u"activate-portfolio"_s).comments = u"Later"_s;
        });
        row(u"records-share-text"_s, u"Reword Activate Portfolio for its own phase"_s,
            [](Worksheet &w) { wording(w, u"activate-portfolio"_s).problem = w.useCases.front().problem; });
        row(u"records-share-metric"_s, u"Reword Activate Portfolio for its own phase"_s,
            [](Worksheet &w) { wording(w, u"activate-portfolio"_s).successMetric = w.useCases.front().successMetric; });
        row(u"records-share-scope"_s, u"Reword Activate Portfolio for its own phase"_s,
            [](Worksheet &w) { wording(w, u"activate-portfolio"_s).scope = w.useCases.front().scope; });
        row(u"sentence-repeated"_s, u"Remove the repeated sentence"_s,
            [](Worksheet &w) { w.useCases.front().solution += u' ' + w.useCases.front().whyNow; });
        row(u"sentence-repeated"_s, u"Remove the repeated sentence"_s, [](Worksheet &w) {
            w.useCases.front().whyNow = u"Agents answer the same 40 product questions by hand. "_s.repeated(20);
        });
        row(u"date-in-the-past"_s, u"Let the target close date follow the facts"_s,
            [](Worksheet &w) { wording(w, u"bedrock-poc"_s).targetCloseDate = QDate(2026, 1, 1); });
        row(u"close-date-past"_s, u"Let the target close date follow the facts"_s,
            [](Worksheet &w) { wording(w, u"bedrock-poc"_s).targetCloseDate = QDate(2026, 1, 1); });
        row(u"close-date-too-far"_s, u"Let the target close date follow the facts"_s,
            [](Worksheet &w) { wording(w, u"bedrock-poc"_s).targetCloseDate = QDate(2099, 1, 1); });
        row(u"fact-names-nothing"_s, u"Remove the note"_s,
            [](Worksheet &w) { w.facts[u"company/shoeSize"_s].note = u"44"_s; });
    }
    void aFixLeavesItsFindingBehind()
    {
        QFETCH(Change, change);
        QFETCH(QString, rule);
        QFETCH(QString, what);
        QVERIFY(fixableRules().contains(rule));
        const Worksheet before = seriesAWith(change);
        const domain::Findings found = findingsOf(before, rule);
        QVERIFY2(!found.empty(), qPrintable(rule));
        const std::optional<Fix> fix = fixOf(before, found.front());
        QVERIFY(fix);
        QCOMPARE(fix->what, what);
        QVERIFY(fix->after != before);
        const domain::Findings after = findingsOf(fix->after, rule);
        QVERIFY2(after.size() < found.size(), qPrintable(after.empty() ? QString() : after.front().message));
    }

    void theLaunchMovesAndNothingElse()
    {
        const Worksheet before = seriesA();
        const std::optional<Fix> fix = fixOf(before, findingsOf(before, u"launch-inside-poc-window"_s).front());
        Worksheet expected = before;
        expected.useCases.front().workloads.front().steps.front().month = 4;
        QCOMPARE(fix->after, expected);
    }

    void thereIsNoFixWhereAPersonDecides()
    {
        // Nobody can say for them what the website is, or what the delivery model is.
        const Worksheet open = seriesAWith([](Worksheet &worksheet) { worksheet.company.website.clear(); });
        const drafting::ComputedCase made = computed(open);
        const ReviewInput input = drafting::reviewInput(made, shipped(), records::kToday);
        for (const domain::Finding &finding : review(input)) {
            if (!fixableRules().contains(finding.rule))
                QVERIFY2(!fixFor(finding, input), qPrintable(finding.rule));
        }
        // A launch with nowhere to go stays: the projection ends with the window, or the month is taken.
        const Worksheet end = seriesAWith([](Worksheet &worksheet) { worksheet.funding.months = 3; });
        QVERIFY(!fixOf(end, findingsOf(end, u"launch-inside-poc-window"_s).front()));
        const Worksheet taken = seriesAWith([](Worksheet &worksheet) {
            worksheet.useCases.front().workloads.front().steps.push_back({4, domain::Decimal::fromInteger(2)});
        });
        QVERIFY(!fixOf(taken, findingsOf(taken, u"launch-inside-poc-window"_s).front()));
        // A start in the past is the founder's to move.
        const Worksheet past =
            seriesAWith([](Worksheet &worksheet) { worksheet.useCases.front().startsOn = QDate(2020, 1, 1); });
        QVERIFY(!fixOf(past, findingsOf(past, u"date-in-the-past"_s).front()));
        // A text that only repeats another cannot just be emptied.
        const Worksheet echo = seriesAWith(
            [](Worksheet &worksheet) { worksheet.useCases.front().solution = worksheet.useCases.front().whyNow; });
        QVERIFY(!fixOf(echo, findingsOf(echo, u"sentence-repeated"_s).front()));
    }

    void aFindingOfAnotherCaseHasNoFix()
    {
        for (const QString &rule : fixableRules()) {
            for (const QString &field :
                 {u""_s, u"a/b/c/d/e/f"_s, u"funding/pools/none"_s, u"useCases/x/workloads/y/steps/3"_s,
                  u"useCases/support-assistant/workloads/answers/steps/99"_s, u"records/none/targetCloseDate"_s,
                  u"facts/"_s})
                QVERIFY2(!fixOf(seriesA(), {rule, domain::Severity::Error, field, {}, {}}), qPrintable(rule + field));
        }
    }
};

} // namespace review

QTEST_APPLESS_MAIN(review::TestFixes)
#include "tst_fixes.moc"
