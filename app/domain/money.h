// Money: whole US cents in 64 bits. The only type that carries dollars once a line's month has been rounded.
//
// Sums are exact. Anything that divides or multiplies by a rate happens before Money exists (projection) or names its
// rounding. Range: +-9.2e16 dollars; the contract caps a projection at 10^15.
#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace domain {

class Money {
public:
    static constexpr int kDecimals = 2;

    constexpr Money() = default;
    static constexpr Money fromCents(qint64 cents) { return Money(cents); }
    static constexpr Money fromDollars(qint64 dollars) { return Money(dollars * 100); }

    /// Reads `-?(0|[1-9][0-9]*)(\.[0-9]+)?` with at most two decimals, magnitude at most 10^15 dollars.
    static std::optional<Money> parse(QStringView text);

    constexpr qint64 cents() const { return m_cents; }
    constexpr bool isZero() const { return m_cents == 0; }

    /// Always two decimals, no grouping, as in every file: "13237.83".
    QString toString() const;

    friend constexpr auto operator<=>(const Money &, const Money &) = default;
    constexpr Money operator-() const { return Money(-m_cents); }
    constexpr Money &operator+=(Money other)
    {
        m_cents += other.m_cents;
        return *this;
    }
    constexpr Money &operator-=(Money other)
    {
        m_cents -= other.m_cents;
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_cents + b.m_cents); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_cents - b.m_cents); }

private:
    constexpr explicit Money(qint64 cents) : m_cents(cents) {}
    qint64 m_cents = 0;
};

} // namespace domain
