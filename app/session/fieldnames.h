// Field names: what a field is called in a sentence: "Requests a day of Assistant answers".
#pragma once

#include "domain/worksheet.h"

#include <QString>
#include <QStringList>

namespace session {

/// The field's label, and whose it is when it belongs to a list entry. A list entry is called by its own name. The path
/// itself when it names nothing.
QString fieldName(const domain::Worksheet &worksheet, const QString &path);

/// The same within a sentence: "requests a day of Assistant answers".
QString fieldNameInside(const domain::Worksheet &worksheet, const QString &path);

/// What the fields are called that have another value after than before, in the order of the worksheet; of an entry that
/// came or went, each of its values. A name that several have stands once.
QStringList changedFieldNames(const domain::Worksheet &before, const domain::Worksheet &after);

} // namespace session
