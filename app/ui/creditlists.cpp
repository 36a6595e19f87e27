#include "ui/creditlists.h"

#include "ui/plaintooltip.h"
#include "ui/series.h"
#include "ui/spendmodel.h"
#include "ui/words.h"

#include <QBrush>

#include <algorithm>

namespace ui {

using domain::Money;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLeft = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
constexpr int kRight = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);

enum PoolColumn { PoolName, PoolScope, PoolNeed, PoolAsk, PoolPays, PoolUnused, PoolState, kPoolColumns };

QString plain(Money amount)
{
    return cents(amount).remove(u'$');
}

QString whole(Money amount)
{
    return wholeDollars(amount);
}

} // namespace

void PoolsModel::setBooks(const CreditBooksPointer &books, const QPalette &palette)
{
    beginResetModel();
    m_books = books;
    m_palette = palette;
    endResetModel();
}

const funding::HeldCredit *PoolsModel::heldAt(int row) const
{
    const auto &held = m_books->plan.heldCredits;
    return static_cast<std::size_t>(row) < held.size() ? &held[static_cast<std::size_t>(row)] : nullptr;
}

const funding::Pool *PoolsModel::poolAt(int row) const
{
    const auto at = static_cast<std::size_t>(row) - m_books->plan.heldCredits.size();
    return at < m_books->plan.pools.size() ? &m_books->plan.pools[at] : nullptr;
}

QString PoolsModel::poolIdAt(int row) const
{
    const funding::Pool *pool = m_books && row >= 0 && !heldAt(row) ? poolAt(row) : nullptr;
    return pool ? pool->id : QString();
}

QString PoolsModel::reasoningAt(int row) const
{
    const QString id = poolIdAt(row);
    if (id.isEmpty())
        return {};
    const funding::Pool *pool = poolAt(row);
    if (!pool->eligible)
        return pool->reasons.isEmpty() ? QString()
                                       : pool->reasons.first().left(1).toUpper() + pool->reasons.first().mid(1);
    for (const funding::AskAdvice &advice : m_books->envelope.asks) {
        if (advice.poolId == id)
            return advice.reasoning;
    }
    return {};
}

QString PoolsModel::scopeOf(const funding::Pool &pool) const
{
    if (!pool.earmarked)
        return tr("General");
    QStringList numbers;
    const auto &useCases = m_books->view->computed.worksheet.useCases;
    for (std::size_t i = 0; i < useCases.size(); ++i) {
        if (pool.useCases.contains(useCases[i].id))
            numbers.append(QString::number(i + 1));
    }
    return numbers.isEmpty() ? tr("Nothing") : tr("Use case %1").arg(numbers.join(u", "_s));
}

QString PoolsModel::stateOf(int row) const
{
    const funding::HeldCredit *held = heldAt(row);
    const funding::Pool *pool = held ? nullptr : poolAt(row);
    if (pool && !pool->eligible)
        return tr("Not eligible");
    const funding::Payer payer =
        held ? funding::Payer{funding::PayerKind::Held, row}
             : funding::Payer{funding::PayerKind::Pool, row - static_cast<int>(m_books->plan.heldCredits.size())};
    for (const funding::CreditEvent &event : m_books->timeline.events) {
        if (event.payer != payer || event.kind == funding::CreditEventKind::Issued)
            continue;
        const QString month = monthLabel(m_books->projection().monthAt(event.month));
        return event.kind == funding::CreditEventKind::UsedUp ? tr("Used up %1").arg(month)
                                                              : tr("Expires %1").arg(month);
    }
    if (held && held->expiresOn)
        return held->forfeited.isZero() ? tr("Expires %1").arg(dateLabel(*held->expiresOn))
                                        : tr("Expired %1").arg(dateLabel(*held->expiresOn));
    if (pool && pool->ask.isZero())
        return tr("Nothing to ask for");
    return pool ? tr("Lasts to %1").arg(monthLabel(m_books->projection().monthAt(pool->lastValidMonth)))
                : tr("Never expires");
}

QString PoolsModel::textAt(int row, int column) const
{
    const funding::HeldCredit *held = heldAt(row);
    const funding::Pool *pool = held ? nullptr : poolAt(row);
    switch (column) {
    case PoolName:
        return held ? tr("Held: %1").arg(held->programme)
                    : m_books->columns[1 + static_cast<std::size_t>(row) - m_books->plan.heldCredits.size()].name;
    case PoolScope: return held ? tr("General") : scopeOf(*pool);
    case PoolNeed: return held ? u"-"_s : whole(pool->rawAsk);
    case PoolAsk: return held ? u"-"_s : whole(pool->ask);
    case PoolPays: return plain(held ? held->pays.total : pool->pays.total);
    case PoolUnused: return plain(held ? held->forfeited : pool->forfeited);
    default: return stateOf(row);
    }
}

int PoolsModel::rowCount(const QModelIndex &parent) const
{
    return m_books && !parent.isValid()
             ? static_cast<int>(m_books->plan.heldCredits.size() + m_books->plan.pools.size())
             : 0;
}

int PoolsModel::columnCount(const QModelIndex &parent) const
{
    return m_books && !parent.isValid() ? kPoolColumns : 0;
}

QVariant PoolsModel::data(const QModelIndex &index, int role) const
{
    if (!m_books || !index.isValid())
        return {};
    const int column = index.column();
    const bool amount = column >= PoolNeed && column <= PoolUnused;
    const int slot = heldAt(index.row()) ? 0 : 1 + index.row() - static_cast<int>(m_books->plan.heldCredits.size());
    switch (role) {
    case Qt::DisplayRole: return textAt(index.row(), column);
    case Qt::ToolTipRole:
        return plainToolTip(column == PoolAsk && !reasoningAt(index.row()).isEmpty() ? reasoningAt(index.row())
                                                                                     : textAt(index.row(), column));
    case Qt::TextAlignmentRole: return amount ? kRight : kLeft;
    case Qt::DecorationRole: return column == PoolName ? QBrush(creditColor(m_palette, slot)) : QVariant();
    case SpendModel::RowKindRole: return static_cast<int>(SpendModel::RowKind::Plain);
    case SpendModel::ExactRole: return amount ? textAt(index.row(), column).remove(u',') : textAt(index.row(), column);
    default: return {};
    }
}

QVariant PoolsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kPoolColumns)
        return {};
    const bool amount = section >= PoolNeed && section <= PoolUnused;
    const QStringList heads{tr("Pool"), tr("Scope"), tr("Need*"), tr("Ask"), tr("Pays"), tr("Unused*"), tr("State")};
    if (role == Qt::DisplayRole)
        return heads.at(section);
    return role == Qt::TextAlignmentRole ? QVariant(amount ? kRight : kLeft) : QVariant();
}

void DemandModel::setBooks(const CreditBooksPointer &books)
{
    beginResetModel();
    m_books = books;
    endResetModel();
}

/// Without a stated range only the stated row is true.
const funding::DemandRow &DemandModel::rowAt(int row) const
{
    return m_books->envelope.demand[static_cast<std::size_t>(m_books->envelope.hasRange ? row : 1)];
}

int DemandModel::rowCount(const QModelIndex &parent) const
{
    return m_books && !parent.isValid() ? (m_books->envelope.hasRange ? 3 : 1) : 0;
}

int DemandModel::columnCount(const QModelIndex &parent) const
{
    return m_books && !parent.isValid() ? 4 : 0;
}

QVariant DemandModel::data(const QModelIndex &index, int role) const
{
    if (!m_books || !index.isValid())
        return {};
    const funding::DemandRow &row = rowAt(index.row());
    const auto text = [&]() -> QString {
        switch (index.column()) {
        case 0:
            return row.level == funding::DemandLevel::Low  ? tr("Low")
                 : row.level == funding::DemandLevel::High ? tr("High")
                                                           : tr("Stated");
        case 1: return whole(row.spend);
        case 2: return whole(row.customer);
        default:
            return row.creditsEnd ? monthLabel(m_books->projection().monthAt(*row.creditsEnd))
                                  : (row.credits.isZero() ? u"-"_s : tr("Beyond"));
        }
    };
    switch (role) {
    case Qt::DisplayRole: return text();
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == 1   ? cents(row.spend)
                            : index.column() == 2 ? cents(row.customer)
                                                  : text());
    case Qt::TextAlignmentRole: return index.column() == 0 || index.column() == 3 ? kLeft : kRight;
    case SpendModel::RowKindRole: return static_cast<int>(SpendModel::RowKind::Plain);
    case SpendModel::ExactRole:
        return index.column() == 1 ? row.spend.toString() : index.column() == 2 ? row.customer.toString() : text();
    default: return {};
    }
}

QVariant DemandModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section > 3)
        return {};
    const QStringList heads{tr("Demand"), tr("Spend"), tr("Customer pays"), tr("To")};
    if (role == Qt::DisplayRole)
        return heads.at(section);
    return role == Qt::TextAlignmentRole ? QVariant(section == 0 || section == 3 ? kLeft : kRight) : QVariant();
}

} // namespace ui
