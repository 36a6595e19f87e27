// Basis: in a few words, what a line's monthly amount rests on: "1,460 OCU-hours at $0.24".
#pragma once

#include "catalogue/ratebook.h"
#include "projection/projection.h"

#include <QString>

namespace documents {

/// The basis of a service's line, or of an item that counts as Bedrock.
QString serviceBasis(const projection::Line &line, const catalogue::RateBook &rates);
/// The same after a service's short name: "1,460 OCU-hours at $0.24", "$85", "$2,200, plus 3% a month".
QString serviceBasisInText(const projection::Line &line, const catalogue::RateBook &rates);

/// What makes a workload's price: model, scope, tier, batch, cache, days a month where they are not 30.
QString workloadBasis(const projection::Line &line);

/// Cost of one call in 10^-12 dollars: exact from tokens and rates where nothing is batched or cached, else the average
/// of the first month with calls. Zero when it has none.
domain::Int128 costOfCall(const projection::Line &line);

/// "2026-08-20" -> "Aug 20, 2026"; "2025-05" -> "May 2025"; anything else unchanged.
QString bookDate(const QString &asOf);
/// The name of a source without its particulars: "AWS Price List".
QString sourceName(const QString &source);

} // namespace documents
