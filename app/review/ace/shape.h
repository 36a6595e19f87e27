// The shape of a request: keys, types, what is required, lengths, patterns, vocabularies. Part of preflight().
#pragma once

#include "catalogue/acepack.h"
#include "review/ace/findinglist.h"
#include "json/json.h"

namespace review {

void checkShape(const json::Value &request, const catalogue::AcePack &pack, catalogue::AceOperation operation,
                FindingList &list);

} // namespace review
