#include "ui/series.h"

#include "ui/theme.h"

#include <QPainter>

#include <array>

namespace ui {

namespace {

constexpr std::array<QRgb, kOwnColors + 1> kLight{0xff173f6b, 0xffa8481a, 0xff2b8c80,
                                                  0xffd29a2e, 0xffa9c4e6, 0xffe0dbe8};
constexpr std::array<QRgb, kOwnColors + 1> kDark{0xffb5d6f8, 0xffde8f5e, 0xff2e8578,
                                                 0xffc9a24a, 0xff5a7fb0, 0xff6a6384};

} // namespace

QColor serviceColor(const QPalette &palette, int slot)
{
    const int shade = slot >= 0 && slot < kOwnColors ? slot : kOwnColors;
    return QColor::fromRgb((isDark(palette) ? kDark : kLight)[static_cast<std::size_t>(shade)]);
}

QBrush notEligibleBrush(const QPalette &palette)
{
    return QBrush(QColor::fromRgb(isDark(palette) ? 0xff8a929d : 0xff8a9099), Qt::BDiagPattern);
}

void paintSwatch(QPainter &painter, const QRect &rect, const QBrush &fill, const QPalette &palette, bool outlined)
{
    if (fill.style() != Qt::SolidPattern)
        painter.fillRect(rect, palette.color(QPalette::Base));
    painter.fillRect(rect, fill);
    if (outlined) {
        painter.setPen(palette.color(QPalette::Dark));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace ui
