// ReviewModel: the case as the AWS reviewer reads it, as a tree: the four checks, their items, the evidence of each.
// Read-only; replaced as a whole.
#pragma once

#include "review/reviewersview.h"

#include <QAbstractItemModel>

namespace ui {

class ReviewModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        FieldRole = Qt::UserRole, ///< path of the field to look at; empty: none
        CaptionRole,              ///< the rule, or how well a fact is known; empty: none
        JudgementRole,            ///< int of review::Judgement; invalid: none is given
        LevelRole,                ///< 0 a check, 1 an item, 2 its evidence
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setChecks(std::vector<review::ReviewCheck> checks);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVariant checkData(const review::ReviewCheck &check, int role) const;
    QVariant itemData(const review::CheckItem &item, int role) const;
    QVariant evidenceData(const review::Evidence &evidence, int role) const;

    std::vector<review::ReviewCheck> m_checks;
};

} // namespace ui
