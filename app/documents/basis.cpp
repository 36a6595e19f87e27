#include "documents/basis.h"

#include "documents/formats.h"
#include "domain/defaults.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Decimal;
using domain::Int128;
using projection::Line;
using projection::LineBasis;
using projection::LineKind;

namespace documents {

namespace {

/// "OCU-hours", "GB" for "GB-month" (a quantity a month), "requests".
QString unitName(const QString &unit, Decimal quantity)
{
    static const QString kMonth = u"-month"_s;
    QString name = unit.endsWith(kMonth) ? unit.chopped(kMonth.size()) : unit;
    if (name == u"GB" || name == u"TB" || quantity == Decimal::fromInteger(1))
        return name;
    if (name.endsWith(u'y') && name.size() > 1 && !QStringLiteral("aeiou").contains(name[name.size() - 2]))
        return name.chopped(1) + u"ies";
    const qsizetype of = name.indexOf(u" of ");
    return of > 0 ? QString(name.left(of) + u's' + name.mid(of)) : QString(name + u's');
}

Decimal firstQuantity(const LineBasis &basis)
{
    const auto found = std::find_if(basis.quantities.begin(), basis.quantities.end(),
                                    [](Decimal quantity) { return !quantity.isZero(); });
    return found == basis.quantities.end() ? Decimal() : *found;
}

QString growthWords(Decimal growth)
{
    if (growth.isZero())
        return {};
    const bool falls = growth < Decimal();
    return (falls ? u", less "_s : u", plus "_s)
         + percentOf(falls ? Decimal::fromMillionths(-growth.millionths()) : growth) + u" a month";
}

QString itemBasis(const Line &line, const catalogue::RateBook &rates)
{
    const LineBasis &basis = line.basis;
    const Decimal amount = firstQuantity(basis);
    const catalogue::Item *item = rates.item(basis.item);
    QString text = quantity(amount) + u' ' + (item ? unitName(item->unit, amount) : u"units"_s);
    if (basis.tiers.empty())
        return text;
    text += basis.tiers.size() > 1 ? u" from "_s : u" at "_s;
    // Within the first tier its price is the price.
    if (basis.tiers.front().upTo && amount <= *basis.tiers.front().upTo)
        text.replace(u" from "_s, u" at "_s);
    text += unitPrice(basis.tiers.front().price);
    if (basis.per == 1'000'000)
        text += u" a million"_s;
    else if (basis.per != 1)
        text += u" per "_s + grouped(basis.per);
    return text + growthWords(basis.growthPerMonth);
}

} // namespace

QString serviceBasis(const Line &line, const catalogue::RateBook &rates)
{
    if (line.basis.kind == LineKind::Item)
        return itemBasis(line, rates);
    return u"Flat estimate"_s + growthWords(line.basis.growthPerMonth);
}

QString serviceBasisInText(const Line &line, const catalogue::RateBook &rates)
{
    if (line.basis.kind == LineKind::Item)
        return itemBasis(line, rates);
    return textDollars(line.basis.flat) + growthWords(line.basis.growthPerMonth);
}

QString workloadBasis(const Line &line)
{
    const LineBasis &basis = line.basis;
    QStringList words;
    words.append(line.modelName.isEmpty() ? u"No model named"_s : line.modelName);
    if (basis.kind == LineKind::Provisioned) {
        words.append(
            grouped(basis.modelUnits) + (basis.modelUnits == 1 ? u" model unit"_s : u" model units"_s)
            + (basis.unitRate ? QString(u" at "_s + unitPrice(*basis.unitRate) + u" an hour, 730 hours") : QString()));
        return words.join(u", "_s);
    }
    if (basis.scope == domain::Scope::Global)
        words.append(u"global profile"_s);
    if (basis.tier == domain::Tier::Flex)
        words.append(u"flex tier"_s);
    else if (basis.tier == domain::Tier::Priority)
        words.append(u"priority tier"_s);
    if (basis.rates.longPrompt)
        words.append(u"long-prompt rates"_s);
    if (basis.daysPerMonth != Decimal::fromInteger(domain::kDefaultDaysPerMonth) && !basis.daysPerMonth.isZero())
        words.append(quantity(basis.daysPerMonth) + u" days a month");
    if (!basis.batchShare.isZero())
        words.append(percentOf(basis.batchShare) + u" batch at " + tokenRate(basis.rates.batchInput) + u" / "
                     + tokenRate(basis.rates.batchOutput));
    if (!basis.cacheHitRate.isZero() && basis.cachedPrefixTokens > 0)
        words.append(percentOf(basis.cacheHitRate) + u" of calls read " + grouped(basis.cachedPrefixTokens)
                     + u" cached tokens at " + tokenRate(basis.rates.cacheRead)
                     + (basis.rates.cacheWrite.isZero()
                            ? QString()
                            : QString(u", others write them at " + tokenRate(basis.rates.cacheWrite))));
    return words.join(u", "_s);
}

Int128 costOfCall(const Line &line)
{
    const LineBasis &basis = line.basis;
    const bool isPlain = basis.kind == LineKind::Tokens && basis.batchShare.isZero()
                      && (basis.cacheHitRate.isZero() || basis.cachedPrefixTokens == 0);
    if (isPlain) {
        constexpr Int128 kMillion = 1'000'000;
        return domain::divideHalfEven(Int128(basis.inputTokens) * basis.rates.input.picodollars()
                                          + Int128(basis.outputTokens) * basis.rates.output.picodollars(),
                                      kMillion);
    }
    constexpr Int128 kPicodollarsPerCent = 10'000'000'000;
    for (size_t month = 0; month < basis.requests.size() && month < line.monthly.size(); ++month) {
        if (basis.requests[month] > 0)
            return domain::divideHalfEven(Int128(line.monthly[month].cents()) * kPicodollarsPerCent,
                                          basis.requests[month]);
    }
    return 0;
}

QString bookDate(const QString &asOf)
{
    if (const QDate date = QDate::fromString(asOf, Qt::ISODate); date.isValid())
        return shortDate(date);
    if (const auto month = domain::Month::parse(asOf))
        return monthAndYearShort(*month);
    return asOf;
}

QString sourceName(const QString &source)
{
    // Every copy of AWS's own list is the list to a reader; its date says which.
    if (source.contains(u"Price List"))
        return u"AWS Price List"_s;
    qsizetype end = source.size();
    for (const QLatin1String stop : {" ("_L1, ", "_L1, ". "_L1, "; "_L1}) {
        if (const qsizetype at = source.indexOf(stop); at > 0)
            end = std::min(end, at);
    }
    return withoutStop(source.left(end));
}

} // namespace documents
