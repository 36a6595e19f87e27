// Typography: the brief's type, colors and page grid as tokens. Lengths are points (1/72 inch) unless they say otherwise.
//
// Liberation Sans, Regular and Bold only: its default figures are tabular and it needs no OpenType feature switches.
// Nothing below 7 points. Source of every value: the reference design of the brief.
#pragma once

#include "documents/brief.h"
#include "documents/palette.h"

#include <QColor>
#include <QString>

namespace documents {

enum class Face { Regular, Bold };

struct TextStyle {
    qreal size = 9.25;
    qreal leading = 12.5;
    Face face = Face::Regular;
    QRgb color = 0xff1b1f24;
    bool kerned = false; ///< running text only: kerning pulls the figures "11" together
    qreal spacing = 0;   ///< between letters

    TextStyle in(QRgb other) const
    {
        TextStyle style = *this;
        style.color = other;
        return style;
    }
    TextStyle strong() const
    {
        TextStyle style = *this;
        style.face = Face::Bold;
        return style;
    }
    TextStyle sized(qreal other) const
    {
        TextStyle style = *this;
        style.size = other;
        return style;
    }
};

namespace style {
inline constexpr TextStyle kAsk{38, 38, Face::Bold, color::kNavy, false, -0.4};
inline constexpr TextStyle kProgram{18, 22, Face::Bold, color::kNavy};
inline constexpr TextStyle kRecordTitle{10, 14, Face::Regular, color::kInk};
inline constexpr TextStyle kFigure{12.5, 15, Face::Bold, color::kInk};
inline constexpr TextStyle kHead{10.5, 12.5, Face::Bold, color::kNavy};
inline constexpr TextStyle kSubline{8, 12.5, Face::Regular, color::kSecondary};
inline constexpr TextStyle kBody{9.25, 12.5, Face::Regular, color::kInk, true};
inline constexpr TextStyle kValue{9.25, 12.5, Face::Regular, color::kInk};
inline constexpr TextStyle kList{8.75, 11.5, Face::Regular, color::kInk, true};
inline constexpr TextStyle kListLabel{8, 11.5, Face::Regular, color::kSecondary};
inline constexpr TextStyle kPartner{8.25, 11.5, Face::Regular, color::kInk, true};
inline constexpr TextStyle kTable{8.5, 10.5, Face::Regular, color::kInk};
inline constexpr TextStyle kMonths{7.9, 10.5, Face::Regular, color::kInk};
inline constexpr TextStyle kTableHead{7.5, 9, Face::Regular, color::kSecondary};
inline constexpr TextStyle kLabel{7.5, 10, Face::Regular, color::kSecondary};
inline constexpr TextStyle kSmallList{8.25, 10.5, Face::Regular, color::kInk, true};
inline constexpr TextStyle kNote{7.75, 10.25, Face::Regular, color::kSecondary, true};
inline constexpr TextStyle kChart{7.25, 9, Face::Regular, color::kSecondary};
inline constexpr TextStyle kFooter{7.25, 9, Face::Regular, color::kSecondary};
} // namespace style

namespace measure {
inline constexpr qreal kTopRule = 3;
inline constexpr qreal kHeadRule = 0.75;
inline constexpr qreal kTableRule = 0.75;
inline constexpr qreal kThinRule = 0.5;
inline constexpr qreal kRuleToHead = 4.5;
inline constexpr qreal kHeadToBody = 4;
inline constexpr qreal kHeadToSubline = 8;
inline constexpr qreal kTableToNote = 4;
inline constexpr qreal kGutter = 20;
inline constexpr qreal kSmallestType = 7;
} // namespace measure

/// A page and the grid on it.
struct PageGrid {
    qreal width = 612;
    qreal height = 792;
    qreal left = 54;
    qreal content = 504;
    qreal top = 38;
    qreal bottom = 742; ///< content goes down to here
    qreal footer = 752; ///< the rule over the footer
    qreal column = 242; ///< one of two equal columns
    qreal wide = 284;   ///< the wider of an unequal pair
    qreal narrow = 200;
    qreal label = 100;  ///< label column of the grid of periods
    qreal pitch = 29.6; ///< one of twelve periods
    qreal total = 48.8;

    /// The grid for `periods` of them: up to twelve share the room of twelve, none wider than 50 points.
    PageGrid forPeriods(int periods) const;
};

PageGrid pageGrid(Paper paper);

inline const QString &fontFamily()
{
    static const QString kFamily = QStringLiteral("Liberation Sans");
    return kFamily;
}

} // namespace documents
