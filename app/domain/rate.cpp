#include "domain/rate.h"

#include "domain/digits.h"

namespace domain {

std::optional<Rate> Rate::parse(QStringView text)
{
    constexpr Int128 kMaximum = powerOfTen(6 + kDecimals);
    if (text.startsWith(u'-'))
        return std::nullopt;
    const auto picodollars = parseScaled(text, kDecimals, kMaximum);
    return picodollars ? std::optional(Rate(static_cast<qint64>(*picodollars))) : std::nullopt;
}

QString Rate::toString(int minimumDecimals) const
{
    return formatScaled(m_picodollars, kDecimals, minimumDecimals);
}

} // namespace domain
