#include "worksheetfile/writer.h"

#include "domain/fields.h"
#include "domain/vocabulary.h"
#include "json/writer.h"

namespace worksheetfile {

using domain::FieldMeta;
using json::Writer;
using namespace Qt::StringLiterals;

namespace {

template <class E>
concept Enumeration = std::is_enum_v<E>;

/// The visitor that writes each field that was given as a member; one overload per kind of value.
class FieldWriter {
public:
    explicit FieldWriter(Writer &out) : m_out(out) {}

    template <class Struct>
    static void writeObject(Writer &out, const Struct &value)
    {
        out.beginObject();
        if constexpr (std::same_as<Struct, domain::Worksheet>)
            out.member("format"_L1, u"briefstack-worksheet"_s).member("version"_L1, 1);
        FieldWriter writer(out);
        domain::visitFields(value, writer);
        out.endObject();
    }

    template <class T, class Limits>
    void operator()(const FieldMeta &meta, const T &value, Limits)
    {
        if (!isGiven(value))
            return;
        m_out.key(QLatin1StringView(meta.key));
        write(value);
    }

private:
    static bool isGiven(const QString &text) { return !text.isEmpty(); }
    static bool isGiven(const QStringList &texts) { return !texts.isEmpty(); }
    static bool isGiven(const std::map<QString, domain::Fact> &facts) { return !facts.empty(); }
    template <class T>
    static bool isGiven(const std::optional<T> &value)
    {
        return value.has_value();
    }
    template <class T>
    static bool isGiven(const std::vector<T> &list)
    {
        return !list.empty();
    }
    /// Sections that hold nothing are left out, as facts that hold nothing are; the company always stands.
    template <class Struct>
    static bool isGiven(const Struct &value)
    {
        if constexpr (
            std::same_as<
                Struct,
                domain::
                    AwsAccount> || std::same_as<Struct, domain::Funding> || std::same_as<Struct, domain::Partner> || std::same_as<Struct, domain::VolumeRange>)
            return !(value == Struct());
        else
            return true;
    }

    void write(const QString &text) { m_out.string(text); }
    void write(qint64 number) { m_out.integer(number); }
    void write(int number) { m_out.integer(number); }
    void write(bool flag) { m_out.boolean(flag); }
    void write(domain::Decimal number) { m_out.string(number.toString()); }
    void write(domain::Money amount) { m_out.string(amount.toString()); }
    void write(QDate date) { m_out.string(date.toString(Qt::ISODate)); }
    void write(domain::Month month) { m_out.string(month.toString()); }
    void write(const domain::CountRange &range)
    {
        m_out.beginInlineArray().integer(range[0]).integer(range[1]).endInlineArray();
    }
    void write(const QStringList &texts)
    {
        m_out.beginInlineArray();
        for (const QString &text : texts)
            m_out.string(text);
        m_out.endInlineArray();
    }
    void write(const std::map<QString, domain::Fact> &facts)
    {
        m_out.beginObject();
        for (const auto &[path, fact] : facts) {
            m_out.key(path);
            writeObject(m_out, fact);
        }
        m_out.endObject();
    }
    template <Enumeration E>
    void write(E value)
    {
        m_out.string(domain::wordOf(value));
    }
    template <class T>
    void write(const std::optional<T> &value)
    {
        write(*value);
    }
    template <class T>
    void write(const std::vector<T> &list)
    {
        m_out.beginArray();
        for (const T &element : list)
            writeObject(m_out, element);
        m_out.endArray();
    }
    template <class Struct>
    requires std::is_class_v<Struct>
    void write(const Struct &value) { writeObject(m_out, value); }

    Writer &m_out;
};

} // namespace

QByteArray write(const domain::Worksheet &worksheet)
{
    Writer out;
    FieldWriter::writeObject(out, worksheet);
    return out.take();
}

} // namespace worksheetfile
