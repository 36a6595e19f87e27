#include "catalogue/offer/offerfile.h"

#include <optional>
#include <string>

namespace catalogue {

using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Follows the keys down to where a value stands, and hands out a product or term whenever one is complete.
class OfferHandler final : public json::EventHandler {
public:
    explicit OfferHandler(OfferVisitor &visitor) : m_visitor(visitor) {}

    bool beginObject() override
    {
        if (m_path.empty() && m_opened++ > 0)
            return false;
        m_path.push_back({});
        return true;
    }

    bool endObject() override
    {
        m_path.pop_back();
        // The path now ends with the key of the object that was closed.
        if (m_path.size() == 2 && at(0, "products"))
            return giveProduct();
        if (m_path.size() == 4 && at(0, "terms"))
            return giveTerm();
        if (m_path.size() == 6 && inPrices()) {
            m_term.prices.push_back(std::move(m_price));
            m_price = {};
        }
        return true;
    }

    // Lists hold nothing that is read; a list counts as a level without keys.
    bool beginArray() override
    {
        m_path.push_back({});
        return true;
    }
    bool endArray() override
    {
        m_path.pop_back();
        return true;
    }

    bool key(std::string_view name) override
    {
        m_path.back().assign(name);
        m_hasProducts = m_hasProducts || (m_path.size() == 1 && name == "products");
        return true;
    }

    bool scalar(json::Kind kind, std::string_view text) override
    {
        if (m_path.empty())
            return true;
        if (m_path.size() == 1)
            readHead(text);
        else if (at(0, "products"))
            readProduct(text);
        else if (at(0, "terms"))
            readTerm(kind, text);
        return true;
    }

    const OfferHead &head() const { return m_head; }
    bool hasProducts() const { return m_hasProducts; }

private:
    bool at(std::size_t level, std::string_view name) const { return m_path.size() > level && m_path[level] == name; }
    bool inPrices() const { return at(0, "terms") && at(4, "priceDimensions"); }

    void readHead(std::string_view text)
    {
        if (at(0, "offerCode"))
            m_head.offer = textOf(text);
        else if (at(0, "version"))
            m_head.version = textOf(text);
        else if (at(0, "publicationDate"))
            m_head.published = offerDate(textOf(text));
    }

    void readProduct(std::string_view text)
    {
        if (m_path.size() == 3 && m_path[2] == "productFamily")
            m_product.family = textOf(text);
        else if (m_path.size() == 4 && m_path[2] == "attributes")
            m_product.attributes.emplace_back(
                offerAttributeName(QByteArrayView(m_path[3].data(), static_cast<qsizetype>(m_path[3].size()))),
                textOf(text));
    }

    void readTerm(json::Kind kind, std::string_view text)
    {
        if (m_path.size() == 5 && m_path[4] == "effectiveDate")
            m_term.effective = textOf(text);
        else if (m_path.size() == 7 && inPrices())
            readPrice(m_path[6], text);
        else if (m_path.size() == 8 && inPrices() && m_path[6] == "pricePerUnit")
            readCurrency(m_path[7], kind, text);
    }

    void readPrice(const std::string &name, std::string_view text)
    {
        if (name == "beginRange")
            m_price.begin = textOf(text);
        else if (name == "endRange")
            m_price.end = textOf(text);
        else if (name == "unit")
            m_price.unit = textOf(text);
        else if (name == "description")
            m_price.description = textOf(text);
    }

    /// Prices are texts in these files: a number could have lost digits on its way.
    void readCurrency(const std::string &currency, json::Kind kind, std::string_view text)
    {
        if (currency == "USD")
            m_price.price = kind == json::Kind::String ? textOf(text) : u"a number instead of a text"_s;
        if (m_price.currency.isEmpty() || currency == "USD")
            m_price.currency = textOf(currency);
    }

    bool giveProduct()
    {
        m_product.sku = textOf(m_path[1]);
        if (!m_begun)
            m_visitor.begin(m_head);
        m_begun = true;
        OfferProduct product = std::move(m_product);
        m_product = {};
        return m_visitor.product(std::move(product));
    }

    bool giveTerm()
    {
        m_term.type = textOf(m_path[1]);
        m_term.sku = textOf(m_path[2]);
        m_term.code = textOf(m_path[3]);
        OfferTerm term = std::move(m_term);
        m_term = {};
        return m_visitor.term(std::move(term));
    }

    OfferVisitor &m_visitor;
    std::vector<std::string> m_path; ///< per open object the key that is being read
    int m_opened = 0;
    OfferHead m_head;
    OfferProduct m_product;
    OfferTerm m_term;
    OfferPrice m_price;
    bool m_hasProducts = false;
    bool m_begun = false;
};

} // namespace

Result<OfferReading, InputError> readJsonOffer(const json::ByteSource &source, OfferVisitor &visitor)
{
    OfferHandler handler(visitor);
    const auto end = json::readEvents(source, handler);
    if (!end)
        return Unexpected(end.error());
    if (*end == json::EventsEnd::Complete && !handler.hasProducts())
        return Unexpected(
            InputError{InputProblem::WrongType,
                       {},
                       u"JSON of another kind"_s,
                       u"an AWS price file: an object with \"products\" and \"terms\", not an index of files"_s});
    return OfferReading{handler.head(), *end == json::EventsEnd::Complete};
}

} // namespace catalogue
