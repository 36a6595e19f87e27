// Which backups are kept: those of the last two days, and the newest of each of 7 days, 4 weeks and 6 months. A pure
// function.
#pragma once

#include <QDateTime>

#include <vector>

namespace db {

inline constexpr int kDaysKeptWhole = 2;
inline constexpr int kDailyKept = 7;
inline constexpr int kWeeklyKept = 4; ///< ISO weeks
inline constexpr int kMonthlyKept = 6;

/// Of backups made at `madeAt` (any order) the places of those that may go, ascending. Days, weeks and months count when
/// they have a backup: after a long pause nothing is lost. What a wrong clock dated after `now` is kept and does not count.
std::vector<std::size_t> backupsToDelete(const std::vector<QDateTime> &madeAt, const QDateTime &now);

} // namespace db
