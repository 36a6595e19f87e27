#include "ui/pipelinemodel.h"

#include "ui/plaintooltip.h"
#include "ui/words.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QVariant alignmentOf(int column)
{
    const bool isFigure =
        column == PipelineModel::Days || column == PipelineModel::Ask || column == PipelineModel::Awarded;
    return QVariant::fromValue(Qt::Alignment((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

} // namespace

void PipelineModel::setRows(std::vector<drafting::PipelineRow> rows, QDate today)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_today = today;
    endResetModel();
}

int PipelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PipelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString PipelineModel::text(const drafting::PipelineRow &row, int column) const
{
    const auto next = row.next();
    switch (column) {
    case Due: return next ? dateLabel(next->on) : QString();
    case Days: {
        if (!next)
            return {};
        const auto days = m_today.daysTo(next->on);
        return days < 0 ? tr("%1 overdue").arg(-days) : QString::number(days);
    }
    case Next: return next ? filing::labelOf(next->kind) : QString();
    case Company: return row.company;
    case Program: return row.program;
    case Status: return statusLabel(row.status);
    case Ask: return dollars(row.ask);
    case Awarded: return row.awarded.isZero() ? QString() : dollars(row.awarded);
    case Codes: return row.codes.join(u", "_s);
    default: return row.opportunityId;
    }
}

QVariant PipelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const drafting::PipelineRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role != Qt::ToolTipRole)
        return {};
    QStringList lines{row.title};
    for (const filing::Deadline &deadline : row.deadlines)
        lines.append(u"%1: %2"_s.arg(filing::labelOf(deadline.kind), dateLabel(deadline.on)));
    if (!row.reason.isEmpty())
        lines.append(tr("AWS wrote: %1").arg(row.reason));
    return plainToolTip(lines.join(u'\n'));
}

QVariant PipelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Due: return tr("Due");
    case Days: return tr("Days");
    case Next: return tr("Next");
    case Company: return tr("Company");
    case Program: return tr("Program");
    case Status: return tr("Status");
    case Ask: return tr("Ask");
    case Awarded: return tr("Awarded");
    case Codes: return tr("Codes");
    default: return tr("Opportunity");
    }
}

} // namespace ui
