// Writer: JSON in the order it is written, two-space indentation, LF, UTF-8, no trailing space.
//
// Everything this program writes as JSON goes through it, so that two runs over the same facts give the same bytes.
//
//     json::Writer out;
//     out.beginObject().member("format", u"briefstack-cases"_s).key("cases").beginArray();
//     ...
//     out.endArray().endObject();
//     device.write(out.take());
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <vector>

namespace json {

class Writer {
public:
    Writer &beginObject();
    Writer &endObject();
    Writer &beginArray();
    Writer &endArray();
    Writer &key(QLatin1StringView name) { return key(QString(name)); }
    Writer &key(const QString &name);

    Writer &string(const QString &text);
    Writer &integer(qint64 number);
    Writer &boolean(bool value);
    Writer &null();

    Writer &member(QLatin1StringView name, const QString &text) { return key(name).string(text); }
    Writer &member(QLatin1StringView name, qint64 number) { return key(name).integer(number); }
    Writer &member(QLatin1StringView name, int number) { return key(name).integer(number); }
    Writer &member(QLatin1StringView name, bool value) { return key(name).boolean(value); }
    Writer &strings(QLatin1StringView name, const QStringList &texts);

    /// Arrays of scalars written between these two stand on one line.
    Writer &beginInlineArray();
    Writer &endInlineArray();

    /// The document, ending with a line feed. Call once, with everything closed.
    QByteArray take();

private:
    struct Level {
        bool isObject = false;
        bool isInline = false;
        bool isEmpty = true;
    };
    void beforeValue();
    void close(char bracket);
    void newLine();
    Writer &raw(const QByteArray &text);

    QByteArray m_text;
    std::vector<Level> m_levels;
    bool m_afterKey = false;
};

/// `text` as a JSON string literal with its quotes.
QByteArray quoted(const QString &text);

} // namespace json
