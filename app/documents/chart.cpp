#include "documents/chart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace documents {

namespace {

constexpr qreal kBarWidth = 22;
constexpr qreal kOutline = 0.5;
constexpr qreal kHatchLine = 0.7;
constexpr qreal kHatchStep = 3.2; ///< between lines, measured along the edge of the bar
constexpr qreal kWindowInset = 2;
constexpr qreal kWindowAbove = 6; ///< the window's line above the top of the scale

/// 1, 2 or 5 times a power of ten: the largest that is not above `amount`.
qint64 roundStep(qint64 amount)
{
    qint64 power = 1;
    while (power <= amount / 10)
        power *= 10;
    for (const qint64 factor : {5, 2}) {
        if (factor * power <= amount)
            return factor * power;
    }
    return power;
}

void paintOutline(QPainter &painter, const QRectF &rect, QColor ink, qreal unit)
{
    const qreal width = kOutline * unit;
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), width), ink);
    painter.fillRect(QRectF(rect.left(), rect.bottom() - width, rect.width(), width), ink);
    painter.fillRect(QRectF(rect.left(), rect.top(), width, rect.height()), ink);
    painter.fillRect(QRectF(rect.right() - width, rect.top(), width, rect.height()), ink);
}

/// Parallel lines over `rect`: rising for 1, falling for -1, level for 0.
void paintHatch(QPainter &painter, const QRectF &rect, QColor ink, qreal unit, int slope)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    QPen pen(ink, kHatchLine * unit);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    const qreal step = kHatchStep * unit;
    QList<QLineF> lines;
    if (slope == 0) {
        for (qreal y = rect.bottom() - step; y > rect.top(); y -= step)
            lines.append(QLineF(QPointF(rect.left(), y).toPoint(), QPointF(rect.right(), y).toPoint()));
    }
    const qreal from = slope > 0 ? rect.bottom() : rect.top();
    const qreal to = slope > 0 ? rect.top() : rect.bottom();
    for (qreal x = rect.left() - rect.height() + step / 2; slope != 0 && x < rect.right(); x += step)
        lines.append(QLineF(QPointF(x, from).toPoint(), QPointF(x + rect.height(), to).toPoint()));
    painter.drawLines(lines);
    painter.restore();
}

void paintBars(QPainter &painter, const ChartMark &mark, qreal unit, qint64 top)
{
    const qreal bottom = mark.plot.bottom() * unit;
    const auto height = [&](domain::Money amount) {
        return mark.plot.height() * unit * qreal(amount.cents()) / (qreal(top) * 100);
    };
    for (int period = 0; period < mark.chart.periods.size(); ++period) {
        const qreal right = (mark.plot.left() + mark.pitch * (period + 1)) * unit;
        domain::Money below;
        for (const ChartSeries &series : mark.chart.series) {
            const domain::Money value = series.values[size_t(period)];
            if (value.cents() <= 0)
                continue;
            const qreal from = bottom - height(below);
            below += value;
            const qreal to = bottom - height(below);
            const qreal width = std::min(kBarWidth, mark.pitch - 4) * unit;
            // Whole units, like everything on a page.
            const QRectF bar = QRectF(right - width, to, width, from - to).toRect();
            paintSwatch(painter, bar, series.fill, mark.palette, unit);
        }
    }
}

void paintWindow(QPainter &painter, const ChartMark &mark, qreal unit)
{
    const Chart &chart = mark.chart;
    if (chart.windowFrom <= chart.windowTo) {
        const qreal left = mark.plot.left() + mark.pitch * chart.windowFrom + kWindowInset;
        const qreal right = mark.plot.left() + mark.pitch * (chart.windowTo + 1) - kWindowInset;
        painter.fillRect(QRectF(left * unit, (mark.plot.top() - kWindowAbove) * unit, (right - left) * unit, unit),
                         mark.palette.colorOf(color::kNavy));
    }
    if (!chart.goLive)
        return;
    QPen pen(QColor::fromRgb(color::kSecondary), kOutline * unit);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({2.6, 2.6});
    painter.setPen(pen);
    const qreal x = (mark.plot.left() + mark.pitch * *chart.goLive) * unit;
    painter.drawLine(QPointF(x, mark.plot.top() * unit), QPointF(x, mark.plot.bottom() * unit));
}

} // namespace

qint64 chartHeight(const Chart &chart, int period)
{
    qint64 cents = 0;
    for (const ChartSeries &series : chart.series)
        cents += series.values[size_t(period)].cents();
    return cents / 100;
}

ChartScale chartScale(const Chart &chart, int extraSteps)
{
    qint64 peak = 0;
    for (int period = 0; period < chart.periods.size(); ++period)
        peak = std::max(peak, chartHeight(chart, period));
    // The design's step of 5,000 suits tens of thousands; a small or a large account needs its own.
    ChartScale scale;
    while (scale.step * 20 <= peak)
        scale.step *= 10;
    while (scale.step > 5 && scale.step > peak)
        scale.step /= 10;
    scale.top = (peak / scale.step + 1 + extraSteps) * scale.step;
    const qint64 line = roundStep(std::max<qint64>(scale.top / 2, 1));
    for (qint64 at = line; at < scale.top && scale.lines.size() < 2; at += line)
        scale.lines.push_back(at);
    return scale;
}

void paintSwatch(QPainter &painter, const QRectF &rect, Fill fill, const Palette &palette, qreal unit)
{
    const QColor ink = palette.colorOf(color::kNavy);
    switch (fill) {
    case Fill::None: return;
    case Fill::Solid: painter.fillRect(rect, ink); return;
    case Fill::Cash: painter.fillRect(rect, palette.colorOf(color::kOchre)); return;
    case Fill::Hatched:
    case Fill::Plain:
    case Fill::Leaning:
    case Fill::Crossed:
    case Fill::Lined:
    case Fill::Pale: break;
    }
    painter.fillRect(rect, palette.colorOf(fill == Fill::Pale ? color::kPaleNavy : color::kWhite));
    if (fill == Fill::Hatched || fill == Fill::Crossed)
        paintHatch(painter, rect, ink, unit, 1);
    if (fill == Fill::Leaning || fill == Fill::Crossed)
        paintHatch(painter, rect, ink, unit, -1);
    if (fill == Fill::Lined)
        paintHatch(painter, rect, ink, unit, 0);
    paintOutline(painter, rect, ink, unit);
}

void paintChart(QPainter &painter, const ChartMark &mark, qreal unit)
{
    painter.save();
    const ChartScale &scale = mark.scale;
    for (const qint64 line : scale.lines) {
        const qreal y = mark.plot.bottom() - mark.plot.height() * qreal(line) / qreal(scale.top);
        painter.fillRect(QRectF(mark.plot.left() * unit, y * unit, mark.plot.width() * unit, measure::kThinRule * unit),
                         QColor::fromRgb(color::kRule));
    }
    paintBars(painter, mark, unit, scale.top);
    painter.fillRect(QRectF(mark.plot.left() * unit, mark.plot.bottom() * unit, mark.plot.width() * unit,
                            measure::kTableRule * unit),
                     QColor::fromRgb(color::kInk));
    paintWindow(painter, mark, unit);
    painter.restore();
}

} // namespace documents
