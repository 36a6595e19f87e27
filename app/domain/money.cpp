#include "domain/money.h"

#include "domain/digits.h"

namespace domain {

std::optional<Money> Money::parse(QStringView text)
{
    constexpr Int128 kMaximum = powerOfTen(15 + kDecimals);
    const auto cents = parseScaled(text, kDecimals, kMaximum);
    return cents ? std::optional(Money(static_cast<qint64>(*cents))) : std::nullopt;
}

QString Money::toString() const
{
    return formatScaled(m_cents, kDecimals, kDecimals);
}

} // namespace domain
