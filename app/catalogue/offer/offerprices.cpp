#include "catalogue/offer/offerprices.h"

#include "domain/exact.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace catalogue {

using domain::Decimal;
using domain::Rate;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostPicodollars = 1'000'000'000'000'000'000; // a million dollars, the largest rate there is

std::optional<Rate> times(Rate rate, qint64 factor)
{
    const domain::Int128 product = domain::Int128(rate.picodollars()) * factor;
    if (product > kMostPicodollars)
        return std::nullopt;
    return Rate::fromPicodollars(static_cast<qint64>(product));
}

/// AWS writes ten decimals; more than twelve that matter are not a price of theirs.
std::optional<Rate> priceOf(const QString &text)
{
    QString digits = text;
    if (digits.contains(u'.')) {
        while (digits.endsWith(u'0'))
            digits.chop(1);
        if (digits.endsWith(u'.'))
            digits.chop(1);
    }
    return Rate::parse(digits);
}

/// How many of the row's units make a million tokens; 0: it is not a price of tokens.
qint64 perMillionTokens(const OfferPrice &price, const QString &usageType)
{
    const QString unit = price.unit.toLower();
    if (unit == u"1m tokens" || unit == u"million tokens")
        return 1;
    if (unit == u"1k tokens" || unit == u"thousand tokens")
        return 1000;
    if (unit != u"units")
        return 0;
    // Older Marketplace rows say in words what a unit is.
    if (price.description.contains(u"million", Qt::CaseInsensitive)
        || usageType.contains(u"million", Qt::CaseInsensitive))
        return 1;
    return price.description.contains(u"thousand", Qt::CaseInsensitive) ? 1000 : 0;
}

bool isHour(const QString &unit)
{
    static const QRegularExpression kHour(u"^(model units? per )?(hr|hrs|hour|hours)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return kHour.match(unit).hasMatch();
}

class Taking {
public:
    Taking(const OfferHead &head, const RateBook &book, ImportedOffer &result)
        : m_head(head), m_book(book), m_result(result)
    {
        m_source = u"aws-"_s + head.offer.toLower() + u'-' + head.version;
        m_from = {m_source, head.published, {}, {}, {}};
    }

    void take(OfferMeaning &meaning)
    {
        const OfferTerm *term = currentTerm(meaning);
        if (!term)
            return;
        if (term->prices.empty())
            return refuse(meaning, u"its term has no price"_s);
        for (const OfferPrice &price : term->prices) {
            if (price.price.isEmpty())
                return refuse(meaning, u"its price is in "_s + price.currency.left(20) + u", not in US dollars"_s);
            if (!priceOf(price.price))
                return refuse(meaning, u"its price \""_s + price.price.left(40)
                                           + u"\" is no amount from 0 to 1,000,000 dollars"_s);
        }
        if (meaning.item)
            takeItem(meaning, *term);
        else
            takeRate(meaning, *term);
    }

    void finish()
    {
        dropConflicts();
        dropHalfModels();
        if (!m_result.found.isEmpty())
            m_result.found.sources.insert(m_source, u"AWS price file "_s + m_head.offer + u", version "_s
                                                        + m_head.version + u", published "_s
                                                        + m_head.published.toString(Qt::ISODate) + u'.');
    }

private:
    void refuse(const OfferMeaning &meaning, const QString &reason)
    {
        OfferRefusal row = meaning.row;
        row.reason = reason;
        if (!meaning.terms.empty() && !meaning.terms.front().prices.empty()) {
            const OfferPrice &price = meaning.terms.front().prices.front();
            row.price = price.price.left(40) + u" per "_s + price.unit.left(40);
        }
        m_result.refused.push_back(std::move(row));
    }

    /// The newest on-demand term that is in force, its prices gathered (CSV has a row for each). Others are told.
    const OfferTerm *currentTerm(OfferMeaning &meaning)
    {
        std::vector<OfferTerm> terms;
        for (OfferTerm &term : meaning.terms) {
            const auto same = std::find_if(terms.begin(), terms.end(), [&term](const OfferTerm &other) {
                return other.code == term.code && other.type == term.type && other.effective == term.effective;
            });
            if (same == terms.end())
                terms.push_back(std::move(term));
            else
                same->prices.insert(same->prices.end(), term.prices.begin(), term.prices.end());
        }
        meaning.terms = std::move(terms);
        const OfferTerm *current = nullptr;
        for (const OfferTerm &term : meaning.terms) {
            const QDate effective = offerDate(term.effective);
            if (term.type != u"OnDemand")
                refuse(meaning,
                       u"a price on "_s + term.type.left(40) + u" terms: upfront commitments are not projected"_s);
            else if (effective.isValid() && effective > m_head.published)
                refuse(meaning, u"a price that holds only from "_s + effective.toString(Qt::ISODate) + u" on"_s);
            else if (!current || offerDate(current->effective) < effective)
                current = &term;
        }
        if (meaning.terms.empty())
            refuse(meaning, u"it has no price in this file"_s);
        return current;
    }

    void takeRate(const OfferMeaning &meaning, const OfferTerm &term)
    {
        const OfferPrice &price = term.prices.front();
        if (term.prices.size() != 1 || (!price.begin.isEmpty() && price.begin != u"0")
            || (price.end != u"Inf" && !price.end.isEmpty()))
            return refuse(meaning, u"a price in tiers, which the book's model rows do not have"_s);
        const bool ofTokens = rateKinds()[static_cast<std::size_t>(meaning.target.kind)].member != nullptr;
        const qint64 factor = ofTokens ? perMillionTokens(price, meaning.row.usageType) : (isHour(price.unit) ? 1 : 0);
        if (factor == 0)
            return refuse(meaning, u"its unit \""_s + price.unit.left(40) + u"\" is not one of "_s
                                       + (ofTokens ? u"tokens"_s : u"hours"_s));
        const auto rate = times(*priceOf(price.price), factor);
        if (!rate)
            return refuse(meaning, u"its price is above 1,000,000 dollars per million tokens"_s);
        if (rate->isZero() && (meaning.target.kind == RateKind::Input || !ofTokens))
            return refuse(meaning, u"its price is zero"_s);
        const Model *model = m_book.model(meaning.target.model);
        if (meaning.target.longPrompt && (!model || !longPromptThreshold(*model)))
            return refuse(meaning, u"a price for long prompts, and no source says from which length on it holds"_s);
        keepRate(meaning, *rate, offerDate(term.effective));
    }

    void keepRate(const OfferMeaning &meaning, Rate rate, QDate effective)
    {
        const QString key = meaning.target.key();
        const auto known = m_rateByKey.constFind(key);
        if (known == m_rateByKey.constEnd()) {
            m_rateByKey.insert(key, m_result.found.rates.size());
            m_rateMeanings.push_back(meaning);
            m_rateMeanings.back().terms.clear();
            m_result.found.rates.push_back(
                {meaning.target, rate, effective.isValid() ? std::optional(effective) : std::nullopt, m_from});
            if (meaning.added && !m_added.contains(meaning.added->id))
                m_added.insert(meaning.added->id, *meaning.added);
            return;
        }
        const OwnRate &first = m_result.found.rates[*known];
        ++m_result.duplicates;
        if (first.price != rate)
            conflict(*known, key, meaning, first.price.toString(2), rate.toString(2));
    }

    void conflict(std::size_t at, const QString &key, const OfferMeaning &meaning, const QString &one,
                  const QString &other)
    {
        --m_result.duplicates;
        const QString reason = u"priced twice: "_s + one + u" and "_s + other;
        if (!m_conflicts.contains(key))
            refuse(meaning.item ? m_itemMeanings[at] : m_rateMeanings[at], reason);
        m_conflicts.insert(key);
        refuse(meaning, reason);
    }

    void takeItem(const OfferMeaning &meaning, const OfferTerm &term)
    {
        std::vector<OfferPrice> prices = term.prices;
        const auto begin = [](const OfferPrice &price) { return Decimal::parse(price.begin).value_or(Decimal()); };
        std::stable_sort(prices.begin(), prices.end(),
                         [&begin](const OfferPrice &a, const OfferPrice &b) { return begin(a) < begin(b); });
        OwnItemPrice own{meaning.item->item, meaning.row.region, 1, {}, m_from};
        const ItemPrice *known = m_book.item(own.item)->price(own.region);
        if (!known && !m_book.item(own.item)->prices.empty())
            known = &m_book.item(own.item)->prices.front();
        own.per = known ? known->per : 1; // as the book writes the item's price elsewhere
        Decimal from;
        for (const OfferPrice &price : prices) {
            const QString trouble = addTier(meaning, price, from, own);
            if (!trouble.isEmpty())
                return refuse(meaning, trouble);
        }
        if (own.tiers.back().upTo)
            return refuse(meaning, u"its tiers end before there is no limit"_s);
        keepItem(meaning, std::move(own));
    }

    /// Appends one tier; in words what is wrong with it otherwise. A free first tier is AWS's free tier, which is never
    /// deducted: the first paid price begins at 0.
    QString addTier(const OfferMeaning &meaning, const OfferPrice &price, Decimal &from, OwnItemPrice &own) const
    {
        const qint64 holds = meaning.item->units.value(price.unit.toLower(), 0);
        if (holds == 0)
            return u"its unit \""_s + price.unit.left(40) + u"\" is not one that is known for "_s + own.item;
        const auto begin = Decimal::parse(price.begin.isEmpty() ? u"0"_s : price.begin);
        const bool last = price.end == u"Inf" || price.end.isEmpty();
        std::optional<Decimal> end;
        if (!last)
            end = Decimal::parse(price.end);
        if (!begin || (!last && !end) || *begin != from || (end && *end <= *begin))
            return u"its tiers have gaps or overlap"_s;
        if (!own.tiers.empty() && !own.tiers.back().upTo)
            return u"its tiers overlap"_s;
        // The book's price buys `per` units, the file's one or a thousand.
        const domain::Int128 scaled = domain::Int128(priceOf(price.price)->picodollars()) * own.per;
        if (scaled % holds != 0 || scaled / holds > kMostPicodollars)
            return u"its price does not fit the book"_s;
        const auto rate = Rate::fromPicodollars(static_cast<qint64>(scaled / holds));
        if (end)
            from = *end;
        if (own.tiers.empty() && rate.isZero() && !last)
            return {};
        std::optional<Decimal> upTo;
        if (end)
            upTo = Decimal::fromMillionths(end->millionths() * holds);
        own.tiers.push_back({upTo, rate});
        return {};
    }

    void keepItem(const OfferMeaning &meaning, OwnItemPrice own)
    {
        const QString key = own.key();
        const auto known = m_itemByKey.constFind(key);
        if (known == m_itemByKey.constEnd()) {
            m_itemByKey.insert(key, m_result.found.items.size());
            m_itemMeanings.push_back(meaning);
            m_itemMeanings.back().terms.clear();
            m_result.found.items.push_back(std::move(own));
            return;
        }
        ++m_result.duplicates;
        const OwnItemPrice &first = m_result.found.items[*known];
        if (first.tiers != own.tiers)
            conflict(*known, key, meaning, first.tiers.front().price.toString(2), own.tiers.front().price.toString(2));
    }

    void dropConflicts()
    {
        auto &rates = m_result.found.rates;
        rates.erase(std::remove_if(rates.begin(), rates.end(),
                                   [this](const OwnRate &rate) { return m_conflicts.contains(rate.target.key()); }),
                    rates.end());
        auto &items = m_result.found.items;
        items.erase(std::remove_if(items.begin(), items.end(),
                                   [this](const OwnItemPrice &item) { return m_conflicts.contains(item.key()); }),
                    items.end());
    }

    /// Input without output would make every answer free. Embedding models have no output.
    void dropHalfModels()
    {
        QSet<QString> withInput;
        QSet<QString> withOutput;
        for (const OwnRate &rate : m_result.found.rates) {
            if (rate.target.kind == RateKind::Input && !rate.target.longPrompt)
                withInput.insert(rate.target.model);
            if (rate.target.kind == RateKind::Output && !rate.target.longPrompt)
                withOutput.insert(rate.target.model);
        }
        auto &rates = m_result.found.rates;
        std::vector<OwnRate> kept;
        for (std::size_t i = 0; i < rates.size(); ++i) {
            const QString &id = rates[i].target.model;
            const bool whole =
                !m_added.contains(id) || (withInput.contains(id) && (withOutput.contains(id) || id.contains(u"embed")));
            if (whole)
                kept.push_back(rates[i]);
            else
                refuse(meaningFor(rates[i].target.key()),
                       u"the book lacks the model, and the file prices only one of its input and output"_s);
        }
        rates = std::move(kept);
        for (const OwnModel &model : std::as_const(m_added)) {
            if (std::any_of(rates.begin(), rates.end(),
                            [&model](const OwnRate &r) { return r.target.model == model.id; }))
                m_result.found.models.push_back(model);
        }
    }

    const OfferMeaning &meaningFor(const QString &key) const { return m_rateMeanings[m_rateByKey.value(key)]; }

    const OfferHead &m_head;
    const RateBook &m_book;
    ImportedOffer &m_result;
    QString m_source;
    Provenance m_from;
    QHash<QString, std::size_t> m_rateByKey;
    QHash<QString, std::size_t> m_itemByKey;
    std::vector<OfferMeaning> m_rateMeanings; ///< as found.rates were before anything was dropped
    std::vector<OfferMeaning> m_itemMeanings;
    QSet<QString> m_conflicts;
    QMap<QString, OwnModel> m_added;
};

} // namespace

void takePrices(std::vector<OfferMeaning> meanings, const OfferHead &head, const RateBook &book, ImportedOffer &result)
{
    Taking taking(head, book, result);
    for (OfferMeaning &meaning : meanings)
        taking.take(meaning);
    taking.finish();
}

} // namespace catalogue
