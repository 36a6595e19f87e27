#include "ui/casedelegate.h"

#include "ui/caselistmodel.h"
#include "ui/markedline.h"
#include "ui/rowpainting.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Of a line below the chip: what is due, where a search met the case.
int smallHeight(const QFont &font)
{
    return QFontMetrics(captionFont(font)).height();
}

/// Where a search met the case: "Problem: ... agents spend their day on tickets".
void paintHit(QPainter &painter, const QRect &rect, const ports::SearchHit &hit, const QFont &font,
              const RowColors &colors)
{
    const QFont caption = captionFont(font);
    const QString label = hit.label + u": "_s;
    const int labelWidth = std::min(QFontMetrics(caption).horizontalAdvance(label), rect.width() / 2);
    paintLine(painter, QRect(rect.left(), rect.top(), labelWidth, rect.height()), label, caption, colors.secondary);
    // Scrolled to what was met, when that is far inside.
    constexpr qsizetype kBefore = 12;
    const qsizetype first = hit.ranges.empty() ? 0 : hit.ranges.front().start;
    const qsizetype cut = first > 2 * kBefore ? first - kBefore : 0;
    std::vector<ports::TextRange> ranges;
    for (const ports::TextRange &range : hit.ranges)
        ranges.push_back({range.start - cut + (cut > 0 ? 1 : 0), range.length});
    paintMarkedLine(painter, rect.adjusted(labelWidth, 0, 0, 0), cut > 0 ? u"…"_s + hit.text.mid(cut) : hit.text,
                    ranges, caption, colors.text);
}

} // namespace

void CaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const RowColors colors = paintRowBackground(*painter, option);
    const QRect inner = option.rect.adjusted(kRowPadding, kRowPadding, -kRowPadding, -kRowPadding);
    const QFont strong = strongFont(option.font);
    const int nameHeight = QFontMetrics(strong).height();
    const auto &cases = static_cast<const CaseListModel &>(*index.model());
    paintMarkedLine(*painter, QRect(inner.left(), inner.top(), inner.width(), nameHeight),
                    index.data(CaseListModel::CompanyRole).toString(), cases.companyRanges(index), strong, colors.text);

    const QRect below(inner.left(), inner.top() + nameHeight + kRowGap, inner.width(), chipHeight(option.font));
    const QString iconName = index.data(CaseListModel::DraftRole).toBool() ? u"draft"_s : u"document"_s;
    const int chip = paintChip(*painter, below, iconName, index.data(CaseListModel::StatusRole).toString(), option.font,
                               colors, option.palette);
    paintLine(*painter, below.adjusted(chip + kRowGap, 0, 0, 0), index.data(CaseListModel::AskRole).toString(),
              option.font, colors.text, Qt::AlignRight);
    QRect small(inner.left(), below.bottom() + 1 + kRowGap, inner.width(), smallHeight(option.font));
    if (cases.showsDeadlines()) {
        paintLine(*painter, small, index.data(CaseListModel::DeadlineRole).toString(), captionFont(option.font),
                  colors.secondary);
        small.translate(0, small.height() + kRowGap);
    }
    if (const ports::SearchHit *hit = cases.hitAt(index))
        paintHit(*painter, small, *hit, option.font, colors);
    paintRowRule(*painter, option);
    painter->restore();
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int height =
        2 * kRowPadding + QFontMetrics(strongFont(option.font)).height() + kRowGap + chipHeight(option.font);
    const auto &cases = static_cast<const CaseListModel &>(*index.model());
    const int small = (cases.showsDeadlines() ? 1 : 0) + (cases.showsHits() ? 1 : 0);
    return {0, height + small * (kRowGap + smallHeight(option.font))};
}

} // namespace ui
