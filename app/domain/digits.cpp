#include "domain/digits.h"

namespace domain {

namespace {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
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

std::optional<Int128> parseScaled(QStringView text, int decimals, Int128 maximum)
{
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.sliced(1);
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    if (whole.isEmpty() || (whole.size() > 1 && whole.front() == u'0') || (point >= 0 && fraction.isEmpty()) ||
        fraction.size() > decimals)
        return std::nullopt;
    Int128 number = 0;
    // `maximum` stays below 10^36 for every caller, so one more digit cannot overflow before it is noticed.
    if (!readDigits(whole, number, maximum) || !readDigits(fraction, number, maximum))
        return std::nullopt;
    for (qsizetype i = fraction.size(); i < decimals; ++i) {
        if (number > maximum)
            return std::nullopt;
        number *= 10;
    }
    if (number > maximum)
        return std::nullopt;
    return negative ? -number : number;
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
