// Arithmetic: how a figure comes about, as steps that a person with a calculator can check.
//
// Every step shows its numbers, and its result is what those numbers give: exact until the one rounding to cents, which is
// a step of its own. Nothing is computed a second way: the steps read what the projection kept (LineBasis) and end at the
// very cents that it states. Words are those of a founder: calls, tokens, days, dollars.
#pragma once

#include "projection/projection.h"

#include <QString>

#include <vector>

namespace projection {

struct ArithmeticStep {
    QString label;    ///< "Input tokens"
    QString formula;  ///< "150,000 calls x 4,000 tokens x $3.30 per million"; empty: a figure taken as it is
    QString result;   ///< "$1,980.00", "150,000 calls"
    QString rate;     ///< "$3.30 per million tokens"; empty where no price is used
    QString source;   ///< of the rate, in words; empty without one
    QString asOf;     ///< date of that source
    bool sum = false; ///< adds up, or otherwise concludes, what stands above it
};

struct Arithmetic {
    QString title;   ///< "Assistant answers"
    QString caption; ///< "Amazon Bedrock, Jan 2027"
    QString result;  ///< "$3,465.00"; the same text as the last step's result
    std::vector<ArithmeticStep> steps;
};

/// One line in one month, 1..months.
Arithmetic lineArithmetic(const Line &line, int month, const Projection &projection);

/// What of a row of months.
enum class Span { Month, All, Average, Peak, Full };

/// A line over several months, a service, or everything. `month` matters for Span::Month only.
Arithmetic lineArithmetic(const Line &line, Span span, int month, const Projection &projection);
Arithmetic serviceArithmetic(const ServiceTotals &service, Span span, int month, const Projection &projection);
Arithmetic totalArithmetic(Span span, int month, const Projection &projection);

} // namespace projection
