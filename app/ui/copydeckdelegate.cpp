#include "ui/copydeckdelegate.h"

#include "ui/copydeckmodel.h"
#include "ui/icons.h"
#include "ui/rowpainting.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

void CopyDeckDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const RowColors colors = paintRowBackground(*painter, option);
    const int size = QFontMetrics(option.font).height();
    const QRect inner = option.rect.adjusted(kRowPadding, kRowGap, -kRowPadding, -kRowGap);
    const bool copied = index.data(CopyDeckModel::CopiedRole).toBool();
    if (copied || colors.selected) {
        const QColor color = copied && !colors.strong ? markColor(option.palette, Mark::Ok) : colors.text;
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(inner.left(), inner.top() + (inner.height() - size) / 2,
                            iconPixmap(copied ? u"ok"_s : u"chevron-right"_s, color, size, ratio));
    }
    const QFont label = colors.selected ? strongFont(captionFont(option.font)) : captionFont(option.font);
    const int left = inner.left() + size + kRowPadding;
    const int labelHeight = QFontMetrics(label).height();
    const QRect first(left, inner.top(), inner.right() - left, labelHeight);
    paintLine(*painter, first, index.data(CopyDeckModel::LabelRole).toString(), label,
              colors.selected ? colors.text : colors.secondary);
    const QRect second(left, first.bottom() + 1, inner.right() - left, inner.bottom() - first.bottom());
    paintLine(*painter, second, index.data(CopyDeckModel::ValueRole).toString().simplified(), option.font, colors.text);
    paintRowRule(*painter, option);
    painter->restore();
}

QSize CopyDeckDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, 2 * kRowGap + QFontMetrics(strongFont(captionFont(option.font))).height()
                   + QFontMetrics(option.font).height() + 1};
}

} // namespace ui
