// Call questions: how the questions of the open case (drafting/questions.h) stand in a window.
#pragma once

#include "call/question.h"

namespace session {

/// What the answer does, in a few words: "Moves the asks by $58,000".
QString effectOf(const call::Question &question, bool anyPool);

} // namespace session
