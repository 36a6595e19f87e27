#include "ui/comparisondelegate.h"

#include "ui/comparisonmodel.h"
#include "ui/icons.h"
#include "ui/rowpainting.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace ui {

using namespace Qt::StringLiterals;

void ComparisonDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = option->text.simplified(); // one line: the whole text stands below the list
    if (index.column() == ComparisonModel::State && index.data(ComparisonModel::OpenRole).toBool()) {
        const bool selected = option->state.testFlag(QStyle::State_Selected);
        const int size = option->fontMetrics.ascent() + 1;
        const QColor color =
            selected ? option->palette.color(QPalette::HighlightedText) : markColor(option->palette, Mark::Must);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = QIcon(iconPixmap(u"must"_s, color, size, qApp->devicePixelRatio()));
        option->decorationSize = {size, size};
    }
}

void ComparisonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant chosen = index.data(ComparisonModel::ChosenRole);
    if (!chosen.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem whole = option;
    initStyleOption(&whole, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &whole, painter, option.widget);
    QStyleOptionButton radio;
    radio.palette = option.palette;
    const int width = style->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, option.widget);
    const int height = style->pixelMetric(QStyle::PM_ExclusiveIndicatorHeight, nullptr, option.widget);
    radio.rect = {option.rect.left() + kRowGap, option.rect.center().y() - height / 2, width, height};
    radio.state = QStyle::State_Enabled | (chosen.toBool() ? QStyle::State_On : QStyle::State_Off);
    style->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, painter, option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool active = option.state.testFlag(QStyle::State_Active);
    const auto group = active ? QPalette::Active : QPalette::Inactive;
    const QColor color = whole.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    paintLine(*painter, option.rect.adjusted(width + 2 * kRowGap, 0, -kRowGap, 0), whole.text,
              chosen.toBool() ? strongFont(whole.font) : whole.font, color, Qt::AlignLeft | Qt::AlignVCenter);
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int radio = style->pixelMetric(QStyle::PM_ExclusiveIndicatorHeight, nullptr, option.widget);
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + radio + 2 * kRowGap, qMax(option.fontMetrics.height(), radio) + kRowGap};
}

} // namespace ui
