// Reads a worksheet file: strict, all or nothing.
//
// Errors carry the JSON path by index, the value that was met and what is allowed. Driven by domain/fields.h: no field is
// named here. Ids that the file leaves out (services, pools) are filled in by the published rule.
#pragma once

#include "domain/inputerror.h"
#include "domain/result.h"
#include "domain/worksheet.h"

#include <QByteArrayView>

namespace worksheetfile {

inline constexpr qsizetype kLargestWorksheet = 4 * 1024 * 1024;

domain::Result<domain::Worksheet, domain::InputError> read(QByteArrayView bytes);

} // namespace worksheetfile
