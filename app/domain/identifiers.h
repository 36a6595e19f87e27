// Identifiers: slugs, and the ids that a worksheet file may leave out.
#pragma once

#include "domain/worksheet.h"

#include <QSet>
#include <QString>

namespace domain {

/// Lower case; a-z and 0-9 stay, every run of other signs is one hyphen, none at the ends; at most 60 signs; `case` when
/// nothing is left.
QString slugOf(const QString &text);

/// What stands for the name of an entry that has none yet: "Support assistant" for `support-assistant`.
QString nameFromId(const QString &id);

/// `wanted`, or `wanted-2`, `wanted-3`, ... when taken; remembers the result in `taken`.
QString freeName(const QString &wanted, QSet<QString> &taken);

/// Gives services and pools without an id theirs: the slug of the service name or of the programme. Stated ids are taken
/// first.
void fillIds(Worksheet &worksheet);

} // namespace domain
