#include "ui/workloadfigures.h"

#include "domain/digits.h"
#include "domain/exact.h"
#include "session/numbertext.h"
#include "ui/words.h"

namespace ui {

using domain::Int128;
using projection::Line;
using namespace Qt::StringLiterals;

namespace {

const Line *lineOf(const session::CaseView &view, const QString &lineId)
{
    return view.computed.projection.line(lineId);
}

/// cents / count in dollars with so many decimals.
QString perOne(qint64 cents, qint64 count, int decimals)
{
    const Int128 scaled = domain::divideHalfEven(Int128(cents) * domain::powerOfTen(decimals - 2), count);
    return u'$' + domain::formatScaled(scaled, decimals, decimals);
}

} // namespace

QString modelName(const session::CaseView &view, const QString &lineId)
{
    const Line *line = lineOf(view, lineId);
    return line ? line->modelName : QString();
}

QString requestsADay(const session::CaseView &view, const QString &lineId)
{
    const Line *line = lineOf(view, lineId);
    return line && line->isWorkload ? session::groupedNumber(QString::number(line->basis.callsPerDay)) : QString();
}

QString perCall(const session::CaseView &view, const QString &lineId)
{
    constexpr int kFew = 4;
    constexpr int kMany = 6;
    const Line *line = lineOf(view, lineId);
    if (!line)
        return {};
    for (std::size_t month = 0; month < line->monthly.size() && month < line->basis.requests.size(); ++month) {
        const qint64 calls = line->basis.requests[month];
        if (calls <= 0)
            continue;
        const qint64 amount = line->monthly[month].cents();
        return perOne(amount, calls, amount / calls > 0 || Int128(amount) * 10 >= calls ? kFew : kMany);
    }
    return {};
}

QString firstMonth(const session::CaseView &view, const QString &lineId)
{
    const Line *line = lineOf(view, lineId);
    return line && !line->monthly.empty() ? cents(line->monthly.front()) : QString();
}

QString fullMonth(const session::CaseView &view, const QString &lineId)
{
    const Line *line = lineOf(view, lineId);
    const int month = view.computed.projection.fullMonth;
    return line && month > 0 ? cents(line->monthly[static_cast<std::size_t>(month - 1)]) : QString();
}

QString shareOfBedrock(const session::CaseView &view, const QString &lineId)
{
    const Line *line = lineOf(view, lineId);
    if (!line)
        return {};
    for (std::size_t month = 0; month < line->monthly.size(); ++month) {
        qint64 all = 0;
        for (const Line &other : view.computed.projection.lines)
            all += other.isWorkload ? other.monthly[month].cents() : 0;
        if (all == 0)
            continue;
        constexpr int kPerMille = 1000;
        const Int128 share = domain::divideHalfEven(Int128(line->monthly[month].cents()) * kPerMille, all);
        return domain::formatScaled(share, 1, 1) + u'%';
    }
    return {};
}

} // namespace ui
