// Open questions: what nobody has answered yet, in the order of the fields; what somebody assumed. Not ranked: that is
// call/questions.h.
#pragma once

#include "call/question.h"
#include "domain/worksheet.h"

namespace call {

/// What makes a case one; every field that has a question and no value; per workload that has a volume the follow-ups
/// (launch step, growth, cache, batch, low and high); what was noted as unknown.
std::vector<Question> openQuestions(const domain::Worksheet &worksheet);

/// Values that were implied or assumed, never stated: to be confirmed.
std::vector<Question> presumedFacts(const domain::Worksheet &worksheet);

/// The fields of each workload, in order.
struct WorkloadPlace {
    std::size_t useCase = 0;
    std::size_t workload = 0;
    QString prefix; ///< of its fields: "useCases/support/workloads/answers/"
};
std::vector<WorkloadPlace> workloadPlaces(const domain::Worksheet &worksheet);

bool hasVolume(const domain::Workload &workload);

} // namespace call
