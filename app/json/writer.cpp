#include "json/writer.h"

namespace json {

namespace {

constexpr int kIndent = 2;

void appendEscaped(QByteArray &out, char character)
{
    switch (character) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    default: break;
    }
    const auto code = static_cast<unsigned char>(character);
    if (code >= 0x20 && code != 0x7f) {
        out += character;
        return;
    }
    out += "\\u00";
    out += QByteArray::number(code, 16).rightJustified(2, '0');
}

} // namespace

QByteArray quoted(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char character : utf8)
        appendEscaped(out, character);
    // What keeps texts as UTF-16 on its way, as SQLite does, turns these two into U+FFFD: escaped, they survive it.
    out.replace("\xef\xbf\xbe", "\\ufffe").replace("\xef\xbf\xbf", "\\uffff");
    out += '"';
    return out;
}

void Writer::newLine()
{
    m_text += '\n';
    m_text.append(static_cast<qsizetype>(m_levels.size()) * kIndent, ' ');
}

void Writer::beforeValue()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_levels.empty())
        return;
    Level &level = m_levels.back();
    if (!level.isEmpty)
        m_text += level.isInline ? ", " : ",";
    level.isEmpty = false;
    if (!level.isInline)
        newLine();
}

void Writer::close(char bracket)
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (!level.isEmpty && !level.isInline)
        newLine();
    m_text += bracket;
}

Writer &Writer::raw(const QByteArray &text)
{
    beforeValue();
    m_text += text;
    return *this;
}

Writer &Writer::beginObject()
{
    raw("{");
    m_levels.push_back({true, false, true});
    return *this;
}

Writer &Writer::endObject()
{
    close('}');
    return *this;
}

Writer &Writer::beginArray()
{
    raw("[");
    m_levels.push_back({false, false, true});
    return *this;
}

Writer &Writer::endArray()
{
    close(']');
    return *this;
}

Writer &Writer::beginInlineArray()
{
    raw("[");
    m_levels.push_back({false, true, true});
    return *this;
}

Writer &Writer::endInlineArray()
{
    close(']');
    return *this;
}

Writer &Writer::key(const QString &name)
{
    raw(quoted(name));
    m_text += ": ";
    m_afterKey = true;
    return *this;
}

Writer &Writer::string(const QString &text)
{
    return raw(quoted(text));
}

Writer &Writer::integer(qint64 number)
{
    return raw(QByteArray::number(number));
}

Writer &Writer::boolean(bool value)
{
    return raw(value ? "true" : "false");
}

Writer &Writer::null()
{
    return raw("null");
}

Writer &Writer::strings(QLatin1StringView name, const QStringList &texts)
{
    key(name).beginInlineArray();
    for (const QString &text : texts)
        string(text);
    return endInlineArray();
}

QByteArray Writer::take()
{
    m_text += '\n';
    return std::move(m_text);
}

} // namespace json
