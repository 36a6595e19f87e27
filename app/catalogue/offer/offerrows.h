// OfferRows: gathers the products and terms of one offer file and says at its end what they price.
//
// Products come first and are judged as they come, so that of the many that price nothing in the book only a line for
// the report stays in memory.
#pragma once

#include "catalogue/offer/modelnames.h"
#include "catalogue/offer/offerimport.h"
#include "catalogue/offer/tokenusage.h"

#include <QSet>

namespace catalogue {

/// What a product prices.
struct OfferMeaning {
    OfferRefusal row; ///< the product as the report names it; its reason stays empty while it prices something
    RateTarget target;
    const OfferItemRule *item = nullptr; ///< none: a rate of a model
    std::optional<OwnModel> added;       ///< the model, when the book lacks it
    std::vector<OfferTerm> terms;
};

class OfferRows final : public OfferVisitor {
public:
    OfferRows(const RateBook &book, const OfferMap &map);

    void begin(const OfferHead &head) override;
    bool product(OfferProduct product) override;
    bool term(OfferTerm term) override;

    qint64 products() const { return static_cast<qint64>(m_places.size()); }
    bool hasDollars() const { return m_hasDollars; }
    bool tooMany() const { return m_tooMany; }
    static QString limit();

    std::vector<OfferMeaning> takeMeanings() { return std::move(m_meanings); }
    std::vector<OfferRefusal> takeRefusals() { return std::move(m_refused); }

private:
    /// Where the product of a SKU went.
    struct Place {
        bool refused = false;
        std::size_t index = 0;
    };

    OfferMeaning meaningOf(const OfferProduct &product) const;
    void readItem(const OfferProduct &product, OfferMeaning &meaning) const;
    void readModel(const OfferProduct &product, OfferMeaning &meaning) const;
    QString modelOf(const OfferProduct &product, const TokenUsage &usage, std::optional<OwnModel> &added) const;
    std::optional<OwnModel> addedModel(const QString &name) const;

    const RateBook &m_book;
    const OfferMap &m_map;
    ModelNames m_names;
    QString m_offer;
    QHash<QString, Place> m_places; ///< by SKU
    std::vector<OfferMeaning> m_meanings;
    std::vector<OfferRefusal> m_refused;
    bool m_hasDollars = false;
    bool m_tooMany = false;
};

} // namespace catalogue
