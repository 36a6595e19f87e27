// A second implementation of the spend by line and month: slow, short and obviously right.
//
// Written from the published rules alone, rule by rule, with fractions of any size and nothing else: no fixed point, no
// limits, no fast paths. What app/projection computes must be the same to the cent. tests/oracle is a third one, in
// another language, which covers reading, pools and ledger too and is compared through the command line.
#pragma once

#include "catalogue/ratebook.h"
#include "domain/worksheet.h"

#include <vector>

namespace slow {

/// Cents of every line, use cases in order (workloads, then services), then the footprint; by month.
/// The worksheet must be one that the contract does not refuse.
std::vector<std::vector<qint64>> project(const domain::Worksheet &worksheet, const catalogue::RateBook &book);

} // namespace slow
