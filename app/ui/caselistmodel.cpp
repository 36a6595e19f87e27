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
    m_showsHits = false;
    for (int row = 0; row < rowCount() && !m_showsHits; ++row)
        m_showsHits = hitAt(index(row)) != nullptr;
    endResetModel();
}

void CaseListModel::setDeadlines(QHash<QString, QString> deadlines)
{
    if (deadlines == m_deadlines)
        return;
    Q_EMIT layoutAboutToBeChanged(); // rows may have another height
    m_deadlines = std::move(deadlines);
    Q_EMIT layoutChanged();
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

const ports::SearchHit *CaseListModel::hitAt(const QModelIndex &index) const
{
    const ports::CaseSummary *summary = at(index);
    if (!summary)
        return nullptr;
    for (const ports::SearchHit &hit : summary->found) {
        if (hit.field != u"company")
            return &hit;
    }
    return nullptr;
}

std::vector<ports::TextRange> CaseListModel::companyRanges(const QModelIndex &index) const
{
    const ports::CaseSummary *summary = at(index);
    for (const ports::SearchHit &hit : summary ? summary->found : std::vector<ports::SearchHit>()) {
        if (hit.field == u"company" && hit.text == summary->company)
            return hit.ranges;
    }
    return {};
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
    case DeadlineRole: return m_deadlines.value(summary->id);
    case AskRole: return dollars(asksOf(*summary));
    case Qt::AccessibleTextRole: {
        QString text = tr("%1, %2, %3 asked in %4")
                           .arg(summary->company, statusLabel(summary->status), dollars(asksOf(*summary)),
                                counted(static_cast<qsizetype>(summary->records.size()), tr("record"), tr("records")));
        if (const QString due = m_deadlines.value(summary->id); !due.isEmpty())
            text += u", "_s + due;
        const ports::SearchHit *hit = hitAt(index);
        return hit ? tr("%1. Found in %2: %3").arg(text, hit->label, hit->text) : text;
    }
    default: return {};
    }
}

} // namespace ui
