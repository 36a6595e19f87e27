// ReviewDelegate: rows of the reviewer's view: an icon and a word for the verdict, the text wrapped, its rule or status
// below it in the caption size.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class ReviewDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// TickDelegate: a line of a list with a box that the program ticks, its statement, and what is open below it. A row
/// without a check state has no box.
class TickDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
