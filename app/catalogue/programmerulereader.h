// Reads the rules, terms and paths of a programmes file (catalogue/programmerules.h).
#pragma once

#include "catalogue/programmerules.h"
#include "json/objectreader.h"

namespace catalogue {

/// `known` are the ids of the file's programmes: a rule or path that names another is refused.
std::vector<EligibilityRule> readRules(json::ObjectReader &file, const QStringList &known, json::Problem &problem);
std::vector<StackRule> readStacks(json::ObjectReader &file, const QStringList &known, json::Problem &problem);
std::vector<Term> readTerms(json::ObjectReader &file, const QStringList &known, json::Problem &problem);
std::vector<FounderPath> readPaths(json::ObjectReader &file, const QStringList &known, json::Problem &problem);

} // namespace catalogue
