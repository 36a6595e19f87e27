#include "ui/theme.h"

#include "ui/style.h"

#include <QApplication>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Shade {
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array kShades{
    Shade{QPalette::Window, 0xffeff0f2, 0xff25282d},        Shade{QPalette::WindowText, 0xff1b1e23, 0xffe6e8eb},
    Shade{QPalette::Base, 0xffffffff, 0xff1b1d21},          Shade{QPalette::Text, 0xff1b1e23, 0xffe6e8eb},
    Shade{QPalette::AlternateBase, 0xfff5f6f8, 0xff212429}, Shade{QPalette::ToolTipBase, 0xffffffff, 0xff2f343a},
    Shade{QPalette::ToolTipText, 0xff1b1e23, 0xffe6e8eb},   Shade{QPalette::Button, 0xfff8f9fa, 0xff363b42},
    Shade{QPalette::ButtonText, 0xff1b1e23, 0xffe6e8eb},    Shade{QPalette::BrightText, 0xffffffff, 0xffffffff},
    Shade{QPalette::Light, 0xffffffff, 0xff42484f},         Shade{QPalette::Midlight, 0xffebedf0, 0xff2f343a},
    Shade{QPalette::Mid, 0xffd9dce1, 0xff3a3f47},           Shade{QPalette::Dark, 0xffb9bec6, 0xff50565f},
    Shade{QPalette::Shadow, 0xff767d88, 0xff101215},        Shade{QPalette::PlaceholderText, 0xff565d68, 0xffa4abb6},
    Shade{QPalette::Link, 0xff1a57a0, 0xff8dbdf2},          Shade{QPalette::LinkVisited, 0xff1a57a0, 0xff8dbdf2},
};

QPalette paletteFor(bool dark)
{
    QPalette palette;
    for (const Shade &shade : kShades)
        palette.setColor(shade.role, QColor::fromRgb(dark ? shade.dark : shade.light));
    const QColor disabled = QColor::fromRgb(dark ? 0xff767d88 : 0xff8a9099);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    // One strong mark per window: the selection of the view that has the focus.
    palette.setColor(QPalette::Highlight, QColor::fromRgb(dark ? 0xff5b9be0 : 0xff1f5fa8));
    palette.setColor(QPalette::HighlightedText, QColor::fromRgb(dark ? 0xff0c1622 : 0xffffffff));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, QColor::fromRgb(dark ? 0xff2a405c : 0xffdce8f6));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, QColor::fromRgb(dark ? 0xffe6e8eb : 0xff1b1e23));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, palette.color(QPalette::Mid));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, disabled);
    return palette;
}

/// Black on white or white on black throughout: somebody needs it that way.
bool isHighContrast(const QPalette &palette)
{
    const QRgb window = palette.color(QPalette::Window).rgb();
    const QRgb text = palette.color(QPalette::WindowText).rgb();
    const QRgb base = palette.color(QPalette::Base).rgb();
    constexpr QRgb kBlack = 0xff000000;
    constexpr QRgb kWhite = 0xffffffff;
    return window == base && ((window == kBlack && text == kWhite) || (window == kWhite && text == kBlack));
}

/// The application's style, which is ours from the first call on.
Style &ownStyle()
{
    auto *style = qobject_cast<Style *>(QApplication::style());
    if (!style) {
        style = new Style;
        QApplication::setStyle(style); // owns it
    }
    return *style;
}

} // namespace

QString appearanceName(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light: return u"light"_s;
    case Appearance::Dark: return u"dark"_s;
    case Appearance::System: break;
    }
    return u"system"_s;
}

Appearance appearanceNamed(const QString &name)
{
    if (name == u"light")
        return Appearance::Light;
    return name == u"dark" ? Appearance::Dark : Appearance::System;
}

void applyTheme(QApplication & /*application*/, Appearance appearance)
{
    Style &style = ownStyle();
    QApplication::setPalette(QPalette()); // back to the system's, to see what it is
    const QPalette system = QApplication::palette();
    const bool untouched = appearance == Appearance::System && isHighContrast(system);
    style.setOwnFrames(!untouched);
    if (!untouched)
        QApplication::setPalette(
            paletteFor(appearance == Appearance::Dark || (appearance == Appearance::System && isDark(system))));
    style.fitFonts();
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor markColor(const QPalette &palette, Mark mark)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    switch (mark) {
    case Mark::Must: return QColor::fromRgb(dark ? 0xffff8a80 : 0xffb3261e);
    case Mark::Weak: return QColor::fromRgb(dark ? 0xfff0bc5e : 0xff855300);
    case Mark::Advice: return QColor::fromRgb(dark ? 0xff8dbdf2 : 0xff1f5fa8);
    case Mark::Ok: break;
    }
    return QColor::fromRgb(dark ? 0xff7ccb97 : 0xff1e6b3a);
}

QColor accentWindow(const QPalette &palette)
{
    return QColor::fromRgb(isDark(palette) ? 0xff2d3137 : 0xffe6e8eb);
}

} // namespace ui
