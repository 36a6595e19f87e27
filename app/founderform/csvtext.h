// CSV text: the rows of a CSV file however a spreadsheet wrote it, and single cells as values.
#pragma once

#include "founderform/form.h"

#include <QByteArrayView>

#include <vector>

namespace founderform {

struct CsvText {
    QChar separator = u',';
    std::vector<QStringList> rows;
};

/// Bytes in UTF-8 (with a mark or without), UTF-16 with its mark, or Windows-1252.
QString decoded(QByteArrayView bytes);
/// With the separator that the first line shows most.
CsvText parseCsv(const QString &text);
CsvText parseCsv(const QString &text, QChar separator);

/// The text of one cell for a file: no spreadsheet takes it for a formula, several lines stay several.
QString csvCell(const QString &text);
/// What was put in front of a cell so that it is no formula is taken off.
QString cellText(const QString &cell);

/// A cell as a value of that kind; Null for an empty one. What cannot be read stays a text, which the worksheet format
/// refuses with its own words. In a file with semicolons numbers have a decimal comma.
json::Value cellValue(const QString &cell, Kind kind, QChar separator);
/// The same of a text with a form of its own (Limits::form): what people write between its digits is taken off.
json::Value formedValue(const QString &cell, const QString &form);

} // namespace founderform
