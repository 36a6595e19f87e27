// Worksheets from a seed whose records are ready to be filed: every ACE fact is there, at its limits and beyond ASCII.
#pragma once

#include "domain/worksheet.h"

#include <random>

namespace drafting {

domain::Worksheet randomCase(quint32 seed);

} // namespace drafting
