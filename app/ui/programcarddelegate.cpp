#include "ui/programcarddelegate.h"

#include "ui/programcardsmodel.h"
#include "ui/rowpainting.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString iconOf(funding::Verdict verdict)
{
    switch (verdict) {
    case funding::Verdict::Yes: return u"ok"_s;
    case funding::Verdict::NotYet: return u"weak"_s;
    case funding::Verdict::No: break;
    }
    return u"must"_s;
}

funding::Verdict verdictOf(const QModelIndex &index)
{
    return static_cast<funding::Verdict>(index.data(ProgramCardsModel::VerdictRole).toInt());
}

int headHeight(const QFont &font)
{
    return std::max(QFontMetrics(strongFont(font)).height(), chipHeight(captionFont(font)));
}

/// The lines below the head, each with its role.
QStringList lower(const QModelIndex &index)
{
    QStringList lines{index.data(ProgramCardsModel::FactsRole).toString()};
    for (const int role : {ProgramCardsModel::ReasonsRole, ProgramCardsModel::ChangesRole}) {
        if (const QString text = index.data(role).toString(); !text.isEmpty())
            lines.append(role == ProgramCardsModel::ChangesRole && verdictOf(index) != funding::Verdict::No
                             ? ProgramCardDelegate::tr("Would change it: %1").arg(text)
                             : text);
    }
    return lines;
}

} // namespace

void ProgramCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const RowColors colors = paintRowBackground(*painter, option);
    const QRect rect = option.rect.adjusted(kRowPadding, kRowPadding, -kRowPadding, -kRowPadding);
    const QFont strong = strongFont(option.font);
    const QFont caption = captionFont(option.font);
    const int head = headHeight(option.font);
    const QString ask = index.data(ProgramCardsModel::AskRole).toString();
    const int askWidth = QFontMetrics(strong).horizontalAdvance(ask) + 2;
    paintLine(*painter, QRect(rect.right() - askWidth, rect.top(), askWidth, head), ask, strong, colors.text,
              Qt::AlignRight);
    const QString title = index.data(ProgramCardsModel::TitleRole).toString();
    const QString verdict = funding::verdictName(verdictOf(index));
    const int room = rect.width() - askWidth - 2 * kRowPadding;
    const int chipRoom = QFontMetrics(caption).horizontalAdvance(verdict) + 4 * head / 2;
    const int titleWidth = std::min(QFontMetrics(strong).horizontalAdvance(title) + 2, std::max(0, room - chipRoom));
    paintLine(*painter, QRect(rect.left(), rect.top(), titleWidth, head), title, strong, colors.text);
    paintChip(*painter,
              QRect(rect.left() + titleWidth + kRowPadding, rect.top() + (head - chipHeight(caption)) / 2, chipRoom,
                    chipHeight(caption)),
              iconOf(verdictOf(index)), verdict, caption, colors, option.palette);
    int top = rect.top() + head + kRowGap;
    const QStringList lines = lower(index);
    for (qsizetype line = 0; line < lines.size(); ++line) {
        paintWrapped(*painter, QRect(rect.left(), top, rect.width(), rect.bottom() - top + 1), lines.at(line),
                     line == 0 ? caption : option.font, line == 0 ? colors.secondary : colors.text);
        top += wrappedHeight(lines.at(line), line == 0 ? caption : option.font, rect.width()) + kRowGap;
    }
    paintRowRule(*painter, option);
    painter->restore();
}

QSize ProgramCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = std::max(100, (view ? view->viewport()->width() : option.rect.width()) - 2 * kRowPadding);
    int height = 2 * kRowPadding + headHeight(option.font);
    const QStringList lines = lower(index);
    for (qsizetype line = 0; line < lines.size(); ++line)
        height += kRowGap + wrappedHeight(lines.at(line), line == 0 ? captionFont(option.font) : option.font, width);
    return {0, height};
}

} // namespace ui
