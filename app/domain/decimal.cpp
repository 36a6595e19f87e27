#include "domain/decimal.h"

#include "domain/digits.h"

namespace domain {

std::optional<Decimal> Decimal::parse(QStringView text)
{
    constexpr Int128 kMaximum = powerOfTen(21 + kDecimals);
    const auto millionths = parseScaled(text, kDecimals, kMaximum);
    return millionths ? std::optional(Decimal(*millionths)) : std::nullopt;
}

QString Decimal::toString() const
{
    return formatScaled(m_millionths, kDecimals, 0);
}

} // namespace domain
