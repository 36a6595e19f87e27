// The arithmetic of totals: sums of whole cents, nothing else.
#include "projection/arithmetic.h"

#include "domain/numerals.h"
#include "projection/totals.h"

#include <algorithm>

namespace projection {

using domain::dollarsAndCents;
using domain::Money;
using namespace Qt::StringLiterals;

namespace {

struct Part {
    QString label;
    Money amount;
};

/// What one month of a row is made of: services of the whole, lines of a service.
using PartsOf = std::vector<Part> (*)(const Projection &, const QString &, int);

std::vector<Part> servicesIn(const Projection &projection, const QString &, int month)
{
    std::vector<Part> parts;
    for (const ServiceTotals &service : projection.services)
        parts.push_back({service.service, service.totals.monthly[static_cast<std::size_t>(month - 1)]});
    return parts;
}

std::vector<Part> linesOf(const Projection &projection, const QString &service, int month)
{
    std::vector<Part> parts;
    for (const Line &line : projection.lines) {
        if (line.service == service)
            parts.push_back({line.name, line.monthly[static_cast<std::size_t>(month - 1)]});
    }
    return parts;
}

std::vector<Part> monthsOf(const Projection &projection, const Monthly &monthly)
{
    std::vector<Part> parts;
    for (int month = 1; month <= projection.months; ++month)
        parts.push_back(
            {domain::shortMonthName(projection.monthAt(month)), monthly[static_cast<std::size_t>(month - 1)]});
    return parts;
}

void addSum(const std::vector<Part> &parts, const QString &label, Arithmetic &arithmetic)
{
    Money sum;
    for (const Part &part : parts) {
        arithmetic.steps.push_back({part.label, {}, dollarsAndCents(part.amount), {}, {}, {}, false});
        sum += part.amount;
    }
    arithmetic.steps.push_back({label, {}, dollarsAndCents(sum), {}, {}, {}, true});
}

void addAverage(const Totals &totals, Arithmetic &arithmetic)
{
    const auto spent =
        std::count_if(totals.monthly.begin(), totals.monthly.end(), [](Money amount) { return !amount.isZero(); });
    const QString formula = spent == 0 ? u"no month has spend"_s
                                       : dollarsAndCents(totals.total) + u" / "_s + QString::number(spent)
                                             + (spent == 1 ? u" month with spend"_s : u" months with spend"_s);
    arithmetic.steps.push_back({u"Average"_s, formula, dollarsAndCents(totals.average), {}, {}, {}, true});
}

void addPeak(const Totals &totals, const Projection &projection, Arithmetic &arithmetic)
{
    const auto highest = std::max_element(totals.monthly.begin(), totals.monthly.end());
    const auto month = static_cast<int>(highest - totals.monthly.begin()) + 1;
    arithmetic.steps.push_back({u"Peak"_s,
                                totals.peak.isZero()
                                    ? u"no month has spend"_s
                                    : u"the highest of them: "_s + domain::shortMonthName(projection.monthAt(month)),
                                dollarsAndCents(totals.peak),
                                {},
                                {},
                                {},
                                true});
}

QString spanCaption(Span span, int month, const Projection &projection)
{
    switch (span) {
    case Span::Month: return domain::shortMonthName(projection.monthAt(month));
    case Span::All: return QString::number(projection.months) + u" months"_s;
    case Span::Average: return u"average of the months with spend"_s;
    case Span::Peak: return u"highest month"_s;
    case Span::Full: break;
    }
    return projection.fullMonth > 0
             ? u"full month, "_s + domain::shortMonthName(projection.monthAt(projection.fullMonth))
             : u"full month: nothing is ever spent"_s;
}

Arithmetic rowArithmetic(const QString &title, const Totals &totals, Span span, int month, const Projection &projection,
                         PartsOf partsOf, const QString &service)
{
    Arithmetic arithmetic;
    arithmetic.title = title;
    arithmetic.caption = spanCaption(span, month, projection);
    const int only = span == Span::Month ? month : span == Span::Full ? projection.fullMonth : 0;
    const bool isOneMonth = span == Span::Month || span == Span::Full;
    if (isOneMonth && only >= 1 && only <= projection.months && partsOf)
        addSum(partsOf(projection, service, only), u"Total"_s, arithmetic);
    else if (isOneMonth)
        addSum({}, u"Total"_s, arithmetic);
    else
        addSum(monthsOf(projection, totals.monthly), u"Total"_s, arithmetic);
    if (span == Span::Average)
        addAverage(totals, arithmetic);
    else if (span == Span::Peak)
        addPeak(totals, projection, arithmetic);
    arithmetic.result = arithmetic.steps.back().result;
    return arithmetic;
}

} // namespace

Arithmetic lineArithmetic(const Line &line, Span span, int month, const Projection &projection)
{
    const int only = span == Span::Month ? month : span == Span::Full ? projection.fullMonth : 0;
    if (only >= 1 && only <= projection.months)
        return lineArithmetic(line, only, projection);
    return rowArithmetic(line.name, totalsOf(line.monthly, projection.fullMonth), span, month, projection, nullptr, {});
}

Arithmetic serviceArithmetic(const ServiceTotals &service, Span span, int month, const Projection &projection)
{
    return rowArithmetic(service.service, service.totals, span, month, projection, linesOf, service.service);
}

Arithmetic totalArithmetic(Span span, int month, const Projection &projection)
{
    return rowArithmetic(u"All spend"_s, projection.total, span, month, projection, servicesIn, {});
}

} // namespace projection
