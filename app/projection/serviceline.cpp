#include "domain/defaults.h"
#include "projection/charge.h"
#include "projection/lines.h"
#include "projection/volume.h"

#include <algorithm>

namespace projection {

using domain::Decimal;
using domain::InputError;
using domain::InputProblem;
using domain::Int128;
using domain::Money;
using domain::Result;
using domain::ServiceUse;
using domain::Severity;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

ActiveMonths activeMonths(const ServiceUse &service, int months)
{
    return {service.fromMonth.value_or(1), std::min(service.toMonth.value_or(months), months)};
}

Unexpected<InputError> tooMuch(const ServiceUse &service, const ServicePlace &place)
{
    return Unexpected(InputError{InputProblem::TooMuch, place.path, service.id,
                                 u"a line's month of at most 1,000,000,000,000 dollars"_s});
}

void noteMissing(const ServiceUse &service, const ServicePlace &place, domain::Findings &findings)
{
    const auto missing = [&](const QString &key, const QString &what, const QString &fix) {
        findings.push_back(
            {u"missing-fact"_s, Severity::Warning, place.field + u'/' + key, service.service + u": "_s + what, fix});
    };
    if (service.item.isEmpty() && !service.monthlyUsd)
        missing(u"monthlyUsd"_s, u"neither an amount nor a priced item is given, so nothing is projected."_s,
                u"Give the monthly amount, or an item with its quantity."_s);
    else if (!service.item.isEmpty() && !service.quantity)
        missing(u"quantity"_s, u"the quantity is missing and counted as 0."_s, u"Give the monthly quantity."_s);
}

Result<void, InputError> chargeFlat(const ServiceUse &service, const ServicePlace &place, Line &line)
{
    line.basis.kind = LineKind::Flat;
    line.basis.flat = service.monthlyUsd.value_or(Money());
    const int months = static_cast<int>(line.monthly.size());
    const auto cents = grown(line.basis.flat.cents(), service.growthPerMonth.value_or(Decimal()),
                             activeMonths(service, months), months, kMaximumLineMonthCents);
    if (!cents)
        return tooMuch(service, place);
    for (std::size_t month = 0; month < cents->size(); ++month)
        line.monthly[month] = Money::fromCents(static_cast<qint64>((*cents)[month]));
    return {};
}

Result<void, InputError> chargeItem(const ServiceUse &service, const ServicePlace &place,
                                    const catalogue::ItemPrice &price, Line &line)
{
    const int months = static_cast<int>(line.monthly.size());
    // A quantity far beyond any price list still has to be refused rather than wrapped around.
    constexpr Int128 kMaximumQuantity = domain::powerOfTen(37);
    const auto quantities =
        grown(service.quantity.value_or(Decimal()).millionths(), service.growthPerMonth.value_or(Decimal()),
              activeMonths(service, months), months, kMaximumQuantity);
    if (!quantities)
        return tooMuch(service, place);
    line.basis.quantities.reserve(quantities->size());
    for (std::size_t month = 0; month < quantities->size(); ++month) {
        const Decimal quantity = Decimal::fromMillionths((*quantities)[month]);
        line.basis.quantities.push_back(quantity);
        const TieredCharge charge = tieredCharge(quantity, price.tiers, price.per);
        if (charge.beyond) {
            return Unexpected(InputError{InputProblem::NotPriced, place.path + u".quantity"_s, quantity.toString(),
                                         u"beyond the last documented price tier of "_s + service.item
                                             + u": give the amount as monthlyUsd"_s});
        }
        if (!charge.amount)
            return tooMuch(service, place);
        line.monthly[month] = *charge.amount;
    }
    return {};
}

void noteFreeTier(const catalogue::Item &item, const catalogue::ItemPrice &price, const ServicePlace &place,
                  domain::Findings &findings)
{
    if (price.freeTier.isEmpty())
        return;
    findings.push_back({u"usage-allowance-not-deducted"_s, Severity::Advice, place.field + u"/quantity"_s,
                        item.service + u", "_s + item.name + u": the allowance ("_s + price.freeTier
                            + u") is not deducted; credits apply after it."_s,
                        u"Lower the quantity if the allowance matters here."_s});
}

Unexpected<InputError> notPriced(const ServiceUse &service, const ServicePlace &place, const catalogue::RateBook &book,
                                 const catalogue::Item *item)
{
    if (!item) {
        return Unexpected(InputError{InputProblem::UnknownItem, place.path + u".item"_s, service.item,
                                     book.closeItems(service.item).join(u", "_s)});
    }
    return Unexpected(InputError{InputProblem::NotPriced, place.path + u".item"_s, service.item,
                                 u"the rate book has no price for it in "_s + place.region
                                     + u": give the amount as monthlyUsd, or import prices"_s});
}

/// Charges of Bedrock's own features count as Bedrock, under whatever name the worksheet lists them.
QString totalsService(const ServiceUse &service, const catalogue::Item *item)
{
    const bool bedrock = item && item->service.startsWith(bedrockService());
    return bedrock ? item->service : service.service;
}

} // namespace

Result<Line, InputError> serviceLine(const ServiceUse &service, const ServicePlace &place, LineContext &context)
{
    Line line;
    line.id = service.id;
    line.useCase = place.useCase;
    line.name = service.service;
    line.creditEligible = domain::isCreditEligible(service);
    line.monthly.assign(static_cast<std::size_t>(context.months), Money());
    line.basis.region = place.region;
    line.basis.growthPerMonth = service.growthPerMonth.value_or(Decimal());
    line.basis.firstMonth = activeMonths(service, context.months).first;
    line.basis.item = service.item;
    noteMissing(service, place, context.findings);

    const catalogue::Item *item = service.item.isEmpty() ? nullptr : context.book.item(service.item);
    line.service = totalsService(service, item);
    if (service.item.isEmpty()) {
        const auto charged = chargeFlat(service, place, line);
        if (!charged)
            return Unexpected(charged.error());
        return line;
    }
    const catalogue::ItemPrice *price = item ? item->price(place.region) : nullptr;
    if (!price)
        return notPriced(service, place, context.book, item);
    line.basis.kind = LineKind::Item;
    line.basis.unit = item->unit;
    line.basis.quantity = service.quantity.value_or(Decimal());
    line.basis.tiers = price->tiers;
    line.basis.per = price->per;
    line.basis.source = context.book.sources.value(price->source, price->source);
    line.basis.asOf = price->asOf;
    line.basis.importedOn = price->importedOn;
    noteFreeTier(*item, *price, place, context.findings);
    const auto charged = chargeItem(service, place, *price, line);
    if (!charged)
        return Unexpected(charged.error());
    return line;
}

} // namespace projection
