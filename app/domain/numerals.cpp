#include "domain/numerals.h"

#include <QStringList>

namespace domain {

using namespace Qt::StringLiterals;

QString groupedDigits(QString number)
{
    const qsizetype point = number.indexOf(u'.');
    const qsizetype least = number.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? number.size() : point) - 3; at > least; at -= 3)
        number.insert(at, u',');
    return number;
}

QString groupedNumber(Int128 number)
{
    return groupedDigits(decimalText(number, 0));
}

QString dollarsAndCents(Money amount)
{
    const bool negative = amount < Money();
    return (negative ? u"-$"_s : u"$"_s) + groupedDigits((negative ? -amount : amount).toString());
}

QString percentText(Decimal share)
{
    return Decimal::fromMillionths(share.millionths() * 100).toString() + u" %"_s;
}

QString shortMonthName(Month month)
{
    static const QStringList kNames{u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s,
                                    u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s};
    return kNames[month.month() - 1] + u' ' + QString::number(month.year());
}

QString decimalText(Int128 value, int decimals, int leastDecimals)
{
    const bool negative = value < 0;
    UInt128 rest = negative ? -static_cast<UInt128>(value) : static_cast<UInt128>(value);
    QString digits;
    for (int written = 0; rest != 0 || written <= decimals; ++written) {
        digits.prepend(QChar(u'0' + static_cast<char16_t>(rest % 10)));
        rest /= 10;
    }
    QString fraction = digits.right(decimals);
    digits.chop(decimals);
    while (fraction.size() > leastDecimals && fraction.endsWith(u'0'))
        fraction.chop(1);
    return (negative ? u"-"_s : QString()) + digits + (fraction.isEmpty() ? QString() : u'.' + fraction);
}

} // namespace domain
