// Fact words: what a worksheet's free texts say, read as far as their form is plain; nothing is guessed from the rest.
//
// Users "..., all customers after launch", evaluation "...; the head of support decides on 2027-03-31", scope "...; no
// actions on the customer's data": a text that says it otherwise is printed as it is.
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace records {

/// Who uses it, before and after the launch; either may be empty.
struct Audience {
    QString atFirst;     ///< "five design partners"
    QString afterLaunch; ///< "all customers"
};
Audience audienceOf(const QString &users);

struct Evaluation {
    QString method;  ///< without the decision, ends with a stop; may be empty
    QString decider; ///< "the head of support"; may be empty
    std::optional<QDate> decidedOn;
};
Evaluation evaluationOf(const QString &text);

struct Scope {
    QString in;
    QString out; ///< the clauses that begin with "no"
};
Scope scopeOf(const QString &text);

/// "with at least 90 percent of answers rated correct": the bar that a success metric sets, without when and where it
/// is measured; empty when it names none.
QString qualityBar(const QString &successMetric);

} // namespace records
