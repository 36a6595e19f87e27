// Reads the rules of an ACE pack: conditions and checks in their fixed vocabulary. Part of readAcePack().
#pragma once

#include "catalogue/acepack.h"
#include "json/objectreader.h"

namespace catalogue {

AceRule readAceRule(json::ObjectReader &object, json::Problem &problem);

/// "create" and "update" of a field or rule.
AceOperations readAceOperations(json::ObjectReader &object, json::Problem &problem);

/// The pattern of that key, anchored at both ends, a dot standing for any character; none when absent.
std::optional<QRegularExpression> readAcePattern(json::ObjectReader &object, QLatin1StringView key,
                                                 json::Problem &problem);

/// What a rule names and the pack must have: refuses the pack otherwise.
void checkAceRule(const AcePack &pack, const AceRule &rule, json::Problem &problem);

} // namespace catalogue
