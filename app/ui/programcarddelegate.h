// ProgramCardDelegate: one program as a card: name, verdict in a chip, ask; amount, speed and who files; why; what would
// change it.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class ProgramCardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
