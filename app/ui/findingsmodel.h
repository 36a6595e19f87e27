// FindingsModel: what is to fix, grouped Must fix, Weak, Advice. Read-only; replaced as a whole. A group without
// findings is left out. For a new case, the facts still to collect in one group.
#pragma once

#include "domain/finding.h"

#include <QAbstractItemModel>

#include <vector>

namespace ui {

class FindingsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        MessageRole = Qt::UserRole,
        FixRole,
        WhereRole,    ///< the field's path, readable; empty for the case as a whole
        SeverityRole, ///< int of domain::Severity
        GroupRole,    ///< bool: a group, not a finding
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// `toCollect`: facts that a new case still lacks; one group, without blame.
    void setFindings(const domain::Findings &findings, bool toCollect = false);
    bool isToCollect() const { return m_toCollect; }
    /// Null for a group.
    const domain::Finding *finding(const QModelIndex &index) const;
    int count(domain::Severity severity) const;
    int total() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Group {
        domain::Severity severity = domain::Severity::Advice;
        domain::Findings findings;
    };

    QVariant groupData(const Group &group, int role) const;
    QVariant findingData(const domain::Finding &finding, int role) const;

    std::vector<Group> m_groups; ///< the worst first
    bool m_toCollect = false;
};

} // namespace ui
