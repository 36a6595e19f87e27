// The reviewer's third question: is the spend plausible for the company's stage? Ratios throughout; a judgement only by
// the rules that have a source.
#include "domain/exact.h"
#include "records/english.h"
#include "review/checkparts.h"

#include <algorithm>

namespace review {

using catalogue::CheckRule;
using catalogue::Programme;
using domain::Money;
using domain::Worksheet;
using funding::Pool;
using namespace Qt::StringLiterals;

namespace {

/// Open to this company, by the rules of the program.
CheckItem openItem(const ReviewInput &input, const Pool &pool, const Programme &programme)
{
    CheckItem item;
    item.id = u"open-"_s + pool.id;
    item.field = u"funding/pools/"_s + pool.id;
    item.judgement = pool.verdict == funding::Verdict::Yes ? Judgement::Holds
                   : pool.verdict == funding::Verdict::No  ? Judgement::Against
                                                           : Judgement::Weak;
    item.statement = poolName(input, pool)
                   + (pool.verdict == funding::Verdict::Yes  ? u" is open to this company."_s
                      : pool.verdict == funding::Verdict::No ? u" is closed to this company."_s
                                                             : u" is not open to this company yet."_s);
    for (const QStringList *why : {&pool.reasons, &pool.gaps}) {
        for (const QString &reason : *why)
            item.evidence.push_back({records::withStop(records::capitalized(reason)), {}, {}, {}});
    }
    for (const funding::Change &change : pool.changes) {
        if (!change.field.isEmpty()) {
            item.field = change.field;
            break;
        }
    }
    item.rule = ruleText(programme.audience, programme.source, programme.asOf);
    return item;
}

CheckItem bandItem(const ReviewInput &input, const Pool &pool)
{
    CheckItem item;
    item.id = u"ask-in-band-"_s + pool.id;
    item.field = u"funding/pools/"_s + pool.id;
    const CheckRule *rule = input.rules.check(u"poc-ask-in-band");
    const QString ask = u"The ask of "_s + records::exactDollars(pool.ask) + u" for "_s + poolName(input, pool);
    item.statement = ask + u'.';
    if (!rule || !rule->low || !rule->high || !rule->appliesTo(input.worksheet.company.stage))
        return item;
    const bool below = pool.ask < *rule->low;
    const bool above = pool.ask > *rule->high;
    const QString band = records::exactDollars(*rule->low) + u" to "_s + records::exactDollars(*rule->high);
    item.statement = ask
                   + (below   ? u" lies below "_s
                      : above ? u" lies above "_s
                              : u" lies within "_s)
                   + band + u", where most asks of this stage land."_s;
    judge(item, below || above ? Judgement::Weak : Judgement::Holds, rule);
    return item;
}

/// Month 1 beside today's bill, with the reason where they differ.
CheckItem billItem(const ReviewInput &input)
{
    const Worksheet &worksheet = input.worksheet;
    CheckItem item;
    item.id = u"bill-beside-month-1"_s;
    item.field = u"aws/monthlySpendUsd"_s;
    const Money first = input.projection.total.monthly.empty() ? Money() : input.projection.total.monthly.front();
    if (!worksheet.aws.monthlySpendUsd) {
        item.statement = u"Month 1 is "_s + records::exactDollars(first) + u"; today's AWS bill is not known."_s;
        item.evidence.push_back(missingEvidence(u"Today's AWS bill is not known."_s, item.field));
        return item;
    }
    const Money bill = *worksheet.aws.monthlySpendUsd;
    item.evidence.push_back(
        evidenceOf(worksheet, u"today's AWS bill is "_s + records::exactDollars(bill) + u" a month"_s, item.field));
    const Money difference = first - bill;
    const auto percent = percentOf(difference, bill);
    item.statement =
        u"Month 1 is "_s + records::exactDollars(first) + u" against a bill of "_s + records::exactDollars(bill)
        + u" today"_s
        + (percent ? QString(u", "_s + (difference > Money() ? u"+"_s : u""_s) + *percent + u" percent."_s) : u"."_s);
    const CheckRule *rule = input.rules.check(u"bill-beside-month-1");
    if (!rule || !rule->share)
        return item;
    const domain::Int128 gap = difference < Money() ? -domain::Int128(difference.cents()) : difference.cents();
    const bool differs = gap * domain::Decimal::kScale > domain::Int128(bill.cents()) * rule->share->millionths();
    const QString reason = records::plain(worksheet.aws.spendChangeReason);
    if (differs && !reason.isEmpty())
        item.evidence.push_back(evidenceOf(worksheet, reason, u"aws/spendChangeReason"_s));
    if (differs && reason.isEmpty()) {
        item.field = u"aws/spendChangeReason"_s;
        item.evidence.push_back(missingEvidence(u"No reason is given for the difference."_s, item.field));
    }
    judge(item, differs && reason.isEmpty() ? Judgement::Weak : Judgement::Holds, rule);
    return item;
}

CheckItem perHead(const ReviewInput &input)
{
    CheckItem item;
    item.id = u"spend-per-head"_s;
    item.field = u"company/headcount"_s;
    const auto &headcount = input.worksheet.company.headcount;
    if (!headcount) {
        item.statement = u"Spend per head cannot be told: the headcount is not known."_s;
        item.evidence.push_back(missingEvidence(u"The headcount is not known."_s, item.field));
        return item;
    }
    const Money full = input.projection.total.full;
    item.statement = u"In the full month "_s + records::exactDollars(full) + u" for "_s + records::grouped(*headcount)
                   + u" people is "_s
                   + records::dollars(Money::fromCents(
                       static_cast<qint64>(domain::divideHalfEven(full.cents(), std::max<qint64>(*headcount, 1)))))
                   + u" a head."_s;
    item.evidence.push_back(
        evidenceOf(input.worksheet, records::grouped(*headcount) + u" people"_s, u"company/headcount"_s));
    return item;
}

CheckItem ofRound(const ReviewInput &input)
{
    CheckItem item;
    item.id = u"spend-of-last-round"_s;
    item.field = u"company/lastRound/amountUsd"_s;
    const auto &round = input.worksheet.company.lastRound;
    if (!round || !round->amountUsd) {
        item.statement = u"There is no last round to hold the spend against."_s;
        return item;
    }
    const Money total = input.projection.total.total;
    const auto percent = percentOf(total, *round->amountUsd);
    item.statement = QString::number(input.projection.months) + u" months of AWS, "_s + records::exactDollars(total)
                   + (percent ? QString(u", are "_s + *percent + u" percent of the last round."_s) : u"."_s);
    QString fact = (round->name.isEmpty() ? u"last round"_s : records::plain(round->name)) + u" of "_s
                 + records::exactDollars(*round->amountUsd);
    if (round->closedOn)
        fact += u", closed on "_s + records::longDate(*round->closedOn);
    if (!round->leadInvestor.isEmpty())
        fact += u", led by "_s + records::plain(round->leadInvestor);
    item.evidence.push_back(evidenceOf(input.worksheet, fact, item.field));
    return item;
}

CheckItem asksOfYear(const ReviewInput &input)
{
    Money asks;
    for (const Pool &pool : input.plan.pools)
        asks += pool.ask;
    CheckItem item;
    item.id = u"asks-of-spend"_s;
    item.field = u"funding/pools"_s;
    const Money total = input.projection.total.total;
    const auto percent = percentOf(asks, total);
    item.statement = u"All asks together are "_s + records::exactDollars(asks) + u" against "_s
                   + records::exactDollars(total) + u" of projected spend in "_s
                   + QString::number(input.projection.months) + u" months"_s
                   + (percent ? QString(u", "_s + *percent + u" percent."_s) : u"."_s);
    return item;
}

} // namespace

ReviewCheck plausible(const CheckInput &input)
{
    ReviewCheck check{u"plausible"_s, u"The spend is plausible for the stage"_s, {}};
    for (const Pool &pool : input.review.plan.pools) {
        const Programme *programme = programmeOf(input.review, pool);
        if (!programme)
            continue;
        check.items.push_back(openItem(input.review, pool, *programme));
        if (programme->proofOfConcept && pool.eligible)
            check.items.push_back(bandItem(input.review, pool));
    }
    check.items.push_back(billItem(input.review));
    check.items.push_back(perHead(input.review));
    check.items.push_back(ofRound(input.review));
    check.items.push_back(asksOfYear(input.review));
    return check;
}

} // namespace review
