#include "documents/svgchart.h"

#include "documents/chart.h"
#include "documents/formats.h"
#include "documents/typography.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

// In CSS pixels of the picture's own coordinates.
constexpr qint64 kWidth = 720;
constexpr qint64 kHeight = 242;
constexpr qint64 kLeft = 72;
constexpr qint64 kTop = 32;
constexpr qint64 kBottom = 206; ///< the base line
constexpr qint64 kMostBar = 40;
constexpr qint64 kLine = 12;   ///< from one line of words to the next
constexpr qint64 kLetter = 6;  ///< about the width of one
constexpr qint64 kWindow = 15; ///< the line over the window, under its words

QString name(QRgb color)
{
    return QColor::fromRgb(color).name();
}

QString fillOf(Fill fill, const Palette &palette)
{
    switch (fill) {
    case Fill::None: return u"none"_s;
    case Fill::Solid: return name(palette.of(color::kNavy));
    case Fill::Cash: return name(palette.of(color::kOchre));
    case Fill::Plain: return name(color::kWhite);
    case Fill::Pale: return name(palette.of(color::kPaleNavy));
    case Fill::Hatched: return u"url(#hatched)"_s;
    case Fill::Leaning: return u"url(#leaning)"_s;
    case Fill::Crossed: return u"url(#crossed)"_s;
    case Fill::Lined: return u"url(#lined)"_s;
    }
    return u"none"_s;
}

QString rect(qint64 x, qint64 y, qint64 width, qint64 height, Fill fill, const Palette &palette)
{
    const bool isOutlined = fill != Fill::Solid && fill != Fill::Cash;
    return u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\""_s.arg(x).arg(y).arg(width).arg(height).arg(
               fillOf(fill, palette))
         + (isOutlined ? u" stroke=\"%1\""_s.arg(name(palette.of(color::kNavy))) : QString()) + u"/>";
}

QString words(qint64 x, qint64 y, QStringView anchor, const QString &text)
{
    return u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>"_s.arg(x).arg(y).arg(anchor, text.toHtmlEscaped());
}

QString level(qint64 y, QRgb color)
{
    return u"<path d=\"M%1 %2H%3\" stroke=\"%4\"/>"_s.arg(kLeft).arg(y).arg(kWidth).arg(name(color));
}

/// Where the base line plus `cents` of spend stands. Whole pixels, so that bars touch.
qint64 heightOf(qint64 cents, qint64 top)
{
    // Integer arithmetic on dollars: 10^15 dollars x 174 pixels stay far inside 64 bits.
    return cents / 100 * (kBottom - kTop) / std::max<qint64>(top, 1);
}

/// Under its bar; "Jan–Mar 2027" in two lines where it is wider than its bar's room.
QString periodName(qint64 middle, qint64 room, const QString &text)
{
    constexpr qint64 kUnderBase = 16;
    const qsizetype space = text.lastIndexOf(u' ');
    if (space < 0 || text.size() * kLetter <= room)
        return words(middle, kBottom + kUnderBase, u"middle", text);
    return words(middle, kBottom + kUnderBase, u"middle", text.first(space))
         + words(middle, kBottom + kUnderBase + kLine, u"middle", text.sliced(space + 1));
}

QString bars(const Chart &chart, qint64 top, qint64 pitch, const Palette &palette)
{
    const qint64 width = std::min(kMostBar, pitch * 3 / 4);
    QString svg;
    for (int period = 0; period < chart.periods.size(); ++period) {
        const qint64 x = kLeft + pitch * period + (pitch - width) / 2;
        qint64 below = 0;
        for (const ChartSeries &series : chart.series) {
            const qint64 value = series.values[size_t(period)].cents();
            if (value <= 0)
                continue;
            const qint64 from = kBottom - heightOf(below, top);
            below += value;
            const qint64 to = kBottom - heightOf(below, top);
            if (from > to)
                svg += rect(x, to, width, from - to, series.fill, palette);
        }
        svg += periodName(x + width / 2, pitch, chart.periods[period]);
    }
    return svg;
}

QString marks(const Chart &chart, qint64 pitch, const Palette &palette)
{
    QString svg;
    if (chart.windowFrom >= 0 && chart.windowFrom <= chart.windowTo) {
        const qint64 from = kLeft + pitch * chart.windowFrom + 2;
        svg += u"<path d=\"M%1 %2H%3\" stroke=\"%4\" stroke-width=\"2\"/>"_s.arg(from)
                   .arg(kWindow)
                   .arg(kLeft + pitch * (chart.windowTo + 1) - 2)
                   .arg(name(palette.of(color::kNavy)));
        svg += words(from, kWindow - 5, u"start", chart.windowLabel);
    }
    if (chart.goLive) {
        const qint64 x = kLeft + pitch * *chart.goLive;
        svg += u"<path d=\"M%1 %2V%3\" stroke=\"%4\" stroke-dasharray=\"4 4\"/>"_s.arg(x).arg(kTop).arg(kBottom).arg(
            name(color::kSecondary));
        const bool isLate = *chart.goLive * 2 > chart.periods.size();
        svg += words(isLate ? x - 4 : x + 4, kTop - 3, isLate ? u"end" : u"start", chart.goLiveLabel);
    }
    return svg;
}

QString drawing(const Chart &chart, const Palette &palette)
{
    const ChartScale scale = chartScale(chart);
    const qint64 pitch = (kWidth - kLeft) / std::max<qint64>(chart.periods.size(), 1);
    QString svg;
    for (const qint64 line : scale.lines) {
        const qint64 y = kBottom - heightOf(line * 100, scale.top);
        svg += level(y, color::kRule) + words(kLeft - 6, y + 4, u"end", u'$' + grouped(line));
    }
    return svg + bars(chart, scale.top, pitch, palette) + level(kBottom, color::kInk) + marks(chart, pitch, palette);
}

QString pattern(QStringView id, QStringView path, const Palette &palette)
{
    return u"<pattern id=\"%1\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
           u"<rect width=\"6\" height=\"6\" fill=\"%2\"/><path d=\"%3\" stroke=\"%4\"/></pattern>"_s.arg(
               id, name(color::kWhite), path, name(palette.of(color::kNavy)));
}

QString patterns(const Palette &palette)
{
    return u"<defs>"_s + pattern(u"hatched", u"M-1 1L1 -1M0 6L6 0M5 7L7 5", palette)
         + pattern(u"leaning", u"M-1 5L1 7M0 0L6 6M5 -1L7 1", palette)
         + pattern(u"crossed", u"M0 6L6 0M0 0L6 6", palette) + pattern(u"lined", u"M0 3H6", palette) + u"</defs>";
}

QByteArray file(qint64 width, qint64 height, const QString &content, const Palette &palette)
{
    const QString head = u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\" "
                         u"font-family=\"Liberation Sans, sans-serif\" font-size=\"11\">"_s.arg(width)
                             .arg(height);
    return (head + patterns(palette) + content + u"</svg>\n").toUtf8();
}

} // namespace

QString svgPatterns(const Palette &palette)
{
    return u"<svg width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\">"_s + patterns(palette)
         + u"</svg>\n";
}

QString svgSwatch(Fill fill, const Palette &palette)
{
    if (fill == Fill::None)
        return {};
    return u"<svg class=\"swatch\" viewBox=\"0 0 12 12\" aria-hidden=\"true\" focusable=\"false\">"_s
         + rect(1, 1, 10, 10, fill, palette) + u"</svg>";
}

QString svgChart(const Chart &chart, const Palette &palette)
{
    return u"<svg class=\"chart\" viewBox=\"0 0 %1 %2\" aria-hidden=\"true\" focusable=\"false\">"_s.arg(kWidth).arg(
               kHeight)
         + drawing(chart, palette) + u"</svg>";
}

QByteArray svgFile(const Chart &chart, const Palette &palette)
{
    return file(kWidth, kHeight, drawing(chart, palette), palette);
}

QByteArray svgSwatchFile(Fill fill, const Palette &palette)
{
    return file(12, 12, rect(1, 1, 10, 10, fill, palette), palette);
}

} // namespace documents
