#include "ui/findingdelegate.h"

#include "domain/finding.h"
#include "ui/findingsmodel.h"
#include "ui/icons.h"
#include "ui/rowpainting.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>

namespace ui {

using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPad = 6;
constexpr int kIndent = 10;

struct Shown {
    QString icon;
    Mark mark;
};

Shown shownAs(const QModelIndex &index)
{
    switch (static_cast<Severity>(index.data(FindingsModel::SeverityRole).toInt())) {
    case Severity::Error: return {u"must"_s, Mark::Must};
    case Severity::Warning: return {u"weak"_s, Mark::Weak};
    case Severity::Advice: break;
    }
    return {u"advice"_s, Mark::Advice};
}

QRect textRect(const QRect &row)
{
    return row.adjusted(kIndent, kPad, -kPad, -kPad);
}

void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                const RowColors &colors)
{
    const Shown shown = shownAs(index);
    const QFont strong = strongFont(option.font);
    const int icon = QFontMetrics(strong).ascent() + 1;
    const QColor color = colors.strong ? colors.text : markColor(option.palette, shown.mark);
    const QRect rect = option.rect.adjusted(kPad, 0, -kPad, 0);
    painter.drawPixmap(QPoint(rect.left(), rect.top() + (rect.height() - icon) / 2),
                       iconPixmap(shown.icon, color, icon, painter.device()->devicePixelRatioF()));
    paintLine(painter, rect.adjusted(icon + kPad, 0, 0, 0), index.data().toString(), strong, color);
}

} // namespace

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool group = index.data(FindingsModel::GroupRole).toBool();
    if (group && !option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    const RowColors colors = paintRowBackground(*painter, option);
    if (group) {
        paintGroup(*painter, option, index, colors);
    } else {
        const QRect rect = textRect(option.rect);
        const QString message = index.data(FindingsModel::MessageRole).toString();
        const QString fix = index.data(FindingsModel::FixRole).toString();
        const int height = wrappedHeight(message, option.font, rect.width());
        paintWrapped(*painter, rect, message, option.font, colors.text);
        const QFont caption = captionFont(option.font);
        paintWrapped(*painter, rect.adjusted(0, height + kRowGap, 0, 0), fix, caption, colors.secondary);
        QRect where = rect;
        where.setTop(rect.bottom() + 1 - QFontMetrics(caption).height());
        paintLine(*painter, where, index.data(FindingsModel::WhereRole).toString(), caption, colors.secondary);
    }
    paintRowRule(*painter, option);
    painter->restore();
}

int FindingDelegate::heightOf(const Wrapped &wrapped) const
{
    if (const int *known = m_heights.object(wrapped))
        return *known;
    const int height = wrappedHeight(wrapped.text, wrapped.font, wrapped.width);
    m_heights.insert(wrapped, new int(height));
    return height;
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(FindingsModel::GroupRole).toBool())
        return {0, QFontMetrics(strongFont(option.font)).height() + 2 * kPad};
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = (view ? view->viewport()->width() : option.rect.width()) - kIndent - kPad;
    const QString fix = index.data(FindingsModel::FixRole).toString();
    const QFont caption = captionFont(option.font);
    int height = 2 * kPad + heightOf({index.data(FindingsModel::MessageRole).toString(), option.font, width});
    if (!fix.isEmpty())
        height += kRowGap + heightOf({fix, caption, width});
    if (!index.data(FindingsModel::WhereRole).toString().isEmpty())
        height += kRowGap + QFontMetrics(caption).height();
    return {0, height};
}

} // namespace ui
