#include "ui/creditbooks.h"

#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using domain::Money;
using funding::PayerKind;
using projection::Monthly;
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::CreditBooks", text);
}

Money at(const Monthly &monthly, int month)
{
    if (month > 0)
        return monthly[static_cast<std::size_t>(month - 1)];
    Money sum;
    for (const Money amount : monthly)
        sum += amount;
    return sum;
}

void addColumn(CreditBooks &books, const QString &name, const QString &poolId, PayerKind kind)
{
    const auto &projection = books.projection();
    const Monthly none(static_cast<std::size_t>(projection.months), Money());
    books.columns.push_back({name, poolId, kind, none, std::vector<Monthly>(projection.lines.size(), none)});
}

/// The programme's short name, numbered where the stack has several of it.
QString nameOf(const funding::FundingPlan &plan, std::size_t index, const catalogue::Programmes &programmes)
{
    const funding::Pool &pool = plan.pools[index];
    const catalogue::Programme *programme = programmes.find(pool.programme);
    const QString name = programme ? programme->shortName : pool.programme;
    const auto before =
        std::count_if(plan.pools.begin(), plan.pools.begin() + static_cast<std::ptrdiff_t>(index),
                      [&pool](const funding::Pool &other) { return other.programme == pool.programme; });
    return before == 0 ? name : name + u' ' + QString::number(before + 1);
}

std::size_t columnOf(funding::Payer payer, std::size_t pools)
{
    switch (payer.kind) {
    case PayerKind::Held: return 0;
    case PayerKind::Pool: return 1 + static_cast<std::size_t>(payer.index);
    case PayerKind::Customer: return 1 + pools;
    case PayerKind::NotEligible: break;
    }
    return 2 + pools;
}

void fill(CreditBooks &books, const catalogue::Programmes &programmes)
{
    addColumn(books, tr("Held credits"), {}, PayerKind::Held);
    for (std::size_t i = 0; i < books.plan.pools.size(); ++i)
        addColumn(books, nameOf(books.plan, i, programmes), books.plan.pools[i].id, PayerKind::Pool);
    addColumn(books, tr("Customer pays"), {}, PayerKind::Customer);
    addColumn(books, tr("Not eligible"), {}, PayerKind::NotEligible);
    for (const funding::LedgerEntry &entry : books.plan.ledger) {
        CreditBooks::Column &column = books.columns[columnOf(entry.payer, books.plan.pools.size())];
        const auto month = static_cast<std::size_t>(entry.month - 1);
        column.monthly[month] += entry.amount;
        column.lines[static_cast<std::size_t>(entry.line)][month] += entry.amount;
    }
}

} // namespace

Money CreditBooks::amount(std::size_t line, std::size_t column, int month) const
{
    return at(columns[column].lines[line], month);
}

Money CreditBooks::total(std::size_t column, int month) const
{
    return at(columns[column].monthly, month);
}

Money CreditBooks::spendOf(std::size_t line, int month) const
{
    return at(projection().lines[line].monthly, month);
}

Money CreditBooks::spend(int month) const
{
    return at(projection().total.monthly, month);
}

QString CreditBooks::payerName(funding::Payer payer) const
{
    if (payer.kind == PayerKind::Held)
        return tr("Held: %1").arg(plan.heldCredits[static_cast<std::size_t>(payer.index)].programme);
    return columns[columnOf(payer, plan.pools.size())].name;
}

QString CreditBooks::eventText(const funding::CreditEvent &event) const
{
    const QString name = payerName(event.payer);
    switch (event.kind) {
    case funding::CreditEventKind::Issued: return tr("%1 arrives").arg(name);
    case funding::CreditEventKind::UsedUp: return tr("%1 used up").arg(name);
    case funding::CreditEventKind::Expires: break;
    }
    return tr("%1 expires, %2 unused").arg(name, dollars(event.amount));
}

CreditBooksPointer creditBooks(const session::CaseViewPointer &view, const drafting::Shipped &shipped,
                               funding::Order order)
{
    auto books = std::make_shared<CreditBooks>();
    books->view = view;
    drafting::ComputedCase computed = view->computed;
    if (order != computed.plan.order) {
        auto made = funding::plan(computed.worksheet, computed.projection, shipped.programmes, view->asOf, order);
        if (!made)
            return nullptr;
        computed.plan = *std::move(made);
    }
    auto envelope = drafting::envelopeOf(computed, shipped.rates, shipped.programmes, view->asOf);
    if (!envelope)
        return nullptr;
    books->envelope = *std::move(envelope);
    books->plan = std::move(computed.plan);
    books->timeline = funding::timeline(books->plan, books->projection());
    fill(*books, shipped.programmes);
    return books;
}

} // namespace ui
