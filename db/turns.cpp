#include "db/turns.h"

#include <sqlite3.h>

namespace db {

namespace {

// Milliseconds: longer than the naps of one that waits (db/connection.cpp) and what a busy machine adds to them. With
// breaks of 8 it slept through several in a row there, and waited for two thirds of a second.
constexpr int kBreak = 20;
constexpr int kLongStreak = 60; // milliseconds: only saves that follow each other without a pause pay for it, a quarter

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
