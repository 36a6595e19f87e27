#include "funding/pools.h"

#include "domain/defaults.h"
#include "funding/eligibility.h"

#include <algorithm>

namespace funding {

using catalogue::Programme;
using domain::InputError;
using domain::InputProblem;
using domain::Month;
using domain::PoolRequest;
using domain::Result;
using domain::Severity;
using domain::Unexpected;
using domain::Worksheet;
using projection::Projection;
using namespace Qt::StringLiterals;

namespace {

QStringList earmarkOf(const Worksheet &worksheet, const PoolRequest &request, const Programme &programme)
{
    if (!request.useCases.isEmpty() || !programme.proofOfConcept)
        return request.useCases;
    QStringList useCases;
    for (const domain::UseCase &useCase : worksheet.useCases) {
        if (domain::isProofOfConcept(useCase))
            useCases.append(useCase.id);
    }
    return useCases;
}

/// Rule 11: never issued before the month after today.
void moveIssue(const Projection &projection, QDate asOf, Pool &pool, domain::Findings &findings)
{
    const int earliest = Month::of(asOf).plus(1).since(projection.startMonth) + 1;
    if (pool.issuedMonth >= earliest)
        return;
    findings.push_back({u"pool-issue-moved"_s, Severity::Error, poolField(pool.id) + u"/issuedMonth"_s,
                        u"Credits of "_s + pool.id + u" cannot arrive in "_s
                            + projection.monthAt(pool.issuedMonth).toString() + u"; they are counted from "_s
                            + projection.monthAt(earliest).toString()
                            + u" on, and nothing billed before can be recovered."_s,
                        u"Move the start of the projection or the issue month to "_s
                            + projection.monthAt(earliest).toString() + u" or later."_s});
    pool.issuedMonth = earliest;
}

void noteWindow(const Projection &projection, const Pool &pool, domain::Findings &findings)
{
    if (pool.fromMonth + pool.months - 1 <= projection.months)
        return;
    findings.push_back({u"pool-window-beyond-projection"_s, Severity::Advice, poolField(pool.id) + u"/months"_s,
                        u"The window of "_s + pool.id + u" ends after the projection; only its first "_s
                            + QString::number(projection.months - pool.fromMonth + 1) + u" months are sized."_s,
                        u"Lengthen the projection to size the whole window."_s});
}

ResolvedPool resolve(const Worksheet &worksheet, const Projection &projection, const PoolRequest &request,
                     const Programme &programme, QDate asOf, domain::Findings &findings)
{
    Pool pool;
    pool.id = request.id;
    pool.programme = programme.id;
    pool.useCases = earmarkOf(worksheet, request, programme);
    pool.earmarked = programme.proofOfConcept || !pool.useCases.isEmpty();
    pool.fromMonth = request.fromMonth.value_or(1);
    pool.months = request.months.value_or(programme.windowMonths);
    pool.lastMonth = std::min(pool.fromMonth + pool.months - 1, projection.months);
    pool.issuedMonth = request.issuedMonth.value_or(pool.fromMonth);
    pool.route = request.route.value_or(programme.defaultRoute.value_or(domain::Route::Ace));
    pool.filedThroughAce = programme.filedThroughAce && pool.route == domain::Route::Ace;
    moveIssue(projection, asOf, pool, findings);
    pool.lastValidMonth = pool.issuedMonth + request.validMonths.value_or(programme.validMonths) - 1;
    noteWindow(projection, pool, findings);
    if (request.route && !programme.defaultRoute) {
        findings.push_back({u"pool-route-ignored"_s, Severity::Advice, poolField(pool.id) + u"/route"_s,
                            programme.name + u" takes no route; the one given is ignored."_s, u"Remove the route."_s});
    }
    return {pool, &programme, &request};
}

} // namespace

Result<std::vector<ResolvedPool>, InputError> resolvePools(const Worksheet &worksheet, const Projection &projection,
                                                           const catalogue::Programmes &programmes, QDate asOf,
                                                           domain::Findings &findings)
{
    std::vector<ResolvedPool> pools;
    for (std::size_t i = 0; i < worksheet.funding.pools.size(); ++i) {
        const PoolRequest &request = worksheet.funding.pools[i];
        const Programme *programme = programmes.find(request.programme);
        if (!programme) {
            QStringList ids;
            for (const Programme &known : programmes.list)
                ids.append(known.id);
            return Unexpected(InputError{InputProblem::NotOneOf,
                                         u"funding.pools["_s + QString::number(i) + u"].programme"_s, request.programme,
                                         ids.join(u", "_s)});
        }
        pools.push_back(resolve(worksheet, projection, request, *programme, asOf, findings));
    }
    return pools;
}

std::vector<HeldCredit> heldCredits(const Worksheet &worksheet, domain::Findings &findings)
{
    std::vector<HeldCredit> held;
    for (const domain::PriorCredit &credit : worksheet.aws.priorCredits) {
        if (!credit.remainingUsd) {
            findings.push_back(
                {u"missing-fact"_s, Severity::Warning, u"aws/priorCredits"_s,
                 u"What remains of the "_s + credit.programme + u" credits is not stated and counted as 0."_s,
                 u"Ask for the balance on the account's credits page."_s});
            continue;
        }
        if (*credit.remainingUsd > domain::Money())
            held.push_back({credit.programme, *credit.remainingUsd, credit.grantedOn, credit.expiresOn, {}, {}, {}});
    }
    return held;
}

} // namespace funding
