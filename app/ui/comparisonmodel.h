// ComparisonModel: a comparison as a tree of two levels, topic and difference, for ComparisonView.
#pragma once

#include "session/comparison.h"

#include <QAbstractItemModel>

namespace ui {

class ComparisonModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Field, Ours, Theirs, State, Columns };
    enum Role {
        /// Of the columns Ours and Theirs: whether this side is chosen. Invalid where it cannot be.
        ChosenRole = Qt::UserRole,
        /// Of the column State: the mark of a conflict that nobody chose about.
        OpenRole,
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setComparison(session::Comparison comparison);
    const session::Comparison &comparison() const { return m_comparison; }
    /// The difference at an index; null of a topic.
    const session::Difference *differenceAt(const QModelIndex &index) const;
    /// Whether it could be chosen.
    bool choose(const QModelIndex &index, std::optional<session::Difference::Choice> choice);
    std::size_t chooseUndisputed();
    /// The first conflict that nobody chose about after `from`, from the beginning again when there is none below.
    QModelIndex nextOpenConflict(const QModelIndex &from) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// What stands for a text of one side: "not given", "removed".
    static QString shown(const session::Difference &difference, const QString &text);

private:
    struct Topic {
        QString name;
        std::size_t first = 0;
        int count = 0;
    };
    std::size_t numberOf(const QModelIndex &index) const;
    QString stateWords(const session::Difference &difference) const;
    QVariant differenceData(const session::Difference &difference, int column, int role) const;

    session::Comparison m_comparison;
    std::vector<Topic> m_topics;
};

} // namespace ui
