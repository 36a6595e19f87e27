// Turns: lets others write. A program that saves without a break would begin again before one that waits for the file, and
// naps between its tries, finds it free: now and then it stays away for longer than such a nap.
#pragma once

#include <QElapsedTimer>

namespace db {

class Turns {
public:
    /// Before a transaction that writes: waits some milliseconds when this program has kept the file for long.
    void beforeWriting();
    void afterWriting() { m_sinceLast.start(); }

private:
    QElapsedTimer m_streak;    ///< since the first of transactions that follow each other without a break
    QElapsedTimer m_sinceLast; ///< since the last of them ended
};

} // namespace db
