#include "funding/arithmetic.h"

#include "domain/defaults.h"
#include "domain/numerals.h"

namespace funding {

using domain::Decimal;
using domain::dollarsAndCents;
using domain::Int128;
using domain::Money;
using projection::Arithmetic;
using projection::Projection;
using namespace Qt::StringLiterals;

namespace {

Money eligibleInScope(const Pool &pool, const Projection &projection, int month)
{
    Money sum;
    for (const projection::Line &line : projection.lines) {
        if (line.creditEligible && pool.hasInScope(line))
            sum += line.monthly[static_cast<std::size_t>(month - 1)];
    }
    return sum;
}

QString windowText(const Pool &pool, const Projection &projection)
{
    const QString from = domain::shortMonthName(projection.monthAt(pool.firstSizedMonth()));
    const QString to = domain::shortMonthName(projection.monthAt(pool.lastMonth));
    return from == to ? from : from + u" to "_s + to;
}

/// need x (1 + headroom), exact: cents x millionths are 10^-8 dollars.
QString withHeadroom(Money need, Decimal headroom)
{
    const Int128 exact = Int128(need.cents()) * (Decimal::kScale + headroom.millionths());
    return u'$' + domain::groupedDigits(domain::decimalText(exact, 8, Money::kDecimals));
}

void addNeed(const Pool &pool, const Projection &projection, Arithmetic &arithmetic)
{
    const QString scope = pool.earmarked ? u"eligible spend of its use cases"_s : u"eligible spend"_s;
    for (int month = pool.fromMonth; month <= pool.lastMonth; ++month) {
        const Money need = pool.needByMonth[static_cast<std::size_t>(month - 1)];
        const Money spend = eligibleInScope(pool, projection, month);
        QString formula = dollarsAndCents(spend) + u' ' + scope;
        if (month < pool.issuedMonth)
            formula += u", before the credits are issued: left out"_s;
        else if (need != spend)
            formula += u" - "_s + dollarsAndCents(spend - need) + u" that credits before it pay"_s;
        arithmetic.steps.push_back(
            {domain::shortMonthName(projection.monthAt(month)), formula, dollarsAndCents(need), {}, {}, {}, false});
    }
    arithmetic.steps.push_back({u"Need"_s, {}, dollarsAndCents(pool.need), {}, {}, {}, true});
}

void addCeiling(const Pool &pool, const catalogue::Programme &programme, Arithmetic &arithmetic)
{
    if (!programme.ceiling)
        return;
    const bool cuts = pool.rawAsk > *programme.ceiling;
    arithmetic.steps.push_back({u"Ceiling of the program"_s,
                                cuts ? u"the lower of the two counts"_s : u"does not cut it"_s,
                                dollarsAndCents(*programme.ceiling),
                                {},
                                programme.source,
                                programme.asOf,
                                false});
}

} // namespace

Arithmetic needArithmetic(const Pool &pool, const Projection &projection)
{
    Arithmetic arithmetic;
    arithmetic.title = pool.id + u" need"_s;
    arithmetic.caption = windowText(pool, projection);
    addNeed(pool, projection, arithmetic);
    arithmetic.result = arithmetic.steps.back().result;
    return arithmetic;
}

Arithmetic askArithmetic(const Pool &pool, const Projection &projection, const catalogue::Programmes &programmes,
                         const domain::Worksheet &worksheet)
{
    const Decimal headroom = domain::headroomOf(worksheet.funding);
    Arithmetic arithmetic;
    arithmetic.title = pool.id + u" ask"_s;
    arithmetic.caption = windowText(pool, projection);
    addNeed(pool, projection, arithmetic);
    const auto add = [&arithmetic](const QString &label, const QString &formula, const QString &result, bool sum) {
        arithmetic.steps.push_back({label, formula, result, {}, {}, {}, sum});
    };
    add(u"Headroom for evaluation and growth"_s, dollarsAndCents(pool.need) + u" x "_s + domain::percentText(headroom),
        dollarsAndCents(pool.headroom), false);
    add(u"Need before ceiling"_s, withHeadroom(pool.need, headroom) + u" up to the next whole $500"_s,
        dollarsAndCents(pool.rawAsk), true);
    if (const catalogue::Programme *programme = programmes.find(pool.programme))
        addCeiling(pool, *programme, arithmetic);
    const QString how = !pool.eligible         ? u"the case is not eligible"_s
                      : pool.overridden        ? u"set by hand in the worksheet"_s
                      : pool.ask < pool.rawAsk ? u"the program's ceiling"_s
                                               : QString();
    add(u"Ask"_s, how, dollarsAndCents(pool.ask), true);
    arithmetic.result = arithmetic.steps.back().result;
    return arithmetic;
}

} // namespace funding
