// Digits: the one reader and writer of plain decimal notation, `-?(0|[1-9][0-9]*)(\.[0-9]+)?`, behind Money, Decimal and
// Rate. No exponent, no grouping, no locale.
#pragma once

#include "domain/exact.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace domain {

/// Whether the text is a number in that notation with at most `decimals` decimals, however large.
bool isPlainNumber(QStringView text, int decimals);

/// The number times 10^decimals; nothing when the form is wrong, there are more decimals than that, or the magnitude
/// exceeds `maximum` (in the scaled unit).
std::optional<Int128> parseScaled(QStringView text, int decimals, Int128 maximum);

/// Plain notation of scaled / 10^decimals with at least `minimumDecimals` and no further trailing zeros.
QString formatScaled(Int128 scaled, int decimals, int minimumDecimals);

} // namespace domain
