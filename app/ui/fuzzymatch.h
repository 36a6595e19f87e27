// Fuzzy match: whether what somebody types stands for a text: its letters in order, not necessarily next to each other.
//
//     fuzzyMatch(u"reqday", u"Requests a day")   // matches, "Req" and "day"
#pragma once

#include "ports/casestore.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace ui {

struct FuzzyMatch {
    int score = 0; ///< the higher the better: starts of words and runs of letters count, skipped letters do not
    std::vector<ports::TextRange> ranges; ///< of the letters met, in order and apart
};

/// Without regard to case; spaces in `typed` are skipped. Nothing typed matches everything, with a score of 0.
std::optional<FuzzyMatch> fuzzyMatch(QStringView typed, QStringView text);

} // namespace ui
