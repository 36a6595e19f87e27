// Marked line: one line of plain text with parts of it marked, as a search found them. The mark is an underline and weight,
// which hold in greyscale and on a selection.
#pragma once

#include "ports/casestore.h"

#include <QFont>
#include <QRect>
#include <QString>

#include <vector>

QT_BEGIN_NAMESPACE
class QColor;
class QPainter;
QT_END_NAMESPACE

namespace ui {

/// Shortened with an ellipsis at its end when it does not fit.
void paintMarkedLine(QPainter &painter, const QRect &rect, const QString &text,
                     const std::vector<ports::TextRange> &ranges, const QFont &font, const QColor &color);

} // namespace ui
