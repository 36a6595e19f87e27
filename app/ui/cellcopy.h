// Cell copy: chosen cells as text that a spreadsheet takes cell by cell.
#pragma once

#include <QAbstractItemModel>
#include <QItemSelection>
#include <QString>

namespace ui {

/// One cell: a text that a spreadsheet would take for a formula gets an apostrophe in front; tabs and line breaks in it
/// become spaces.
QString copiedCell(QString text);

/// Rows by line, cells by tab, with the heads above when more than one row and column are chosen. `role` is what is
/// copied.
QString cellText(const QAbstractItemModel &model, const QItemSelection &selection, int role);

} // namespace ui
