// Sources: which facts of the use cases a record's field is made of.
#pragma once

#include "domain/worksheet.h"

#include <QStringList>

namespace records {

/// The fields of the customer's that the record's text or date at `path` ("records/bedrock-poc/problem") is composed of, of
/// the use cases that its pool pays for: what they rest on, it rests on. None for a field that is the customer's own.
QStringList sourcesOf(const domain::Worksheet &worksheet, const QString &path);

} // namespace records
