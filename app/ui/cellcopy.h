// Cell copy: chosen cells as text that a spreadsheet takes cell by cell.
#pragma once

#include <QAbstractItemModel>
#include <QItemSelection>
#include <QString>

namespace ui {

/// Rows by line, cells by tab, with the heads above when more than one row and column are chosen. `role` is what is
/// copied. Texts that a spreadsheet would take for a formula get an apostrophe in front; tabs and line breaks inside a
/// cell become spaces.
QString cellText(const QAbstractItemModel &model, const QItemSelection &selection, int role);

} // namespace ui
