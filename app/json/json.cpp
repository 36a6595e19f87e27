#include "json/json.h"

#include <nlohmann/json.hpp>

#include <QSet>

#include <algorithm>
#include <string_view>

namespace json {

using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kExcerptLength = 80;
constexpr QByteArrayView kByteOrderMark("\xef\xbb\xbf");

/// Builds the tree event by event; stops at the first thing that is not allowed. Holds a stack of containers of its own,
/// so that deep nesting costs no call stack.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit TreeBuilder(int maximumDepth) : m_maximumDepth(maximumDepth) {}

    bool null() override { return add({}); }

    bool boolean(bool value) override
    {
        Value node;
        node.kind = Kind::Boolean;
        node.boolean = value;
        node.text = value ? u"true"_s : u"false"_s;
        return add(std::move(node));
    }

    bool number_integer(number_integer_t value) override { return addInteger(value, QString::number(value)); }

    bool number_unsigned(number_unsigned_t value) override
    {
        const QString digits = QString::number(static_cast<qulonglong>(value));
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<qint64>::max()))
            return addNumber(digits);
        return addInteger(static_cast<qint64>(value), digits);
    }

    bool number_float(number_float_t, const string_t &text) override { return addNumber(QString::fromStdString(text)); }

    bool string(string_t &text) override
    {
        Value node;
        node.kind = Kind::String;
        node.text = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        if (node.text.contains(QChar(u'\0')))
            return fail({InputProblem::NotUtf8, path(), u"a NUL character"_s, {}});
        return add(std::move(node));
    }

    bool binary(binary_t &) override { return false; } // JSON text has none

    bool start_object(std::size_t) override { return open(Kind::Object); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Kind::Array); }
    bool end_array() override { return close(); }

    bool key(string_t &text) override
    {
        Container &object = m_open.back();
        object.key = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        if (object.key.contains(QChar(u'\0')))
            return fail({InputProblem::NotUtf8, {}, u"a NUL character in a key"_s, {}});
        if (object.hasKey())
            return fail({InputProblem::DuplicateKey, path(), object.key.left(kExcerptLength), {}});
        return true;
    }

    bool parse_error(std::size_t position, const std::string &lastToken,
                     const nlohmann::json::exception &reason) override
    {
        const std::string_view what = reason.what();
        m_errorPosition = static_cast<qsizetype>(position);
        if (what.find("surrogate") != std::string_view::npos)
            return fail({InputProblem::NotUtf8, path(), u"half a surrogate pair"_s, {}});
        if (what.find("UTF-8") != std::string_view::npos)
            return fail({InputProblem::NotUtf8, path(), {}, {}});
        const auto length = static_cast<qsizetype>(std::min(lastToken.size(), std::size_t{4 * kExcerptLength}));
        return fail(
            {InputProblem::NotJson, path(), QString::fromUtf8(lastToken.data(), length).left(kExcerptLength), {}});
    }

    /// 1-based; 0: the error has no place in the bytes.
    qsizetype errorPosition() const { return m_errorPosition; }

    Result<Value, InputError> take()
    {
        if (m_error)
            return Unexpected(*m_error);
        return std::move(m_root);
    }

private:
    struct Container {
        Value value;
        QString key;        // of the member that is being read
        QSet<QString> keys; // of the members before it, once they are too many to look through

        bool hasKey()
        {
            constexpr std::size_t kFew = 16;
            if (value.members.size() < kFew)
                return value.find(key) != nullptr;
            if (keys.isEmpty()) {
                for (const Member &member : value.members)
                    keys.insert(member.key);
            }
            const qsizetype before = keys.size();
            keys.insert(key);
            return keys.size() == before;
        }
    };

    bool addInteger(qint64 value, const QString &text)
    {
        Value node;
        node.kind = Kind::Integer;
        node.integer = value;
        node.text = text;
        return add(std::move(node));
    }

    bool addNumber(const QString &text)
    {
        Value node;
        node.kind = Kind::Number;
        node.text = text;
        return add(std::move(node));
    }

    bool add(Value node)
    {
        if (m_open.empty()) {
            m_root = std::move(node);
            return true;
        }
        Container &container = m_open.back();
        if (container.value.kind == Kind::Array)
            container.value.elements.push_back(std::move(node));
        else
            container.value.members.push_back({container.key, std::move(node)});
        return true;
    }

    bool open(Kind kind)
    {
        if (static_cast<int>(m_open.size()) >= m_maximumDepth)
            return fail({InputProblem::TooDeep, path(), {}, QString::number(m_maximumDepth) + u" levels"_s});
        Container container;
        container.value.kind = kind;
        m_open.push_back(std::move(container));
        return true;
    }

    bool close()
    {
        Value node = std::move(m_open.back().value);
        m_open.pop_back();
        return add(std::move(node));
    }

    bool fail(InputError error)
    {
        if (!m_error)
            m_error = std::move(error);
        return false;
    }

    /// Where the reading stands now.
    QString path() const
    {
        QString text;
        for (const Container &container : m_open) {
            if (container.value.kind == Kind::Array)
                text = elementPath(text, static_cast<qsizetype>(container.value.elements.size()));
            else if (!container.key.isEmpty())
                text = memberPath(text, container.key);
        }
        return text;
    }

    int m_maximumDepth;
    std::vector<Container> m_open;
    Value m_root;
    std::optional<InputError> m_error;
    qsizetype m_errorPosition = 0;
};

/// "line 3, column 7" of a 1-based byte position; columns count characters.
QString place(QByteArrayView bytes, qsizetype position)
{
    const QByteArrayView before = bytes.first(std::clamp<qsizetype>(position - 1, 0, bytes.size()));
    const qsizetype line = std::count(before.begin(), before.end(), '\n') + 1;
    QByteArrayView inLine = before.sliced(before.lastIndexOf('\n') + 1);
    if (line == 1 && inLine.startsWith(kByteOrderMark))
        inLine = inLine.sliced(kByteOrderMark.size());
    const auto isCharacter = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; };
    const qsizetype column = std::count_if(inLine.begin(), inLine.end(), isCharacter) + 1;
    return u"line "_s + QString::number(line) + u", column "_s + QString::number(column);
}

} // namespace

const Value *Value::find(QAnyStringView key) const
{
    for (const Member &member : members) {
        if (member.key == key)
            return &member.value;
    }
    return nullptr;
}

QString Value::excerpt() const
{
    switch (kind) {
    case Kind::Null: return u"null"_s;
    case Kind::Boolean:
    case Kind::Integer:
    case Kind::Number: return text.left(kExcerptLength);
    case Kind::String:
        return u'"' + (text.size() > kExcerptLength ? text.left(kExcerptLength - 1) + u'\u2026' : text) + u'"';
    case Kind::Array: return u"a list"_s;
    case Kind::Object: break;
    }
    return u"an object"_s;
}

Result<Value, InputError> parse(QByteArrayView bytes, Limits limits)
{
    if (bytes.size() > limits.maximumBytes)
        return Unexpected(InputError{InputProblem::TooLarge,
                                     {},
                                     QString::number(bytes.size()) + u" bytes"_s,
                                     QString::number(limits.maximumBytes) + u" bytes"_s});
    // The library takes a NUL for the end of the document, and would not look at what follows it.
    if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0)
        return Unexpected(InputError{InputProblem::NotUtf8, {}, u"a NUL character"_s, place(bytes, nul + 1)});
    TreeBuilder builder(limits.maximumDepth);
    nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &builder);
    auto tree = builder.take();
    if (tree || builder.errorPosition() == 0)
        return tree;
    InputError error = tree.error();
    error.allowed = place(bytes, builder.errorPosition());
    if (error.problem == InputProblem::NotJson && !bytes.isValidUtf8()) {
        error.problem = InputProblem::NotUtf8;
        error.value.clear();
    }
    if (builder.errorPosition() > bytes.size())
        error.value.clear(); // nothing was met: the document ends before its end
    return Unexpected(error);
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Null: return u"null"_s;
    case Kind::Boolean: return u"true or false"_s;
    case Kind::Integer: return u"a whole number"_s;
    case Kind::Number: return u"a number"_s;
    case Kind::String: return u"a text"_s;
    case Kind::Array: return u"a list"_s;
    case Kind::Object: break;
    }
    return u"an object"_s;
}

QString memberPath(const QString &base, QStringView key)
{
    constexpr qsizetype kMostShown = 200; // a key may be as long as the file; a message may not
    const QString shown = key.size() > kMostShown ? key.first(kMostShown) + u'\u2026' : key.toString();
    return base.isEmpty() ? shown : base + u'.' + shown;
}

QString elementPath(const QString &base, qsizetype index)
{
    return base + u'[' + QString::number(index) + u']';
}

} // namespace json
