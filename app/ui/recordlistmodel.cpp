#include "ui/recordlistmodel.h"

#include "ui/words.h"

namespace ui {

using namespace Qt::StringLiterals;

void RecordListModel::setRecords(std::vector<RecordRow> records)
{
    beginResetModel();
    m_records = std::move(records);
    endResetModel();
}

void RecordListModel::setStatuses(const std::function<QString(const QString &pool)> &statusOf)
{
    for (RecordRow &record : m_records)
        record.status = statusOf(record.poolId);
    if (!m_records.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {StatusRole, Qt::AccessibleTextRole});
}

int RecordListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

QVariant RecordListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecordRow &record = m_records[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case ProgramRole: return record.program;
    case TitleRole: return record.title;
    case KindRole: return record.kind;
    case WindowRole: return record.window;
    case AskRole: return dollars(record.ask);
    case PoolRole: return record.poolId;
    case StatusRole: return record.status;
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1, %2: %3, ask %4, %5")
                                 .arg(record.kind, record.program, record.title, dollars(record.ask), record.window);
        return record.status.isEmpty() ? text : u"%1, %2"_s.arg(text, record.status);
    }
    default: return {};
    }
}

} // namespace ui
