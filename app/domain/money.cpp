#include "domain/money.h"

#include "domain/digits.h"

namespace domain {

std::optional<Money> Money::parse(QStringView text)
{
    constexpr int kCentDecimals = 2;
    constexpr Int128 kMaximum = powerOfTen(15 + kCentDecimals);
    const auto cents = parseScaled(text, kCentDecimals, kMaximum);
    return cents ? std::optional(Money(static_cast<qint64>(*cents))) : std::nullopt;
}

QString Money::toString() const
{
    return formatScaled(m_cents, 2, 2);
}

} // namespace domain
