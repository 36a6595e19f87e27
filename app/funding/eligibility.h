// Eligibility: the contract's table of situations. Decides eligible or not, with reasons; never an amount.
#pragma once

#include "catalogue/programmes.h"
#include "domain/finding.h"
#include "domain/worksheet.h"

#include <QStringList>

namespace funding {

struct Eligibility {
    bool eligible = true;
    QStringList reasons;       ///< why not, then what merely stands against it
    domain::Findings findings; ///< the same as findings of the pool, with their fixes
};

/// What the table asks about one pool.
struct EligibilityQuestion {
    const domain::Worksheet &worksheet;
    const catalogue::Programme &programme;
    QString poolId;
    QStringList useCases;         ///< the earmark; for a proof of concept its scope
    QStringList alreadyEarmarked; ///< use cases of earlier eligible proof-of-concept pools
    bool filedThroughAce = false;
};

Eligibility decide(const EligibilityQuestion &question);

/// The path of a pool's findings.
QString poolField(const QString &poolId);

} // namespace funding
