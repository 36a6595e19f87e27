// Field places: every field of a worksheet that has a value or could have one, list entries included, for going to one by
// its name.
#pragma once

#include "domain/worksheet.h"

#include <QString>

#include <vector>

namespace session {

struct FieldPlace {
    QString path;  ///< of ids (domain/fieldpath.h)
    QString label; ///< "Requests a day"
    QString where; ///< what leads to it: "Use cases, Support assistant, Workloads, Answers"
};

/// In the order of the worksheet's fields.
std::vector<FieldPlace> fieldPlaces(const domain::Worksheet &worksheet);

} // namespace session
