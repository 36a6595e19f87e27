#include "ui/copydeckmodel.h"

#include "ui/plaintooltip.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

void CopyDeckModel::setValues(std::vector<documents::ConsoleValue> values)
{
    if (values == m_values)
        return;
    beginResetModel();
    QSet<QString> kept;
    for (const documents::ConsoleValue &value : values) {
        const bool same = m_values.empty() || std::ranges::find(m_values, value) != m_values.end();
        if (same && m_copied.contains(value.label))
            kept.insert(value.label);
    }
    m_copied = kept;
    m_values = std::move(values);
    endResetModel();
}

void CopyDeckModel::setCopied(int row)
{
    m_copied.insert(m_values.at(static_cast<std::size_t>(row)).label);
    Q_EMIT dataChanged(index(row), index(row));
}

bool CopyDeckModel::isCopied(int row) const
{
    return m_copied.contains(m_values.at(static_cast<std::size_t>(row)).label);
}

int CopyDeckModel::copiedCount() const
{
    return static_cast<int>(std::ranges::count_if(
        m_values, [this](const documents::ConsoleValue &value) { return m_copied.contains(value.label); }));
}

int CopyDeckModel::nextAfter(int row) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int candidate = (row + step) % count;
        if (!isCopied(candidate))
            return candidate;
    }
    return -1;
}

void CopyDeckModel::restart()
{
    m_copied.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QStringList CopyDeckModel::copiedLabels() const
{
    QStringList labels;
    for (const documents::ConsoleValue &value : m_values) {
        if (m_copied.contains(value.label))
            labels.append(value.label);
    }
    return labels;
}

void CopyDeckModel::setCopiedLabels(const QStringList &labels)
{
    restart();
    m_copied = QSet<QString>(labels.begin(), labels.end());
}

int CopyDeckModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_values.size());
}

QVariant CopyDeckModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const documents::ConsoleValue &value = m_values.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole: return tr("%1. %2").arg(QString::number(index.row() + 1), value.label);
    case ValueRole: return value.value;
    case Qt::ToolTipRole: return plainToolTip(value.value);
    case CopiedRole: return isCopied(index.row());
    case Qt::AccessibleTextRole:
        return isCopied(index.row())
                 ? tr("%1. %2: %3, copied").arg(QString::number(index.row() + 1), value.label, value.value)
                 : tr("%1. %2: %3").arg(QString::number(index.row() + 1), value.label, value.value);
    default: return {};
    }
}

} // namespace ui
