// Eligibility: the contract's table of situations and what is finer, read from the rules in the programmes file. Decides
// eligible or not, with reasons and what would change it; never an amount.
#pragma once

#include "catalogue/programmes.h"
#include "domain/finding.h"
#include "domain/worksheet.h"

#include <QDate>
#include <QStringList>

#include <vector>

namespace funding {

enum class Verdict {
    Yes,
    NotYet, ///< something is to be done or known first; the pool may be sized all the same
    No,
};

/// What would change a verdict, and where the fact is entered (a field path; empty: nowhere in the worksheet).
struct Change {
    QString what;
    QString field;
    friend bool operator==(const Change &, const Change &) = default;
};

struct Eligibility {
    bool eligible = true; ///< by the table of situations: an ineligible pool asks 0
    Verdict verdict = Verdict::Yes;
    QStringList reasons;         ///< why not, then what merely stands against it
    QStringList gaps;            ///< what is finer than the table: facts that are missing, conditions that are open
    std::vector<Change> changes; ///< empty when nothing would change a No, and for a Yes
    domain::Findings findings;   ///< the same as findings of the pool, with their fixes
};

/// What the rules ask about one pool.
struct EligibilityQuestion {
    const domain::Worksheet &worksheet;
    const catalogue::Programme &programme;
    QString poolId;
    QStringList useCases;         ///< the earmark; for a proof of concept its scope
    QStringList alreadyEarmarked; ///< use cases of earlier eligible proof-of-concept pools
    bool filedThroughAce = false;
    QDate asOf;
};

Eligibility decide(const EligibilityQuestion &question, const std::vector<catalogue::EligibilityRule> &rules);

/// The path of a pool's findings.
QString poolField(const QString &poolId);

} // namespace funding
