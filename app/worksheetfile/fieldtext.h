// A worksheet value as a person reads it, and whether it was given at all: what differences and conflicts show.
#pragma once

#include "domain/fields.h"
#include "domain/vocabulary.h"

#include <QString>

#include <type_traits>

namespace worksheetfile {

/// A struct with a list of fields of its own; everything else is one value.
template <class T>
concept HasFields = requires(const T &value)
{
    domain::visitFields(value, [](const domain::FieldMeta &, const auto &, auto) {});
};

inline bool isGiven(const QString &text)
{
    return !text.isEmpty();
}
inline bool isGiven(const QStringList &texts)
{
    return !texts.isEmpty();
}
template <class T>
bool isGiven(const std::optional<T> &value)
{
    return value.has_value();
}
template <class T>
bool isGiven(const T &)
{
    return true;
}

inline QString textOf(const QString &text)
{
    return text;
}
inline QString textOf(bool flag)
{
    return flag ? QStringLiteral("yes") : QStringLiteral("no");
}
inline QString textOf(qint64 number)
{
    return QString::number(number);
}
inline QString textOf(int number)
{
    return QString::number(number);
}
inline QString textOf(domain::Decimal number)
{
    return number.toString();
}
inline QString textOf(domain::Money amount)
{
    return amount.toString();
}
inline QString textOf(QDate date)
{
    return date.toString(Qt::ISODate);
}
inline QString textOf(domain::Month month)
{
    return month.toString();
}
inline QString textOf(const domain::CountRange &range)
{
    return QString::number(range[0]) + QStringLiteral(" to ") + QString::number(range[1]);
}
inline QString textOf(const QStringList &texts)
{
    return texts.join(QStringLiteral(", "));
}
template <class E>
requires std::is_enum_v<E> QString textOf(E value)
{
    return domain::wordOf(value);
}
/// Null when it was not given.
template <class T>
QString textOf(const std::optional<T> &value)
{
    return value ? textOf(*value) : QString();
}

inline QString firstGiven(const QString &text, const QString &otherwise)
{
    return text.isEmpty() ? otherwise : text;
}

// What an entry of a list is called on a screen; `id` is its id in field paths.
inline QString entryName(const domain::UseCase &entry, const QString &id)
{
    return firstGiven(entry.title, id);
}
inline QString entryName(const domain::Workload &entry, const QString &id)
{
    return firstGiven(entry.name, id);
}
inline QString entryName(const domain::ServiceUse &entry, const QString &id)
{
    return firstGiven(entry.service, id);
}
inline QString entryName(const domain::Contact &entry, const QString &id)
{
    return firstGiven(QString(entry.firstName + u' ' + entry.lastName).trimmed(), id);
}
template <class Entry>
QString entryName(const Entry &, const QString &id)
{
    return id;
}

} // namespace worksheetfile
