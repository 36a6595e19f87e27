// The field at a path: follows a path of ids (domain/fieldpath.h) through a worksheet and visits what it names.
//
// The visitor is called as for visitFields, with the member itself, const or not as the worksheet is; an entry of a list
// is visited with the list's FieldMeta and NoLimits. What was not given yet (a last round, say) is visited as an empty
// struct, and stays given only when the visitor has put something into it.
#pragma once

#include "domain/entryids.h"
#include "domain/fields.h"

#include <QList>
#include <QStringView>

namespace domain {

template <class T>
concept StructOfFields = requires(const T &fields)
{
    visitFields(fields, [](const FieldMeta &, const auto &, auto) {});
};

/// Follows the path through one struct: finds the field of the first step and goes on from there.
template <class Visit>
class FieldFinder {
public:
    FieldFinder(QList<QStringView> steps, Visit &visit) : m_steps(std::move(steps)), m_visit(visit) {}
    bool found() const { return m_found; }

    template <class T, class Limits>
    void operator()(const FieldMeta &meta, T &value, Limits limits)
    {
        if (m_found || m_steps.first() != QLatin1StringView(meta.key))
            return;
        if (m_steps.size() == 1) {
            m_visit(meta, value, limits);
            m_found = true;
        } else {
            m_found = goOn(meta, value);
        }
    }

    template <StructOfFields Struct>
    static bool in(Struct &value, QList<QStringView> steps, Visit &visit)
    {
        FieldFinder finder(std::move(steps), visit);
        visitFields(value, finder);
        return finder.found();
    }

private:
    /// `list` is a vector of structs. The id of a service is free text and may hold slashes itself.
    template <class List>
    bool enter(const FieldMeta &meta, List &list)
    {
        QString id;
        for (qsizetype next = 1; next < m_steps.size(); ++next) {
            if (next > 1)
                id += u'/';
            id += m_steps[next];
            const qsizetype index = entryIndex(list, id);
            if (index < 0)
                continue;
            auto &entry = list[static_cast<std::size_t>(index)];
            if (next + 1 == m_steps.size()) {
                m_visit(meta, entry, NoLimits{});
                return true;
            }
            if (in(entry, m_steps.sliced(next + 1), m_visit))
                return true;
        }
        return false;
    }

    template <StructOfFields T>
    bool goOn(const FieldMeta &meta, const std::vector<T> &list)
    {
        return enter(meta, list);
    }
    template <StructOfFields T>
    bool goOn(const FieldMeta &meta, std::vector<T> &list)
    {
        return enter(meta, list);
    }
    template <StructOfFields T>
    bool goOn(const FieldMeta &, const std::optional<T> &value)
    {
        const T given = value.value_or(T{});
        return in(given, m_steps.sliced(1), m_visit);
    }
    template <StructOfFields T>
    bool goOn(const FieldMeta &, std::optional<T> &value)
    {
        T given = value.value_or(T{});
        if (!in(given, m_steps.sliced(1), m_visit))
            return false;
        if (given == T{})
            value.reset();
        else
            value = std::move(given);
        return true;
    }
    template <class T>
    bool goOn(const FieldMeta &, T &value)
    {
        if constexpr (StructOfFields<std::remove_const_t<T>>)
            return in(value, m_steps.sliced(1), m_visit);
        else
            return false;
    }

    QList<QStringView> m_steps;
    Visit &m_visit;
    bool m_found = false;
};

/// Whether the path names something; then `visit` was called with it.
template <class Sheet, class Visit>
requires Is<Sheet, Worksheet>
bool visitFieldAt(Sheet &worksheet, const QString &path, Visit visit)
{
    return FieldFinder<Visit>::in(worksheet, QStringView(path).split(u'/'), visit);
}

} // namespace domain
