#include "ui/findingsmodel.h"

#include "ui/words.h"

namespace ui {

using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

QString readablePath(const QString &field)
{
    QString path = field;
    return path.replace(u"/"_s, u" \u203a "_s);
}

constexpr quintptr kNoGroup = 0; // a group's own index; a finding's holds its group's row + 1

} // namespace

void FindingsModel::setFindings(const domain::Findings &findings, bool toCollect)
{
    beginResetModel();
    m_toCollect = toCollect;
    m_groups.clear();
    if (toCollect)
        m_groups.push_back({Severity::Advice, findings});
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Advice}) {
        Group group{severity, {}};
        for (const domain::Finding &finding : findings) {
            if (finding.severity == severity)
                group.findings.push_back(finding);
        }
        if (!group.findings.empty() && !toCollect)
            m_groups.push_back(std::move(group));
    }
    endResetModel();
}

int FindingsModel::count(Severity severity) const
{
    for (const Group &group : m_groups) {
        if (group.severity == severity)
            return static_cast<int>(group.findings.size());
    }
    return 0;
}

int FindingsModel::total() const
{
    return count(Severity::Error) + count(Severity::Warning) + count(Severity::Advice);
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kNoGroup);
}

QModelIndex FindingsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kNoGroup)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, kNoGroup);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != kNoGroup || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].findings.size());
}

int FindingsModel::columnCount(const QModelIndex &) const
{
    return 1;
}

const domain::Finding *FindingsModel::finding(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index) || index.internalId() == kNoGroup) // none may be current
        return nullptr;
    const Group &group = m_groups[static_cast<std::size_t>(index.internalId() - 1)];
    return &group.findings[static_cast<std::size_t>(index.row())];
}

QVariant FindingsModel::groupData(const Group &group, int role) const
{
    const auto count = static_cast<qsizetype>(group.findings.size());
    if (m_toCollect && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return counted(count, tr("fact still to collect"), tr("facts still to collect"));
    switch (role) {
    case Qt::DisplayRole: return tr("%1 (%2)").arg(severityLabel(group.severity)).arg(count);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(severityLabel(group.severity), counted(count, tr("finding"), tr("findings")));
    case SeverityRole: return static_cast<int>(group.severity);
    case GroupRole: return true;
    default: return {};
    }
}

QVariant FindingsModel::findingData(const domain::Finding &finding, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case MessageRole: return finding.message;
    case FixRole: return finding.fix;
    case WhereRole: return readablePath(finding.field);
    case SeverityRole: return static_cast<int>(m_toCollect ? Severity::Advice : finding.severity);
    case GroupRole: return false;
    case Qt::AccessibleTextRole:
        return QStringList{m_toCollect ? tr("To collect") : severityLabel(finding.severity), finding.message,
                           finding.fix, finding.field}
            .join(u". "_s);
    default: return {};
    }
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == kNoGroup)
        return groupData(m_groups[static_cast<std::size_t>(index.row())], role);
    const Group &group = m_groups[static_cast<std::size_t>(index.internalId() - 1)];
    return findingData(group.findings[static_cast<std::size_t>(index.row())], role);
}

} // namespace ui
