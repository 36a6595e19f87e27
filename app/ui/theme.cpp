#include "ui/theme.h"

#include <QApplication>
#include <QFont>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kTableSize = 0.92;
constexpr qreal kSmallestPoints = 8;

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

/// Titles and figures, as multiples of the system's size. In the style sheet, because it would undo QWidget::setFont.
QString textStyles()
{
    const qreal size = QApplication::font().pointSizeF();
    if (size <= 0)
        return {};
    const auto rule = [size](QLatin1StringView names, qreal scale) {
        return u"%1 { font-size: %2pt; font-weight: 600; }\n"_s.arg(names).arg(size * scale, 0, 'f', 2);
    };
    return rule("#titleLabel"_L1, 1.54) + rule("QLabel[heading=\"true\"]"_L1, 1.23) + rule("#companyLabel"_L1, 1.08)
         + rule("#recordsCaption, QLabel[group=\"true\"]"_L1, 1.0)
         + u"QTableView, QHeaderView { font-size: %1pt; }\n"_s.arg(std::max(kSmallestPoints, size * kTableSize), 0, 'f',
                                                                   2);
}

QString colorStyles(const QPalette &palette)
{
    const auto name = [&](QPalette::ColorRole role) { return palette.color(role).name(); };
    const QString highlight = palette.color(QPalette::Active, QPalette::Highlight).name();
    const QString frame = u"border: 1px solid "_s + name(QPalette::Dark) + u"; padding: 1px;"_s;
    const QString focus = u"border: 2px solid "_s + highlight + u"; padding: 0px;"_s;
    const QString views = u"QListView%1, QTreeView%1, QTableView%1, ui--PagePreview%1 { %2 }\n"_s;
    const QString buttons = u"QCommandLinkButton%1 { background: %2; border-radius: 2px; %3 }\n"_s;
    // One of several, or on and off: what is chosen shows by its fill and its frame.
    const QString toggles = u"QPushButton[toggle=\"true\"]%1 { background: %2; border-radius: 2px; %3 }\n"_s;
    const QString idle = u"border: 1px solid "_s + name(QPalette::Dark) + u"; padding: 3px 9px;"_s;
    const QString chosen = u"border: 1px solid "_s + highlight + u"; padding: 3px 9px;"_s;
    const QString focused = u"border: 2px solid "_s + highlight + u"; padding: 2px 8px;"_s;
    const QString pale = palette.color(QPalette::Inactive, QPalette::Highlight).name();
    return toggles.arg(QString(), name(QPalette::Button), idle) + toggles.arg(u":checked"_s, pale, chosen)
         + toggles.arg(u":focus"_s, name(QPalette::Button), focused) + toggles.arg(u":checked:focus"_s, pale, focused)
         + views.arg(QString(), frame) + views.arg(u":focus"_s, focus)
         + buttons.arg(QString(), name(QPalette::Button), frame)
         + buttons.arg(u":hover"_s, name(QPalette::Midlight), frame)
         + buttons.arg(u":focus"_s, name(QPalette::Button), focus)
         + u"#casesView, #findingsView { border-width: 1px 0px 0px 0px; padding: 1px; }\n"
           "#casesView:focus, #findingsView:focus { border-width: 2px; padding: 0px; }\n"
           "#previewCaption, #recordsCaption { background: "_s
         + accentWindow(palette).name() + u"; }\n#headerStrip { border-bottom: 1px solid "_s + name(QPalette::Dark)
         + u"; }\n"_s;
}

/// Parsing a style sheet and going over all widgets takes time: only when it says something else.
void setStyleSheet(QApplication &application, const QString &sheet)
{
    if (application.styleSheet() != sheet)
        application.setStyleSheet(sheet);
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

void applyTheme(QApplication &application, Appearance appearance)
{
    if (application.style()->name().compare(u"fusion"_s, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(QPalette()); // back to the system's, to see what it is
    const QPalette system = QApplication::palette();
    if (appearance == Appearance::System && isHighContrast(system)) {
        setStyleSheet(application, textStyles());
        return;
    }
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && isDark(system));
    const QPalette palette = paletteFor(dark);
    QApplication::setPalette(palette);
    setStyleSheet(application, textStyles() + colorStyles(palette));
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
