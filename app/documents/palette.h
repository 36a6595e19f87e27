// Palette: the colors of the brief, and the two accents of a document in place of the reference design's.
#pragma once

#include <QColor>

namespace documents {

namespace color {
inline constexpr QRgb kInk = 0xff1b1f24;
inline constexpr QRgb kSecondary = 0xff59626d; ///< 6:1 on white
inline constexpr QRgb kRule = 0xffc3c9d0;
inline constexpr QRgb kTint = 0xffeef1f4;
inline constexpr QRgb kNavy = 0xff1f3a5f;
inline constexpr QRgb kPaleNavy = 0xff9fb0c6; ///< chart and its key only
inline constexpr QRgb kOchre = 0xffc58b2a;    ///< chart and its key only
inline constexpr QRgb kWhite = 0xffffffff;
} // namespace color

struct Palette {
    QRgb first = color::kNavy;   ///< heads, the ask, credits
    QRgb second = color::kOchre; ///< cash, in the chart

    /// A color of the design as this palette has it; any other color stays.
    QRgb of(QRgb designColor) const
    {
        if (designColor == color::kNavy)
            return first;
        if (designColor == color::kOchre)
            return second;
        if (designColor == color::kPaleNavy && first != color::kNavy)
            return paleFirst();
        return designColor;
    }
    QColor colorOf(QRgb designColor) const { return QColor::fromRgb(of(designColor)); }
    bool isDesign() const { return first == color::kNavy && second == color::kOchre; }

    friend bool operator==(const Palette &, const Palette &) = default;

private:
    /// As light beside `first` as the design's pale navy is beside its navy: 57 % of the way to white.
    QRgb paleFirst() const
    {
        const auto mixed = [](int part) { return part + (255 - part) * 57 / 100; };
        return qRgb(mixed(qRed(first)), mixed(qGreen(first)), mixed(qBlue(first)));
    }
};

} // namespace documents
