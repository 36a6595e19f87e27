#include "funding/planfindings.h"

#include "domain/defaults.h"
#include "domain/exact.h"
#include "funding/eligibility.h"
#include "funding/words.h"

#include <algorithm>

namespace funding {

using catalogue::Programme;
using domain::Decimal;
using domain::Money;
using domain::Severity;
using domain::Worksheet;
using projection::Projection;
using namespace Qt::StringLiterals;

namespace {

/// The monthly spend from which on the pool's window reaches the floor.
Money monthlySpendForFloor(Money floor, Decimal headroom, int months)
{
    const domain::Int128 divisor = domain::Int128(Decimal::kScale + headroom.millionths()) * std::max(months, 1);
    const domain::Int128 numerator = domain::Int128(floor.cents()) * Decimal::kScale;
    const auto cents = static_cast<qint64>((numerator + divisor - 1) / divisor);
    return Money::fromDollars((cents + 99) / 100);
}

void noteFloor(const Worksheet &worksheet, const Programme &programme, const Pool &pool, FundingPlan &plan)
{
    if (!pool.eligible || !programme.floor || pool.ask >= *programme.floor)
        return;
    const int months = std::max(pool.lastMonth - pool.fromMonth + 1, 0);
    const Money enough = monthlySpendForFloor(*programme.floor, domain::headroomOf(worksheet.funding), months);
    const bool startup = worksheet.company.stage && *worksheet.company.stage <= domain::Stage::SeriesA;
    plan.findings.push_back(
        {u"pool-below-floor"_s, Severity::Warning, poolField(pool.id),
         u"The projection supports an ask of "_s + dollars(pool.ask) + u", below the program's floor of "_s
             + dollars(*programme.floor) + u'.',
         (startup && programme.proofOfConcept ? u"Use Activate Founders for this volume; a"_s : u"A"_s)
             + u" record is worth filing from about "_s + dollars(enough) + u" of eligible spend a month in its "_s
             + QString::number(months) + u"-month window. Never ask for more than the projection supports."_s});
}

void noteCeiling(const Programme &programme, const Pool &pool, FundingPlan &plan)
{
    if (!pool.eligible || !programme.ceiling || pool.overridden || pool.rawAsk <= *programme.ceiling)
        return;
    plan.findings.push_back({u"pool-above-ceiling"_s, Severity::Advice, poolField(pool.id),
                             u"Need before ceiling is "_s + dollars(pool.rawAsk)
                                 + u"; the program's ceiling cuts the ask to "_s + dollars(*programme.ceiling) + u'.',
                             u"The rest is paid by the customer unless another pool covers it."_s});
}

Money computedAsk(const Programme &programme, const Pool &pool)
{
    return programme.ceiling ? std::min(pool.rawAsk, *programme.ceiling) : pool.rawAsk;
}

/// A record that asks for no credits. Where the program has a floor, an ask of $0 that was computed is below it.
void noteNothing(const Programme &programme, const Pool &pool, FundingPlan &plan)
{
    if (!pool.eligible || !pool.ask.isZero())
        return;
    if (const Money computed = computedAsk(programme, pool); !computed.isZero())
        plan.findings.push_back({u"pool-asks-nothing"_s, Severity::Warning, poolField(pool.id) + u"/amountUsd"_s,
                                 u"The ask was set to $0 by hand: a record that asks for no credits."_s,
                                 u"Take the pool out, or remove the amount to ask for "_s + dollars(computed) + u'.'});
    else if (!programme.floor)
        plan.findings.push_back({u"pool-asks-nothing"_s, Severity::Warning, poolField(pool.id),
                                 u"The ask is $0: nothing is left in its window that it could pay."_s,
                                 u"Take the pool out, or give it a wider scope or a later window."_s});
}

void noteOverride(const Programme &programme, const Pool &pool, FundingPlan &plan)
{
    const Money computed = computedAsk(programme, pool);
    if (!pool.overridden || pool.ask.isZero() || pool.ask == computed)
        return;
    const bool more = pool.ask > computed;
    plan.findings.push_back(
        {u"pool-amount-overridden"_s, more ? Severity::Warning : Severity::Advice, poolField(pool.id) + u"/amountUsd"_s,
         u"The ask of "_s + dollars(pool.ask) + u" was set by hand: "_s
             + dollars(more ? pool.ask - computed : computed - pool.ask) + (more ? u" more"_s : u" less"_s)
             + u" than the computed "_s + dollars(computed) + u'.',
         more ? u"Never ask for more than the projection supports: remove the amount."_s
              : u"Remove the amount to ask for what the projection supports."_s});
    if (programme.ceiling && pool.ask > *programme.ceiling)
        plan.findings.push_back({u"pool-amount-above-ceiling"_s, Severity::Warning,
                                 poolField(pool.id) + u"/amountUsd"_s,
                                 u"The ask of "_s + dollars(pool.ask) + u" is above the program's ceiling of "_s
                                     + dollars(*programme.ceiling) + u'.',
                                 u"Lower the amount to the ceiling."_s});
}

bool hasVolume(const Projection &projection, const domain::Workload &workload, int month)
{
    const projection::Line *line = projection.line(workload.id);
    const auto index = static_cast<std::size_t>(month - 1);
    return line && index < line->basis.requests.size() && line->basis.requests[index] > 0;
}

/// A launch inside the window of a proof of concept: production volume in a record whose scope is a trial.
void noteLaunch(const Worksheet &worksheet, const Projection &projection, const Programme &programme, const Pool &pool,
                FundingPlan &plan)
{
    if (!programme.proofOfConcept || !pool.eligible)
        return;
    for (const domain::UseCase &useCase : worksheet.useCases) {
        if (!pool.useCases.contains(useCase.id))
            continue;
        for (const domain::Workload &workload : useCase.workloads) {
            for (const domain::Step &step : workload.steps) {
                if (!pool.covers(step.month) || step.multiplier <= Decimal::fromInteger(1)
                    || !hasVolume(projection, workload, step.month))
                    continue;
                plan.findings.push_back(
                    {u"launch-inside-poc-window"_s, Severity::Warning,
                     u"useCases/"_s + useCase.id + u"/workloads/"_s + workload.id + u"/steps/"_s
                         + QString::number(step.month),
                     (workload.name.isEmpty() ? workload.id : workload.name) + u" grows "_s + step.multiplier.toString()
                         + u"-fold in "_s + projection.monthAt(step.month).toString() + u", inside the window of "_s
                         + pool.id + u": a reviewer reads production volume in a proof of concept."_s,
                     u"Move the launch to month "_s + QString::number(pool.fromMonth + pool.months)
                         + u" or later, or end the window before it."_s});
            }
        }
    }
}

void noteLost(const Pool &pool, FundingPlan &plan)
{
    if (pool.forfeited <= Money())
        return;
    plan.findings.push_back({u"pool-expires-unused"_s, Severity::Warning, poolField(pool.id),
                             dollars(pool.forfeited) + u" of "_s + pool.id + u" expire unused."_s,
                             u"Ask for less, or use the credits on a wider scope before they expire."_s});
}

void noteStack(const Worksheet &worksheet, FundingPlan &plan)
{
    if (!worksheet.company.stage)
        plan.findings.push_back({u"missing-fact"_s, Severity::Warning, u"company/stage"_s,
                                 u"The company's stage is not given, so no rule about stages was applied."_s,
                                 u"Ask for the stage: it decides which programs are open."_s});
    if (worksheet.funding.pools.empty())
        plan.findings.push_back({u"no-pool"_s, Severity::Advice, u"funding/pools"_s,
                                 u"No pool is requested, so the customer pays everything."_s,
                                 u"Add the programs that are open to this company: there is no Bedrock coupon to look"
                                 u" for, ordinary AWS credits pay for it."_s});
}

} // namespace

void addPlanFindings(const Worksheet &worksheet, const Projection &projection,
                     const std::vector<ResolvedPool> &resolved, FundingPlan &plan)
{
    noteStack(worksheet, plan);
    for (std::size_t i = 0; i < resolved.size(); ++i) {
        const Programme &programme = *resolved[i].programme;
        const Pool pool = plan.pools[i];
        noteFloor(worksheet, programme, pool, plan);
        noteCeiling(programme, pool, plan);
        noteNothing(programme, pool, plan);
        noteOverride(programme, pool, plan);
        noteLaunch(worksheet, projection, programme, pool, plan);
        noteLost(pool, plan);
    }
}

} // namespace funding
