// Names: what a field, a use case or a workload is called where people read it.
#pragma once

#include "domain/worksheet.h"

#include <QString>

namespace domain {

/// The label of the field at a path of ids; empty where the path names none.
QString fieldLabel(const Worksheet &worksheet, const QString &path);

/// The title; while it has none, words made of its id.
QString nameOf(const UseCase &useCase);
/// The same of a workload.
QString nameOf(const Workload &workload);

} // namespace domain
