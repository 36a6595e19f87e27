// Rate: US dollars per unit (or per million tokens), exact to 12 decimals.
//
// Prices on AWS's lists have up to ten decimals (0.0000166667 dollars per GB-second). 64 bits hold rates up to
// 9.2 million dollars per unit, far above any list price.
#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace domain {

class Rate {
public:
    static constexpr int kDecimals = 12;

    constexpr Rate() = default;
    static constexpr Rate fromPicodollars(qint64 picodollars) { return Rate(picodollars); }

    /// Reads `(0|[1-9][0-9]*)(\.[0-9]+)?` with at most 12 decimals, at most 1,000,000 dollars; never negative.
    static std::optional<Rate> parse(QStringView text);

    /// 10^-12 dollars.
    constexpr qint64 picodollars() const { return m_picodollars; }
    constexpr bool isZero() const { return m_picodollars == 0; }

    /// Shortest exact text with at least `minimumDecimals`: "3.30" for 2, "0.0000166667".
    QString toString(int minimumDecimals = 0) const;

    friend constexpr auto operator<=>(const Rate &, const Rate &) = default;

private:
    constexpr explicit Rate(qint64 picodollars) : m_picodollars(picodollars) {}
    qint64 m_picodollars = 0;
};

} // namespace domain
