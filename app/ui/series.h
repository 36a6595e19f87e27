// Series: the fills of charts. Neighbors differ by 8 or more in lightness, so that they hold in greyscale; a gap of the
// background stands between them; what no credit pays is hatched as well.
#pragma once

#include <QBrush>
#include <QColor>
#include <QPalette>

namespace ui {

/// Services with a color of their own; all others share one.
inline constexpr int kOwnColors = 5;

/// `slot` 0 to kOwnColors - 1; anything else is the color of the others.
QColor serviceColor(const QPalette &palette, int slot);
/// Credits by payer: `slot` 0 is the held credits, 1 and up the pools in order.
QColor creditColor(const QPalette &palette, int slot);
/// What no credit pays, though it could.
QColor customerColor(const QPalette &palette);
QBrush notEligibleBrush(const QPalette &palette);

/// A legend's swatch or a bar's part; `outlined` where its fill is close to the background.
void paintSwatch(QPainter &painter, const QRect &rect, const QBrush &fill, const QPalette &palette, bool outlined);

} // namespace ui
