#include "ui/figuredelegate.h"

#include "ui/icons.h"
#include "ui/rowpainting.h"
#include "ui/series.h"
#include "ui/spendmodel.h"
#include "ui/theme.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastRow = 22;
constexpr int kRowPad = 6;
constexpr int kChevron = 12;
constexpr int kIndent = 14;

QColor backgroundOf(const QStyleOptionViewItem &option, SpendModel::RowKind kind, bool expanded)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return option.palette.color(QPalette::Inactive, QPalette::Highlight); // the ring is the strong mark
    if (kind == SpendModel::RowKind::Total)
        return accentWindow(option.palette);
    return option.palette.color(expanded ? QPalette::AlternateBase : QPalette::Base);
}

/// As the model says; otherwise names at the left and figures at the right.
Qt::Alignment alignmentOf(const QModelIndex &index)
{
    const QVariant said = index.data(Qt::TextAlignmentRole);
    if (said.isValid())
        return Qt::Alignment(said.toInt()) & Qt::AlignHorizontal_Mask;
    return index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight;
}

} // namespace

int FigureDelegate::rowHeight(const QFont &font)
{
    return std::max(kLeastRow, QFontMetrics(font).height() + kRowPad);
}

void FigureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const auto kind = static_cast<SpendModel::RowKind>(index.data(SpendModel::RowKindRole).toInt());
    const bool expandable = index.data(SpendModel::ExpandableRole).toBool();
    const bool expanded = index.data(SpendModel::ExpandedRole).toBool();
    painter->fillRect(option.rect, backgroundOf(option, kind, expanded));
    const QColor grid = option.palette.color(QPalette::Mid);
    painter->fillRect(QRect(option.rect.right(), option.rect.top(), 1, option.rect.height()), grid);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), grid);
    if (kind == SpendModel::RowKind::Total)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                          option.palette.color(QPalette::Dark));

    QRect inner = option.rect.adjusted(kSide, 0, -kSide, 0);
    if (index.column() == 0) {
        if (expandable)
            painter->drawPixmap(QPoint(inner.left(), inner.top() + (inner.height() - kChevron) / 2),
                                iconPixmap(expanded ? u"chevron-down"_s : u"chevron-right"_s,
                                           option.palette.color(QPalette::Active, QPalette::Text), kChevron,
                                           painter->device()->devicePixelRatioF()));
        if (kind == SpendModel::RowKind::Plain)
            inner.adjust(index.data(Qt::DecorationRole).isValid() ? kIndent + 4 : 0, 0, 0, 0);
        else if (kind != SpendModel::RowKind::Total)
            inner.adjust(kind == SpendModel::RowKind::Line ? kIndent + 4 : kIndent, 0, 0, 0);
    }
    if (const QVariant fill = index.data(Qt::DecorationRole); index.column() == 0 && fill.canConvert<QBrush>())
        paintSwatch(*painter, QRect(option.rect.left() + kSide, inner.center().y() - kChevron / 2, kChevron, kChevron),
                    fill.value<QBrush>(), option.palette, true);
    const bool strong = kind == SpendModel::RowKind::Total || expanded;
    paintLine(*painter, inner, index.data().toString(), strong ? strongFont(option.font) : option.font,
              option.palette.color(QPalette::Active, QPalette::Text), alignmentOf(index));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(QPalette::Active, QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize FigureDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    return {QFontMetrics(strongFont(option.font)).horizontalAdvance(text) + 2 * kSide, rowHeight(option.font)};
}

} // namespace ui
