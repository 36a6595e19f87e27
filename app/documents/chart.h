// Chart: monthly spend by who pays, as stacked bars. One painter for screen and paper.
//
// Only filled rectangles and clipped lines, so that it prints and greys well. A payer keeps its fill in every document
// of a stack: earmarked credits solid navy, general-purpose credits hatched, cash ochre.
#pragma once

#include "documents/pages.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace documents {

/// The scale of a chart: from 0 to `top`, with a line at each of `lines`.
struct ChartScale {
    qint64 top = 5000; ///< dollars
    std::vector<qint64> lines;
};

/// `top` is the next whole 5,000 dollars (more for larger amounts) above the peak; two lines at round steps.
ChartScale chartScale(const Chart &chart);

/// The bars, grid, window and go-live of a chart. `unit` is the number of painter units per point.
void paintChart(QPainter &painter, const ChartMark &mark, qreal unit);

/// A rectangle with a payer's fill. `unit` as above.
void paintSwatch(QPainter &painter, const QRectF &rect, Fill fill, qreal unit);

} // namespace documents
