#include "ui/reviewdelegate.h"

#include "review/reviewersview.h"
#include "ui/icons.h"
#include "ui/reviewmodel.h"
#include "ui/rowpainting.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTreeView>

namespace ui {

using review::Judgement;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPad = 4;

struct Shown {
    QString icon;
    QString word;
    Mark mark = Mark::Ok;
};

/// Nothing where nothing is judged.
Shown shownAs(const QModelIndex &index)
{
    const QVariant judgement = index.data(ReviewModel::JudgementRole);
    if (!judgement.isValid())
        return {};
    switch (static_cast<Judgement>(judgement.toInt())) {
    case Judgement::Holds: return {u"ok"_s, ReviewDelegate::tr("Holds"), Mark::Ok};
    case Judgement::Weak: return {u"weak"_s, ReviewDelegate::tr("Weak"), Mark::Weak};
    case Judgement::Against: break;
    }
    return {u"must"_s, ReviewDelegate::tr("Against"), Mark::Must};
}

bool isCheck(const QModelIndex &index)
{
    return index.data(ReviewModel::LevelRole).toInt() == 0;
}

QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return isCheck(index) ? strongFont(option.font) : option.font;
}

/// The room at the right in which a verdict stands: the same in every row, so that the verdicts form a column.
int verdictWidth(const QFont &font)
{
    const QFontMetrics metrics(captionFont(font));
    int widest = 0;
    for (const QString &word : {ReviewDelegate::tr("Holds"), ReviewDelegate::tr("Weak"), ReviewDelegate::tr("Against")})
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest + metrics.ascent() + 3 * kPad;
}

void paintVerdict(QPainter &painter, const QRect &row, const Shown &shown, const QFont &font, const RowColors &colors,
                  const QPalette &palette)
{
    const QFont caption = captionFont(font);
    const QFontMetrics metrics(caption);
    const QColor color = colors.strong ? colors.text : markColor(palette, shown.mark);
    QRect line = row; // the first of the text
    line.setLeft(row.right() - verdictWidth(font) + kPad);
    line.setHeight(QFontMetrics(font).height());
    const int size = metrics.ascent() + 1;
    painter.drawPixmap(QPoint(line.left(), line.top() + (line.height() - size) / 2),
                       iconPixmap(shown.icon, color, size, painter.device()->devicePixelRatioF()));
    paintLine(painter, line.adjusted(size + kPad, 0, 0, 0), shown.word, caption, color);
}

} // namespace

void ReviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const RowColors colors = paintRowBackground(*painter, option);
    const QRect row = option.rect.adjusted(kPad, kPad, -kPad, -kPad);
    const Shown shown = shownAs(index);
    if (!shown.icon.isEmpty())
        paintVerdict(*painter, row, shown, option.font, colors, option.palette);
    const QRect text = row.adjusted(0, 0, -verdictWidth(option.font), 0);
    const QFont font = fontOf(option, index);
    const QString words = index.data().toString();
    paintWrapped(*painter, text, words, font, colors.text);
    const int height = wrappedHeight(words, font, text.width());
    paintWrapped(*painter, text.adjusted(0, height + 1, 0, 0), index.data(ReviewModel::CaptionRole).toString(),
                 captionFont(option.font), colors.secondary);
    painter->restore();
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const int level = index.data(ReviewModel::LevelRole).toInt();
    const int indent = view ? view->indentation() * (level + (view->rootIsDecorated() ? 1 : 0)) : 0;
    const int width =
        (view ? view->viewport()->width() : option.rect.width()) - indent - 2 * kPad - verdictWidth(option.font);
    int height = 2 * kPad + wrappedHeight(index.data().toString(), fontOf(option, index), width);
    const QString caption = index.data(ReviewModel::CaptionRole).toString();
    if (!caption.isEmpty())
        height += 1 + wrappedHeight(caption, captionFont(option.font), width);
    return {0, height};
}

namespace {

bool hasBox(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).isValid();
}

int boxSize(const QFont &font)
{
    return QFontMetrics(font).ascent() + 2;
}

QRect tickTextRect(const QRect &row, const QFont &font, const QModelIndex &index)
{
    return row.adjusted(2 * kPad + (hasBox(index) ? boxSize(font) + kPad : 0), kPad, -2 * kPad, -kPad);
}

void paintBox(QPainter &painter, const QRect &row, const QFont &font, bool ticked, const RowColors &colors,
              const QPalette &palette)
{
    const int size = boxSize(font);
    const QRect box(row.left() + 2 * kPad, row.top() + kPad + (QFontMetrics(font).height() - size) / 2, size, size);
    const QColor color = colors.strong ? colors.text : ticked ? markColor(palette, Mark::Ok) : colors.secondary;
    painter.setPen(color);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
    if (ticked)
        painter.drawPixmap(box.topLeft() + QPoint(1, 1),
                           iconPixmap(u"ok"_s, color, size - 2, painter.device()->devicePixelRatioF()));
}

} // namespace

void TickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const RowColors colors = paintRowBackground(*painter, option);
    if (hasBox(index))
        paintBox(*painter, option.rect, option.font, index.data(Qt::CheckStateRole).toInt() == Qt::Checked, colors,
                 option.palette);
    const QRect text = tickTextRect(option.rect, option.font, index);
    const QString words = index.data().toString();
    paintWrapped(*painter, text, words, option.font, colors.text);
    paintWrapped(*painter, text.adjusted(0, wrappedHeight(words, option.font, text.width()) + 1, 0, 0),
                 index.data(ReviewModel::CaptionRole).toString(), captionFont(option.font), colors.secondary);
    paintRowRule(*painter, option);
    painter->restore();
}

QSize TickDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QRect row(0, 0, view ? view->viewport()->width() : option.rect.width(), 0);
    const int width = tickTextRect(row, option.font, index).width();
    int height = 2 * kPad + wrappedHeight(index.data().toString(), option.font, width);
    const QString caption = index.data(ReviewModel::CaptionRole).toString();
    if (!caption.isEmpty())
        height += 1 + wrappedHeight(caption, captionFont(option.font), width);
    return {0, height};
}

} // namespace ui
