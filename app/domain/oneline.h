// One line: text from a file made harmless for a terminal, a message or a table cell.
#pragma once

#include <QString>

namespace domain {

/// Control characters, line and paragraph separators and the marks that turn the direction of text around become spaces,
/// so that the text stays on its line and cannot act on the terminal that shows it. Half of a character becomes U+FFFD.
QString oneLine(QString text);

} // namespace domain
