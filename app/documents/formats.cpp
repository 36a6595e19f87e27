#include "documents/formats.h"

#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;
using domain::Decimal;
using domain::Int128;
using domain::Money;
using domain::Month;

namespace documents {

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kEnDash(0x2013);

qint64 toDollars(Money amount)
{
    return qint64(domain::divideHalfEven(amount.cents(), 100));
}

QString cents(Money amount)
{
    const qint64 all = qAbs(amount.cents());
    return grouped(all / 100) + u'.' + QString::number(all % 100).rightJustified(2, u'0');
}

/// Groups the whole part of a plain decimal text and gives it at least `decimals` decimals.
QString groupedDecimal(const QString &plain, int decimals)
{
    const qsizetype point = plain.indexOf(u'.');
    QString whole = point < 0 ? plain : plain.left(point);
    QString rest = point < 0 ? QString() : plain.mid(point + 1);
    while (rest.size() < decimals)
        rest += u'0';
    whole = grouped(whole.toLongLong());
    return rest.isEmpty() ? whole : QString(whole + u'.' + rest);
}

} // namespace

QString tableDollars(qint64 dollars)
{
    return dollars == 0 ? QString(kEnDash) : grouped(dollars);
}

QString tableCents(Money amount)
{
    if (amount.isZero())
        return kEnDash;
    return amount.cents() < 0 ? QString(kMinus + cents(amount)) : cents(amount);
}

QString textDollars(Money amount)
{
    const qint64 dollars = toDollars(amount);
    const QString digits = u'$' + grouped(qAbs(dollars));
    return dollars < 0 ? QString(kMinus + digits) : digits;
}

QString textCents(Money amount)
{
    const QString digits = u'$' + cents(amount);
    return amount.cents() < 0 ? QString(kMinus + digits) : digits;
}

QString signedDollars(Money amount)
{
    return amount.cents() < 0 ? textDollars(amount) : QString(u'+' + textDollars(amount));
}

QString shortDollars(Money amount)
{
    constexpr qint64 kTenthOfMillion = 10'000'000; // cents
    if (amount.cents() < 10 * kTenthOfMillion)
        return textDollars(amount);
    const qint64 tenths = qint64(domain::divideHalfEven(amount.cents(), kTenthOfMillion));
    return u'$' + grouped(tenths / 10) + u'.' + QString::number(tenths % 10) + u'M';
}

QString percent(Money part, Money whole)
{
    if (whole.cents() <= 0)
        return {};
    const qint64 share = qint64(domain::divideHalfEven(Int128(part.cents()) * 100, whole.cents()));
    if (share == 0 && part.cents() > 0)
        return u"under 1%"_s;
    if (share == 100 && part < whole)
        return u"over 99%"_s;
    return QString::number(share) + u'%';
}

QString percentChange(Money from, Money to)
{
    if (from.cents() <= 0)
        return {};
    const qint64 change = qint64(domain::divideHalfEven(Int128(to.cents() - from.cents()) * 100, from.cents()));
    const QString digits = grouped(qAbs(change)) + u'%';
    return change < 0 ? QString(kMinus + digits) : change > 0 ? QString(u'+' + digits) : digits;
}

QString percentOf(Decimal share)
{
    const QString text = Decimal::fromMillionths(share.millionths() * 100).toString();
    return (text.startsWith(u'-') ? QString(kMinus + text.mid(1)) : text) + u'%';
}

QString tokenRate(domain::Rate rate)
{
    return rate.isZero() ? QString(kEnDash) : groupedDecimal(rate.toString(2), 2);
}

QString unitPrice(domain::Rate rate)
{
    return u'$' + groupedDecimal(rate.toString(2), 2);
}

QString costPerCall(Int128 picodollars)
{
    if (picodollars <= 0)
        return kEnDash;
    // Four decimals unless that would show fewer than two significant digits.
    int decimals = 4;
    while (decimals < domain::Rate::kDecimals && picodollars < domain::powerOfTen(13 - decimals))
        ++decimals;
    const Int128 unit = domain::powerOfTen(domain::Rate::kDecimals - decimals);
    const Int128 rounded = domain::divideHalfEven(picodollars, unit);
    const Int128 scale = domain::powerOfTen(decimals);
    return u'$' + grouped(qint64(rounded / scale)) + u'.'
         + QString::number(qint64(rounded % scale)).rightJustified(decimals, u'0');
}

QString quantity(Decimal value)
{
    return groupedDecimal(value.toString(), 0);
}

QString shortDate(QDate date)
{
    return dayAndMonth(date) + u", " + QString::number(date.year());
}

QString dayAndMonth(QDate date)
{
    return monthShort(Month::of(date)) + u' ' + QString::number(date.day());
}

QString monthShort(Month month)
{
    return monthName(month).left(3);
}

QString monthAndYearShort(Month month)
{
    return monthShort(month) + u' ' + QString::number(month.year());
}

QString monthRange(Month first, Month last, const QString &dash)
{
    if (first == last)
        return monthAndYear(first);
    if (first.year() == last.year())
        return monthName(first) + dash + monthAndYear(last);
    return monthAndYear(first) + dash + monthAndYear(last);
}

QString monthRangeShort(Month first, Month last)
{
    if (first == last)
        return monthAndYearShort(first);
    if (first.year() == last.year())
        return monthShort(first) + kEnDash + monthAndYearShort(last);
    return monthAndYearShort(first) + u' ' + kEnDash + u' ' + monthAndYearShort(last);
}

QString monthRangeInTable(Month first, Month last)
{
    if (first == last)
        return monthShort(first);
    return monthShort(first) + kEnDash + monthShort(last);
}

QString accountId(const QString &digits)
{
    if (digits.size() != 12)
        return digits;
    return digits.left(4) + u'-' + digits.mid(4, 4) + u'-' + digits.mid(8);
}

QString countryName(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

QString stageName(domain::Stage stage)
{
    switch (stage) {
    case domain::Stage::Individual: return u"Individual"_s;
    case domain::Stage::PreSeed: return u"Pre-seed"_s;
    case domain::Stage::Seed: return u"Seed"_s;
    case domain::Stage::SeriesA: return u"Series A"_s;
    case domain::Stage::SeriesBPlus: return u"Series B or later"_s;
    case domain::Stage::Established: break;
    }
    return u"Established"_s;
}

QString tierName(domain::PartnerTier tier)
{
    switch (tier) {
    case domain::PartnerTier::Registered: return u"Registered"_s;
    case domain::PartnerTier::Select: return u"Select"_s;
    case domain::PartnerTier::Advanced: return u"Advanced"_s;
    case domain::PartnerTier::Premier: break;
    }
    return u"Premier"_s;
}

QString shortService(const QString &service)
{
    for (const QLatin1String maker : {"Amazon "_L1, "AWS "_L1}) {
        if (service.startsWith(maker) && service.size() > maker.size())
            return service.mid(maker.size());
    }
    return service;
}

QString numberWord(qint64 number)
{
    constexpr std::array kWords{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
    if (number < 0 || number >= qint64(kWords.size()))
        return grouped(number);
    return QLatin1String(kWords[size_t(number)]);
}

QString decapitalized(const QString &text)
{
    // "AI search", "iOS" and "E" keep their form: only a capital followed by a small letter is a sentence's capital.
    if (text.size() < 2 || !text[0].isUpper() || !text[1].isLower())
        return text;
    return text.front().toLower() + text.mid(1);
}

QString withoutStop(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.endsWith(u'.') && !trimmed.endsWith(u".."_s) ? trimmed.chopped(1) : trimmed;
}

} // namespace documents
