#include "ui/series.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::array<QRgb, kOwnColors + 1> kLight{0xff173f6b, 0xffa8481a, 0xff2b8c80,
                                                  0xffd29a2e, 0xffa9c4e6, 0xffe0dbe8};
constexpr std::array<QRgb, kOwnColors + 1> kDark{0xffb5d6f8, 0xffde8f5e, 0xff2e8578,
                                                 0xffc9a24a, 0xff5a7fb0, 0xff6a6384};

// Held credits, then pools: neighbors differ in lightness, so that a stack of them holds in greyscale.
constexpr std::array<QRgb, 5> kLightCredits{0xff2b8c80, 0xffa9c4e6, 0xff2f62a8, 0xff7fb3a0, 0xff173f6b};
constexpr std::array<QRgb, 5> kDarkCredits{0xff3f9c8f, 0xffb5d6f8, 0xff5a94d6, 0xff7fb3a0, 0xff3d5f8f};

} // namespace

QColor serviceColor(const QPalette &palette, int slot)
{
    const int shade = slot >= 0 && slot < kOwnColors ? slot : kOwnColors;
    return QColor::fromRgb((isDark(palette) ? kDark : kLight)[static_cast<std::size_t>(shade)]);
}

QColor creditColor(const QPalette &palette, int slot)
{
    const auto shade = static_cast<std::size_t>(std::max(slot, 0));
    const auto &colors = isDark(palette) ? kDarkCredits : kLightCredits;
    return QColor::fromRgb(shade == 0 ? colors[0] : colors[1 + (shade - 1) % (colors.size() - 1)]);
}

QColor customerColor(const QPalette &palette)
{
    return QColor::fromRgb(isDark(palette) ? 0xff80672c : 0xffd29a2e);
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
