#include "ui/recorddelegate.h"

#include "ui/recordlistmodel.h"
#include "ui/rowpainting.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// The kind stands beside the window, or, where both do not fit, under it.
bool kindHasALine(const QModelIndex &index, const QFont &caption, int width)
{
    const QFontMetrics metrics(caption);
    return metrics.horizontalAdvance(index.data(RecordListModel::WindowRole).toString()) + kRowPadding
             + metrics.horizontalAdvance(index.data(RecordListModel::KindRole).toString())
         > width;
}

} // namespace

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const RowColors colors = paintRowBackground(*painter, option);
    const QRect inner = option.rect.adjusted(kRowPadding, kRowPadding, -kRowPadding, -kRowPadding);
    const QFont strong = strongFont(option.font);
    const QFont caption = captionFont(option.font);
    const int lineHeight = QFontMetrics(strong).height();
    const int captionHeight = QFontMetrics(caption).height();

    const QString ask = index.data(RecordListModel::AskRole).toString();
    const int askWidth = QFontMetrics(strong).horizontalAdvance(ask);
    const QRect first(inner.left(), inner.top(), inner.width(), lineHeight);
    paintLine(*painter, first.adjusted(0, 0, -askWidth - kRowPadding, 0),
              index.data(RecordListModel::ProgramRole).toString(), strong, colors.text);
    paintLine(*painter, first, ask, strong, colors.text, Qt::AlignRight);

    const QString title = index.data(RecordListModel::TitleRole).toString();
    const int titleTop = first.bottom() + 1 + kRowGap;
    const int titleHeight = wrappedHeight(title, option.font, inner.width());
    paintWrapped(*painter, QRect(inner.left(), titleTop, inner.width(), titleHeight), title, option.font, colors.text);

    const QRect window(inner.left(), titleTop + titleHeight + kRowGap, inner.width(), captionHeight);
    const bool below = kindHasALine(index, caption, inner.width());
    const QRect kind = below ? window.translated(0, captionHeight) : window;
    paintLine(*painter, window, index.data(RecordListModel::WindowRole).toString(), caption, colors.secondary);
    paintLine(*painter, kind, index.data(RecordListModel::KindRole).toString(), caption, colors.secondary,
              below ? Qt::AlignLeft : Qt::AlignRight);
    if (const QString status = index.data(RecordListModel::StatusRole).toString(); !status.isEmpty())
        paintChip(*painter, QRect(inner.left(), kind.bottom() + 1 + kRowGap, inner.width(), chipHeight(option.font)),
                  u"document"_s, status, option.font, colors, option.palette);
    paintRowRule(*painter, option);
    painter->restore();
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = (view ? view->viewport()->width() : option.rect.width()) - 2 * kRowPadding;
    const int height = 2 * kRowPadding + QFontMetrics(strongFont(option.font)).height() + kRowGap
                     + wrappedHeight(index.data(RecordListModel::TitleRole).toString(), option.font, width) + kRowGap
                     + QFontMetrics(captionFont(option.font)).height()
                           * (kindHasALine(index, captionFont(option.font), width) ? 2 : 1);
    const bool chip = !index.data(RecordListModel::StatusRole).toString().isEmpty();
    return {0, height + (chip ? kRowGap + chipHeight(option.font) : 0)};
}

} // namespace ui
