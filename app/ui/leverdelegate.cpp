#include "ui/leverdelegate.h"

#include "ui/levermodel.h"
#include "ui/rowpainting.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

constexpr int kPadding = 3;

} // namespace

int LeverDelegate::rowHeight(const QFont &font)
{
    return QFontMetrics(font).height() + QFontMetrics(captionFont(font)).height() + 2 * kPadding;
}

void LeverDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != LeverModel::LeverColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    const QString title = plain.text;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const QRect text = style->subElementRect(QStyle::SE_ItemViewItemText, &plain, option.widget);
    plain.text.clear(); // background, focus and check box are the style's, the two lines ours
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool active = option.state.testFlag(QStyle::State_Active) && option.state.testFlag(QStyle::State_HasFocus);
    const QPalette::ColorGroup group =
        option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor color = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor secondary = selected || active ? color : option.palette.color(QPalette::PlaceholderText);
    QRect line = text.adjusted(2, 0, -2, 0);
    line.setTop(option.rect.top() + kPadding);
    line.setHeight(QFontMetrics(option.font).height());
    paintLine(*painter, line, title, option.font, color);
    line.moveTop(line.bottom() + 1);
    paintLine(*painter, line, index.data(LeverModel::DetailRole).toString(), captionFont(option.font), secondary);
    painter->restore();
}

QSize LeverDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(rowHeight(option.font));
    return size;
}

} // namespace ui
