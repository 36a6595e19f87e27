#include "ui/figure.h"

#include "projection/totals.h"
#include "ui/words.h"

#include <algorithm>

namespace ui {

using domain::Money;
using projection::Line;
using projection::Projection;
using session::CaseView;
using namespace Qt::StringLiterals;

namespace {

QString spanLabel(const Figure &figure, const Projection &projection)
{
    switch (figure.span) {
    case Figure::Span::Month: return monthLabel(projection.monthAt(figure.month));
    case Figure::Span::Average: return u"average of the months with spend"_s;
    case Figure::Span::Peak: return u"highest month"_s;
    case Figure::Span::Full:
        return projection.fullMonth > 0 ? u"full month, %1"_s.arg(monthLabel(projection.monthAt(projection.fullMonth)))
                                        : u"full month"_s;
    case Figure::Span::All: break;
    }
    return u"%1 months"_s.arg(projection.months);
}

Money monthOf(const projection::Monthly &monthly, int month)
{
    const auto index = static_cast<std::size_t>(month - 1);
    return month >= 1 && index < monthly.size() ? monthly[index] : Money();
}

Money sumOf(const projection::Monthly &monthly)
{
    Money sum;
    for (const Money amount : monthly)
        sum += amount;
    return sum;
}

/// The month whose amounts are added up; 0 when the span is about several.
int monthOfSpan(const Figure &figure, const Projection &projection)
{
    if (figure.span == Figure::Span::Month)
        return figure.month;
    return figure.span == Figure::Span::Full ? projection.fullMonth : 0;
}

void addMonths(Arithmetic &arithmetic, const projection::Monthly &monthly, const Projection &projection)
{
    for (int month = 1; month <= projection.months; ++month)
        arithmetic.rows.push_back({monthLabel(projection.monthAt(month)), cents(monthOf(monthly, month)), false});
    arithmetic.rows.push_back({u"Total"_s, cents(sumOf(monthly)), true});
}

/// Sum, average or highest of a row of months.
void addSpan(Arithmetic &arithmetic, const Figure &figure, const projection::Totals &totals,
             const Projection &projection)
{
    addMonths(arithmetic, totals.monthly, projection);
    if (figure.span == Figure::Span::Average)
        arithmetic.rows.push_back({u"Total / months with spend"_s, cents(totals.average), true});
    else if (figure.span == Figure::Span::Peak)
        arithmetic.rows.push_back({u"The highest of them"_s, cents(totals.peak), true});
}

Money shownAmount(const Figure &figure, const projection::Totals &totals)
{
    switch (figure.span) {
    case Figure::Span::Month: return monthOf(totals.monthly, figure.month);
    case Figure::Span::Average: return totals.average;
    case Figure::Span::Peak: return totals.peak;
    case Figure::Span::Full: return totals.full;
    case Figure::Span::All: break;
    }
    return totals.total;
}

Arithmetic ofLine(const Figure &figure, const CaseView &view)
{
    const Projection &projection = view.computed.projection;
    const Line *line = projection.line(figure.id);
    if (!line)
        return {};
    const projection::Totals totals = projection::totalsOf(line->monthly, projection.fullMonth);
    Arithmetic arithmetic;
    arithmetic.title = u"%1, %2"_s.arg(line->name, cents(shownAmount(figure, totals)));
    arithmetic.caption = u"%1, %2"_s.arg(line->service, spanLabel(figure, projection));
    arithmetic.formula = projection::explain(*line, projection).trimmed();
    if (const int month = monthOfSpan(figure, projection); month > 0)
        arithmetic.rows.push_back({monthLabel(projection.monthAt(month)), cents(monthOf(line->monthly, month)), true});
    else
        addSpan(arithmetic, figure, totals, projection);
    return arithmetic;
}

Arithmetic ofService(const Figure &figure, const CaseView &view)
{
    const Projection &projection = view.computed.projection;
    const auto service = std::ranges::find(projection.services, figure.id, &projection::ServiceTotals::service);
    if (service == projection.services.end())
        return {};
    Arithmetic arithmetic;
    arithmetic.title = u"%1, %2"_s.arg(figure.id, cents(shownAmount(figure, service->totals)));
    arithmetic.caption = spanLabel(figure, projection);
    const int month = monthOfSpan(figure, projection);
    if (month > 0) {
        for (const Line &line : projection.lines) {
            if (line.service == figure.id)
                arithmetic.rows.push_back({line.name, cents(monthOf(line.monthly, month)), false});
        }
        arithmetic.rows.push_back({u"Total"_s, cents(monthOf(service->totals.monthly, month)), true});
    } else {
        addSpan(arithmetic, figure, service->totals, projection);
    }
    return arithmetic;
}

Arithmetic ofTotal(const Figure &figure, const CaseView &view)
{
    const Projection &projection = view.computed.projection;
    Arithmetic arithmetic;
    arithmetic.title = u"All spend, %1"_s.arg(cents(shownAmount(figure, projection.total)));
    arithmetic.caption = spanLabel(figure, projection);
    const int month = monthOfSpan(figure, projection);
    if (month > 0) {
        for (const projection::ServiceTotals &service : projection.services)
            arithmetic.rows.push_back({service.service, cents(monthOf(service.totals.monthly, month)), false});
        arithmetic.rows.push_back({u"Total"_s, cents(monthOf(projection.total.monthly, month)), true});
    } else {
        addSpan(arithmetic, figure, projection.total, projection);
    }
    return arithmetic;
}

QString programName(const CaseView &view, const QString &poolId, const QString &fallback)
{
    for (const session::RecordView &record : view.records) {
        if (record.poolId == poolId)
            return record.program;
    }
    return fallback;
}

Arithmetic ofAsk(const Figure &figure, const CaseView &view)
{
    const funding::Pool *pool = view.computed.plan.pool(figure.id);
    if (!pool)
        return {};
    const Projection &projection = view.computed.projection;
    Arithmetic arithmetic;
    arithmetic.title = u"%1 ask, %2"_s.arg(programName(view, pool->id, pool->programme), dollars(pool->ask));
    arithmetic.caption = windowLabel(projection.monthAt(pool->firstSizedMonth()), projection.monthAt(pool->lastMonth));
    arithmetic.formula = u"Eligible spend in scope and window that nothing before it pays, x (1 + headroom), rounded "
                         "up to the next whole $500."_s;
    arithmetic.rows = {{u"Need in the window"_s, cents(pool->need), false},
                       {u"Headroom"_s, cents(pool->headroom), false},
                       {u"Rounded up, before the ceiling"_s, cents(pool->rawAsk), true}};
    const QString last = pool->overridden          ? u"Ask, as set by hand"_s
                       : pool->ask != pool->rawAsk ? u"Ask, at the program's ceiling"_s
                                                   : u"Ask"_s;
    arithmetic.rows.push_back({last, cents(pool->ask), true});
    return arithmetic;
}

Arithmetic ofCreditsEnd(const CaseView &view)
{
    const Projection &projection = view.computed.projection;
    Arithmetic arithmetic;
    const CreditsEnd end = creditsEnd(view);
    if (!end.month)
        return {};
    arithmetic.title = end.beyond ? u"Credits last beyond %1"_s.arg(monthLabel(*end.month))
                                  : u"Credits end in %1"_s.arg(monthLabel(*end.month));
    arithmetic.formula = u"The month in which the last credit pays a charge, in the planned order."_s;
    const auto state = [&](const std::optional<int> exhausted, Money unspent) {
        if (exhausted)
            return u"used up %1"_s.arg(monthLabel(projection.monthAt(*exhausted)));
        return unspent.isZero() ? u"used in part"_s : u"%1 left"_s.arg(cents(unspent));
    };
    for (const funding::HeldCredit &held : view.computed.plan.heldCredits)
        arithmetic.rows.push_back({u"Held: %1"_s.arg(held.programme), u"%1 paid"_s.arg(cents(held.pays.total)), false});
    for (const funding::Pool &pool : view.computed.plan.pools)
        arithmetic.rows.push_back(
            {programName(view, pool.id, pool.programme),
             u"%1 paid, %2"_s.arg(cents(pool.pays.total), state(pool.exhaustedInMonth, pool.unspent)), false});
    return arithmetic;
}

} // namespace

Arithmetic arithmeticOf(const Figure &figure, const CaseView &view)
{
    Arithmetic arithmetic;
    switch (figure.kind) {
    case Figure::Kind::Line: arithmetic = ofLine(figure, view); break;
    case Figure::Kind::Service: arithmetic = ofService(figure, view); break;
    case Figure::Kind::Total: arithmetic = ofTotal(figure, view); break;
    case Figure::Kind::Ask: arithmetic = ofAsk(figure, view); break;
    case Figure::Kind::CreditsEnd: arithmetic = ofCreditsEnd(view); break;
    }
    if (!arithmetic.title.isEmpty())
        arithmetic.source = u"Rate book of %1."_s.arg(dateLabel(view.computed.projection.rateBookAsOf));
    return arithmetic;
}

CreditsEnd creditsEnd(const CaseView &view)
{
    CreditsEnd end;
    int last = 0;
    for (const funding::LedgerEntry &entry : view.computed.plan.ledger) {
        if (entry.payer.kind == funding::PayerKind::Held || entry.payer.kind == funding::PayerKind::Pool)
            last = std::max(last, entry.month);
    }
    if (last > 0)
        end.month = view.computed.projection.monthAt(last);
    for (const funding::Pool &pool : view.computed.plan.pools)
        end.beyond = end.beyond || !pool.unspent.isZero();
    return end;
}

} // namespace ui
