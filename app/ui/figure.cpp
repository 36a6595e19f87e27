#include "ui/figure.h"

#include "funding/arithmetic.h"
#include "projection/arithmetic.h"
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

projection::Span spanOf(Figure::Span span)
{
    switch (span) {
    case Figure::Span::Month: return projection::Span::Month;
    case Figure::Span::Average: return projection::Span::Average;
    case Figure::Span::Peak: return projection::Span::Peak;
    case Figure::Span::Full: return projection::Span::Full;
    case Figure::Span::All: break;
    }
    return projection::Span::All;
}

/// The steps as rows: what it is, how it comes about below it, its result; and where the prices come from.
void addSteps(Arithmetic &arithmetic, const std::vector<projection::ArithmeticStep> &steps)
{
    QStringList sources;
    for (const projection::ArithmeticStep &step : steps) {
        const QString label = step.formula.isEmpty() ? step.label : step.label + u'\n' + step.formula;
        arithmetic.rows.push_back({label, step.result, step.sum});
        if (step.source.isEmpty())
            continue;
        const QString source = step.source.endsWith(u'.') ? step.source.chopped(1) : step.source;
        const QString dated = u"%1, as of %2."_s.arg(source, step.asOf);
        if (!sources.contains(dated))
            sources.append(dated);
    }
    arithmetic.source = sources.join(u'\n');
}

Arithmetic titled(const QString &title, const QString &caption, const projection::Arithmetic &from)
{
    Arithmetic arithmetic;
    arithmetic.title = u"%1, %2"_s.arg(title, from.result);
    arithmetic.caption = caption;
    addSteps(arithmetic, from.steps);
    return arithmetic;
}

Arithmetic ofLine(const Figure &figure, const CaseView &view)
{
    const Projection &projection = view.computed.projection;
    const Line *line = projection.line(figure.id);
    if (!line)
        return {};
    const projection::Arithmetic steps =
        projection::lineArithmetic(*line, spanOf(figure.span), figure.month, projection);
    return titled(line->name, u"%1, %2"_s.arg(line->service, spanLabel(figure, projection)), steps);
}

Arithmetic ofService(const Figure &figure, const CaseView &view)
{
    const Projection &projection = view.computed.projection;
    const auto service = std::ranges::find(projection.services, figure.id, &projection::ServiceTotals::service);
    if (service == projection.services.end())
        return {};
    return titled(figure.id, spanLabel(figure, projection),
                  projection::serviceArithmetic(*service, spanOf(figure.span), figure.month, projection));
}

Arithmetic ofTotal(const Figure &figure, const CaseView &view)
{
    const Projection &projection = view.computed.projection;
    return titled(u"All spend"_s, spanLabel(figure, projection),
                  projection::totalArithmetic(spanOf(figure.span), figure.month, projection));
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
    addSteps(arithmetic, funding::askArithmetic(*pool, projection, {}, view.computed.worksheet).steps);
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
    const QString book = u"Rate book of %1."_s.arg(dateLabel(view.computed.projection.rateBookAsOf));
    if (!arithmetic.title.isEmpty())
        arithmetic.source = arithmetic.source.isEmpty() ? book : arithmetic.source + u'\n' + book;
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
