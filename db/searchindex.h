// The search index of a case file: two full-text tables, kept right with every save.
//
// case_words is small (company, website, titles) and answers while a word is being typed; case_text holds every word that a
// case says, once, and is asked for longer words only. Row id in both is "case".changed, so that hits come last changed
// first without ranking or sorting. Merging what many saves left behind is put off (a save in which FTS5 merges takes thirty
// times as long) and done by mergeIndex() when nobody waits.
#pragma once

#include "db/connection.h"

namespace db {

/// The version of a file whose tables of the index are written and compared here. Those of an older one are only searched
/// in once it is brought up to date.
inline constexpr int kSearchVersion = 9;

/// Writes the words of a case that stands in the tables with that number and place in the order of changes.
Step indexCase(Connection &connection, qint64 number, qint64 changed);
/// Takes a case's words out: before its place in the order of changes becomes another, or its texts do.
Step forgetCase(Connection &connection, qint64 changed);

/// Makes both tables anew from the cases, whatever is in them. Inside a transaction of the caller's.
Step rebuildIndex(Connection &connection);
/// Fills the empty tables of a file that was just brought up to date.
Step fillIndex(Connection &connection);

/// Cases whose words are not what they ought to be, and rows without a case.
struct IndexDifference {
    qint64 count = 0;
    QString first; ///< a case's id; empty when only rows without a case are wrong
};
ports::StoreResult<IndexDifference> compareIndex(Connection &connection);

/// Corrupt, with SQLite's words, unless both indexes agree with the text they hold. Counts as a write to SQLite: inside a
/// transaction that the caller rolls back.
Step verifyIndex(Connection &connection);

/// Does a part of the merging that saves put off; false when there is nothing left. Inside a transaction of the caller's.
ports::StoreResult<bool> mergeIndex(Connection &connection);

} // namespace db
