// Questions of a case: everything that is still to be asked, in the one order that call, documents and mail list it in; what
// the partner skipped is left out, what the partner asks besides comes last.
#pragma once

#include "call/question.h"
#include "drafting/drafting.h"
#include "ports/notes.h"

namespace drafting {

struct OpenQuestions {
    std::vector<call::Question> questions; ///< ranked (call/questions.h)
    int skipped = 0;                       ///< how many are left out
};

/// `findings` are the case's: what an error names is asked for earlier.
OpenQuestions openQuestionsOf(const ComputedCase &computed, const Shipped &shipped, const domain::Findings &findings,
                              QDate asOf, const std::vector<ports::CallQuestion> &known);

/// What was implied or assumed and is to be confirmed, in the same order.
std::vector<call::Question> presumedFactsOf(const ComputedCase &computed, const Shipped &shipped, QDate asOf);

} // namespace drafting
