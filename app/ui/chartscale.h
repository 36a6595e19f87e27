// Chart scale: round steps of an axis in dollars, and their short labels.
#pragma once

#include "domain/money.h"

#include <QString>

namespace ui {

struct ChartScale {
    domain::Money step; ///< between lines: 1, 2 or 5 times a power of ten dollars
    domain::Money top;  ///< the first step at or above the peak; at least one step

    /// The part of `height` that an amount takes.
    int heightOf(domain::Money amount, int height) const;
};

/// A scale of about five lines that reaches `peak`.
ChartScale chartScale(domain::Money peak);
/// "0", "$500", "$20K", "$1.5M".
QString scaleLabel(domain::Money amount);

} // namespace ui
