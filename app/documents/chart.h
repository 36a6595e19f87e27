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

/// `top` is the next whole 5,000 dollars (a step that suits the amounts when they are much smaller or larger) above the
/// peak plus `extraSteps` more; one or two lines at round steps.
ChartScale chartScale(const Chart &chart, int extraSteps = 0);
/// The sum of a period's values, in dollars rounded down.
qint64 chartHeight(const Chart &chart, int period);

/// The bars, grid, window and go-live of a chart. `unit` is the number of painter units per point.
void paintChart(QPainter &painter, const ChartMark &mark, qreal unit);

/// A rectangle with a payer's fill. `unit` as above.
void paintSwatch(QPainter &painter, const QRectF &rect, Fill fill, const Palette &palette, qreal unit);

} // namespace documents
