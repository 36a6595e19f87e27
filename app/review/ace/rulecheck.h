// The rules beyond the shape of a request, interpreted from the pack. Part of preflight().
#pragma once

#include "catalogue/acepack.h"
#include "review/ace/findinglist.h"
#include "json/json.h"

#include <QDate>

namespace review {

/// The rules of an operation, in the pack's order. What binds at submission only is at most a warning. Values that
/// `list` knows to be wrong in themselves are passed over.
void checkRules(const json::Value &request, const catalogue::AcePack &pack, catalogue::AceOperation operation,
                QDate asOf, FindingList &list);

} // namespace review
