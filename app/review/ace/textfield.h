// One text of a request against its field: blank, length, pattern, date, vocabulary. Part of preflight().
#pragma once

#include "catalogue/acepack.h"
#include "review/ace/findinglist.h"
#include "json/json.h"

namespace review {

void checkText(const json::Value &value, const QString &path, const catalogue::AceField &field,
               const catalogue::AcePack &pack, FindingList &list);

/// A timestamp is a text of ISO 8601 or the seconds since 1970.
void checkTimestamp(const json::Value &value, const QString &path, const catalogue::AceField &field, FindingList &list);

/// A required field that is absent, null or blank.
void addMissing(const QString &path, const catalogue::AceField &field, FindingList &list);

/// "must be a text, not a list".
void addWrongType(const json::Value &value, const QString &path, const catalogue::AceField *field, FindingList &list);

} // namespace review
