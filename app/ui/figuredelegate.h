// FigureDelegate: a cell of a table of figures: figures at the right, groups and totals strong, a ring round the current
// cell, and the grid, so that cells which stay while others scroll have it too.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class FigureDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Height of a row, and the room left and right of a figure.
    static int rowHeight(const QFont &font);
    static constexpr int kSide = 6;
};

} // namespace ui
