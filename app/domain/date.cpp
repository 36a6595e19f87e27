#include "domain/date.h"

#include "domain/month.h"

namespace domain {

std::optional<QDate> parseDate(QStringView text)
{
    constexpr qsizetype kMonthLength = 7;
    if (text.size() != kMonthLength + 3 || text[kMonthLength] != u'-')
        return std::nullopt;
    const auto month = Month::parse(text.first(kMonthLength));
    int day = 0;
    for (const QChar digit : text.sliced(kMonthLength + 1)) {
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
        day = day * 10 + (digit.unicode() - u'0');
    }
    const QDate date = month ? QDate(month->year(), month->month(), day) : QDate();
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace domain
