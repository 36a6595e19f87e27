// Business problem: Project.CustomerBusinessProblem. Problem, why now, solution, expected outcome, pool requested.
//
// 20 to 2,000 characters; kept to 1,000 so that every channel takes it. A longer text loses whole sentences, the least
// needed first, and a finding names the text to shorten; only a sentence that no channel takes is cut, at a clause or a word.
#pragma once

#include "domain/finding.h"
#include "records/narrative.h"

#include <QString>

namespace records {

inline constexpr qsizetype kProblemLength = 1000;     // what every channel takes
inline constexpr qsizetype kMostProblemLength = 2000; // what the API takes

/// Composes the text of an ACE record; what had to go is said in `findings`.
QString businessProblem(const RecordContext &context, domain::Findings &findings);

/// Keeps to the lengths above by leaving sentences out; one that is too long by itself and begins the
/// text is cut short, with an ellipsis. For tests and businessProblem.
std::vector<Sentence> fitted(std::vector<Sentence> sentences);

} // namespace records
