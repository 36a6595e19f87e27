#include "domain/digits.h"

#include <algorithm>

namespace domain {

namespace {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

struct Parts {
    bool negative = false;
    QStringView whole;
    QStringView fraction;
};

/// The parts of a number of the right form, whose digits are not looked at yet.
std::optional<Parts> partsOf(QStringView text, int decimals)
{
    Parts parts;
    parts.negative = text.startsWith(u'-');
    if (parts.negative)
        text = text.sliced(1);
    const qsizetype point = text.indexOf(u'.');
    parts.whole = point < 0 ? text : text.first(point);
    parts.fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    if (parts.whole.isEmpty() || (parts.whole.size() > 1 && parts.whole.front() == u'0')
        || (point >= 0 && parts.fraction.isEmpty()) || parts.fraction.size() > decimals)
        return std::nullopt;
    return parts;
}

/// Appends digits to `number`; false at a character that is no digit or beyond `maximum`.
bool readDigits(QStringView digits, Int128 &number, Int128 maximum)
{
    for (const QChar character : digits) {
        if (!isDigit(character) || number > maximum)
            return false;
        number = number * 10 + (character.unicode() - u'0');
    }
    return true;
}

} // namespace

bool isPlainNumber(QStringView text, int decimals)
{
    const std::optional<Parts> parts = partsOf(text, decimals);
    return parts && std::all_of(parts->whole.begin(), parts->whole.end(), isDigit)
        && std::all_of(parts->fraction.begin(), parts->fraction.end(), isDigit);
}

std::optional<Int128> parseScaled(QStringView text, int decimals, Int128 maximum)
{
    const std::optional<Parts> parts = partsOf(text, decimals);
    if (!parts)
        return std::nullopt;
    Int128 number = 0;
    // `maximum` stays below 10^36 for every caller, so one more digit cannot overflow before it is noticed.
    if (!readDigits(parts->whole, number, maximum) || !readDigits(parts->fraction, number, maximum))
        return std::nullopt;
    for (qsizetype i = parts->fraction.size(); i < decimals; ++i) {
        if (number > maximum)
            return std::nullopt;
        number *= 10;
    }
    if (number > maximum)
        return std::nullopt;
    return parts->negative ? -number : number;
}

QString formatScaled(Int128 scaled, int decimals, int minimumDecimals)
{
    const bool negative = scaled < 0;
    auto magnitude = negative ? -static_cast<UInt128>(scaled) : static_cast<UInt128>(scaled);
    QString text;
    for (int position = 0; position <= decimals || magnitude > 0; ++position) {
        if (position == decimals && decimals > 0)
            text.prepend(u'.');
        text.prepend(QChar(u'0' + static_cast<char16_t>(magnitude % 10)));
        magnitude /= 10;
    }
    int shown = decimals;
    while (shown > minimumDecimals && text.endsWith(u'0')) {
        text.chop(1);
        --shown;
    }
    if (text.endsWith(u'.'))
        text.chop(1);
    return negative ? u'-' + text : text;
}

} // namespace domain
