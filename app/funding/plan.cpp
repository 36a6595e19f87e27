#include "funding/plan.h"

#include "domain/defaults.h"
#include "domain/exact.h"
#include "funding/conditions.h"
#include "funding/eligibility.h"
#include "funding/ledger.h"
#include "funding/planfindings.h"
#include "funding/pools.h"

#include <algorithm>
#include <numeric>

namespace funding {

using domain::Decimal;
using domain::InputError;
using domain::Int128;
using domain::Money;
using domain::Month;
using domain::Result;
using domain::Unexpected;
using domain::Worksheet;
using projection::Monthly;
using projection::Projection;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kAskStepCents = 500'00; // rule 12: asks are whole $500

std::vector<bool> scopeOf(const Projection &projection, const Pool &pool)
{
    std::vector<bool> scope;
    for (const projection::Line &line : projection.lines)
        scope.push_back(pool.hasInScope(line));
    return scope;
}

Credit creditOf(const Projection &projection, const Pool &pool, int index)
{
    return {{PayerKind::Pool, index},
            pool.ask,
            scopeOf(projection, pool),
            pool.issuedMonth,
            pool.lastValidMonth,
            projection.monthAt(pool.lastValidMonth).lastDay(),
            projection.monthAt(pool.issuedMonth).firstDay()};
}

/// Rule 11: in every month from that of the grant on, on whose first day it has not expired.
Credit creditOf(const Projection &projection, const HeldCredit &held, int index)
{
    const int first = held.grantedOn ? Month::of(*held.grantedOn).since(projection.startMonth) + 1 : 1;
    const int last = held.expiresOn ? Month::of(*held.expiresOn).since(projection.startMonth) + 1 : projection.months;
    return {{PayerKind::Held, index}, held.remaining, std::vector<bool>(projection.lines.size(), true), first, last,
            held.expiresOn,           held.grantedOn};
}

/// Held credits pay first, the soonest to expire first; ties in the given order.
std::vector<Credit> heldInOrder(const Projection &projection, const std::vector<HeldCredit> &held)
{
    std::vector<std::size_t> order(held.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const QDate never(9999, 12, 31);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return held[a].expiresOn.value_or(never) < held[b].expiresOn.value_or(never);
    });
    std::vector<Credit> credits;
    credits.reserve(order.size());
    for (const std::size_t index : order)
        credits.push_back(creditOf(projection, held[index], static_cast<int>(index)));
    return credits;
}

/// Rule 12: what the credits before this pool leave in its scope and window, from its issue on.
void sizeNeed(const Projection &projection, const LedgerRun &before, Pool &pool)
{
    pool.needByMonth.assign(static_cast<std::size_t>(projection.months), Money());
    const std::vector<bool> scope = scopeOf(projection, pool);
    for (int month = std::max(pool.fromMonth, pool.issuedMonth); month <= pool.lastMonth; ++month) {
        const auto at = static_cast<std::size_t>(month - 1);
        for (std::size_t line = 0; line < projection.lines.size(); ++line) {
            if (scope[line])
                pool.needByMonth[at] += before.left[line][at];
        }
        pool.need += pool.needByMonth[at];
    }
}

/// need x (1 + headroom), up to the next whole $500.
Money rawAskOf(Money need, Decimal headroom)
{
    const Int128 exact = Int128(need.cents()) * (Decimal::kScale + headroom.millionths()); // millionths of a cent
    const Int128 step = Int128(kAskStepCents) * Decimal::kScale;
    return Money::fromCents(static_cast<qint64>((exact + step - 1) / step) * kAskStepCents);
}

void sizeAsk(const ResolvedPool &resolved, Decimal headroom, Pool &pool)
{
    pool.headroom = Money::fromCents(static_cast<qint64>(
        domain::divideHalfEven(Int128(pool.need.cents()) * headroom.millionths(), Decimal::kScale)));
    pool.rawAsk = rawAskOf(pool.need, headroom);
    if (!pool.eligible)
        return;
    pool.overridden = resolved.request->amountUsd.has_value();
    if (pool.overridden)
        pool.ask = *resolved.request->amountUsd;
    else
        pool.ask = resolved.programme->ceiling ? std::min(pool.rawAsk, *resolved.programme->ceiling) : pool.rawAsk;
}

Payments emptyPayments(int months)
{
    return {Monthly(static_cast<std::size_t>(months), Money()), Money()};
}

void add(Payments &payments, int month, Money amount)
{
    payments.monthly[static_cast<std::size_t>(month - 1)] += amount;
    payments.total += amount;
}

/// What credits leave is the customer's; lines that are not eligible stand in an entry of their own.
void addRest(const Projection &projection, const LedgerRun &run, FundingPlan &plan)
{
    for (std::size_t line = 0; line < projection.lines.size(); ++line) {
        for (int month = 1; month <= projection.months; ++month) {
            const auto at = static_cast<std::size_t>(month - 1);
            const bool eligible = projection.lines[line].creditEligible;
            const Money amount = eligible ? run.left[line][at] : projection.lines[line].monthly[at];
            if (amount.isZero())
                continue;
            add(eligible ? plan.customer : plan.notEligible, month, amount);
            plan.ledger.push_back(
                {static_cast<int>(line), month, {eligible ? PayerKind::Customer : PayerKind::NotEligible, -1}, amount});
        }
    }
}

/// The ledger's order: month, line, then held credits, pools, customer, not eligible.
void sortLedger(std::vector<LedgerEntry> &ledger)
{
    std::stable_sort(ledger.begin(), ledger.end(), [](const LedgerEntry &a, const LedgerEntry &b) {
        if (a.month != b.month)
            return a.month < b.month;
        if (a.line != b.line)
            return a.line < b.line;
        if (a.payer.kind != b.payer.kind)
            return a.payer.kind < b.payer.kind;
        return a.payer.index < b.payer.index;
    });
}

/// Rule 14: what is left lapses when validity ends in or before the projection's last month.
void closePool(const Projection &projection, Money left, std::optional<int> exhaustedIn, Pool &pool)
{
    (pool.lastValidMonth <= projection.months ? pool.forfeited : pool.unspent) = left;
    pool.exhaustedInMonth = exhaustedIn;
}

void closeHeld(const Projection &projection, Money left, HeldCredit &held)
{
    const bool lapses = held.expiresOn && *held.expiresOn <= projection.monthAt(projection.months).lastDay();
    (lapses ? held.forfeited : held.unspent) = left;
}

void closeBooks(const Projection &projection, const std::vector<Credit> &credits, const LedgerRun &run,
                FundingPlan &plan)
{
    plan.ledger = run.entries;
    for (const LedgerEntry &entry : run.entries) {
        const auto index = static_cast<std::size_t>(entry.payer.index);
        add(entry.payer.kind == PayerKind::Held ? plan.heldCredits[index].pays : plan.pools[index].pays, entry.month,
            entry.amount);
    }
    addRest(projection, run, plan);
    sortLedger(plan.ledger);
    for (std::size_t i = 0; i < credits.size(); ++i) {
        const auto index = static_cast<std::size_t>(credits[i].payer.index);
        if (credits[i].payer.kind == PayerKind::Held)
            closeHeld(projection, run.balances[i], plan.heldCredits[index]);
        else
            closePool(projection, run.balances[i], run.exhaustedIn[i], plan.pools[index]);
    }
}

/// Puts the rules' answer into the pool and its findings into the plan.
void decideEligibility(const EligibilityQuestion &question, const std::vector<catalogue::EligibilityRule> &rules,
                       Pool &pool, FundingPlan &plan)
{
    Eligibility eligibility = decide(question, rules);
    pool.eligible = eligibility.eligible;
    pool.reasons = eligibility.reasons;
    pool.verdict = eligibility.verdict;
    pool.gaps = eligibility.gaps;
    pool.changes = std::move(eligibility.changes);
    plan.findings.insert(plan.findings.end(), eligibility.findings.begin(), eligibility.findings.end());
}

} // namespace

bool Pool::hasInScope(const projection::Line &line) const
{
    return !earmarked || (line.useCase && useCases.contains(*line.useCase));
}

const Pool *FundingPlan::pool(const QString &id) const
{
    const auto found = std::find_if(pools.begin(), pools.end(), [&id](const Pool &pool) { return pool.id == id; });
    return found == pools.end() ? nullptr : &*found;
}

Result<FundingPlan, InputError> plan(const Worksheet &worksheet, const Projection &projection,
                                     const catalogue::Programmes &programmes, QDate asOf, Order order)
{
    FundingPlan plan;
    plan.order = order;
    const auto resolved = resolvePools(worksheet, projection, programmes, asOf, plan.findings);
    if (!resolved)
        return Unexpected(resolved.error());
    plan.heldCredits = heldCredits(worksheet, plan.findings);
    for (HeldCredit &held : plan.heldCredits)
        held.pays = emptyPayments(projection.months);
    plan.customer = emptyPayments(projection.months);
    plan.notEligible = emptyPayments(projection.months);

    std::vector<Credit> credits = heldInOrder(projection, plan.heldCredits);
    LedgerRun run = runLedger(projection, credits, order);
    QStringList earmarked; // use cases of earlier eligible proof-of-concept pools
    for (const ResolvedPool &candidate : *resolved) {
        Pool pool = candidate.pool;
        decideEligibility(
            {worksheet, *candidate.programme, pool.id, candidate.pool.useCases, earmarked, pool.filedThroughAce, asOf},
            programmes.rules, pool, plan);
        if (pool.eligible && candidate.programme->proofOfConcept)
            earmarked += pool.useCases;
        pool.pays = emptyPayments(projection.months);
        sizeNeed(projection, run, pool);
        sizeAsk(candidate, domain::headroomOf(worksheet.funding), pool);
        credits.push_back(creditOf(projection, pool, static_cast<int>(plan.pools.size())));
        plan.pools.push_back(std::move(pool));
        run = runLedger(projection, credits, order);
    }
    closeBooks(projection, credits, run, plan);
    addPlanFindings(worksheet, projection, *resolved, plan);
    const PlanContext context{worksheet, projection, programmes, *resolved, asOf};
    addConditionFindings(context, plan);
    addMissedFundingFindings(context, plan);
    return plan;
}

QString payerKey(const FundingPlan &plan, Payer payer)
{
    switch (payer.kind) {
    case PayerKind::Held: return u"held"_s;
    case PayerKind::Pool: return plan.pools[static_cast<std::size_t>(payer.index)].id;
    case PayerKind::Customer: return u"customer"_s;
    case PayerKind::NotEligible: break;
    }
    return u"notEligible"_s;
}

} // namespace funding
