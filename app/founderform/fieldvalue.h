// Field value: one value of a worksheet as the worksheet file has it, without a file around it.
#pragma once

#include "domain/vocabulary.h"
#include "json/json.h"

#include <optional>
#include <type_traits>

namespace founderform {

inline json::Value textValue(const QString &text)
{
    json::Value value;
    value.kind = json::Kind::String;
    value.text = text;
    return value;
}
inline json::Value valueOf(const QString &text)
{
    return text.isEmpty() ? json::Value{} : textValue(text);
}
inline json::Value valueOf(qint64 number)
{
    json::Value value;
    value.kind = json::Kind::Integer;
    value.integer = number;
    value.text = QString::number(number);
    return value;
}
inline json::Value valueOf(int number)
{
    return valueOf(qint64(number));
}
inline json::Value valueOf(bool flag)
{
    json::Value value;
    value.kind = json::Kind::Boolean;
    value.boolean = flag;
    return value;
}
inline json::Value valueOf(domain::Decimal number)
{
    return textValue(number.toString());
}
inline json::Value valueOf(domain::Money amount)
{
    return textValue(amount.toString());
}
inline json::Value valueOf(QDate date)
{
    return textValue(date.toString(Qt::ISODate));
}
inline json::Value valueOf(domain::Month month)
{
    return textValue(month.toString());
}
inline json::Value valueOf(const domain::CountRange &range)
{
    json::Value value;
    value.kind = json::Kind::Array;
    value.elements = {valueOf(range[0]), valueOf(range[1])};
    return value;
}
inline json::Value valueOf(const QStringList &texts)
{
    json::Value value;
    if (texts.isEmpty())
        return value;
    value.kind = json::Kind::Array;
    for (const QString &text : texts)
        value.elements.push_back(textValue(text));
    return value;
}
template <class E>
requires std::is_enum_v<E> json::Value valueOf(E value)
{
    return textValue(domain::wordOf(value));
}
/// Null when it was not given.
template <class T>
json::Value valueOf(const std::optional<T> &value)
{
    return value ? valueOf(*value) : json::Value{};
}

/// The same value, whatever file it was read from.
bool isSame(const json::Value &one, const json::Value &other);

/// As a person reads it: decimal point, ISO dates, the format's words; a null text when it was not given.
QString readable(const json::Value &value);

} // namespace founderform
