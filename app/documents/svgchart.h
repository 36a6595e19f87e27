// The chart as a picture: the same bars and fills as on paper (documents/chart.h), as SVG inside HTML or as a file.
#pragma once

#include "documents/brief.h"

#include <QByteArray>
#include <QString>

namespace documents {

/// An `<svg>` element with its own patterns and no text but the axis, the periods and the marks; the caller says in words
/// what it shows.
QString svgChart(const Chart &chart, const Palette &palette);
/// A payer's fill as a square of the key.
QString svgSwatch(Fill fill, const Palette &palette);
/// The patterns that charts and swatches of a document refer to; once per document, before them.
QString svgPatterns(const Palette &palette);

/// The chart as an SVG file of its own, for formats that hold pictures as files.
QByteArray svgFile(const Chart &chart, const Palette &palette);
/// A square of the key as a file of its own.
QByteArray svgSwatchFile(Fill fill, const Palette &palette);

} // namespace documents
