#include "db/history.h"

#include <tuple>

namespace db {

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

/// Of neighbors with the same one, only the last is kept.
using Span = std::tuple<qint64, qint64, qint64>; // sitting (-1: any), length, number

std::vector<qint64> sittingsOf(const std::vector<SavedRevision> &history)
{
    std::vector<qint64> sittings;
    sittings.reserve(history.size());
    qint64 sitting = 0;
    for (std::size_t index = 0; index < history.size(); ++index) {
        if (index > 0) {
            const qint64 pause = history[index - 1].savedAt.secsTo(history[index].savedAt);
            if (pause < 0 || pause > kMinutesBetweenSittings * kMinute)
                ++sitting;
        }
        sittings.push_back(sitting);
    }
    return sittings;
}

Span spanOf(const SavedRevision &revision, qint64 sitting, qint64 lastSitting, const QDateTime &now)
{
    const qint64 second = revision.savedAt.toSecsSinceEpoch();
    if (sitting == lastSitting)
        return {sitting, kMinute, second / kMinute};
    if (revision.savedAt.secsTo(now) <= kDaysOfSittings * kDay)
        return {sitting, kHour, second / kHour};
    return {-1, kDay, second / kDay};
}

} // namespace

std::vector<int> revisionsToForget(const std::vector<SavedRevision> &history, const QDateTime &now)
{
    std::vector<int> forgotten;
    if (history.size() <= kNewestRevisionsKept)
        return forgotten;
    const std::vector<qint64> sittings = sittingsOf(history);
    const std::size_t alwaysFrom = history.size() - kNewestRevisionsKept;
    for (std::size_t index = 1; index < alwaysFrom; ++index) {
        const Span own = spanOf(history[index], sittings[index], sittings.back(), now);
        const Span next = spanOf(history[index + 1], sittings[index + 1], sittings.back(), now);
        if (own == next && !history[index].filed)
            forgotten.push_back(history[index].revision);
    }
    return forgotten;
}

} // namespace db
