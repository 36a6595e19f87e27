#include "documents/pages.h"

#include "documents/chart.h"
#include "documents/logo.h"

#include <QPainter>
#include <QRawFont>

namespace documents {

namespace {

/// Paints neighbouring runs of one font and color as one: half the operations, and a third less of a PDF's text.
class GlyphPainter {
public:
    explicit GlyphPainter(QPainter &painter) : m_painter(painter) {}

    void add(const QGlyphRun &run, QPointF baseline, QRgb color)
    {
        if (m_indexes.isEmpty() || color != m_color || run.rawFont() != m_font) {
            flush();
            m_font = run.rawFont();
            m_color = color;
        }
        m_indexes += run.glyphIndexes();
        for (const QPointF &position : run.positions())
            m_positions.append(baseline + position);
    }
    void flush()
    {
        if (m_indexes.isEmpty())
            return;
        QGlyphRun run;
        run.setRawFont(m_font);
        run.setGlyphIndexes(m_indexes);
        run.setPositions(m_positions);
        m_painter.setPen(QColor::fromRgb(m_color));
        m_painter.drawGlyphRun({}, run);
        m_indexes.clear();
        m_positions.clear();
    }

private:
    QPainter &m_painter;
    QRawFont m_font;
    QRgb m_color = 0;
    QList<quint32> m_indexes;
    QList<QPointF> m_positions;
};

} // namespace

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
    for (ImageMark mark : part.images) {
        mark.rect.translate(x, y);
        images.push_back(std::move(mark));
    }
    for (TextMark mark : part.texts) {
        mark.baseline += QPointF(x, y);
        texts.push_back(std::move(mark));
    }
}

void Fragment::recolor(const Palette &palette)
{
    for (FillMark &mark : fills)
        mark.color = palette.of(mark.color);
    for (TextMark &mark : texts)
        mark.color = palette.of(mark.color);
    for (SwatchMark &mark : swatches)
        mark.palette = palette;
    for (ChartMark &mark : charts)
        mark.palette = palette;
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
        paintSwatch(painter, toUnits(mark.rect), mark.fill, mark.palette, kUnitsPerPoint);
    for (const ChartMark &mark : page.charts)
        paintChart(painter, mark, kUnitsPerPoint);
    for (const ImageMark &mark : page.images)
        mark.logo->paint(painter, toUnits(mark.rect));
    GlyphPainter glyphs(painter);
    for (const TextMark &mark : page.texts) {
        const QPointF baseline = (mark.baseline * kUnitsPerPoint).toPoint();
        for (const QGlyphRun &run : mark.glyphs)
            glyphs.add(run, baseline, mark.color);
    }
    glyphs.flush();
    painter.restore();
}

} // namespace documents
