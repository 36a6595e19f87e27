#include "ui/ledgermodel.h"

#include "ui/plaintooltip.h"
#include "ui/spendmodel.h"
#include "ui/words.h"

#include <algorithm>

namespace ui {

using domain::Money;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLeft = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
constexpr int kRight = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);

/// "5,204.37"; "-" where nothing is paid.
QString cellText(Money amount)
{
    return amount.isZero() ? u"-"_s : cents(amount).remove(u'$');
}

} // namespace

void LedgerModel::setBooks(const CreditBooksPointer &books)
{
    const auto shape = [](const CreditBooksPointer &one) {
        return one ? std::pair(one->columns.size(), one->projection().lines.size())
                   : std::pair<std::size_t, std::size_t>();
    };
    const bool sameShape = shape(books) == shape(m_books);
    if (!sameShape)
        beginResetModel();
    m_books = books;
    m_month = books ? std::clamp(m_month, 0, books->projection().months) : 0;
    if (!sameShape) {
        endResetModel();
    } else if (books) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

void LedgerModel::setMonth(int month)
{
    if (!m_books || std::exchange(m_month, month) == month)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int LedgerModel::lineAt(int row) const
{
    return m_books && row >= 0 && row < rowCount() - 1 ? row : -1;
}

Money LedgerModel::largest() const
{
    return m_books ? m_books->spend(0) : Money();
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return m_books && !parent.isValid() ? static_cast<int>(m_books->projection().lines.size()) + 1 : 0;
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return m_books && !parent.isValid() ? kFirstPayer + static_cast<int>(m_books->columns.size()) + 2 : 0;
}

QString LedgerModel::nameAt(int row, int column) const
{
    const int line = lineAt(row);
    if (line < 0) {
        const QString span = m_month > 0 ? monthLabel(m_books->projection().monthAt(m_month))
                                         : tr("%1 months").arg(m_books->projection().months);
        return column == 0 ? tr("Total, %1").arg(span) : QString();
    }
    const projection::Line &shown = m_books->projection().lines[static_cast<std::size_t>(line)];
    if (column == 0)
        return shown.name;
    if (!shown.useCase)
        return tr("Rest of company");
    const auto &useCases = m_books->view->computed.worksheet.useCases;
    const auto found = std::find_if(useCases.begin(), useCases.end(),
                                    [&shown](const domain::UseCase &useCase) { return useCase.id == *shown.useCase; });
    return tr("Use case %1").arg(found - useCases.begin() + 1);
}

std::optional<Money> LedgerModel::amountAt(int row, int column) const
{
    if (column < kFirstPayer)
        return std::nullopt;
    const auto payer = static_cast<std::size_t>(column - kFirstPayer);
    const int line = lineAt(row);
    const auto at = static_cast<std::size_t>(std::max(line, 0));
    if (payer < m_books->columns.size())
        return line < 0 ? m_books->total(payer, m_month) : m_books->amount(at, payer, m_month);
    if (payer > m_books->columns.size())
        return line < 0 ? m_books->spend(m_month) : m_books->spendOf(at, m_month);
    Money sum; // of what stands in the row, not the spend again
    for (std::size_t one = 0; one < m_books->columns.size(); ++one)
        sum += line < 0 ? m_books->total(one, m_month) : m_books->amount(at, one, m_month);
    return sum;
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    if (!m_books || !index.isValid())
        return {};
    const std::optional<Money> amount = amountAt(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole: return amount ? cellText(*amount) : nameAt(index.row(), index.column());
    case Qt::ToolTipRole: return amount ? QVariant() : plainToolTip(nameAt(index.row(), index.column()));
    case Qt::TextAlignmentRole: return amount ? kRight : kLeft;
    case Qt::AccessibleTextRole:
        return amount ? tr("%1, %2: %3")
                            .arg(nameAt(index.row(), 0),
                                 headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), cents(*amount))
                      : nameAt(index.row(), index.column());
    case SpendModel::RowKindRole:
        return static_cast<int>(lineAt(index.row()) < 0 ? SpendModel::RowKind::Total : SpendModel::RowKind::Plain);
    case SpendModel::ExactRole: return amount ? amount->toString() : nameAt(index.row(), index.column());
    default: return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_books || orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section < kFirstPayer ? kLeft : kRight;
    if (role != Qt::DisplayRole)
        return {};
    if (section < kFirstPayer)
        return section == 0 ? tr("Line") : tr("Belongs to");
    const auto payer = static_cast<std::size_t>(section - kFirstPayer);
    if (payer < m_books->columns.size())
        return m_books->columns[payer].name;
    return payer == m_books->columns.size() ? tr("Row sum") : tr("Spend");
}

void MonthsModel::setBooks(const CreditBooksPointer &books)
{
    beginResetModel();
    m_books = books;
    endResetModel();
}

int MonthsModel::rowCount(const QModelIndex &parent) const
{
    return m_books && !parent.isValid() ? m_books->projection().months : 0;
}

int MonthsModel::columnCount(const QModelIndex &parent) const
{
    return m_books && !parent.isValid() ? static_cast<int>(m_books->columns.size()) + 4 : 0;
}

QString MonthsModel::eventsIn(int month) const
{
    QStringList events;
    for (const funding::CreditEvent &event : m_books->timeline.events) {
        if (event.month == month)
            events.append(m_books->eventText(event));
    }
    return events.join(u"; "_s);
}

QString MonthsModel::textAt(int row, int column) const
{
    const int payers = static_cast<int>(m_books->columns.size());
    if (column == 0)
        return monthLabel(m_books->projection().monthAt(row + 1));
    if (column <= payers)
        return cellText(m_books->total(static_cast<std::size_t>(column - 1), row + 1));
    if (column == payers + 1)
        return cellText(m_books->spend(row + 1));
    if (column == payers + 2)
        return cellText(m_books->timeline.balance[static_cast<std::size_t>(row)]);
    return eventsIn(row + 1);
}

QVariant MonthsModel::data(const QModelIndex &index, int role) const
{
    if (!m_books || !index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole: return textAt(index.row(), index.column());
    case Qt::ToolTipRole: return plainToolTip(textAt(index.row(), index.column()));
    case Qt::TextAlignmentRole: return index.column() == 0 || index.column() == columnCount() - 1 ? kLeft : kRight;
    case SpendModel::RowKindRole: return static_cast<int>(SpendModel::RowKind::Plain);
    case SpendModel::ExactRole: return textAt(index.row(), index.column()).remove(u',');
    default: return {};
    }
}

QVariant MonthsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_books || orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == 0 || section == columnCount() - 1 ? kLeft : kRight;
    if (role != Qt::DisplayRole)
        return {};
    const int payers = static_cast<int>(m_books->columns.size());
    if (section == 0)
        return tr("Month");
    if (section <= payers)
        return m_books->columns[static_cast<std::size_t>(section - 1)].name;
    if (section == payers + 1)
        return tr("Spend");
    return section == payers + 2 ? tr("Credits left") : tr("What happens");
}

} // namespace ui
