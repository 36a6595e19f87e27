// ReviewersView: the case as the AWS reviewer will read it. Four checks in the reviewer's order: a real company with a
// real use case; a workload that genuinely consumes AWS services in volume; spend that is plausible for the stage; a
// partner who may file and how its filings went.
//
// Each check is a list of items with the evidence it rests on: the fact, where it stands, and how well it is known. A
// judgement is given only where a rule with a source exists, and the rule stands beside it; otherwise the figure is
// shown without one. "Ready to file" is a list to tick off, never a score.
#pragma once

#include "domain/worksheet.h"
#include "review/review.h"

#include <QString>

#include <optional>
#include <vector>

namespace review {

enum class Judgement {
    Holds,
    Weak,
    Against,
};
/// "holds", "weak", "against": the word used in files.
QString judgementWord(Judgement judgement);

struct Evidence {
    QString fact;  ///< "24 people"
    QString field; ///< path by ids; empty: computed
    domain::FactStatus status = domain::FactStatus::Stated;
    QString note; ///< what the status rests on
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

struct CheckItem {
    QString id;        ///< kebab-case, unique in its check
    QString statement; ///< one sentence
    std::vector<Evidence> evidence;
    QString field;                      ///< where to look first; empty: nothing to enter
    std::optional<Judgement> judgement; ///< none: no rule gives one
    QString rule;                       ///< the rule, its source and date; empty without a judgement
};

struct ReviewCheck {
    QString id; ///< `real-company`, `consumption`, `plausible`, `filing-record`
    QString title;
    std::vector<CheckItem> items;
};

/// One line of "ready to file".
struct ReadyItem {
    QString id;
    QString statement;
    bool done = false;
    QString missing; ///< what is open; empty when done
    QString field;   ///< of the first thing that is open
};

/// A fact that nobody knows yet.
struct UnknownFact {
    QString field;
    QString what; ///< one sentence
    QString ask;  ///< what to ask
};

struct ReviewersView {
    std::vector<ReviewCheck> checks; ///< always the four, in the reviewer's order
    std::vector<ReadyItem> ready;
    std::vector<UnknownFact> unknown;
    bool isReady() const;
};

/// How the partner's filed records went so far, as the case file knows them.
struct PartnerOutcomes {
    int filed = 0;
    int approved = 0;
    int actionRequired = 0;
    int rejected = 0;
    std::optional<int> medianDays; ///< from filing to credits
    friend bool operator==(const PartnerOutcomes &, const PartnerOutcomes &) = default;
};

/// `findings` are those of review() for the same input, the pages' included where they are known.
ReviewersView reviewersView(const ReviewInput &input, const domain::Findings &findings,
                            const std::optional<PartnerOutcomes> &outcomes = {});

} // namespace review
