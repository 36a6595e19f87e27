#include "catalogue/ratechanges.h"

#include "domain/exact.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace catalogue {

using domain::Rate;
using namespace Qt::StringLiterals;

namespace {

using Kind = RateChange::Kind;

QString scopeName(domain::Scope scope)
{
    return scope == domain::Scope::Global ? u"global"_s : u"regional"_s;
}

QString detailOf(const RateTarget &target)
{
    return scopeName(target.scope) + u' ' + rateKindName(target.kind)
         + (target.longPrompt ? u" of long prompts"_s : QString());
}

/// "0.023 up to 51200, 0.022 per GB-month"
QString priceText(const std::vector<PriceTier> &tiers, qint64 per, const QString &unit)
{
    QStringList parts;
    for (const PriceTier &tier : tiers)
        parts.append(tier.price.toString(2) + (tier.upTo ? u" up to "_s + tier.upTo->toString() : QString()));
    return parts.join(u", "_s) + u" per "_s + (per == 1 ? QString() : QString::number(per) + u' ') + unit;
}

/// Whether two prices are the same money for every quantity, whatever number of units each is written for.
bool samePrice(const std::vector<PriceTier> &a, qint64 perA, const std::vector<PriceTier> &b, qint64 perB)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [perA, perB](const PriceTier &x, const PriceTier &y) {
        return x.upTo == y.upTo
            && domain::Int128(x.price.picodollars()) * perB == domain::Int128(y.price.picodollars()) * perA;
    });
}

/// Of the first tier, for one unit.
QString itemPercent(const ItemPrice &before, const OwnItemPrice &after)
{
    if (before.per != after.per || before.tiers.size() != after.tiers.size())
        return {};
    return percentChange(before.tiers.front().price, after.tiers.front().price);
}

void judge(RateChange &change, bool known, bool same)
{
    change.kind = !known ? Kind::Added : same ? Kind::Unchanged : Kind::Changed;
    if (change.kind != Kind::Changed)
        change.percent.clear();
}

template <class Entry>
const Provenance *overrideOf(const std::vector<Entry> &entries, const QString &key,
                             QString (*keyOf)(const Entry &entry))
{
    for (const Entry &entry : entries) {
        if (entry.from.isOverride() && keyOf(entry) == key)
            return &entry.from;
    }
    return nullptr;
}

void applyOverride(RateChange &change, const Provenance *byHand)
{
    if (!byHand)
        return;
    change.kind = Kind::Kept;
    change.why = u"entered by "_s + byHand->by + u" on "_s + byHand->asOf.toString(Qt::ISODate) + u": "_s + byHand->why;
}

void noteAge(RateChange &change, const QString &asOf, const Provenance &from)
{
    const QDate known = lastDayOfCopy(asOf);
    if (change.kind == Kind::Changed && known > from.asOf)
        change.why = u"the file is older than the price it replaces, of "_s + asOf;
}

RateChange changeOf(const RateBook &book, const OwnRates &own, const OwnRate &rate)
{
    RateChange change;
    change.what = rate.target.model;
    change.region = rate.target.region;
    change.detail = detailOf(rate.target);
    change.after = rate.price.toString(2);
    const Model *model = book.model(rate.target.model);
    const ModelRow *row = model ? model->row(rate.target.region, rate.target.scope) : nullptr;
    const auto before = row ? rateOf(*row, rate.target.kind, rate.target.longPrompt) : std::nullopt;
    if (before) {
        change.before = before->toString(2);
        change.percent = percentChange(*before, rate.price);
    }
    judge(change, before.has_value(), before == rate.price);
    applyOverride(change, overrideOf<OwnRate>(own.rates, rate.target.key(),
                                              [](const OwnRate &entry) { return entry.target.key(); }));
    if (row)
        noteAge(change, row->asOf, rate.from);
    return change;
}

RateChange changeOf(const RateBook &book, const OwnRates &own, const OwnItemPrice &found)
{
    RateChange change;
    const Item *item = book.item(found.item);
    const ItemPrice *before = item ? item->price(found.region) : nullptr;
    change.what = found.item;
    change.region = found.region;
    change.after = priceText(found.tiers, found.per, item ? item->unit : u"unit"_s);
    if (before) {
        change.before = priceText(before->tiers, before->per, item->unit);
        change.percent = itemPercent(*before, found);
    }
    judge(change, before != nullptr, before && samePrice(before->tiers, before->per, found.tiers, found.per));
    applyOverride(change, overrideOf<OwnItemPrice>(own.items, found.key(),
                                                   [](const OwnItemPrice &entry) { return entry.key(); }));
    if (before)
        noteAge(change, before->asOf, found.from);
    return change;
}

/// Every rate of a row that either book has.
void compareRows(const QString &model, const ModelRow *before, const ModelRow *after, std::vector<RateChange> &changes)
{
    const ModelRow &any = after ? *after : *before;
    for (const RateKindEntry &entry : rateKinds()) {
        for (const bool longPrompt : {false, true}) {
            if (longPrompt && !entry.member)
                continue;
            const auto old = before ? rateOf(*before, entry.kind, longPrompt) : std::nullopt;
            const auto fresh = after ? rateOf(*after, entry.kind, longPrompt) : std::nullopt;
            if (old == fresh)
                continue;
            RateChange change;
            change.kind = old ? Kind::Changed : Kind::Added;
            change.what = model;
            change.region = any.region;
            change.detail = detailOf({model, any.region, any.scope, entry.kind, longPrompt});
            change.before = old ? old->toString(2) : QString();
            change.after = fresh ? fresh->toString(2) : QString();
            change.percent = old && fresh ? percentChange(*old, *fresh) : QString();
            changes.push_back(std::move(change));
        }
    }
}

void compareModels(const QString &id, const Model *before, const Model *after, std::vector<RateChange> &changes)
{
    QSet<QString> seen;
    for (const Model *model : {before, after}) {
        if (!model)
            continue;
        for (const ModelRow &row : model->rows) {
            const QString place = row.region + scopeName(row.scope);
            if (seen.contains(place))
                continue;
            seen.insert(place);
            compareRows(id, before ? before->row(row.region, row.scope) : nullptr,
                        after ? after->row(row.region, row.scope) : nullptr, changes);
        }
    }
}

const ItemPrice *priceIn(const Item *item, const QString &region)
{
    if (!item)
        return nullptr;
    const auto found = std::find_if(item->prices.begin(), item->prices.end(),
                                    [&region](const ItemPrice &price) { return price.region == region; });
    return found == item->prices.end() ? nullptr : &*found;
}

void compareItems(const Item *before, const Item *after, std::vector<RateChange> &changes)
{
    QSet<QString> seen;
    for (const Item *item : {before, after}) {
        if (!item)
            continue;
        for (const ItemPrice &price : item->prices) {
            if (seen.contains(price.region))
                continue;
            seen.insert(price.region);
            const ItemPrice *old = priceIn(before, price.region);
            const ItemPrice *fresh = priceIn(after, price.region);
            if (old && fresh && samePrice(old->tiers, old->per, fresh->tiers, fresh->per))
                continue;
            RateChange change;
            change.kind = old ? Kind::Changed : Kind::Added;
            change.what = item->id;
            change.region = price.region;
            change.before = old ? priceText(old->tiers, old->per, item->unit) : QString();
            change.after = fresh ? priceText(fresh->tiers, fresh->per, item->unit) : QString();
            if (old && fresh)
                change.percent = itemPercent(*old, {item->id, fresh->region, fresh->per, fresh->tiers, {}});
            changes.push_back(std::move(change));
        }
    }
}

} // namespace

QString percentChange(Rate before, Rate after)
{
    if (before.isZero())
        return {};
    constexpr int kHundredths = 10'000;
    const domain::Int128 difference = domain::Int128(after.picodollars()) - before.picodollars();
    const domain::Int128 hundredths = domain::divideHalfEven(difference * kHundredths, before.picodollars());
    const bool less = hundredths < 0;
    const domain::Int128 all = less ? -hundredths : hundredths;
    if (all > std::numeric_limits<qint64>::max())
        return u"+"_s + QString::number(static_cast<qulonglong>(all / kHundredths)) + u" times"_s;
    const auto size = static_cast<qulonglong>(all);
    return (less ? u'-' : u'+') + QString::number(size / 100) + u'.'
         + QString::number(size % 100).rightJustified(2, u'0') + u" %"_s;
}

std::vector<RateChange> rateChanges(const RateBook &book, const OwnRates &own, const OwnRates &found)
{
    std::vector<RateChange> changes;
    for (const OwnRate &rate : found.rates)
        changes.push_back(changeOf(book, own, rate));
    for (const OwnItemPrice &item : found.items)
        changes.push_back(changeOf(book, own, item));
    return changes;
}

std::vector<RateChange> bookChanges(const RateBook &before, const RateBook &after)
{
    std::vector<RateChange> changes;
    QSet<QString> seen;
    for (const RateBook *book : {&before, &after}) {
        for (const Model &model : book->models) {
            if (seen.contains(model.id))
                continue;
            seen.insert(model.id);
            const Model *old = before.model(model.id);
            const Model *fresh = after.model(model.id);
            compareModels(model.id, old, fresh, changes);
        }
        for (const Item &item : book->items) {
            if (seen.contains(item.id))
                continue;
            seen.insert(item.id);
            compareItems(before.item(item.id), after.item(item.id), changes);
        }
    }
    return changes;
}

} // namespace catalogue
