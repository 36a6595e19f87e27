#include "catalogue/offer/offerrows.h"

#include <algorithm>

namespace catalogue {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostProducts = 1'000'000; // a region's largest offer, EC2's, has a few hundred thousand
constexpr qsizetype kLongestName = 120;     // of what a report repeats from the file

QString regionOf(const OfferProduct &product)
{
    const QString &from = product.value("fromregioncode"); // of a transfer: where it is billed
    return from.isEmpty() ? product.value("regioncode") : from;
}

/// Local and Wavelength zones have prices of their own and share the region's code.
bool isRegion(const OfferProduct &product)
{
    const QString &from = product.value("fromlocationtype");
    const QString &type = from.isEmpty() ? product.value("locationtype") : from;
    return type.isEmpty() || type == u"AWS Region";
}

bool isBedrock(const QString &offer)
{
    return offer == u"AmazonBedrock" || offer == u"AmazonBedrockService" || offer == u"AmazonBedrockFoundationModels";
}

} // namespace

OfferRows::OfferRows(const RateBook &book, const OfferMap &map) : m_book(book), m_map(map), m_names(book, map) {}

QString OfferRows::limit()
{
    return QString::number(kMostProducts) + u" products"_s;
}

void OfferRows::begin(const OfferHead &head)
{
    m_offer = head.offer;
}

bool OfferRows::product(OfferProduct product)
{
    const auto known = m_places.constFind(product.sku);
    if (known != m_places.constEnd()) // CSV repeats the product with each of its prices
        return true;
    m_tooMany = m_places.size() >= kMostProducts;
    if (m_tooMany)
        return false;
    OfferMeaning meaning = meaningOf(product);
    if (meaning.row.reason.isEmpty()) {
        m_places.insert(product.sku, {false, m_meanings.size()});
        m_meanings.push_back(std::move(meaning));
    } else {
        m_places.insert(product.sku, {true, m_refused.size()});
        m_refused.push_back(std::move(meaning.row));
    }
    return true;
}

bool OfferRows::term(OfferTerm term)
{
    for (const OfferPrice &price : term.prices)
        m_hasDollars = m_hasDollars || !price.price.isEmpty();
    const auto place = m_places.constFind(term.sku);
    if (place == m_places.constEnd()) {
        m_tooMany = m_places.size() >= kMostProducts;
        m_places.insert(term.sku, {true, m_refused.size()});
        m_refused.push_back({term.sku.left(kLongestName), {}, {}, {}, u"a price without a product in this file"_s});
        return !m_tooMany;
    }
    if (!place->refused) {
        m_meanings[place->index].terms.push_back(std::move(term));
        return true;
    }
    OfferRefusal &row = m_refused[place->index];
    if (row.price.isEmpty() && !term.prices.empty())
        row.price =
            term.prices.front().price.left(kLongestName) + u" per "_s + term.prices.front().unit.left(kLongestName);
    return true;
}

OfferMeaning OfferRows::meaningOf(const OfferProduct &product) const
{
    OfferMeaning meaning;
    meaning.row.sku = product.sku.left(kLongestName);
    meaning.row.usageType = product.value("usagetype").left(kLongestName);
    meaning.row.region = regionOf(product).left(kLongestName);
    const QString offer = m_offer.isEmpty() ? product.value("servicecode") : m_offer;
    meaning.item = m_map.item(offer, withoutRegion(product.value("usagetype")));
    if (product.sku.isEmpty())
        meaning.row.reason = u"it has no SKU"_s;
    else if (meaning.row.usageType.isEmpty())
        meaning.row.reason = u"it has no usage type"_s;
    else if (meaning.row.region.isEmpty())
        meaning.row.reason = u"it names no region"_s;
    else if (!isRegion(product))
        meaning.row.reason = u"a price of a zone, not of the region"_s;
    else if (meaning.item)
        readItem(product, meaning);
    else if (isBedrock(offer))
        readModel(product, meaning);
    else
        meaning.row.reason = u"the book has no item for it"_s;
    return meaning;
}

void OfferRows::readItem(const OfferProduct &product, OfferMeaning &meaning) const
{
    for (const auto &[attribute, wanted] : meaning.item->where) {
        if (product.value(attribute) != wanted)
            meaning.row.reason = u"the book has no item for it: its "_s + QString::fromLatin1(attribute) + u" is \""_s
                               + product.value(attribute).left(kLongestName) + u'"';
    }
    if (meaning.row.reason.isEmpty() && !m_book.item(meaning.item->item))
        meaning.row.reason = u"the book lacks the item "_s + meaning.item->item;
}

void OfferRows::readModel(const OfferProduct &product, OfferMeaning &meaning) const
{
    const TokenUsage usage = tokenUsage(product);
    if (!usage.refusal.isEmpty()) {
        meaning.row.reason = usage.refusal;
        return;
    }
    meaning.target = {{}, meaning.row.region, usage.scope, usage.kind, usage.longPrompt};
    meaning.target.model = modelOf(product, usage, meaning.added);
    if (!meaning.target.model.isEmpty()) {
        const Model *model = m_book.model(meaning.target.model);
        if (model && model->billedBy != BilledBy::Token && rateKinds()[static_cast<std::size_t>(usage.kind)].member)
            meaning.row.reason = u"the book bills the model "_s + model->id + u" by another unit than tokens"_s;
        return;
    }
    const QString name =
        product.value("model").isEmpty() ? ModelNames::plainName(product.value("servicename")) : product.value("model");
    meaning.row.reason = u"no model of the book answers to \""_s
                       + (name.isEmpty() || name == u"Amazon Bedrock" ? usage.modelPart : name).left(kLongestName)
                       + u'"';
}

/// By the model attribute, by the part of the usage type before the tokens, by the name of the Marketplace service.
QString OfferRows::modelOf(const OfferProduct &product, const TokenUsage &usage, std::optional<OwnModel> &added) const
{
    const QString &model = product.value("model");
    const QString service = ModelNames::plainName(product.value("servicename"));
    for (const QString &name : {model, usage.modelPart, product.value("titanmodel"), service}) {
        if (const QString id = m_names.find(name); !id.isEmpty())
            return id;
    }
    for (const QString &name : {model, usage.modelPart}) {
        const QString id = ModelNames::literalId(name);
        if (!id.isEmpty()) {
            added = OwnModel{id, id, product.value("provider").left(kLongestName), false};
            return id;
        }
    }
    if (product.value("servicename").contains(u"(Amazon Bedrock Edition)"))
        added = addedModel(service);
    return added ? added->id : QString();
}

/// A model of Marketplace that the book has not met: its id follows the pattern of its family.
std::optional<OwnModel> OfferRows::addedModel(const QString &name) const
{
    const auto provider = std::find_if(m_map.providers.begin(), m_map.providers.end(), [&name](const auto &entry) {
        return name.startsWith(entry.word + u' ') || name.startsWith(entry.word + u'-');
    });
    if (provider == m_map.providers.end() || name.size() > kLongestName)
        return std::nullopt;
    QString slug;
    for (const QChar sign : name.toLower()) {
        const bool plain = (sign >= u'a' && sign <= u'z') || (sign >= u'0' && sign <= u'9');
        if (plain || (sign == u'.' && provider->prefix == u"openai"))
            slug.append(sign);
        else if (!slug.endsWith(u'-'))
            slug.append(u'-');
    }
    if (slug.startsWith(provider->prefix + u'-'))
        slug.remove(0, provider->prefix.size() + 1);
    return OwnModel{provider->prefix + u'.' + slug, name, provider->provider, true};
}

} // namespace catalogue
