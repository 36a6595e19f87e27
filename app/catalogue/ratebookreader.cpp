#include "catalogue/ratebookreader.h"

#include "domain/date.h"
#include "json/objectreader.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace catalogue {

using domain::Decimal;
using domain::InputProblem;
using domain::Rate;
using domain::Result;
using domain::Unexpected;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostTokens = 1'000'000'000;
constexpr qint64 kMostUnits = 1'000'000'000; // that one price buys
constexpr qsizetype kLargestBook = 64 * 1024 * 1024;

std::optional<Rate> rate(ObjectReader &object, QLatin1StringView key)
{
    return object.optionalDecimal<Rate>(key, &Rate::parse,
                                        u"a decimal text of at most 12 decimals, such as \"3.30\""_s);
}

TokenRates tokenRates(ObjectReader &object)
{
    TokenRates rates;
    rates.input = rate(object, "input"_L1);
    rates.output = rate(object, "output"_L1);
    rates.cacheRead = rate(object, "cacheRead"_L1);
    rates.cacheWrite5m = rate(object, "cacheWrite5m"_L1);
    rates.cacheWrite1h = rate(object, "cacheWrite1h"_L1);
    rates.batchInput = rate(object, "batchInput"_L1);
    rates.batchOutput = rate(object, "batchOutput"_L1);
    rates.flexInput = rate(object, "flexInput"_L1);
    rates.flexOutput = rate(object, "flexOutput"_L1);
    rates.priorityInput = rate(object, "priorityInput"_L1);
    rates.priorityOutput = rate(object, "priorityOutput"_L1);
    return rates;
}

void readReserved(ObjectReader &object, ModelRow &row)
{
    const auto into = [](ReservedRates &rates) {
        return [&rates](ObjectReader &prices) {
            rates.input = rate(prices, "input"_L1);
            rates.output = rate(prices, "output"_L1);
        };
    };
    object.object(
        "reserved"_L1,
        [&row, &into](ObjectReader &reserved) {
            reserved.object("1-month"_L1, into(row.reserved[0]), false);
            reserved.object("3-month"_L1, into(row.reserved[1]), false);
        },
        false);
}

/// The date of the copy a figure was read from: a day, a month or a year, as the source gives it.
QString dateOfCopy(ObjectReader &object, Problem &problem)
{
    const QString text = object.text("asOf"_L1);
    const bool isYear = text.size() == 4 && domain::Month::parse(QString(text + u"-01"));
    if (!isYear && !domain::Month::parse(text) && !domain::parseDate(text))
        problem.raise(InputProblem::WrongForm, object.path("asOf"_L1), text.left(80), u"YYYY-MM-DD, YYYY-MM or YYYY"_s);
    return text;
}

ModelRow modelRow(ObjectReader &object, Problem &problem)
{
    ModelRow row;
    row.region = object.text("region"_L1);
    row.scope =
        object.oneOf("scope"_L1, {u"regional"_s, u"global"_s}) == 0 ? domain::Scope::Regional : domain::Scope::Global;
    object.object("rates"_L1, [&row](ObjectReader &rates) { row.rates = tokenRates(rates); });
    row.cacheMinimumTokens = object.optionalInteger("cacheMinimumTokens"_L1, 0, kMostTokens);
    object.object(
        "longPrompt"_L1,
        [&row](ObjectReader &band) {
            LongPromptBand longPrompt;
            longPrompt.thresholdTokens = band.integer("thresholdTokens"_L1, 1, kMostTokens);
            band.object("rates"_L1, [&longPrompt](ObjectReader &rates) { longPrompt.rates = tokenRates(rates); });
            row.longPrompt = longPrompt;
        },
        false);
    object.object(
        "provisioned"_L1,
        [&row](ObjectReader &prices) {
            row.provisioned = {rate(prices, "none"_L1), rate(prices, "1-month"_L1), rate(prices, "6-month"_L1)};
        },
        false);
    readReserved(object, row);
    row.availability = object.texts("availability"_L1);
    row.lifecycle = object.optionalText("lifecycle"_L1);
    row.endOfLife = object.optionalDate("endOfLife"_L1);
    row.validFrom = object.optionalDate("validFrom"_L1);
    row.validUntil = object.optionalDate("validUntil"_L1);
    if (row.validFrom && row.validUntil && *row.validFrom > *row.validUntil)
        problem.raise(InputProblem::Contradiction, object.path("validUntil"_L1), row.validUntil->toString(Qt::ISODate),
                      u"a day on or after validFrom"_s);
    row.importedOn = object.optionalDate("importedOn"_L1);
    row.source = object.text("source"_L1);
    row.asOf = dateOfCopy(object, problem);
    row.notes = object.texts("notes"_L1);
    row.suspect = object.texts("suspect"_L1);
    return row;
}

Model model(ObjectReader &object, Problem &problem)
{
    Model model;
    model.id = object.text("id"_L1);
    model.name = object.text("name"_L1);
    model.provider = object.text("provider"_L1);
    model.aliases = object.texts("aliases"_L1);
    model.billedBy =
        static_cast<BilledBy>(object.oneOf("billedBy"_L1, {u"token"_s, u"query"_s, u"image"_s, u"video"_s}));
    model.item = object.optionalText("item"_L1);
    model.input = object.texts("input"_L1);
    model.output = object.texts("output"_L1);
    object.optionalInteger("contextWindow"_L1, 0, kMostTokens);
    object.optionalInteger("maxOutput"_L1, 0, kMostTokens);
    object.objects("rows"_L1, [&model, &problem](ObjectReader &reader) {
        ModelRow row = modelRow(reader, problem);
        if (model.row(row.region, row.scope))
            problem.raise(InputProblem::DuplicateId, reader.path("region"_L1), row.region,
                          u"one row per region and scope"_s);
        model.rows.push_back(std::move(row));
    });
    return model;
}

PriceTier priceTier(ObjectReader &object, const std::vector<PriceTier> &before, Problem &problem)
{
    PriceTier tier;
    tier.upTo = object.optionalDecimal<Decimal>("upTo"_L1, &Decimal::parse, u"a decimal text"_s);
    const auto price = rate(object, "price"_L1);
    if (!price)
        problem.raise(InputProblem::MissingKey, object.path("price"_L1), u"price"_s, {});
    tier.price = price.value_or(Rate());
    const std::optional<Decimal> from = before.empty() ? Decimal() : before.back().upTo;
    const bool ascends = from && (!tier.upTo || *tier.upTo > *from);
    if (!ascends)
        problem.raise(InputProblem::Contradiction, object.path("upTo"_L1), {}, u"tiers in ascending order"_s);
    return tier;
}

ItemPrice itemPrice(ObjectReader &object, Problem &problem)
{
    ItemPrice price;
    price.region = object.text("region"_L1);
    const auto per = object.optionalDecimal<Decimal>("per"_L1, &Decimal::parse, u"a whole number as text"_s);
    if (!object.has("per"_L1))
        problem.raise(InputProblem::MissingKey, object.path("per"_L1), u"per"_s, {});
    const domain::Int128 units = per ? per->millionths() / Decimal::kScale : 0;
    if (units < 1 || units > kMostUnits || Decimal::fromMillionths(units * Decimal::kScale) != *per)
        problem.raise(InputProblem::OutOfRange, object.path("per"_L1), per ? per->toString() : QString(),
                      u"a whole number of units, 1 to "_s + QString::number(kMostUnits));
    price.per = static_cast<qint64>(units);
    object.objects("tiers"_L1, [&price, &problem](ObjectReader &tier) {
        price.tiers.push_back(priceTier(tier, price.tiers, problem));
    });
    if (price.tiers.empty())
        problem.raise(InputProblem::WrongLength, object.path("tiers"_L1), {}, u"at least one tier"_s);
    price.importedOn = object.optionalDate("importedOn"_L1);
    price.source = object.text("source"_L1);
    price.asOf = dateOfCopy(object, problem);
    price.freeTier = object.optionalText("freeTier"_L1);
    return price;
}

Item item(ObjectReader &object, Problem &problem)
{
    Item item;
    item.id = object.text("id"_L1);
    item.service = object.text("service"_L1);
    item.name = object.text("name"_L1);
    item.unit = object.text("unit"_L1);
    object.objects("prices"_L1, [&item, &problem](ObjectReader &reader) {
        ItemPrice price = itemPrice(reader, problem);
        const auto sameRegion = [&price](const ItemPrice &other) { return other.region == price.region; };
        if (std::any_of(item.prices.begin(), item.prices.end(), sameRegion))
            problem.raise(InputProblem::DuplicateId, reader.path("region"_L1), price.region, u"one price per region"_s);
        item.prices.push_back(std::move(price));
    });
    return item;
}

/// What only the whole book shows: names that clash, sources and items that do not exist.
class CrossCheck {
public:
    CrossCheck(const RateBook &book, Problem &problem) : m_book(book), m_problem(problem)
    {
        for (const Item &item : book.items)
            m_items.insert(item.id);
    }

    void checkModels()
    {
        for (std::size_t i = 0; i < m_book.models.size(); ++i) {
            const Model &model = m_book.models[i];
            const QString path = at(u"models"_s, i);
            claim(model.id, path + u".id"_s);
            if (model.name != model.id)
                claim(model.name, path + u".name"_s);
            for (qsizetype j = 0; j < model.aliases.size(); ++j)
                claim(model.aliases[j], json::elementPath(path + u".aliases"_s, j));
            if (!model.item.isEmpty() && !m_items.contains(model.item))
                m_problem.raise(InputProblem::UnknownReference, path + u".item"_s, model.item, u"the id of an item"_s);
            checkSources(model.rows, path + u".rows"_s);
        }
    }

    void checkItems()
    {
        QSet<QString> seen;
        for (std::size_t i = 0; i < m_book.items.size(); ++i) {
            const Item &item = m_book.items[i];
            const QString path = at(u"items"_s, i);
            if (seen.contains(item.id))
                m_problem.raise(InputProblem::DuplicateId, path + u".id"_s, item.id,
                                u"an id of its own for every item"_s);
            seen.insert(item.id);
            checkSources(item.prices, path + u".prices"_s);
        }
    }

private:
    static QString at(const QString &list, std::size_t index)
    {
        return json::elementPath(list, static_cast<qsizetype>(index));
    }

    /// Models are looked up without regard to case, so names that differ in nothing else clash.
    void claim(const QString &name, const QString &path)
    {
        const QString folded = name.toCaseFolded();
        if (m_names.contains(folded))
            m_problem.raise(InputProblem::DuplicateId, path, name, u"a name of its own for every model"_s);
        m_names.insert(folded);
    }

    template <class Entry>
    void checkSources(const std::vector<Entry> &entries, const QString &list)
    {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!m_book.sources.contains(entries[i].source))
                m_problem.raise(InputProblem::UnknownReference, at(list, i) + u".source"_s, entries[i].source,
                                u"a key of sources"_s);
        }
    }

    const RateBook &m_book;
    Problem &m_problem;
    QSet<QString> m_names;
    QSet<QString> m_items;
};

} // namespace

Result<RateBook, domain::InputError> readRateBook(QByteArrayView bytes)
{
    const auto root = json::parse(bytes, {kLargestBook, 16});
    if (!root)
        return Unexpected(root.error());
    Problem problem;
    RateBook book;
    ObjectReader object(*root, {}, problem);
    object.oneOf("format"_L1, {u"briefstack-rate-book"_s});
    object.integer("version"_L1, 1, 1);
    object.oneOf("currency"_L1, {u"USD"_s});
    book.id = object.text("id"_L1);
    book.asOf = object.date("asOf"_L1);
    object.textMembers("sources"_L1,
                       [&book](const QString &key, const QString &text) { book.sources.insert(key, text); });
    object.objects("models"_L1,
                   [&book, &problem](ObjectReader &reader) { book.models.push_back(model(reader, problem)); });
    object.objects("items"_L1,
                   [&book, &problem](ObjectReader &reader) { book.items.push_back(item(reader, problem)); });
    object.finish();
    CrossCheck crossCheck(book, problem);
    crossCheck.checkModels();
    crossCheck.checkItems();
    if (problem.error)
        return Unexpected(*problem.error);
    book.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    book.index();
    return book;
}

} // namespace catalogue
