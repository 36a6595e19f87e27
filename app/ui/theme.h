// Theme: the program's colors in light and dark.
//
// A style of our own over Fusion (style.h) with a palette of our own, light or dark as the system is, or as the person
// chose. A high-contrast system palette is left untouched. Paper stays white in both.
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace ui {

enum class Appearance { System, Light, Dark };

/// The word in the settings file: "system", "light", "dark".
QString appearanceName(Appearance appearance);
Appearance appearanceNamed(const QString &name);

/// Sets style and palette of the application, and its sizes of type anew.
void applyTheme(QApplication &application, Appearance appearance);

/// Colors that no palette role has; each has at least 4.5:1 on the palette's Base.
enum class Mark { Must, Weak, Advice, Ok };
QColor markColor(const QPalette &palette, Mark mark);
/// Dock titles, captions, gutters.
QColor accentWindow(const QPalette &palette);

bool isDark(const QPalette &palette);

} // namespace ui
