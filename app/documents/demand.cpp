#include "documents/demand.h"

#include <algorithm>

namespace documents {

namespace {

bool isRanged(const domain::Workload &workload)
{
    return workload.range.requestsPerDay || workload.range.inputTokens || workload.range.outputTokens;
}

} // namespace

bool hasRange(const domain::Worksheet &worksheet)
{
    return std::any_of(worksheet.useCases.begin(), worksheet.useCases.end(), [](const domain::UseCase &useCase) {
        return std::any_of(useCase.workloads.begin(), useCase.workloads.end(), isRanged);
    });
}

domain::Worksheet worksheetAt(Demand demand, const domain::Worksheet &worksheet, const funding::FundingPlan &stated)
{
    domain::Worksheet result = worksheet;
    const size_t end = demand == Demand::Low ? 0 : 1;
    for (domain::UseCase &useCase : result.useCases) {
        for (domain::Workload &workload : useCase.workloads) {
            const domain::VolumeRange &range = workload.range;
            if (range.requestsPerDay) {
                workload.requestsPerDay = (*range.requestsPerDay)[end];
                workload.users.reset();
                workload.actionsPerUserPerDay.reset();
            }
            if (range.inputTokens)
                workload.inputTokens = (*range.inputTokens)[end];
            if (range.outputTokens)
                workload.outputTokens = (*range.outputTokens)[end];
            if (workload.cachedPrefixTokens && workload.inputTokens)
                workload.cachedPrefixTokens = std::min(*workload.cachedPrefixTokens, *workload.inputTokens);
        }
    }
    for (domain::PoolRequest &request : result.funding.pools) {
        if (const funding::Pool *pool = stated.pool(request.id))
            request.amountUsd = pool->ask;
    }
    return result;
}

} // namespace documents
