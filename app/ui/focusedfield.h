// Focused field: which field of the worksheet the keyboard is in, whatever shows it.
#pragma once

#include <QString>

namespace ui {

/// The path of the field in the input, table cell or record row that has the focus; empty when it is in none.
QString focusedField();

} // namespace ui
