// Writes a worksheet in its canonical form: the order of domain/fields.h, two-space indentation, LF, UTF-8; what was not
// given is left out. read(write(x)) == x, and the same value always gives the same bytes.
#pragma once

#include "domain/worksheet.h"

#include <QByteArray>

namespace worksheetfile {

QByteArray write(const domain::Worksheet &worksheet);

} // namespace worksheetfile
