// LeverDelegate: a lever's row: its check box, what it is, and on which workload with which inputs below it.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class LeverDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Two lines and their padding.
    static int rowHeight(const QFont &font);
};

} // namespace ui
