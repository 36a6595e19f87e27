#include "ui/caselistmodel.h"

#include "ui/words.h"

namespace ui {

using namespace Qt::StringLiterals;

domain::Money asksOf(const ports::CaseSummary &summary)
{
    domain::Money sum;
    for (const ports::StoredRecord &record : summary.records)
        sum += record.ask;
    return sum;
}

void CaseListModel::setCases(std::vector<ports::CaseSummary> cases)
{
    beginResetModel();
    m_cases = std::move(cases);
    endResetModel();
}

const ports::CaseSummary *CaseListModel::at(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return nullptr;
    return &m_cases[static_cast<std::size_t>(index.row())];
}

QModelIndex CaseListModel::indexOf(const QString &caseId) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_cases[static_cast<std::size_t>(row)].id == caseId)
            return index(row);
    }
    return {};
}

domain::Money CaseListModel::sumOfAsks() const
{
    domain::Money sum;
    for (const ports::CaseSummary &summary : m_cases)
        sum += asksOf(summary);
    return sum;
}

int CaseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cases.size());
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    const ports::CaseSummary *summary = at(index);
    if (!summary)
        return {};
    switch (role) {
    case IdRole: return summary->id;
    case Qt::DisplayRole:
    case CompanyRole: return summary->company;
    case StatusRole: return statusLabel(summary->status);
    case DraftRole: return summary->status == u"drafting";
    case AskRole: return dollars(asksOf(*summary));
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3 asked in %4")
            .arg(summary->company, statusLabel(summary->status), dollars(asksOf(*summary)),
                 counted(static_cast<qsizetype>(summary->records.size()), tr("record"), tr("records")));
    default: return {};
    }
}

} // namespace ui
