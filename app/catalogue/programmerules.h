// Rules of the programmes, as data: who qualifies and what would change it, the terms that credits come with, the paths
// of a founder who needs no record. All from resources/programmes/programmes.json, each with its source and date.
#pragma once

#include "domain/finding.h"
#include "domain/worksheet.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace catalogue {

/// What a rule looks at; the words in the file are those of situationWords().
enum class Situation {
    Stage, ///< the company's stage is one of the rule's
    CompetesWithAws,
    NotFunded,
    NotAiFirst,
    NotIncorporated,
    OlderThan,    ///< founded more than the rule's years ago
    NoAccount,    ///< the account ID is missing
    NoDefinedPoc, ///< no use case in scope is a proof of concept with a workload
    PocScopeMissing,
    PocMetricMissing,
    SameUseCase, ///< an earlier proof-of-concept pool has the use case
    HadProgramme,
    PartnerTier, ///< below Advanced or not stated, for what is filed through ACE
    NoAceAccess, ///< the tier is high enough, but there is no access
};

/// What a rule that holds does to a pool. Only No and NotYet make it ineligible.
enum class Effect {
    No,         ///< closed, and nothing the company does soon would change it
    NotYet,     ///< closed until something changes
    Incomplete, ///< sized, but not fileable as it stands: a finding of severity error
    Pending,    ///< sized, and open once something is known or done; finer than the table, so it never changes an ask
    Warning,    ///< open, with something against it
};

struct EligibilityRule {
    QString rule; ///< of the finding, kebab-case
    QStringList programmes;
    Situation when = Situation::Stage;
    std::vector<domain::Stage> stages; ///< of Situation::Stage
    int years = 0;                     ///< of Situation::OlderThan
    Effect effect = Effect::No;
    std::optional<domain::Severity> severity; ///< of the finding; none for a Pending rule: no finding
    QString field;                            ///< where the fact is entered; empty: the use case or the pool itself
    QString reason;                           ///< half a sentence; %1 is the use case
    QString fix;
    QString change; ///< what would change the answer; empty: nothing
    QString source;
    QString asOf;
};

/// A term that credits come with. Sources that disagree are several terms of one topic, shown side by side.
struct Term {
    QString id;
    QString topic;
    QStringList programmes; ///< empty: of all
    QString says;           ///< half a sentence
    QString finding;        ///< the rule of the findings that rest on it
    QString source;
    QString asOf;
};

/// A checklist for the founder, without a record.
struct FounderPath {
    QString id;
    QString title;
    QString programme; ///< only where this one is open; empty: always
    std::vector<domain::Stage> stages;
    QStringList steps;
    QString source;
    QString asOf;
};

/// The stack that fits a stage, in order of priority. Each want is satisfied by the first of its programmes that is open.
struct StackRule {
    std::vector<domain::Stage> stages; ///< empty: no stage given
    std::vector<QStringList> wants;
    bool perUseCase = false; ///< a proof of concept gets a pool for each of its use cases
    QString source;
    QString asOf;
};

const QStringList &situationWords();
const QStringList &effectWords();

} // namespace catalogue
