// Numbers as people type and read them: "5k", "7,000", "$1,250.50", "4 %". Files have their own plain notation
// (domain/digits.h); this is for fields on a screen, always in US notation, whatever the system's locale.
#pragma once

#include <QString>

#include <optional>

namespace session {

/// The plain notation of what was typed: grouping commas and spaces, a dollar sign, a percent sign and a k, m or b are
/// understood; `shift` moves the decimal point (-2 for percent). Nothing when it is no number: a comma that does not group
/// thousands is never guessed to be a decimal one.
std::optional<QString> plainNumber(const QString &typed, int shift = 0);

/// 5000 -> 5,000; what follows the point stays. `plain` is in plain notation; `shift` moves the decimal point first.
QString groupedNumber(const QString &plain, int shift = 0);

} // namespace session
