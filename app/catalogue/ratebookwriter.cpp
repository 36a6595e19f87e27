#include "catalogue/ratebookwriter.h"

#include "catalogue/ratekinds.h"
#include "json/writer.h"

#include <QSet>

#include <algorithm>

namespace catalogue {

using json::Writer;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, 4> kBilledBy{"token"_L1, "query"_L1, "image"_L1, "video"_L1};

void writeTokenRates(Writer &out, const TokenRates &rates)
{
    out.key("rates"_L1).beginObject();
    for (const RateKindEntry &entry : rateKinds()) {
        if (entry.member && rates.*entry.member)
            out.member(entry.name, (rates.*entry.member)->toString());
    }
    out.endObject();
}

void writeOptional(Writer &out, QLatin1StringView key, const std::optional<domain::Rate> &rate)
{
    if (rate)
        out.member(key, rate->toString());
}

void writeOptional(Writer &out, QLatin1StringView key, const std::optional<QDate> &date)
{
    if (date)
        out.member(key, date->toString(Qt::ISODate));
}

void writeCommitments(Writer &out, const ModelRow &row)
{
    const auto &provisioned = row.provisioned;
    if (std::any_of(provisioned.begin(), provisioned.end(), [](const auto &rate) { return rate.has_value(); })) {
        out.key("provisioned"_L1).beginObject();
        writeOptional(out, "none"_L1, provisioned[0]);
        writeOptional(out, "1-month"_L1, provisioned[1]);
        writeOptional(out, "6-month"_L1, provisioned[2]);
        out.endObject();
    }
    if (row.reserved == std::array<ReservedRates, 2>{})
        return;
    out.key("reserved"_L1).beginObject();
    const std::array<QLatin1StringView, 2> terms{"1-month"_L1, "3-month"_L1};
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (row.reserved[i] == ReservedRates{})
            continue;
        out.key(terms[i]).beginObject();
        writeOptional(out, "input"_L1, row.reserved[i].input);
        writeOptional(out, "output"_L1, row.reserved[i].output);
        out.endObject();
    }
    out.endObject();
}

void writeRow(Writer &out, const ModelRow &row)
{
    out.beginObject()
        .member("region"_L1, row.region)
        .member("scope"_L1, row.scope == domain::Scope::Global ? u"global"_s : u"regional"_s);
    writeTokenRates(out, row.rates);
    if (row.cacheMinimumTokens)
        out.member("cacheMinimumTokens"_L1, *row.cacheMinimumTokens);
    if (row.longPrompt) {
        out.key("longPrompt"_L1).beginObject().member("thresholdTokens"_L1, row.longPrompt->thresholdTokens);
        writeTokenRates(out, row.longPrompt->rates);
        out.endObject();
    }
    writeCommitments(out, row);
    out.strings("availability"_L1, row.availability);
    if (!row.lifecycle.isEmpty())
        out.member("lifecycle"_L1, row.lifecycle);
    writeOptional(out, "endOfLife"_L1, row.endOfLife);
    writeOptional(out, "validFrom"_L1, row.validFrom);
    writeOptional(out, "validUntil"_L1, row.validUntil);
    writeOptional(out, "importedOn"_L1, row.importedOn);
    out.member("source"_L1, row.source).member("asOf"_L1, row.asOf);
    out.strings("notes"_L1, row.notes).strings("suspect"_L1, row.suspect).endObject();
}

void writeModel(Writer &out, const Model &model)
{
    out.beginObject()
        .member("id"_L1, model.id)
        .member("name"_L1, model.name)
        .member("provider"_L1, model.provider)
        .strings("aliases"_L1, model.aliases)
        .member("billedBy"_L1, kBilledBy[static_cast<std::size_t>(model.billedBy)]);
    if (!model.item.isEmpty())
        out.member("item"_L1, model.item);
    out.strings("input"_L1, model.input).strings("output"_L1, model.output);
    out.key("rows"_L1).beginArray();
    for (const ModelRow &row : model.rows)
        writeRow(out, row);
    out.endArray().endObject();
}

void writePrice(Writer &out, const ItemPrice &price)
{
    out.beginObject().member("region"_L1, price.region).member("per"_L1, QString::number(price.per));
    out.key("tiers"_L1).beginArray();
    for (const PriceTier &tier : price.tiers) {
        out.beginObject();
        if (tier.upTo)
            out.member("upTo"_L1, tier.upTo->toString());
        out.member("price"_L1, tier.price.toString()).endObject();
    }
    out.endArray();
    writeOptional(out, "importedOn"_L1, price.importedOn);
    out.member("source"_L1, price.source).member("asOf"_L1, price.asOf);
    if (!price.freeTier.isEmpty())
        out.member("freeTier"_L1, price.freeTier);
    out.endObject();
}

void writeItem(Writer &out, const Item &item)
{
    out.beginObject()
        .member("id"_L1, item.id)
        .member("service"_L1, item.service)
        .member("name"_L1, item.name)
        .member("unit"_L1, item.unit);
    out.key("prices"_L1).beginArray();
    for (const ItemPrice &price : item.prices)
        writePrice(out, price);
    out.endArray().endObject();
}

/// The entries of `from` that `keep` wants.
template <class Entry, class Keep>
std::vector<Entry> kept(const std::vector<Entry> &from, const Keep &keep)
{
    std::vector<Entry> found;
    std::copy_if(from.begin(), from.end(), std::back_inserter(found), keep);
    return found;
}

} // namespace

RateBook excerpt(const RateBook &book, const QStringList &models, const QStringList &items, const QStringList &regions)
{
    RateBook part;
    part.id = book.id;
    part.asOf = book.asOf;
    QSet<QString> sources;
    QSet<QString> taken;
    QStringList itemIds = items;
    for (const QString &name : models) {
        const Model *model = book.model(name);
        if (!model || taken.contains(model->id))
            continue;
        taken.insert(model->id);
        Model copy = *model;
        copy.rows = kept(model->rows, [&](const ModelRow &row) { return regions.contains(row.region); });
        for (const ModelRow &row : copy.rows)
            sources.insert(row.source);
        if (!copy.item.isEmpty())
            itemIds.append(copy.item); // a model names the item that prices it
        part.models.push_back(std::move(copy));
    }
    for (const QString &itemId : std::as_const(itemIds)) {
        const Item *item = book.item(itemId);
        if (!item || taken.contains(item->id))
            continue;
        taken.insert(item->id);
        Item copy = *item;
        copy.prices = kept(item->prices, [&](const ItemPrice &price) {
            return price.region == u"default" || regions.contains(price.region);
        });
        for (const ItemPrice &price : copy.prices)
            sources.insert(price.source);
        part.items.push_back(std::move(copy));
    }
    for (const QString &key : std::as_const(sources))
        part.sources.insert(key, book.sources.value(key, key));
    part.index();
    return part;
}

QByteArray writeRateBook(const RateBook &book)
{
    Writer out;
    out.beginObject()
        .member("format"_L1, u"briefstack-rate-book"_s)
        .member("version"_L1, 1)
        .member("id"_L1, book.id)
        .member("asOf"_L1, book.asOf.toString(Qt::ISODate))
        .member("currency"_L1, u"USD"_s);
    out.key("sources"_L1).beginObject();
    QStringList keys = book.sources.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys))
        out.key(key).string(book.sources.value(key));
    out.endObject();
    out.key("models"_L1).beginArray();
    for (const Model &model : book.models)
        writeModel(out, model);
    out.endArray().key("items"_L1).beginArray();
    for (const Item &item : book.items)
        writeItem(out, item);
    out.endArray().endObject();
    return out.take();
}

} // namespace catalogue
