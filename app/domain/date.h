// Dates in files: `YYYY-MM-DD`, nothing else.
#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace domain {

/// Reads `YYYY-MM-DD`, year 1000..9999, a day that exists; ASCII digits, no sign, no space.
std::optional<QDate> parseDate(QStringView text);

} // namespace domain
