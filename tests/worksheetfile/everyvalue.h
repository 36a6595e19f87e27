// Every single value of a worksheet, one after the other, for tests that change one field at a time.
#pragma once

#include "domain/fields.h"

#include <functional>
#include <type_traits>

namespace support {

/// Walks the values of a worksheet and changes the one at `position` (0: the first) into another of its type.
class ValueChanger {
public:
    ValueChanger(int position, int variant) : m_left(position), m_variant(variant) {}

    bool found() const { return m_left < 0; }

    template <class T, class Limits>
    void operator()(const domain::FieldMeta &meta, T &value, Limits)
    {
        change(meta, value);
    }

private:
    template <class T>
    void change(const domain::FieldMeta &meta, std::vector<T> &list)
    {
        for (T &entry : list)
            change(meta, entry);
    }
    template <class T>
    void change(const domain::FieldMeta &meta, std::optional<T> &value)
    {
        if (value)
            change(meta, *value);
    }
    void change(const domain::FieldMeta &meta, std::map<QString, domain::Fact> &facts)
    {
        for (auto &[path, fact] : facts)
            change(meta, fact);
    }
    template <class T>
    void change(const domain::FieldMeta &meta, T &value)
    {
        if constexpr (requires { domain::visitFields(value, *this); })
            domain::visitFields(value, *this);
        // What an entry is found again by makes it another entry.
        else if (!isIdentity(meta) && m_left-- == 0)
            replace(value);
    }
    static bool isIdentity(const domain::FieldMeta &meta)
    {
        const QLatin1StringView key(meta.key);
        return key == QLatin1StringView("id") || key == QLatin1StringView("pool") || key == QLatin1StringView("month")
            || key == QLatin1StringView("firstName") || key == QLatin1StringView("lastName")
            || key == QLatin1StringView("programme");
    }
    void replace(QString &text) const { text += QString::number(m_variant); }
    void replace(QStringList &texts) const { texts += QString::number(m_variant); }
    void replace(bool &flag) const { flag = !flag; }
    void replace(domain::Decimal &number) const { number = domain::Decimal::fromMillionths(m_variant); }
    void replace(domain::Money &amount) const { amount = domain::Money::fromCents(m_variant); }
    void replace(QDate &date) const { date = date.addDays(m_variant); }
    void replace(domain::Month &month) const { month = month.plus(m_variant); }
    void replace(domain::CountRange &range) const { range[1] += m_variant; }
    template <class Number>
    requires std::integral<Number>
    void replace(Number &number) const { number += static_cast<Number>(m_variant); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void replace(Enum &value) const { value = static_cast<Enum>((static_cast<int>(value) + m_variant) % 2); }

    int m_left;
    int m_variant;
};

/// The worksheet with its value at `position` changed; nothing when there are not that many.
inline std::optional<domain::Worksheet> withOneChange(domain::Worksheet sheet, int position, int variant)
{
    ValueChanger changer(position, variant);
    domain::visitFields(sheet, changer);
    return changer.found() ? std::optional(std::move(sheet)) : std::nullopt;
}

} // namespace support
