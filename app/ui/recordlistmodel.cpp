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
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3, ask %4, %5")
            .arg(record.kind, record.program, record.title, dollars(record.ask), record.window);
    default: return {};
    }
}

} // namespace ui
