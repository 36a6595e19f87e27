#include "drafting/questions.h"

#include "call/openquestions.h"
#include "call/questions.h"

#include <algorithm>

namespace drafting {

using call::Question;
using ports::CallQuestion;
using namespace Qt::StringLiterals;

OpenQuestions openQuestionsOf(const ComputedCase &computed, const Shipped &shipped, const domain::Findings &findings,
                              QDate asOf, const std::vector<CallQuestion> &known)
{
    QSet<QString> blocking;
    for (const domain::Finding &finding : findings) {
        if (finding.severity == domain::Severity::Error)
            blocking.insert(finding.field);
    }
    OpenQuestions open;
    open.questions = call::ranked(call::openQuestions(computed.worksheet), blocking, computed.worksheet,
                                  {shipped.rates, shipped.programmes, asOf});
    open.skipped = static_cast<int>(std::erase_if(open.questions, [&known](const Question &question) {
        const auto state = std::ranges::find(known, question.path, &CallQuestion::key);
        return state != known.end() && state->state == CallQuestion::State::Skipped;
    }));
    for (const CallQuestion &one : known) {
        if (one.text.isEmpty())
            continue; // done with above
        open.skipped += one.state == CallQuestion::State::Skipped ? 1 : 0;
        if (one.state != CallQuestion::State::Open)
            continue;
        Question own{one.key, {}, one.text};
        own.own = true;
        open.questions.push_back(std::move(own));
    }
    return open;
}

std::vector<Question> presumedFactsOf(const ComputedCase &computed, const Shipped &shipped, QDate asOf)
{
    return call::ranked(call::presumedFacts(computed.worksheet), {}, computed.worksheet,
                        {shipped.rates, shipped.programmes, asOf});
}

} // namespace drafting
