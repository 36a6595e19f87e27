// Icons: the program's SVG icons, drawn in the color of the text they stand beside, so that one file serves light and
// dark. Nothing is read or drawn before an icon is first painted.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace ui {

/// The icon `name` of resources/icons; follows the application's palette.
QIcon icon(const QString &name);

/// One picture of it in a given color, `size` logical pixels wide.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal pixelRatio);

} // namespace ui
