// Pages: a document as it is painted: filled rectangles, lines of text and charts at points on pages.
//
// The same pages are painted into a PDF and onto a screen. A line of text is glyphs at whole units, which keeps a PDF
// small. Glyphs keep their font: pages are painted by the thread that composed them.
#pragma once

#include "documents/brief.h"
#include "documents/typography.h"

#include <QGlyphRun>
#include <QPointF>
#include <QRectF>

#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace documents {

/// Fonts are kept at this many pixels per point, so that every size of the design is a whole number of pixels.
inline constexpr qreal kUnitsPerPoint = 20;

struct FillMark {
    QRectF rect;
    QRgb color = color::kInk;
};

/// A swatch of the chart's key, or a bar of it.
struct SwatchMark {
    QRectF rect;
    Fill fill = Fill::None;
    Palette palette = {};
};

struct ImageMark {
    QRectF rect;
    std::shared_ptr<const Logo> logo;
};

struct TextMark {
    QPointF baseline; ///< left end of the base line
    QRgb color = color::kInk;
    QList<QGlyphRun> glyphs; ///< one run per font, in units from the base line's left end
};

/// The scale of a chart: from 0 to `top`, with a line at each of `lines`. Whole dollars.
struct ChartScale {
    qint64 top = 5000;
    qint64 step = 5000; ///< what `top` is a multiple of
    std::vector<qint64> lines;
};

struct ChartMark {
    QRectF plot; ///< from the left edge of the grid to its right, from the top of the scale to the base line
    qreal pitch = 0;
    ChartScale scale;
    Chart chart;
    Palette palette = {};
};

/// A part of a page, measured from its own top left corner; also a page, measured from the page's.
struct Fragment {
    qreal height = 0;
    std::vector<FillMark> fills;
    std::vector<SwatchMark> swatches;
    std::vector<ChartMark> charts;
    std::vector<ImageMark> images;
    std::vector<TextMark> texts; ///< in reading order

    void fill(const QRectF &rect, QRgb color) { fills.push_back({rect, color}); }
    /// A horizontal rule whose upper edge is at `y`.
    void rule(qreal left, qreal y, qreal width, qreal thickness, QRgb color)
    {
        fills.push_back({{left, y, width, thickness}, color});
    }
    void add(const Fragment &part, qreal x, qreal y);
    /// The accents of the design become those of the palette.
    void recolor(const Palette &palette);
};

/// A bookmark: a head and the page it is on.
struct Bookmark {
    QString title;
    int page = 0; ///< 0-based
    qreal y = 0;
};

struct Pages {
    PageGrid grid;
    std::vector<Fragment> pages;
    std::vector<Bookmark> bookmarks;
    domain::Findings findings; ///< texts too long, characters that no font has

    int count() const { return int(pages.size()); }
};

/// Paints one page with its top left corner at the painter's origin, `scale` device pixels per point.
void paintPage(QPainter &painter, const Fragment &page, qreal scale);

} // namespace documents
