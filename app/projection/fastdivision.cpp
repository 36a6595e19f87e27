#include "projection/fastdivision.h"

#include <array>
#include <utility>

namespace projection {

namespace {

template <std::size_t... Exponent>
constexpr std::array<PowerOfTenDivisor, sizeof...(Exponent)> divisors(std::index_sequence<Exponent...>)
{
    return {PowerOfTenDivisor(static_cast<int>(Exponent))...};
}

constexpr auto kDivisors = divisors(std::make_index_sequence<PowerOfTenDivisor::kMaximumExponent + 1>());

} // namespace

const PowerOfTenDivisor &divisorFor(int exponent)
{
    return kDivisors[static_cast<std::size_t>(exponent)];
}

} // namespace projection
