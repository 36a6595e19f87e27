#include "db/turns.h"

#include <sqlite3.h>

namespace db {

namespace {

constexpr int kBreak = 8;        // milliseconds: longer than the naps of one that waits (db/connection.cpp)
constexpr int kLongStreak = 100; // milliseconds: what a break costs is a twelfth of it

} // namespace

void Turns::beforeWriting()
{
    if (!m_sinceLast.isValid() || m_sinceLast.hasExpired(kBreak)) {
        m_streak.start();
        return;
    }
    if (!m_streak.hasExpired(kLongStreak))
        return;
    sqlite3_sleep(kBreak);
    m_streak.start();
}

} // namespace db
