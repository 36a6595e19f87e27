#include "ui/spendmodel.h"

#include "projection/totals.h"
#include "ui/plaintooltip.h"
#include "ui/words.h"

#include <algorithm>

namespace ui {

using domain::Money;
using projection::Projection;
using projection::ServiceTotals;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSummaries = 3; // Average, Peak, Full

} // namespace

bool SpendModel::isExpanded(const QString &service, const Projection &projection) const
{
    const auto chosen = m_expanded.constFind(service);
    if (chosen != m_expanded.constEnd())
        return *chosen;
    // What the case is about stands open.
    return std::ranges::any_of(
        projection.lines, [&](const projection::Line &line) { return line.service == service && line.isWorkload; });
}

void SpendModel::addService(std::vector<Row> &rows, const ServiceTotals &service, const Projection &projection) const
{
    std::vector<const projection::Line *> lines;
    for (const projection::Line &line : projection.lines) {
        if (line.service == service.service)
            lines.push_back(&line);
    }
    const bool several = lines.size() > 1;
    const bool expanded = several && isExpanded(service.service, projection);
    const QString name =
        several && !expanded ? tr("%1 (%2 lines)").arg(service.service).arg(lines.size()) : service.service;
    const bool single = lines.size() == 1;
    rows.push_back(
        {RowKind::Service, single ? lines.front()->id : service.service, name, several, single, service.totals});
    if (!expanded)
        return;
    for (const projection::Line *line : lines)
        rows.push_back({RowKind::Line, line->id, line->name, false, true,
                        projection::totalsOf(line->monthly, projection.fullMonth)});
}

std::vector<SpendModel::Row> SpendModel::rowsOf(const Projection &projection) const
{
    std::vector<Row> rows;
    for (const ServiceTotals &service : projection.services)
        addService(rows, service, projection);
    if (!rows.empty())
        rows.push_back({RowKind::Total, {}, tr("Total"), false, false, projection.total});
    return rows;
}

void SpendModel::setCase(const session::CaseViewPointer &view)
{
    const bool sameCase = m_case && view && m_case->summary.id == view->summary.id;
    if (!sameCase)
        m_expanded.clear();
    std::vector<Row> rows = view ? rowsOf(view->computed.projection) : std::vector<Row>();
    const int months = view ? view->computed.projection.months : 0;
    const bool sameMonths = sameCase && months == m_months
                         && view->computed.projection.startMonth == m_case->computed.projection.startMonth;
    const bool sameShape = sameMonths && std::ranges::equal(rows, m_rows, &Row::sameAs);
    if (!sameShape)
        beginResetModel();
    m_case = view;
    m_rows = std::move(rows);
    m_months = months;
    if (!sameShape)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void SpendModel::setShowsCents(bool cents)
{
    if (std::exchange(m_cents, cents) != cents && !m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void SpendModel::toggle(int row)
{
    if (row < 0 || row >= rowCount() || !m_rows[static_cast<std::size_t>(row)].expandable)
        return;
    const QString service = m_rows[static_cast<std::size_t>(row)].id;
    const Projection &projection = m_case->computed.projection;
    m_expanded.insert(service, !isExpanded(service, projection));
    std::vector<Row> rows = rowsOf(projection);
    const int change = static_cast<int>(rows.size()) - rowCount();
    if (change > 0)
        beginInsertRows({}, row + 1, row + change);
    else
        beginRemoveRows({}, row + 1, row - change);
    m_rows = std::move(rows);
    if (change > 0)
        endInsertRows();
    else
        endRemoveRows();
    Q_EMIT dataChanged(index(row, 0), index(row, 0));
}

Money SpendModel::largest() const
{
    Money most;
    for (const Row &row : m_rows)
        most = std::max({most, row.totals.peak, row.totals.full});
    return most;
}

Money SpendModel::amountAt(const Row &row, int column) const
{
    if (const int month = monthOf(column); month > 0)
        return row.totals.monthly[static_cast<std::size_t>(month - 1)];
    switch (column - m_months) {
    case 1: return row.totals.average;
    case 2: return row.totals.peak;
    case 3: return row.totals.full;
    default: break;
    }
    return row.totals.total;
}

Figure SpendModel::figureAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    Figure figure;
    figure.id = row.id;
    figure.kind = row.isLine                   ? Figure::Kind::Line
                : row.kind == RowKind::Service ? Figure::Kind::Service
                                               : Figure::Kind::Total;
    figure.month = monthOf(index.column());
    if (figure.month > 0)
        figure.span = Figure::Span::Month;
    else if (index.column() > m_months)
        figure.span = std::array{Figure::Span::Average, Figure::Span::Peak,
                                 Figure::Span::Full}[static_cast<std::size_t>(index.column() - m_months - 1)];
    return figure;
}

QString SpendModel::spanLabel(int column) const
{
    if (const int month = monthOf(column); month > 0)
        return monthLabel(m_case->computed.projection.monthAt(month));
    switch (column - m_months) {
    case 1: return tr("average");
    case 2: return tr("peak");
    case 3: return tr("full month");
    default: break;
    }
    return tr("%1 months").arg(m_months);
}

QString SpendModel::sentenceAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    return tr("%1, %2: %3").arg(row.name, spanLabel(index.column()), cents(amountAt(row, index.column())));
}

int SpendModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SpendModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.empty() ? 0 : 1 + m_months + kSummaries;
}

QVariant SpendModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const bool name = index.column() == 0;
    switch (role) {
    case Qt::DisplayRole:
        if (name)
            return row.name;
        return m_cents ? cents(amountAt(row, index.column())).remove(u'$')
                       : wholeDollars(amountAt(row, index.column()));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return role == Qt::ToolTipRole ? plainToolTip(sentenceAt(index)) : sentenceAt(index);
    case Qt::TextAlignmentRole: return static_cast<int>((name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case RowKindRole: return static_cast<int>(row.kind);
    case ExpandableRole: return row.expandable;
    case ExpandedRole: return row.expandable && isExpanded(row.id, m_case->computed.projection);
    case ExactRole: return name ? row.name : amountAt(row, index.column()).toString();
    default: return {};
    }
}

QVariant SpendModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_case)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && section > 0)
        return spanLabel(section);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Service and line");
    const Projection &projection = m_case->computed.projection;
    if (const int month = monthOf(section); month > 0) {
        const domain::Month shown = projection.monthAt(month);
        const bool oneYear = projection.startMonth.year() == projection.monthAt(m_months).year();
        return oneYear ? shortMonth(shown)
                       : tr("%1 '%2").arg(shortMonth(shown), QString::number(shown.year()).right(2));
    }
    return std::array{tr("Average"), tr("Peak"), tr("Full")}[static_cast<std::size_t>(section - m_months - 1)];
}

} // namespace ui
