// Checks of a worksheet as a whole: ids that are taken twice, references that lead nowhere, facts that exclude each other.
#pragma once

#include "domain/worksheet.h"
#include "json/objectreader.h"

namespace worksheetfile {

/// Before ids are filled in. Raises the first problem, with its path by index.
void checkStatedIds(const domain::Worksheet &worksheet, json::Problem &problem);

/// After ids are filled in.
void checkWhole(const domain::Worksheet &worksheet, json::Problem &problem);

} // namespace worksheetfile
