#include "db/retention.h"

#include <QDate>

#include <algorithm>
#include <numeric>

namespace db {

namespace {

qint64 dayOf(QDate date)
{
    return date.toJulianDay();
}

qint64 weekOf(QDate date)
{
    int year = 0;
    const int week = date.weekNumber(&year);
    return qint64{year} * 100 + week;
}

qint64 monthOf(QDate date)
{
    return qint64{date.year()} * 100 + date.month();
}

/// Keeps the newest of each of the first `most` periods it meets, asked from the newest to the oldest.
class Periods {
public:
    Periods(qint64 (*periodOf)(QDate), int most) : m_periodOf(periodOf), m_left(most) {}

    bool keeps(QDate date)
    {
        const qint64 period = m_periodOf(date);
        if (m_left == 0 || (m_any && period == m_last))
            return false;
        m_any = true;
        m_last = period;
        --m_left;
        return true;
    }

private:
    qint64 (*m_periodOf)(QDate);
    int m_left;
    bool m_any = false;
    qint64 m_last = 0;
};

} // namespace

std::vector<std::size_t> backupsToDelete(const std::vector<QDateTime> &madeAt, const QDateTime &now)
{
    std::vector<std::size_t> newestFirst(madeAt.size());
    std::iota(newestFirst.begin(), newestFirst.end(), std::size_t{0});
    std::ranges::stable_sort(newestFirst, [&](std::size_t a, std::size_t b) { return madeAt[a] > madeAt[b]; });
    Periods periods[] = {{dayOf, kDailyKept}, {weekOf, kWeeklyKept}, {monthOf, kMonthlyKept}};
    std::vector<std::size_t> deleted;
    for (const std::size_t place : newestFirst) {
        if (madeAt[place] > now)
            continue;
        bool kept = madeAt[place].addDays(kDaysKeptWhole) >= now;
        for (Periods &one : periods)
            kept = one.keeps(madeAt[place].date()) || kept;
        if (!kept)
            deleted.push_back(place);
    }
    std::ranges::sort(deleted);
    return deleted;
}

} // namespace db
