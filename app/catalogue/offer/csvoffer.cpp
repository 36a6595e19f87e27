#include "catalogue/offer/offerfile.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace catalogue {

using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostFields = 512;
constexpr qsizetype kLongestField = 1024 * 1024;
constexpr qint64 kMostPreamble = 100; // lines before the one that begins with SKU

/// Splits bytes into rows of RFC 4180: quoted fields, doubled quotes inside, LF or CRLF, an empty line is no row.
class RowReader {
public:
    explicit RowReader(const json::ByteSource &source) : m_source(source) {}

    enum class Got { Row, End, Stopped, Error };

    Got next()
    {
        beginRow();
        for (int sign = take(); sign >= 0; sign = take()) {
            if (!accept(static_cast<char>(sign)))
                return Got::Error;
            if (m_state == State::RowDone) {
                if (m_fields.size() > 1 || !m_fields.front().isEmpty())
                    return Got::Row;
                beginRow(); // an empty line is no row
            }
        }
        return m_stopped ? Got::Stopped : atEnd();
    }

    const std::vector<QByteArray> &fields() const { return m_fields; }
    const InputError &error() const { return m_error; }
    QString place() const { return u"row "_s + QString::number(m_row); }

private:
    enum class State { Start, Plain, Quoted, QuoteInside, AfterReturn, RowDone };

    void beginRow()
    {
        m_fields.clear();
        m_field.clear();
        m_state = State::Start;
        ++m_row;
    }

    int take()
    {
        if (m_at == m_size) {
            m_size = m_source(m_buffer->data(), static_cast<qsizetype>(m_buffer->size()));
            m_at = 0;
            m_stopped = m_size < 0;
            if (m_size <= 0) {
                m_size = 0;
                return -1;
            }
        }
        return static_cast<unsigned char>((*m_buffer)[static_cast<std::size_t>(m_at++)]);
    }

    bool accept(char sign)
    {
        if (sign == '\0')
            return fail({InputProblem::NotUtf8, {}, u"a NUL character"_s, place()});
        switch (m_state) {
        case State::Start:
            if (sign == '"') {
                m_state = State::Quoted;
                return true;
            }
            m_state = State::Plain;
            [[fallthrough]];
        case State::Plain: return acceptPlain(sign);
        case State::Quoted:
            if (sign == '"')
                m_state = State::QuoteInside;
            else
                m_field.append(sign);
            return m_field.size() <= kLongestField || fail(tooLong());
        case State::QuoteInside:
            if (sign == '"') {
                m_field.append(sign);
                m_state = State::Quoted;
                return true;
            }
            return isSeparator(sign) ? acceptPlain(sign) : fail(badQuote());
        case State::AfterReturn: return sign == '\n' ? endRow() : fail(badQuote());
        case State::RowDone: break;
        }
        return true;
    }

    static bool isSeparator(char sign) { return sign == ',' || sign == '\n' || sign == '\r'; }

    bool acceptPlain(char sign)
    {
        if (sign == ',') {
            m_state = State::Start;
            return endField();
        }
        if (sign == '\n')
            return endRow();
        if (sign == '\r') {
            m_state = State::AfterReturn;
            return true;
        }
        if (sign == '"')
            return fail(badQuote());
        m_field.append(sign);
        return m_field.size() <= kLongestField || fail(tooLong());
    }

    bool endField()
    {
        if (m_fields.size() == kMostFields)
            return fail({InputProblem::TooLarge,
                         {},
                         place() + u" has more fields than that"_s,
                         QString::number(kMostFields) + u" fields"_s});
        m_fields.push_back(m_field);
        m_field.clear();
        return true;
    }

    bool endRow()
    {
        m_state = State::RowDone;
        return endField();
    }

    /// A last row without a line feed is a row; one that ends inside quotes or behind a comma was cut.
    Got atEnd()
    {
        if (m_state == State::Start && m_fields.empty())
            return Got::End;
        if (m_state == State::Quoted || m_state == State::Start) {
            m_error = {InputProblem::WrongType,
                       {},
                       u"a text that the end of the file cuts, in "_s + place(),
                       u"the end of a quoted field: the file is cut short, download it again"_s};
            return Got::Error;
        }
        return endField() ? Got::Row : Got::Error;
    }

    InputError badQuote() const
    {
        return {InputProblem::WrongType,
                {},
                u"a stray quotation mark or line end in "_s + place(),
                u"CSV with quoted fields"_s};
    }
    InputError tooLong() const
    {
        return {InputProblem::TooLarge,
                {},
                u"a field of "_s + place(),
                QString::number(kLongestField) + u" bytes in one field"_s};
    }
    bool fail(InputError error)
    {
        m_error = std::move(error);
        return false;
    }

    const json::ByteSource &m_source;
    std::unique_ptr<std::array<char, 64 * 1024>> m_buffer = std::make_unique<std::array<char, 64 * 1024>>();
    qsizetype m_at = 0;
    qsizetype m_size = 0;
    bool m_stopped = false;
    State m_state = State::Start;
    qint64 m_row = 0;
    QByteArray m_field;
    std::vector<QByteArray> m_fields;
    InputError m_error;
};

/// What a column is: one of a price's own, or an attribute of the product.
class Columns {
public:
    explicit Columns(const std::vector<QByteArray> &names)
    {
        for (const QByteArray &name : names)
            m_names.push_back(offerAttributeName(name));
    }

    std::size_t count() const { return m_names.size(); }
    bool isOffer() const
    {
        return has("sku") && has("ratecode") && has("unit") && has("priceperunit") && has("currency");
    }

    OfferProduct product(const std::vector<QString> &row) const
    {
        OfferProduct product;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (m_names[i] == "sku")
                product.sku = row[i];
            else if (m_names[i] == "productfamily")
                product.family = row[i];
            else if (!isOfPrice(m_names[i]) && !row[i].isEmpty())
                product.attributes.emplace_back(m_names[i], row[i]);
        }
        return product;
    }

    OfferTerm term(const std::vector<QString> &row) const
    {
        OfferTerm term;
        OfferPrice price;
        term.sku = value(row, "sku");
        term.code = value(row, "offertermcode");
        term.type = value(row, "termtype");
        term.effective = value(row, "effectivedate");
        price.begin = value(row, "startingrange");
        price.end = value(row, "endingrange");
        price.unit = value(row, "unit");
        price.description = value(row, "pricedescription");
        price.currency = value(row, "currency");
        if (price.currency == u"USD")
            price.price = value(row, "priceperunit");
        term.prices.push_back(std::move(price));
        return term;
    }

private:
    bool has(const char *name) const { return std::find(m_names.begin(), m_names.end(), name) != m_names.end(); }

    QString value(const std::vector<QString> &row, const char *name) const
    {
        const auto found = std::find(m_names.begin(), m_names.end(), name);
        return found == m_names.end() ? QString() : row[static_cast<std::size_t>(found - m_names.begin())];
    }

    static bool isOfPrice(const QByteArray &name)
    {
        return name == "offertermcode" || name == "ratecode" || name == "termtype" || name == "pricedescription"
            || name == "effectivedate" || name == "startingrange" || name == "endingrange" || name == "unit"
            || name == "priceperunit" || name == "currency";
    }

    std::vector<QByteArray> m_names;
};

class CsvOffer {
public:
    CsvOffer(const json::ByteSource &source, OfferVisitor &visitor) : m_rows(source), m_visitor(visitor) {}

    Result<OfferReading, InputError> read()
    {
        for (;;) {
            switch (m_rows.next()) {
            case RowReader::Got::Stopped: return OfferReading{m_head, false};
            case RowReader::Got::Error: return Unexpected(m_rows.error());
            case RowReader::Got::End: return atEnd();
            case RowReader::Got::Row: break;
            }
            if (!decode())
                return Unexpected(InputError{InputProblem::NotUtf8, {}, {}, m_rows.place()});
            if (!m_columns) {
                if (const auto header = readHeader(); !header)
                    return Unexpected(header.error());
                continue;
            }
            if (m_row.size() != m_columns->count())
                return Unexpected(wrongCount());
            if (!m_visitor.product(m_columns->product(m_row)) || !m_visitor.term(m_columns->term(m_row)))
                return OfferReading{m_head, false};
        }
    }

private:
    bool decode()
    {
        m_row.clear();
        for (const QByteArray &field : m_rows.fields()) {
            QStringDecoder decoder(QStringDecoder::Utf8);
            m_row.push_back(decoder.decode(field));
            if (decoder.hasError())
                return false;
        }
        return true;
    }

    /// Lines of two fields name the file; the one that begins with SKU names the columns.
    Result<void, InputError> readHeader()
    {
        const QByteArray name = offerAttributeName(m_row.front().toUtf8());
        if (name == "sku") {
            m_columns.emplace(m_rows.fields());
            if (m_columns->isOffer()) {
                m_visitor.begin(m_head);
                return {};
            }
            return Unexpected(InputError{InputProblem::WrongType,
                                         {},
                                         u"a table without them"_s,
                                         u"the columns SKU, RateCode, Unit, PricePerUnit and Currency"_s});
        }
        if (m_row.size() != 2 || ++m_preamble > kMostPreamble)
            return Unexpected(noHeader());
        if (name == "version")
            m_head.version = m_row[1];
        else if (name == "offercode")
            m_head.offer = m_row[1];
        else if (name == "publicationdate")
            m_head.published = offerDate(m_row[1]);
        return {};
    }

    Result<OfferReading, InputError> atEnd() const
    {
        if (!m_columns)
            return Unexpected(noHeader());
        return OfferReading{m_head, true};
    }

    static InputError noHeader()
    {
        return {InputProblem::WrongType,
                {},
                u"a table without it"_s,
                u"an AWS price file: a line that begins with SKU names its columns"_s};
    }

    InputError wrongCount() const
    {
        return {InputProblem::WrongType,
                {},
                QString::number(m_row.size()) + u" in "_s + m_rows.place(),
                QString::number(m_columns->count())
                    + u" fields in every row: the file is cut short or damaged, download it again"_s};
    }

    RowReader m_rows;
    OfferVisitor &m_visitor;
    OfferHead m_head;
    std::optional<Columns> m_columns;
    std::vector<QString> m_row;
    qint64 m_preamble = 0;
};

} // namespace

Result<OfferReading, InputError> readCsvOffer(const json::ByteSource &source, OfferVisitor &visitor)
{
    return CsvOffer(source, visitor).read();
}

} // namespace catalogue
