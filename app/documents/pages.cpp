#include "documents/pages.h"

#include "documents/chart.h"

#include <QPainter>

namespace documents {

void Fragment::add(const Fragment &part, qreal x, qreal y)
{
    for (FillMark mark : part.fills) {
        mark.rect.translate(x, y);
        fills.push_back(mark);
    }
    for (SwatchMark mark : part.swatches) {
        mark.rect.translate(x, y);
        swatches.push_back(mark);
    }
    for (ChartMark mark : part.charts) {
        mark.plot.translate(x, y);
        charts.push_back(std::move(mark));
    }
    for (TextMark mark : part.texts) {
        mark.baseline += QPointF(x, y);
        texts.push_back(std::move(mark));
    }
}

void paintPage(QPainter &painter, const Fragment &page, qreal scale)
{
    painter.save();
    if (scale != kUnitsPerPoint)
        painter.scale(scale / kUnitsPerPoint, scale / kUnitsPerPoint);
    const auto toUnits = [](const QRectF &rect) {
        return QRectF(rect.topLeft() * kUnitsPerPoint, rect.size() * kUnitsPerPoint);
    };
    for (const FillMark &mark : page.fills)
        painter.fillRect(toUnits(mark.rect), QColor::fromRgb(mark.color));
    for (const SwatchMark &mark : page.swatches)
        paintSwatch(painter, toUnits(mark.rect), mark.fill, kUnitsPerPoint);
    for (const ChartMark &mark : page.charts)
        paintChart(painter, mark, kUnitsPerPoint);
    QRgb color = 0;
    for (const TextMark &mark : page.texts) {
        if (mark.color != color) {
            color = mark.color;
            painter.setPen(QColor::fromRgb(color));
        }
        const QPointF baseline = (mark.baseline * kUnitsPerPoint).toPoint();
        for (const QGlyphRun &run : mark.glyphs)
            painter.drawGlyphRun(baseline, run);
    }
    painter.restore();
}

} // namespace documents
