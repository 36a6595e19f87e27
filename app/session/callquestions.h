// Call questions: what is still to be asked about the open case, from its fields, its findings and what the answers would
// move (call/questions.h); without those skipped, put off or answered, with the partner's own.
#pragma once

#include "call/questions.h"
#include "ports/notes.h"
#include "session/casework.h"

#include <vector>

namespace session {

struct OpenQuestions {
    std::vector<call::Question> questions; ///< to ask now, in order; an own one has the path "own/..."
    std::vector<call::Question> later;     ///< marked as unknown: to be called back about
    int skipped = 0;
};

OpenQuestions openQuestionsOf(const CaseView &view, const drafting::Shipped &shipped,
                              const std::vector<ports::CallQuestion> &known);

/// What the answer does, in a few words: "Moves the asks by $58,000".
QString effectOf(const call::Question &question, bool anyPool);

} // namespace session
