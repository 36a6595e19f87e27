// Question: what is still to be asked about a case, or to be confirmed, in the order in which everybody lists it: the call,
// its summary, the founder's sheet, the follow-up mail.
#pragma once

#include "domain/money.h"

#include <QString>

#include <vector>

namespace call {

struct Question {
    QString path;             ///< by ids; of one of the partner's own "own/" and its number
    QString topic;            ///< the use case or workload; empty: the company or its account
    QString text;             ///< of a fact to confirm what the field is called
    domain::Money moves = {}; ///< what the answer does to the sum of the asks; where no pool is asked for, to `spend`
    domain::Money spend = {}; ///< what it does to the projection's total
    bool blocks = false;      ///< a record bounces without it
    bool follow = false;      ///< there is a default: asked on a call once the workload has a volume
    bool unknown = false;     ///< noted as unknown: to be called back about
    bool own = false;         ///< the partner's own
    friend bool operator==(const Question &, const Question &) = default;
};

/// The same, each topic's together, the partner's own apart: topics in the order in which they first come.
std::vector<Question> byTopic(const std::vector<Question> &questions);

} // namespace call
