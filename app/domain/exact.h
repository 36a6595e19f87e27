// Exact integer helpers: 128-bit intermediates, half-even rounding, no floating point.
#pragma once

#include <QtGlobal>

#include <compare>
#include <optional>

namespace domain {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

/// 10^exponent, exponent 0..38.
constexpr Int128 powerOfTen(int exponent)
{
    Int128 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

/// numerator / denominator rounded to the nearest integer, ties to even; denominator > 0.
constexpr Int128 divideHalfEven(Int128 numerator, Int128 denominator)
{
    Int128 quotient = numerator / denominator;
    Int128 rest = numerator % denominator;
    if (rest < 0) {
        rest += denominator;
        --quotient;
    }
    const Int128 toUpper = denominator - rest;
    if (rest > toUpper || (rest == toUpper && (quotient & 1) != 0))
        ++quotient;
    return quotient;
}

/// a x b, or nothing when it does not fit 128 bits.
constexpr std::optional<Int128> multiplied(Int128 a, Int128 b)
{
    Int128 product = 0;
    if (__builtin_mul_overflow(a, b, &product))
        return std::nullopt;
    return product;
}

} // namespace domain
