// Call questions: how the questions of the open case (drafting/questions.h) stand in a window.
#pragma once

#include "call/question.h"

namespace session {

/// What stands over a topic's questions: the use case or workload, "Company and account", "Own questions".
QString topicLabel(const call::Question &question);

/// What the answer does, in a few words: "Moves the asks by $58,000".
QString effectOf(const call::Question &question, bool anyPool);

} // namespace session
