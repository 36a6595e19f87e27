// The history of a case, thinned: which of its revisions may be forgotten. A pure function.
//
// A revision is saved with every edit, so that a crash loses at most a second; kept for ever, they would make a case of an
// afternoon larger than all others together. Of the latest work everything is kept, of older work the states at which
// somebody stopped.
#pragma once

#include <QDateTime>

#include <vector>

namespace db {

struct SavedRevision {
    int revision = 1;
    QDateTime savedAt; ///< UTC
    bool filed = false;
};

/// The newest of a case that are always kept.
inline constexpr int kNewestRevisionsKept = 50;
/// Edits further apart than this, in minutes, belong to two sittings.
inline constexpr int kMinutesBetweenSittings = 30;
/// So many days back every sitting is kept, further back every day.
inline constexpr int kDaysOfSittings = 30;

/// Of `history` (all revisions of one case, oldest first) the numbers of those that may go, oldest first. Kept are
///
/// - the first, the newest kNewestRevisionsKept, and those that were filed;
/// - of the last sitting the last of each minute;
/// - of sittings up to kDaysOfSittings days before `now` the last of each hour, and so the last of all;
/// - before that, the last of each day (UTC).
///
/// Order is that of the revision numbers. A clock that was wrong makes it keep more, never less: what seems to be of the
/// future counts as of now, and a step back begins a sitting.
std::vector<int> revisionsToForget(const std::vector<SavedRevision> &history, const QDateTime &now);

} // namespace db
