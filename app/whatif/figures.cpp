#include "whatif/figures.h"

#include "domain/exact.h"

#include <algorithm>

namespace whatif {

using domain::Decimal;
using domain::Money;
using funding::PayerKind;

namespace {

/// What others pay after this pool, in its scope, in the month in which it runs out.
Money leftAfter(const Figures &figures, const funding::Pool &pool, int poolIndex, int month)
{
    Money left;
    for (const funding::LedgerEntry &entry : figures.plan.ledger) {
        if (entry.month != month || !pool.hasInScope(figures.projection.lines[static_cast<std::size_t>(entry.line)]))
            continue;
        const bool later = entry.payer.kind == PayerKind::Pool && entry.payer.index > poolIndex;
        if (later || entry.payer.kind == PayerKind::Customer)
            left += entry.amount;
    }
    return left;
}

Decimal tenths(domain::Int128 numerator, domain::Int128 denominator)
{
    return Decimal::fromMillionths(domain::divideHalfEven(numerator * 10, denominator) * (Decimal::kScale / 10));
}

} // namespace

domain::Result<Figures, domain::InputError> figuresOf(const domain::Worksheet &worksheet, const Basis &basis)
{
    auto projection = projection::project(worksheet, basis.book, basis.asOf);
    if (!projection)
        return domain::Unexpected(projection.error());
    auto plan = funding::plan(worksheet, *projection, basis.programmes, basis.asOf, basis.order);
    if (!plan)
        return domain::Unexpected(plan.error());
    return Figures{*std::move(projection), *std::move(plan)};
}

domain::Worksheet withAsksHeld(domain::Worksheet worksheet, const funding::FundingPlan &stated)
{
    for (domain::PoolRequest &request : worksheet.funding.pools) {
        if (const funding::Pool *pool = stated.pool(request.id))
            request.amountUsd = pool->ask;
    }
    return worksheet;
}

Lasting lastingOf(const Figures &figures, const funding::Pool &pool)
{
    const int last = std::min(pool.lastValidMonth, figures.projection.months);
    if (pool.pays.total.isZero())
        return {};
    if (!pool.exhaustedInMonth || *pool.exhaustedInMonth > last)
        return {Decimal::fromInteger(std::max(last - pool.issuedMonth + 1, 0)), false};
    const int month = *pool.exhaustedInMonth;
    const int index = static_cast<int>(&pool - figures.plan.pools.data());
    const qint64 paid = pool.pays.monthly[static_cast<std::size_t>(month - 1)].cents();
    const qint64 all = paid + leftAfter(figures, pool, index, month).cents();
    const domain::Int128 whole = domain::Int128(month - pool.issuedMonth) * all;
    return {tenths(whole + paid, std::max<qint64>(all, 1)), true};
}

std::optional<int> lastPaidMonth(const funding::FundingPlan &plan)
{
    std::optional<int> last;
    for (const funding::LedgerEntry &entry : plan.ledger) {
        if (entry.payer.kind == PayerKind::Held || entry.payer.kind == PayerKind::Pool)
            last = std::max(last.value_or(1), entry.month);
    }
    return last;
}

} // namespace whatif
