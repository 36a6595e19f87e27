// Problem words: what went wrong with a file, in one sentence that names it and the way out. Plain text.
#pragma once

#include "session/problem.h"

#include <QString>

namespace ui {

/// Empty for what the person stopped.
QString sentence(const session::Problem &problem);

} // namespace ui
