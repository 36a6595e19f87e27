#include "ui/casedelegate.h"

#include "ui/caselistmodel.h"
#include "ui/rowpainting.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

void CaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const RowColors colors = paintRowBackground(*painter, option);
    const QRect inner = option.rect.adjusted(kRowPadding, kRowPadding, -kRowPadding, -kRowPadding);
    const QFont strong = strongFont(option.font);
    const int nameHeight = QFontMetrics(strong).height();
    paintLine(*painter, QRect(inner.left(), inner.top(), inner.width(), nameHeight),
              index.data(CaseListModel::CompanyRole).toString(), strong, colors.text);

    const QRect below(inner.left(), inner.top() + nameHeight + kRowGap, inner.width(), chipHeight(option.font));
    const QString iconName = index.data(CaseListModel::DraftRole).toBool() ? u"draft"_s : u"document"_s;
    const int chip = paintChip(*painter, below, iconName, index.data(CaseListModel::StatusRole).toString(), option.font,
                               colors, option.palette);
    paintLine(*painter, below.adjusted(chip + kRowGap, 0, 0, 0), index.data(CaseListModel::AskRole).toString(),
              option.font, colors.text, Qt::AlignRight);
    paintRowRule(*painter, option);
    painter->restore();
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height =
        2 * kRowPadding + QFontMetrics(strongFont(option.font)).height() + kRowGap + chipHeight(option.font);
    return {0, height};
}

} // namespace ui
