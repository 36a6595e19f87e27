// Division by a power of ten, rounded half-even, without a division instruction.
//
// A projection divides 128-bit products by 10^6, 10^12 and 10^16 a few times per line and month; the compiler's 128-bit
// division costs more than all the rest together. 10^k = 2^k x 5^k, and 5^k fits 64 bits up to k = 27, so a shift and a
// multiplication by a stored reciprocal give the exact quotient and remainder.
// Method: N. Moeller and T. Granlund, "Improved division by invariant integers", IEEE Transactions on Computers 60 (2011),
// algorithm 4.
#pragma once

#include "domain/exact.h"

#include <bit>
#include <optional>

namespace projection {

class PowerOfTenDivisor {
public:
    static constexpr int kMaximumExponent = 27;

    /// exponent 0..27.
    constexpr explicit PowerOfTenDivisor(int exponent) : m_exponent(exponent)
    {
        quint64 fivePower = 1;
        for (int i = 0; i < exponent; ++i)
            fivePower *= 5;
        m_shift = std::countl_zero(fivePower);
        m_divisor = fivePower << m_shift;
        m_reciprocal = static_cast<quint64>(~domain::UInt128(0) / m_divisor - (domain::UInt128(1) << 64));
        m_half = static_cast<domain::UInt128>(domain::powerOfTen(exponent)) / 2;
        if (exponent >= 1 && exponent <= kMaximumNarrowExponent) {
            // ceil(2^(64 + s) / 5^exponent) with 2^s < 5^exponent < 2^(s + 1): exact for dividends below 2^63, which the
            // shift by at least one bit guarantees.
            m_narrowShift = 63 - std::countl_zero(fivePower);
            m_narrowReciprocal =
                static_cast<quint64>(((domain::UInt128(1) << (64 + m_narrowShift)) + fivePower - 1) / fivePower);
            m_tenPower = static_cast<quint64>(domain::powerOfTen(exponent));
        }
    }

    /// numerator / 10^exponent to the nearest integer, ties to even; nothing when the quotient needs more than 63 bits.
    std::optional<quint64> divideHalfEven(domain::UInt128 numerator) const
    {
        if (numerator >> 64 == 0 && m_tenPower != 0) [[likely]]
            return divideNarrow(static_cast<quint64>(numerator));
        return divideWide(numerator);
    }

private:
    static constexpr int kMaximumNarrowExponent = 19; // 10^19 is the largest that fits 64 bits

    /// The usual case: a dividend of 64 bits takes two multiplications.
    quint64 divideNarrow(quint64 numerator) const
    {
        const auto product = domain::UInt128(numerator >> m_exponent) * m_narrowReciprocal;
        const auto quotient = static_cast<quint64>(product >> 64) >> m_narrowShift;
        const quint64 rest = numerator - quotient * m_tenPower;
        const quint64 half = m_tenPower / 2;
        return quotient + quint64(rest + (quotient & 1) > half);
    }

    std::optional<quint64> divideWide(domain::UInt128 numerator) const
    {
        if (m_exponent == 0)
            return numerator >> 63 ? std::nullopt : std::optional(static_cast<quint64>(numerator));
        const domain::UInt128 lowBits = numerator & ((domain::UInt128(1) << m_exponent) - 1);
        const domain::UInt128 shifted = numerator >> m_exponent; // = fivePower x quotient + rest
        if (shifted >> (127 - m_shift))
            return std::nullopt;
        const domain::UInt128 normalized = shifted << m_shift;
        const auto high = static_cast<quint64>(normalized >> 64);
        const auto low = static_cast<quint64>(normalized);
        if (high >= m_divisor)
            return std::nullopt;

        const domain::UInt128 estimate = domain::UInt128(m_reciprocal) * high + normalized;
        auto quotient = static_cast<quint64>(estimate >> 64) + 1;
        auto rest = low - quotient * m_divisor;
        if (rest > static_cast<quint64>(estimate)) {
            --quotient;
            rest += m_divisor;
        }
        if (rest >= m_divisor) {
            ++quotient;
            rest -= m_divisor;
        }
        const domain::UInt128 remainder = (domain::UInt128(rest >> m_shift) << m_exponent) | lowBits;
        if (remainder > m_half || (remainder == m_half && (quotient & 1)))
            ++quotient;
        return quotient >> 63 ? std::nullopt : std::optional(quotient);
    }

    int m_exponent;
    int m_shift = 0;
    quint64 m_divisor = 0;    // 5^exponent, shifted up so that its highest bit is set
    quint64 m_reciprocal = 0; // floor((2^128 - 1) / m_divisor) - 2^64
    domain::UInt128 m_half = 0;
    int m_narrowShift = 0;
    quint64 m_narrowReciprocal = 0;
    quint64 m_tenPower = 0; // 0: no narrow path
};

/// The divisor for 10^exponent, 0..27, made once.
const PowerOfTenDivisor &divisorFor(int exponent);

} // namespace projection
