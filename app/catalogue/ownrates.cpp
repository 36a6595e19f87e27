#include "catalogue/ownrates.h"

#include "domain/date.h"

#include <QCryptographicHash>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace catalogue {

using namespace Qt::StringLiterals;

namespace {

/// Keys of sources are ids in files; those of overrides are made here and stand in no file.
QString overrideKey(const Provenance &from)
{
    const QByteArray words = (from.by + u'\n' + from.why + from.asOf.toString(Qt::ISODate)).toUtf8();
    return u"own-"_s
         + QString::fromLatin1(QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex().left(12));
}

QString overrideSentence(const Provenance &from)
{
    const QString why = from.why.endsWith(u'.') ? from.why : from.why + u'.';
    return u"Entered by "_s + from.by + u" on "_s + from.asOf.toString(Qt::ISODate) + u": "_s + why;
}

/// Which of two prices of the user's own for one rate holds: one entered by hand, else the later one.
template <class Entry>
void takeBest(QMap<QString, Entry> &best, const QString &key, const Entry &entry)
{
    const auto found = best.find(key);
    if (found == best.end())
        best.insert(key, entry);
    else if (entry.from.isOverride() || (!found->from.isOverride() && entry.from.asOf >= found->from.asOf))
        *found = entry;
}

/// Whether a price of the user's own holds against one of the book below it.
bool holdsOver(const Provenance &from, QDate shipped)
{
    return from.isOverride() || from.asOf >= shipped || (from.over && *from.over >= shipped);
}

void setRate(ModelRow &row, const RateTarget &target, domain::Rate price)
{
    const RateKindEntry &entry = rateKinds()[static_cast<std::size_t>(target.kind)];
    if (!entry.member)
        row.provisioned[static_cast<std::size_t>(target.kind) - static_cast<std::size_t>(RateKind::ProvisionedNone)] =
            price;
    else if (target.longPrompt)
        row.longPrompt->rates.*entry.member = price;
    else
        row.rates.*entry.member = price;
}

/// Lays the user's rates over one book; keeps per row what came from where.
class Overlay {
public:
    Overlay(RateBook &book, const OwnRates &own) : m_book(book), m_own(own) {}

    void apply()
    {
        addModels();
        QMap<QString, OwnRate> rates;
        for (const OwnRate &rate : m_own.rates)
            takeBest(rates, rate.target.key(), rate);
        QMap<QString, std::vector<OwnRate>> byRow;
        for (const OwnRate &rate : std::as_const(rates)) {
            const QString scope = rate.target.scope == domain::Scope::Global ? u"global"_s : u"regional"_s;
            byRow[rate.target.model + u'|' + rate.target.region + u'|' + scope].push_back(rate);
        }
        for (const std::vector<OwnRate> &ofRow : std::as_const(byRow))
            applyRow(ofRow);
        QMap<QString, OwnItemPrice> items;
        for (const OwnItemPrice &item : m_own.items)
            takeBest(items, item.key(), item);
        for (const OwnItemPrice &item : std::as_const(items))
            applyItem(item);
    }

private:
    void addModels()
    {
        for (const OwnModel &own : m_own.models) {
            if (m_book.model(own.id) || m_book.model(own.name))
                continue; // the shipped book has it by now
            Model model;
            model.id = own.id;
            model.name = own.name;
            model.provider = own.provider;
            model.input = model.output = QStringList{u"text"_s};
            m_book.models.push_back(std::move(model));
            if (own.idInferred)
                m_inferred.insert(own.id);
        }
        m_book.index();
    }

    Model *modelOf(const QString &id)
    {
        const auto found = std::find_if(m_book.models.begin(), m_book.models.end(),
                                        [&id](const Model &model) { return model.id == id; });
        return found == m_book.models.end() ? nullptr : &*found;
    }

    ModelRow &rowOf(Model &model, const RateTarget &target)
    {
        const auto found = std::find_if(model.rows.begin(), model.rows.end(), [&target](const ModelRow &row) {
            return row.region == target.region && row.scope == target.scope;
        });
        if (found != model.rows.end())
            return *found;
        ModelRow row;
        row.region = target.region;
        row.scope = target.scope;
        row.lifecycle = u"unlisted"_s;
        if (m_inferred.contains(model.id))
            row.suspect.append(u"The model id follows the naming pattern and was not seen in a source."_s);
        model.rows.push_back(std::move(row));
        return model.rows.back();
    }

    /// An import holds unless the row's own copy is newer.
    static bool holds(const OwnRate &rate, const ModelRow &row)
    {
        return row.asOf.isEmpty() || holdsOver(rate.from, lastDayOfCopy(row.asOf));
    }

    void applyRow(const std::vector<OwnRate> &rates)
    {
        Model *model = modelOf(rates.front().target.model);
        if (!model)
            return; // a model that a later shipped book dropped
        const bool knownRow = model->row(rates.front().target.region, rates.front().target.scope) != nullptr;
        ModelRow &row = rowOf(*model, rates.front().target);
        std::vector<OwnRate> taken;
        for (const OwnRate &rate : rates) {
            if (!holds(rate, row))
                continue;
            if (rate.target.longPrompt && !row.longPrompt) {
                const auto threshold = longPromptThreshold(*model);
                if (!threshold)
                    continue;
                row.longPrompt = LongPromptBand{*threshold, {}};
            }
            setRate(row, rate.target, rate.price);
            taken.push_back(rate);
        }
        if (!taken.empty())
            describe(row, taken, knownRow);
        else if (!knownRow)
            model->rows.pop_back();
    }

    /// Source, date and validity of a row of which some rates are the user's own.
    void describe(ModelRow &row, const std::vector<OwnRate> &taken, bool knownRow)
    {
        QMap<QString, QStringList> kindsBySource;
        QDate oldest = taken.front().from.asOf;
        std::optional<QDate> validFrom;
        bool imported = true;
        for (const OwnRate &rate : taken) {
            QString kind = rateKindName(rate.target.kind);
            if (rate.target.longPrompt)
                kind += u" of long prompts"_s;
            kindsBySource[sentenceOf(rate.from)].append(kind);
            oldest = std::min(oldest, rate.from.asOf);
            imported = imported && !rate.from.isOverride();
            if (rate.validFrom)
                validFrom = validFrom ? std::max(*validFrom, *rate.validFrom) : *rate.validFrom;
        }
        const bool whole = !knownRow || taken.size() >= rateCount(row);
        row.validFrom = validFrom ? validFrom : row.validFrom;
        if (imported)
            row.validUntil.reset(); // AWS's file says what holds now; what was announced before is past
        QStringList sentences;
        for (auto entry = kindsBySource.cbegin(); entry != kindsBySource.cend(); ++entry) {
            const bool only = whole && kindsBySource.size() == 1;
            sentences.append(only ? entry.key() : entry.value().join(u", "_s) + u": "_s + entry.key());
        }
        if (!whole)
            sentences.append(u"the rest: "_s + m_book.sources.value(row.source, row.source));
        row.importedOn = whole && imported ? std::optional(oldest) : std::nullopt;
        row.source = keyOf(sentences.join(u' '));
        row.asOf =
            whole ? oldest.toString(Qt::ISODate) : std::min(oldest, lastDayOfCopy(row.asOf)).toString(Qt::ISODate);
    }

    static std::size_t rateCount(const ModelRow &row)
    {
        std::size_t count = 0;
        for (const RateKindEntry &entry : rateKinds()) {
            count += rateOf(row, entry.kind, false) ? 1U : 0U;
            count += entry.member && rateOf(row, entry.kind, true) ? 1U : 0U;
        }
        return count;
    }

    void applyItem(const OwnItemPrice &own)
    {
        const auto item = std::find_if(m_book.items.begin(), m_book.items.end(),
                                       [&own](const Item &candidate) { return candidate.id == own.item; });
        if (item == m_book.items.end())
            return;
        const ItemPrice *known = item->price(own.region);
        if (known && !holdsOver(own.from, lastDayOfCopy(known->asOf)))
            return;
        ItemPrice price;
        price.freeTier = known ? known->freeTier : QString();
        price.region = own.region;
        price.per = own.per;
        price.tiers = own.tiers;
        price.source = keyOf(sentenceOf(own.from));
        price.asOf = own.from.asOf.toString(Qt::ISODate);
        if (!own.from.isOverride())
            price.importedOn = own.from.asOf;
        const auto place = std::find_if(item->prices.begin(), item->prices.end(),
                                        [&own](const ItemPrice &other) { return other.region == own.region; });
        if (place == item->prices.end())
            item->prices.push_back(std::move(price));
        else
            *place = std::move(price);
    }

    QString sentenceOf(const Provenance &from) const
    {
        return from.isOverride() ? overrideSentence(from) : m_own.sources.value(from.source, from.source);
    }

    /// A key of the book's sources for that sentence, added when it is new.
    QString keyOf(const QString &sentence)
    {
        const QString key = overrideKey({{}, {}, u"source"_s, sentence, {}});
        m_book.sources.insert(key, sentence);
        return key;
    }

    RateBook &m_book;
    const OwnRates &m_own;
    QSet<QString> m_inferred;
};

} // namespace

QString RateTarget::key() const
{
    return model + u'|' + region + (scope == domain::Scope::Global ? u"|global|"_s : u"|regional|"_s)
         + rateKindName(kind) + (longPrompt ? u"|long"_s : QString());
}

QDate lastDayOfCopy(const QString &asOf)
{
    constexpr int kYear = 4;
    constexpr int kMonth = 7;
    if (asOf.size() == kYear)
        return {asOf.toInt(), 12, 31};
    const QDate day = domain::parseDate(asOf.size() == kMonth ? QString(asOf + u"-01"_s) : asOf).value_or(QDate());
    return asOf.size() == kMonth ? day.addMonths(1).addDays(-1) : day;
}

std::optional<qint64> longPromptThreshold(const Model &model)
{
    for (const ModelRow &row : model.rows) {
        if (row.longPrompt)
            return row.longPrompt->thresholdTokens;
    }
    return std::nullopt;
}

RateBook withOwnRates(RateBook book, const OwnRates &own)
{
    if (own.isEmpty())
        return book;
    Overlay(book, own).apply();
    const QByteArray identity = book.sha256.toUtf8() + writeOwnRates(own);
    const QByteArray hash = QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex();
    book.sha256 = QString::fromLatin1(hash);
    book.id += u"+own-"_s + book.sha256.left(8);
    book.index();
    return book;
}

OwnRates merged(OwnRates own, OwnRates found, const RateBook &shipped)
{
    for (OwnRate &rate : found.rates) {
        const Model *model = shipped.model(rate.target.model);
        const ModelRow *row = model ? model->row(rate.target.region, rate.target.scope) : nullptr;
        if (row && lastDayOfCopy(row->asOf) > rate.from.asOf)
            rate.from.over = lastDayOfCopy(row->asOf);
    }
    for (OwnItemPrice &item : found.items) {
        const Item *known = shipped.item(item.item);
        const ItemPrice *price = known ? known->price(item.region) : nullptr;
        if (price && lastDayOfCopy(price->asOf) > item.from.asOf)
            item.from.over = lastDayOfCopy(price->asOf);
    }
    const auto takeAll = [](auto &into, const auto &from, const auto &keyOf) {
        QHash<QString, std::size_t> places; // of imports: overrides stay beside them
        for (std::size_t i = 0; i < into.size(); ++i) {
            if (!into[i].from.isOverride())
                places.insert(keyOf(into[i]), i);
        }
        for (const auto &entry : from) {
            const auto place = places.constFind(keyOf(entry));
            if (place == places.constEnd()) {
                places.insert(keyOf(entry), into.size());
                into.push_back(entry);
            } else {
                into[*place] = entry;
            }
        }
    };
    takeAll(own.rates, found.rates, [](const OwnRate &rate) { return rate.target.key(); });
    takeAll(own.items, found.items, [](const OwnItemPrice &item) { return item.key(); });
    for (const OwnModel &model : found.models) {
        if (std::none_of(own.models.begin(), own.models.end(), [&model](const auto &m) { return m.id == model.id; }))
            own.models.push_back(model);
    }
    own.sources.insert(found.sources);
    return own;
}

} // namespace catalogue
