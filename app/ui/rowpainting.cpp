#include "ui/rowpainting.h"

#include "ui/icons.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>
#include <QWidget>
#include <QtMath>

#include <algorithm>

namespace ui {

namespace {

constexpr qreal kCaption = 0.92;
constexpr qreal kSmallestPoints = 8;

/// Breaks `text` between words, and inside one only when it is wider than the row; returns the height. Qt's drawText()
/// flags know one or the other, not both.
qreal layOut(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

RowColors paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool strong = selected && option.widget && option.widget->hasFocus();
    const QPalette::ColorGroup group = strong ? QPalette::Active : QPalette::Inactive;
    if (selected)
        painter.fillRect(option.rect, option.palette.color(group, QPalette::Highlight));
    const QColor text = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor secondary =
        strong ? text : option.palette.color(QPalette::Active, selected ? QPalette::Text : QPalette::PlaceholderText);
    return {text, secondary, selected, strong};
}

void paintRowRule(QPainter &painter, const QStyleOptionViewItem &option)
{
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     option.palette.color(QPalette::Mid));
}

QFont strongFont(const QFont &font)
{
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    return strong;
}

QFont captionFont(const QFont &font)
{
    QFont caption = font;
    if (font.pointSizeF() > 0)
        caption.setPointSizeF(std::max(kSmallestPoints, font.pointSizeF() * kCaption));
    return caption;
}

void paintLine(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &color,
               Qt::Alignment alignment)
{
    painter.setFont(font);
    painter.setPen(color);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

int wrappedHeight(const QString &text, const QFont &font, int width)
{
    if (text.isEmpty())
        return 0;
    QTextLayout layout(text, font);
    return qCeil(layOut(layout, width));
}

void paintWrapped(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &color)
{
    painter.setPen(color);
    QTextLayout layout(text, font);
    layOut(layout, rect.width());
    layout.draw(&painter, rect.topLeft());
}

int chipHeight(const QFont &font)
{
    return QFontMetrics(captionFont(font)).height() + 4;
}

int paintChip(QPainter &painter, const QRect &rect, const QString &iconName, const QString &word, const QFont &font,
              const RowColors &colors, const QPalette &palette)
{
    const QFont caption = captionFont(font);
    const QFontMetrics metrics(caption);
    const int icon = metrics.ascent();
    const int height = chipHeight(font);
    const int width = std::min(rect.width(), icon + metrics.horizontalAdvance(word) + 16);
    const QRect chip(rect.left(), rect.top() + (rect.height() - height) / 2, width, height);
    painter.setPen(colors.strong ? colors.text : palette.color(QPalette::Dark));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(chip.adjusted(0, 0, -1, -1), 2, 2);
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(QPoint(chip.left() + 5, chip.top() + (height - icon) / 2),
                       iconPixmap(iconName, colors.text, icon, ratio));
    paintLine(painter, chip.adjusted(icon + 9, 0, -4, 0), word, caption, colors.text);
    return width;
}

} // namespace ui
