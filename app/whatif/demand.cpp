#include "whatif/demand.h"

#include "whatif/figures.h"

#include <algorithm>

namespace whatif {

using domain::Workload;

bool hasRange(const Workload &workload)
{
    return workload.range.requestsPerDay || workload.range.inputTokens || workload.range.outputTokens;
}

bool hasRange(const domain::Worksheet &worksheet)
{
    return std::any_of(worksheet.useCases.begin(), worksheet.useCases.end(), [](const domain::UseCase &useCase) {
        return std::any_of(useCase.workloads.begin(), useCase.workloads.end(),
                           [](const Workload &workload) { return hasRange(workload); });
    });
}

void setInput(Workload &workload, Input input, qint64 value)
{
    switch (input) {
    case Input::Requests:
        workload.requestsPerDay = value;
        workload.users.reset();
        workload.actionsPerUserPerDay.reset();
        break;
    case Input::InputTokens:
        workload.inputTokens = value;
        if (workload.cachedPrefixTokens)
            workload.cachedPrefixTokens = std::min(*workload.cachedPrefixTokens, value);
        break;
    case Input::OutputTokens: workload.outputTokens = value; break;
    }
}

domain::Worksheet worksheetAt(Demand demand, const domain::Worksheet &worksheet, const funding::FundingPlan &stated)
{
    domain::Worksheet result = withAsksHeld(worksheet, stated);
    const std::size_t end = demand == Demand::Low ? 0 : 1;
    for (domain::UseCase &useCase : result.useCases) {
        for (Workload &workload : useCase.workloads) {
            const domain::VolumeRange range = workload.range;
            if (range.requestsPerDay)
                setInput(workload, Input::Requests, (*range.requestsPerDay)[end]);
            if (range.inputTokens)
                setInput(workload, Input::InputTokens, (*range.inputTokens)[end]);
            if (range.outputTokens)
                setInput(workload, Input::OutputTokens, (*range.outputTokens)[end]);
        }
    }
    return result;
}

} // namespace whatif
