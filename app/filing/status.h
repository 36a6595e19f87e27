// Status: how the status of a record may move. The words and what follows what stand in the filing rules.
#pragma once

#include "catalogue/filingrules.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace filing {

/// What a record's status is asked to become.
struct Move {
    QString from;   ///< the status it has now
    QString before; ///< the one before that; empty: none. A mistake is taken back to it, with a reason
    QString to;
    bool throughAce = true;      ///< pools outside ACE have no filing of their own: their status alone is kept
    bool beforeWasFiled = false; ///< `from` came with a filing, which is never taken back
    QString reason;
};

/// Why the move is refused, as one sentence with the way out; empty: it is legal. A record filed through ACE becomes `filed`
/// by a filing only.
QString refusal(const catalogue::FilingRules &rules, const Move &move);

/// What may follow, for a list to choose from; without `filed` for a record filed through ACE.
QStringList nextStatuses(const catalogue::FilingRules &rules, const QString &from, bool throughAce);

/// Whether a record of that status may be filed without overwriting what was filed.
bool mayBeFiled(const catalogue::FilingRules &rules, const QString &status);

/// What AWS calls the review status of a record of that status, an unknown or empty one being `drafting`.
QString reviewStatusOf(const catalogue::FilingRules &rules, const QString &status);

/// The word of one of AWS's own review statuses ("In review"); empty when it is none.
QString statusOfAws(const catalogue::FilingRules &rules, const QString &reviewStatus);

} // namespace filing
