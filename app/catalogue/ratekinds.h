// RateKinds: the kinds of rate that a model's row holds, by name and by member, so that what treats every rate alike
// (import, comparison, a user's own prices) has one list of them.
#pragma once

#include "catalogue/ratebook.h"

#include <QLatin1StringView>

#include <array>
#include <optional>

namespace catalogue {

enum class RateKind {
    Input,
    Output,
    CacheRead,
    CacheWrite5m,
    CacheWrite1h,
    BatchInput,
    BatchOutput,
    FlexInput,
    FlexOutput,
    PriorityInput,
    PriorityOutput,
    ProvisionedNone, ///< dollars per model unit hour; the others per million tokens
    Provisioned1Month,
    Provisioned6Month,
};

struct RateKindEntry {
    RateKind kind;
    QLatin1StringView name;                          ///< as in rate book files
    std::optional<domain::Rate> TokenRates::*member; ///< none for provisioned throughput
};

inline constexpr std::size_t kRateKindCount = 14;

/// In the order of RateKind.
inline const std::array<RateKindEntry, kRateKindCount> &rateKinds()
{
    using namespace Qt::StringLiterals;
    static const std::array<RateKindEntry, kRateKindCount> kKinds{{
        {RateKind::Input, "input"_L1, &TokenRates::input},
        {RateKind::Output, "output"_L1, &TokenRates::output},
        {RateKind::CacheRead, "cacheRead"_L1, &TokenRates::cacheRead},
        {RateKind::CacheWrite5m, "cacheWrite5m"_L1, &TokenRates::cacheWrite5m},
        {RateKind::CacheWrite1h, "cacheWrite1h"_L1, &TokenRates::cacheWrite1h},
        {RateKind::BatchInput, "batchInput"_L1, &TokenRates::batchInput},
        {RateKind::BatchOutput, "batchOutput"_L1, &TokenRates::batchOutput},
        {RateKind::FlexInput, "flexInput"_L1, &TokenRates::flexInput},
        {RateKind::FlexOutput, "flexOutput"_L1, &TokenRates::flexOutput},
        {RateKind::PriorityInput, "priorityInput"_L1, &TokenRates::priorityInput},
        {RateKind::PriorityOutput, "priorityOutput"_L1, &TokenRates::priorityOutput},
        {RateKind::ProvisionedNone, "provisioned"_L1, nullptr},
        {RateKind::Provisioned1Month, "provisioned1Month"_L1, nullptr},
        {RateKind::Provisioned6Month, "provisioned6Month"_L1, nullptr},
    }};
    return kKinds;
}

inline QString rateKindName(RateKind kind)
{
    return rateKinds()[static_cast<std::size_t>(kind)].name;
}

/// The rate of that kind in a row; `longPrompt`: in its band, which only token rates have.
inline std::optional<domain::Rate> rateOf(const ModelRow &row, RateKind kind, bool longPrompt)
{
    const RateKindEntry &entry = rateKinds()[static_cast<std::size_t>(kind)];
    if (!entry.member)
        return row.provisioned[static_cast<std::size_t>(kind) - static_cast<std::size_t>(RateKind::ProvisionedNone)];
    if (!longPrompt)
        return row.rates.*entry.member;
    return row.longPrompt ? row.longPrompt->rates.*entry.member : std::nullopt;
}

} // namespace catalogue
