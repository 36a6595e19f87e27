// Decimal: an exact decimal number with at most six decimals, for shares, growth, multipliers and quantities.
//
// Stored as whole millionths in 128 bits: quantities reach 10^15 with six decimals, which no 64-bit integer holds.
#pragma once

#include "domain/exact.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace domain {

class Decimal {
public:
    static constexpr int kDecimals = 6;
    static constexpr qint64 kScale = 1'000'000;

    constexpr Decimal() = default;
    static constexpr Decimal fromMillionths(Int128 millionths) { return Decimal(millionths); }
    static constexpr Decimal fromInteger(qint64 whole) { return Decimal(Int128(whole) * kScale); }

    /// Reads `-?(0|[1-9][0-9]*)(\.[0-9]+)?` with at most six decimals and at most 21 digits before the point;
    /// nothing otherwise.
    static std::optional<Decimal> parse(QStringView text);

    constexpr Int128 millionths() const { return m_millionths; }
    constexpr bool isZero() const { return m_millionths == 0; }

    /// Canonical text: no trailing zeros, no exponent: "0.04", "1460", "-0.5".
    QString toString() const;

    friend constexpr auto operator<=>(const Decimal &, const Decimal &) = default;

private:
    constexpr explicit Decimal(Int128 millionths) : m_millionths(millionths) {}
    Int128 m_millionths = 0;
};

} // namespace domain
