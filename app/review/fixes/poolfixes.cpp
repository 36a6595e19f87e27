#include "review/fixes/poolfixes.h"

#include "domain/defaults.h"
#include "records/english.h"

#include <algorithm>

namespace review {

using domain::Finding;
using domain::PoolRequest;
using domain::Workload;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

/// The pool that a path "funding/pools/<id>..." names, in a worksheet that may be changed.
PoolRequest *poolOf(Worksheet &worksheet, const QString &field)
{
    const QString id = field.section(u'/', 2, 2);
    const auto found = std::find_if(worksheet.funding.pools.begin(), worksheet.funding.pools.end(),
                                    [&id](const PoolRequest &pool) { return pool.id == id; });
    return field.startsWith("funding/pools/"_L1) && found != worksheet.funding.pools.end() ? &*found : nullptr;
}

/// The workload that a path "useCases/<id>/workloads/<id>/..." names.
Workload *workloadOf(Worksheet &worksheet, const QString &field)
{
    for (domain::UseCase &useCase : worksheet.useCases) {
        for (Workload &workload : useCase.workloads) {
            if (useCase.id == field.section(u'/', 1, 1) && workload.id == field.section(u'/', 3, 3))
                return &workload;
        }
    }
    return nullptr;
}

} // namespace

/// To the first month behind every proof of concept's window that covers it, if the projection has that month.
std::optional<Fix> moveLaunch(const Finding &finding, const ReviewInput &input)
{
    Fix fix{{}, input.worksheet};
    Workload *workload = workloadOf(fix.after, finding.field);
    if (!workload)
        return std::nullopt;
    const int month = finding.field.section(u'/', -1).toInt();
    int target = month;
    // Moving behind one window may lead into the next.
    for (bool moved = true; moved;) {
        moved = false;
        for (const funding::Pool &pool : input.plan.pools) {
            const catalogue::Programme *programme = input.programmes.find(pool.programme);
            if (programme && programme->proofOfConcept && pool.eligible && pool.covers(target)
                && pool.useCases.contains(finding.field.section(u'/', 1, 1))) {
                target = pool.lastMonth + 1;
                moved = true;
            }
        }
    }
    const auto step = std::find_if(workload->steps.begin(), workload->steps.end(),
                                   [month](const domain::Step &other) { return other.month == month; });
    const bool taken = std::any_of(workload->steps.begin(), workload->steps.end(),
                                   [target](const domain::Step &other) { return other.month == target; });
    if (step == workload->steps.end() || target == month || taken || target > input.projection.months)
        return std::nullopt;
    step->month = target;
    std::sort(workload->steps.begin(), workload->steps.end(),
              [](const domain::Step &a, const domain::Step &b) { return a.month < b.month; });
    fix.what = u"Move the launch to "_s + records::monthAndYear(input.projection.monthAt(target));
    return fix;
}

std::optional<Fix> moveIssue(const Finding &finding, const ReviewInput &input)
{
    Fix fix{{}, input.worksheet};
    PoolRequest *request = poolOf(fix.after, finding.field);
    const funding::Pool *pool = request ? input.plan.pool(request->id) : nullptr;
    if (!pool || pool->issuedMonth > domain::kMaximumMonths)
        return std::nullopt;
    request->issuedMonth = pool->issuedMonth;
    fix.what = u"Let the credits arrive in "_s + records::monthAndYear(input.projection.monthAt(pool->issuedMonth));
    return fix;
}

std::optional<Fix> removeAmount(const Finding &finding, const ReviewInput &input)
{
    Fix fix{u"Ask for what the projection supports"_s, input.worksheet};
    PoolRequest *request = poolOf(fix.after, finding.field);
    if (!request || !request->amountUsd)
        return std::nullopt;
    request->amountUsd.reset();
    return fix;
}

std::optional<Fix> lowerAmount(const Finding &finding, const ReviewInput &input)
{
    Fix fix{{}, input.worksheet};
    PoolRequest *request = poolOf(fix.after, finding.field);
    const catalogue::Programme *programme = request ? input.programmes.find(request->programme) : nullptr;
    if (!programme || !programme->ceiling || !request->amountUsd)
        return std::nullopt;
    request->amountUsd = programme->ceiling;
    fix.what = u"Lower the amount to "_s + records::exactDollars(*programme->ceiling);
    return fix;
}

std::optional<Fix> removeRoute(const Finding &finding, const ReviewInput &input)
{
    Fix fix{u"Remove the route"_s, input.worksheet};
    PoolRequest *request = poolOf(fix.after, finding.field);
    if (!request || !request->route)
        return std::nullopt;
    request->route.reset();
    return fix;
}

/// As far as the window goes, and no further than the format allows.
std::optional<Fix> lengthenProjection(const Finding &finding, const ReviewInput &input)
{
    Fix fix{{}, input.worksheet};
    const PoolRequest *request = poolOf(fix.after, finding.field);
    const funding::Pool *pool = request ? input.plan.pool(request->id) : nullptr;
    const int months = pool ? pool->fromMonth + pool->months - 1 : 0;
    if (!pool || months <= input.projection.months || months > domain::kMaximumMonths)
        return std::nullopt;
    fix.after.funding.months = months;
    fix.what = u"Lengthen the projection to "_s + QString::number(months) + u" months"_s;
    return fix;
}

/// Its wording goes too: a record of no pool is no valid worksheet.
std::optional<Fix> removePool(const Finding &finding, const ReviewInput &input)
{
    Fix fix{{}, input.worksheet};
    const PoolRequest *request = poolOf(fix.after, finding.field);
    if (!request)
        return std::nullopt;
    const QString id = request->id;
    std::erase_if(fix.after.funding.pools, [&id](const PoolRequest &pool) { return pool.id == id; });
    std::erase_if(fix.after.records, [&id](const domain::RecordFacts &own) { return own.pool == id; });
    fix.what = u"Remove "_s + id + u" from the stack"_s;
    return fix;
}

} // namespace review
