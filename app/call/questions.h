// Questions: what is still to be asked on a call, by what the answer does: how much it moves the asks, or whether a record
// bounces without it. Computed on the case: an unknown volume is tried with a usual one (the whole workload with it against
// the same without), what has a default with a usual other value.
#pragma once

#include "domain/money.h"
#include "whatif/figures.h"

#include <QSet>
#include <QString>

#include <vector>

namespace call {

/// A field without an answer.
struct Asked {
    QString path;  ///< by ids
    QString about; ///< the use case or workload; empty: the company or its account
    QString text;
};

struct Question {
    QString path;
    QString topic;
    QString text;
    domain::Money moves; ///< the sum of the asks; where no pool is asked for, the projection's total
    domain::Money spend; ///< the projection's total
    bool blocks = false; ///< a record bounces without it
    bool follow = false; ///< there is a default: asked once the workload has a volume
    friend bool operator==(const Question &, const Question &) = default;
};

/// What moves the asks much, most first; then what blocks; then what moves them little; then the rest in the fields' order.
/// Per workload that has a volume, the follow-ups (launch step, growth, cache, batch, low and high) are added. `blocking` are
/// the fields that findings of severity error name.
std::vector<Question> rankedQuestions(const std::vector<Asked> &asked, const QSet<QString> &blocking,
                                      const domain::Worksheet &worksheet, const whatif::Basis &basis);

} // namespace call
