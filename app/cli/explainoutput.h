// What `project --explain` adds: the arithmetic of every line in words, and of the figures that a record states.
#pragma once

#include "drafting/drafting.h"
#include "json/writer.h"

#include <QString>

namespace cli {

/// Lines by month in words, then month 1, full month, total, average, and each pool's need and ask as steps.
QString explanationText(const drafting::ComputedCase &computed, const catalogue::Programmes &programmes);

/// `arithmetic`: an entry per line and month and per figure, with its steps.
void writeArithmetic(json::Writer &out, const drafting::ComputedCase &computed,
                     const catalogue::Programmes &programmes);

} // namespace cli
