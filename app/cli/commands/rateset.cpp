#include "cli/commands/ratesactions.h"
#include "domain/oneline.h"

#include <algorithm>

namespace cli {

using catalogue::OwnItemPrice;
using catalogue::OwnRate;
using catalogue::OwnRates;
using catalogue::RateBook;
using catalogue::RateKind;
using domain::Rate;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

/// What a hand-entered price is for: a rate of a model, or an item in a region.
struct Target {
    std::optional<catalogue::RateTarget> rate;
    const catalogue::Item *item = nullptr;
    QString region;

    QString words() const
    {
        if (!rate)
            return item->id + u" in "_s + region;
        return rate->model + u" in "_s + region
             + (rate->scope == domain::Scope::Global ? u", global "_s : u", regional "_s)
             + catalogue::rateKindName(rate->kind);
    }
};

Outcome<RateKind> kindOf(const Arguments &arguments)
{
    QStringList names;
    for (const catalogue::RateKindEntry &entry : catalogue::rateKinds())
        names.append(entry.name);
    const auto chosen = arguments.oneOf(u"rate"_s, names);
    if (!chosen)
        return Unexpected(chosen.error());
    return static_cast<RateKind>(names.indexOf(*chosen));
}

Outcome<Target> targetOf(const Arguments &arguments, const RateBook &book)
{
    const QString name = arguments.files().at(1);
    const auto region = arguments.required(u"region"_s);
    if (!region)
        return Unexpected(region.error());
    Target target{std::nullopt, book.item(name), *region};
    if (!book.knowsRegion(*region))
        return Unexpected(usage(u"--region: the book knows no region \""_s + *region + u'"'));
    if (target.item)
        return target;
    const catalogue::Model *model = book.model(name);
    if (!model)
        return Unexpected(
            fromInput({}, {domain::InputProblem::UnknownModel, {}, name, book.closeModels(name).join(u", "_s)}));
    const auto kind = kindOf(arguments);
    if (!kind)
        return Unexpected(kind.error());
    const auto scope = arguments.oneOf(u"scope"_s, {u"regional"_s, u"global"_s});
    if (!scope)
        return Unexpected(scope.error());
    target.rate = {model->id, *region, *scope == u"global" ? domain::Scope::Global : domain::Scope::Regional, *kind,
                   false};
    return target;
}

/// Text that has to be there and stay on one line of the file.
Outcome<QString> said(const Arguments &arguments, const QString &option)
{
    auto text = arguments.required(option);
    if (!text)
        return text;
    const QString line = domain::oneLine(*text).trimmed();
    if (line.isEmpty() || line.size() > 255)
        return Unexpected(usage(u"--"_s + option + u" takes 1 to 255 characters"_s));
    return line;
}

/// Takes the override of that target away; whether there was one.
bool removeOverride(OwnRates &own, const Target &target)
{
    const auto before = own.rates.size() + own.items.size();
    if (target.rate)
        own.rates.erase(
            std::remove_if(own.rates.begin(), own.rates.end(),
                           [&](const OwnRate &rate) { return rate.from.isOverride() && rate.target == *target.rate; }),
            own.rates.end());
    else
        own.items.erase(std::remove_if(own.items.begin(), own.items.end(),
                                       [&](const OwnItemPrice &item) {
                                           return item.from.isOverride() && item.item == target.item->id
                                               && item.region == target.region;
                                       }),
                        own.items.end());
    return before != own.rates.size() + own.items.size();
}

qint64 unitsOf(const catalogue::Item &item, const QString &region)
{
    const catalogue::ItemPrice *known = item.price(region);
    return known ? known->per : 1;
}

struct Place {
    RateBook book;
    QString file;
};

Outcome<Place> placeOf(const Arguments &arguments)
{
    if (arguments.files().size() != 2)
        return Unexpected(usage(u"one model or item is needed"_s));
    auto shipped = drafting::shippedData();
    if (!shipped)
        return Unexpected(fromInput(u"shipped data"_s, shipped.error()));
    Place place{{}, ownRatesFileOf(arguments)};
    const auto own = drafting::loadOwnRates(place.file);
    if (!own)
        return Unexpected(fromInput(place.file, own.error()));
    place.book = catalogue::withOwnRates(std::move(shipped->rates), *own);
    return place;
}

Outcome<ExitStatus> said(const QString &text)
{
    const Step printed = print((domain::oneLine(text) + u'\n').toUtf8());
    return printed ? Outcome<ExitStatus>(Done) : Outcome<ExitStatus>(Unexpected(printed.error()));
}

} // namespace

Outcome<ExitStatus> setRate(const Arguments &arguments)
{
    const auto place = placeOf(arguments);
    if (!place)
        return Unexpected(place.error());
    const auto target = targetOf(arguments, place->book);
    if (!target)
        return Unexpected(target.error());
    const auto price = arguments.required(u"price"_s);
    if (!price)
        return Unexpected(price.error());
    const auto rate = Rate::parse(*price);
    if (!rate)
        return Unexpected(
            usage(u"--price: \""_s + *price + u"\" is not dollars of at most 12 decimals, 0 to 1,000,000"_s));
    const auto by = said(arguments, u"by"_s);
    const auto why = said(arguments, u"why"_s);
    if (!by || !why)
        return Unexpected(by ? why.error() : by.error());
    const catalogue::Provenance from{{}, arguments.asOf(), *by, *why, {}};
    const qint64 per = target->item ? unitsOf(*target->item, target->region) : 1;
    const auto written = drafting::changeOwnRates(place->file, [&](OwnRates &own) {
        removeOverride(own, *target);
        if (target->rate)
            own.rates.push_back({*target->rate, *rate, {}, from});
        else
            own.items.push_back({target->item->id, target->region, per, {{{}, *rate}}, from});
    });
    if (!written)
        return Unexpected(fromOwnRates(place->file, written.error()));
    const QString unit =
        !target->item
            ? (catalogue::rateKinds()[static_cast<std::size_t>(target->rate->kind)].member ? u"per million tokens"_s
                                                                                           : u"per model unit hour"_s)
            : u"per "_s + (per == 1 ? QString() : QString::number(per) + u' ') + target->item->unit;
    return said(target->words() + u": $"_s + rate->toString(2) + u' ' + unit + u". Written to "_s + place->file + u'.');
}

Outcome<ExitStatus> unsetRate(const Arguments &arguments)
{
    const auto place = placeOf(arguments);
    if (!place)
        return Unexpected(place.error());
    const auto target = targetOf(arguments, place->book);
    if (!target)
        return Unexpected(target.error());
    bool removed = false;
    const auto written =
        drafting::changeOwnRates(place->file, [&](OwnRates &own) { removed = removeOverride(own, *target); });
    if (!written)
        return Unexpected(fromOwnRates(place->file, written.error()));
    if (!removed)
        return Unexpected(Failure{place->file, {}, u"holds no price entered by hand for "_s + target->words()});
    return said(target->words() + u": the price entered by hand is gone from "_s + place->file + u'.');
}

} // namespace cli
