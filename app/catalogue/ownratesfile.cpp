#include "catalogue/ownrates.h"

#include "json/objectreader.h"
#include "json/writer.h"

#include <QSet>

#include <algorithm>

namespace catalogue {

using domain::Decimal;
using domain::InputProblem;
using domain::Rate;
using domain::Unexpected;
using json::ObjectReader;
using json::Problem;
using json::Writer;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestFile = 64 * 1024 * 1024;
constexpr qint64 kMostUnits = 1'000'000'000;

QString scopeName(domain::Scope scope)
{
    return scope == domain::Scope::Global ? u"global"_s : u"regional"_s;
}

QStringList kindNames()
{
    QStringList names;
    for (const RateKindEntry &entry : rateKinds())
        names.append(entry.name);
    return names;
}

Rate price(ObjectReader &object, Problem &problem)
{
    const auto read = object.optionalDecimal<Rate>("price"_L1, &Rate::parse,
                                                   u"a decimal text of at most 12 decimals, such as \"3.30\""_s);
    if (!object.has("price"_L1))
        problem.raise(InputProblem::MissingKey, object.path("price"_L1), u"price"_s, {});
    return read.value_or(Rate());
}

/// A source and its date, or who entered the price, when and why.
Provenance provenance(ObjectReader &object, const OwnRates &own, Problem &problem)
{
    Provenance from;
    from.source = object.optionalText("source"_L1);
    from.asOf = object.date("asOf"_L1);
    from.over = object.optionalDate("over"_L1);
    if (!from.source.isEmpty()) {
        if (!own.sources.contains(from.source))
            problem.raise(InputProblem::UnknownReference, object.path("source"_L1), from.source, u"a key of sources"_s);
        return from;
    }
    from.by = object.text("by"_L1);
    from.why = object.text("why"_L1);
    for (const auto &[key, text] : {std::pair{"by"_L1, from.by}, std::pair{"why"_L1, from.why}}) {
        if (text.trimmed().isEmpty())
            problem.raise(InputProblem::WrongLength, object.path(key), {}, u"who entered the price, and why"_s);
    }
    return from;
}

OwnRate ownRate(ObjectReader &object, const OwnRates &own, Problem &problem)
{
    OwnRate rate;
    rate.target.model = object.text("model"_L1);
    rate.target.region = object.text("region"_L1);
    rate.target.scope =
        object.oneOf("scope"_L1, {u"regional"_s, u"global"_s}) == 0 ? domain::Scope::Regional : domain::Scope::Global;
    rate.target.kind = static_cast<RateKind>(object.oneOf("rate"_L1, kindNames()));
    rate.target.longPrompt = object.has("longPrompt"_L1) && object.boolean("longPrompt"_L1);
    rate.price = price(object, problem);
    rate.validFrom = object.optionalDate("validFrom"_L1);
    rate.from = provenance(object, own, problem);
    return rate;
}

OwnItemPrice ownItem(ObjectReader &object, const OwnRates &own, Problem &problem)
{
    OwnItemPrice item;
    item.item = object.text("item"_L1);
    item.region = object.text("region"_L1);
    item.per = object.integer("per"_L1, 1, kMostUnits);
    object.objects("tiers"_L1, [&item, &problem](ObjectReader &reader) {
        PriceTier tier;
        tier.upTo = reader.optionalDecimal<Decimal>("upTo"_L1, &Decimal::parse, u"a decimal text"_s);
        tier.price = price(reader, problem);
        const std::optional<Decimal> from = item.tiers.empty() ? Decimal() : item.tiers.back().upTo;
        if (!from || (tier.upTo && *tier.upTo <= *from))
            problem.raise(InputProblem::Contradiction, reader.path("upTo"_L1), {}, u"tiers in ascending order"_s);
        item.tiers.push_back(tier);
    });
    if (item.tiers.empty())
        problem.raise(InputProblem::WrongLength, object.path("tiers"_L1), {}, u"at least one tier"_s);
    item.from = provenance(object, own, problem);
    return item;
}

OwnModel ownModel(ObjectReader &object)
{
    OwnModel model{object.text("id"_L1), object.text("name"_L1), object.text("provider"_L1), false};
    model.idInferred = object.has("idInferred"_L1) && object.boolean("idInferred"_L1);
    return model;
}

/// An override and an import may stand side by side for one rate; two of a kind may not.
template <class Entry>
void checkTwice(const std::vector<Entry> &entries, const QString &list, Problem &problem,
                QString (*keyOf)(const Entry &entry))
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QString key = keyOf(entries[i]) + (entries[i].from.isOverride() ? u"|by hand"_s : QString());
        if (seen.contains(key))
            problem.raise(InputProblem::DuplicateId, json::elementPath(list, static_cast<qsizetype>(i)), key,
                          u"keep one of them"_s);
        seen.insert(key);
    }
}

void writeProvenance(Writer &out, const Provenance &from)
{
    if (from.isOverride())
        out.member("by"_L1, from.by).member("why"_L1, from.why);
    else
        out.member("source"_L1, from.source);
    out.member("asOf"_L1, from.asOf.toString(Qt::ISODate));
    if (from.over)
        out.member("over"_L1, from.over->toString(Qt::ISODate));
}

void writeRate(Writer &out, const OwnRate &rate)
{
    out.beginObject()
        .member("model"_L1, rate.target.model)
        .member("region"_L1, rate.target.region)
        .member("scope"_L1, scopeName(rate.target.scope))
        .member("rate"_L1, rateKindName(rate.target.kind));
    if (rate.target.longPrompt)
        out.member("longPrompt"_L1, true);
    out.member("price"_L1, rate.price.toString());
    if (rate.validFrom)
        out.member("validFrom"_L1, rate.validFrom->toString(Qt::ISODate));
    writeProvenance(out, rate.from);
    out.endObject();
}

void writeItem(Writer &out, const OwnItemPrice &item)
{
    out.beginObject().member("item"_L1, item.item).member("region"_L1, item.region).member("per"_L1, item.per);
    out.key("tiers"_L1).beginArray();
    for (const PriceTier &tier : item.tiers) {
        out.beginObject();
        if (tier.upTo)
            out.member("upTo"_L1, tier.upTo->toString());
        out.member("price"_L1, tier.price.toString()).endObject();
    }
    out.endArray();
    writeProvenance(out, item.from);
    out.endObject();
}

void writeModel(Writer &out, const OwnModel &model)
{
    out.beginObject().member("id"_L1, model.id).member("name"_L1, model.name).member("provider"_L1, model.provider);
    if (model.idInferred)
        out.member("idInferred"_L1, true);
    out.endObject();
}

/// Only the sources that a price names: those of prices that a newer import replaced are gone.
void dropUnusedSources(OwnRates &own)
{
    QSet<QString> used;
    for (const OwnRate &rate : own.rates)
        used.insert(rate.from.source);
    for (const OwnItemPrice &item : own.items)
        used.insert(item.from.source);
    for (const QString &key : own.sources.keys()) {
        if (!used.contains(key))
            own.sources.remove(key);
    }
}

void sortEntries(OwnRates &own)
{
    const auto byHandLast = [](const auto &a, const auto &b, const QString &keyA, const QString &keyB) {
        return keyA != keyB ? keyA < keyB : !a.from.isOverride() && b.from.isOverride();
    };
    std::sort(own.models.begin(), own.models.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    std::sort(own.rates.begin(), own.rates.end(),
              [&](const OwnRate &a, const OwnRate &b) { return byHandLast(a, b, a.target.key(), b.target.key()); });
    std::sort(own.items.begin(), own.items.end(),
              [&](const OwnItemPrice &a, const OwnItemPrice &b) { return byHandLast(a, b, a.key(), b.key()); });
}

} // namespace

domain::Result<OwnRates, domain::InputError> readOwnRates(QByteArrayView bytes)
{
    const auto root = json::parse(bytes, {kLargestFile, 8});
    if (!root)
        return Unexpected(root.error());
    Problem problem;
    OwnRates own;
    ObjectReader object(*root, {}, problem);
    object.oneOf("format"_L1, {u"briefstack-own-rates"_s});
    object.integer("version"_L1, 1, 1);
    object.oneOf("currency"_L1, {u"USD"_s});
    object.textMembers("sources"_L1,
                       [&own](const QString &key, const QString &text) { own.sources.insert(key, text); });
    object.objects("models"_L1, [&own](ObjectReader &reader) { own.models.push_back(ownModel(reader)); });
    object.objects("rates"_L1, [&](ObjectReader &reader) { own.rates.push_back(ownRate(reader, own, problem)); });
    object.objects("items"_L1, [&](ObjectReader &reader) { own.items.push_back(ownItem(reader, own, problem)); });
    object.finish();
    checkTwice<OwnRate>(own.rates, u"rates"_s, problem, [](const OwnRate &rate) { return rate.target.key(); });
    checkTwice<OwnItemPrice>(own.items, u"items"_s, problem, [](const OwnItemPrice &item) { return item.key(); });
    if (problem.error)
        return Unexpected(*problem.error);
    return own;
}

QByteArray writeOwnRates(OwnRates own)
{
    dropUnusedSources(own);
    sortEntries(own);
    Writer out;
    out.beginObject()
        .member("format"_L1, u"briefstack-own-rates"_s)
        .member("version"_L1, 1)
        .member("currency"_L1, u"USD"_s);
    out.key("sources"_L1).beginObject();
    QStringList keys = own.sources.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys))
        out.key(key).string(own.sources.value(key));
    out.endObject();
    out.key("models"_L1).beginArray();
    for (const OwnModel &model : own.models)
        writeModel(out, model);
    out.endArray().key("rates"_L1).beginArray();
    for (const OwnRate &rate : own.rates)
        writeRate(out, rate);
    out.endArray().key("items"_L1).beginArray();
    for (const OwnItemPrice &item : own.items)
        writeItem(out, item);
    out.endArray().endObject();
    return out.take();
}

} // namespace catalogue
