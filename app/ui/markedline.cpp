#include "ui/markedline.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace ui {

void paintMarkedLine(QPainter &painter, const QRect &rect, const QString &text,
                     const std::vector<ports::TextRange> &ranges, const QFont &font, const QColor &color)
{
    QString oneLine = text;
    for (QChar &letter : oneLine) {
        if (letter.isSpace())
            letter = u' ';
    }
    const QString shown = QFontMetrics(font).elidedText(oneLine, Qt::ElideRight, rect.width());
    const qsizetype whole = shown == oneLine ? shown.size() : shown.size() - 1; // the ellipsis is nobody's
    QTextCharFormat marked;
    marked.setFontWeight(QFont::Bold);
    marked.setFontUnderline(true);
    QList<QTextLayout::FormatRange> formats;
    for (const ports::TextRange &range : ranges) {
        const qsizetype end = std::min(range.start + range.length, whole);
        if (range.start < end)
            formats.append({static_cast<int>(range.start), static_cast<int>(end - range.start), marked});
    }
    QTextLayout layout(shown, font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(static_cast<int>(shown.size()));
    layout.endLayout();
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(color);
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    painter.restore();
}

} // namespace ui
