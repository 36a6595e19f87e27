// Lines: one projected line per workload and per service, with its cents for every month.
#pragma once

#include "catalogue/ratebook.h"
#include "domain/inputerror.h"
#include "domain/result.h"
#include "projection/projection.h"
#include "projection/rates.h"

namespace projection {

/// What every line of a projection shares.
struct LineContext {
    const catalogue::RateBook &book;
    int months = 0;
    domain::Findings &findings;
};

domain::Result<Line, domain::InputError> workloadLine(const domain::Workload &workload, const WorkloadPlace &place,
                                                      LineContext &context);

/// Where a service stands. `useCase` is empty for the footprint.
struct ServicePlace {
    QString path;
    QString field;
    QString region;
    std::optional<QString> useCase;
};

domain::Result<Line, domain::InputError> serviceLine(const domain::ServiceUse &service, const ServicePlace &place,
                                                     LineContext &context);

/// The service a workload's charges count under, whoever made the model: AWS bills them as Bedrock usage.
QString bedrockService();

} // namespace projection
