// Defaults: what the worksheet format says a fact is when it was not given. The only place that holds them.
//
// A worksheet value keeps "not given" apart from any value; each stage asks here for what to compute with.
#pragma once

#include "domain/worksheet.h"

namespace domain {

inline constexpr int kDefaultMonths = 12;
inline constexpr int kMaximumMonths = 36;
inline constexpr qint64 kDefaultDaysPerMonth = 30; // as AWS's own calculator has it for Bedrock

inline QString regionOf(const AwsAccount &aws)
{
    return aws.region.isEmpty() ? QStringLiteral("us-east-1") : aws.region;
}

inline QString regionOf(const UseCase &useCase, const AwsAccount &aws)
{
    return useCase.region.isEmpty() ? regionOf(aws) : useCase.region;
}

inline QString accountOf(const UseCase &useCase, const AwsAccount &aws)
{
    return useCase.accountId.isEmpty() ? aws.accountId : useCase.accountId;
}

inline int monthsOf(const Funding &funding)
{
    return funding.months.value_or(kDefaultMonths);
}

/// The first month of the projection: the month after today when none is given.
inline Month startMonthOf(const Funding &funding, QDate asOf)
{
    return funding.startMonth.value_or(Month::of(asOf).plus(1));
}

inline Decimal headroomOf(const Funding &funding)
{
    return funding.headroom.value_or(Decimal::fromMillionths(200'000));
}

inline qint64 callsPerRequestOf(const Workload &workload)
{
    return workload.callsPerRequest.value_or(1);
}

inline Decimal daysPerMonthOf(const Workload &workload)
{
    return workload.daysPerMonth.value_or(Decimal::fromInteger(kDefaultDaysPerMonth));
}

inline Tier tierOf(const Workload &workload)
{
    return workload.tier.value_or(Tier::Standard);
}

inline CacheTtl cacheTtlOf(const Workload &workload)
{
    return workload.cacheTtl.value_or(CacheTtl::FiveMinutes);
}

inline Commitment commitmentOf(const Provisioned &provisioned)
{
    return provisioned.commitment.value_or(Commitment::None);
}

inline bool isCreditEligible(const ServiceUse &service)
{
    return service.creditEligible.value_or(true);
}

inline bool isProofOfConcept(const UseCase &useCase)
{
    return useCase.proofOfConcept.value_or(false);
}

} // namespace domain
