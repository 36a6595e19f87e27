// CopyDeckDelegate: a value of the copy deck: its number and label in the caption size, the value below in one line, and
// a tick once it was copied; an arrow at the one that Enter copies.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class CopyDeckDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
