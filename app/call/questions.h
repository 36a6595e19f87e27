// Questions: what is still to be asked, by what the answer does: how much it moves the asks, or whether a record bounces
// without it. Computed on the case: an unknown volume is tried with a usual one (the whole workload with it against the
// same without), what has a default with a usual other value.
#pragma once

#include "call/question.h"
#include "domain/worksheet.h"
#include "whatif/figures.h"

#include <QSet>
#include <QString>

#include <vector>

namespace call {

/// The same questions with what their answers do: what moves the asks much, most first; then what blocks; then what moves
/// them little; then the rest as given. `blocking` are the fields that findings of severity error name.
std::vector<Question> ranked(std::vector<Question> questions, const QSet<QString> &blocking,
                             const domain::Worksheet &worksheet, const whatif::Basis &basis);

} // namespace call
