// ReviewRules: what the reviewer's view and the wording checks go by, as data (resources/review/review-rules.json): word
// lists, and thresholds of plausibility. Each entry names its source and the day it was read.
#pragma once

#include "domain/decimal.h"
#include "domain/finding.h"
#include "domain/inputerror.h"
#include "domain/money.h"
#include "domain/result.h"
#include "domain/worksheet.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace catalogue {

struct RuleSource {
    QString source;
    QString asOf; ///< YYYY-MM-DD, or the year where that is all the source tells
};

/// Words and phrases that a record is better without, and why.
struct WordGroup {
    QString rule; ///< of the finding: "wording-promise"
    domain::Severity severity = domain::Severity::Warning;
    QString kind;       ///< "a promise", for the sentence
    QString why;        ///< what a reviewer makes of it; a clause
    QStringList words;  ///< one written in capitals is meant in capitals only
    QStringList except; ///< phrases that contain a word of `words` and are fine
    RuleSource from;
};

/// When a number is taken for one without a unit.
struct UnitWords {
    QStringList labels;      ///< before a number they make it a name or a score: "version 2"
    QStringList followers;   ///< after a number they show that no unit follows: "by", "and"
    QStringList numberWords; ///< numbers written as words: "half", "nine"
    RuleSource from;
};

/// The vocabulary of texts that would fit any company.
struct GenericWords {
    QStringList words; ///< besides these and the numbers, a text has to say something of its own
    int leastOwnWords = 4;
    RuleSource from;
};

/// A rule that the reviewer's view judges by. Which limits it has depends on its id.
struct CheckRule {
    QString id;
    QString says;                      ///< the rule in one sentence
    std::vector<domain::Stage> stages; ///< empty: all
    std::optional<domain::Money> low;
    std::optional<domain::Money> high;
    std::optional<domain::Decimal> share;
    RuleSource from;

    bool appliesTo(std::optional<domain::Stage> stage) const;
};

struct ReviewRules {
    QString id;
    QString asOf;
    std::vector<WordGroup> wording;
    UnitWords units;
    GenericWords generic;
    std::vector<CheckRule> checks;

    const CheckRule *check(QStringView ruleId) const;
};

/// Strict, all or nothing. Format: the keys of resources/review/review-rules.json.
domain::Result<ReviewRules, domain::InputError> readReviewRules(QByteArrayView bytes);

} // namespace catalogue
