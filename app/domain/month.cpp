#include "domain/month.h"

namespace domain {

std::optional<Month> Month::parse(QStringView text)
{
    constexpr int kFirstYear = 1000;
    if (text.size() != 7 || text[4] != u'-')
        return std::nullopt;
    const auto number = [](QStringView digits) {
        int value = 0;
        for (const QChar digit : digits) {
            if (digit < u'0' || digit > u'9')
                return -1;
            value = value * 10 + (digit.unicode() - u'0');
        }
        return value;
    };
    const int year = number(text.first(4));
    const int month = number(text.sliced(5));
    if (year < kFirstYear || month < 1 || month > 12)
        return std::nullopt;
    return Month(year, month);
}

QString Month::toString() const
{
    return QString::number(year()).rightJustified(4, u'0') + u'-' + QString::number(month()).rightJustified(2, u'0');
}

} // namespace domain
