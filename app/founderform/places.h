// Places: finds the field that an answer speaks of, by the ids that entries had when the form was made.
//
// Contacts, credits and launch steps are called by what stands in them, so their ids change while answers are put in. The
// ids are taken down once, before anything changes; entries that an answer adds get theirs there too.
#pragma once

#include "domain/fieldat.h"
#include "founderform/form.h"
#include "worksheetfile/fieldtext.h"

#include <QHash>

namespace founderform {

/// The entries' ids by the path of their list.
using ListIds = QHash<QString, QStringList>;

ListIds listIdsOf(const domain::Worksheet &worksheet);

struct Place {
    QString shape;     ///< the path with blankId() in place of every entry's: what the form asks
    QString pathNow;   ///< with the ids that entries have now
    QStringList above; ///< labels and names that lead to it
    int depth = 0;
};

/// Calls `visit(meta, member, limits)` with what the path names; a section that is not there yet is made for it.
template <class Visit>
class PlaceFinder {
public:
    PlaceFinder(const ListIds &ids, Visit &visit) : m_ids(ids), m_visit(visit) {}

    template <domain::StructOfFields Struct>
    bool in(Struct &value, const QString &path, const QList<QStringView> &steps, const Place &place)
    {
        bool found = false;
        domain::visitFields(value, [&](const domain::FieldMeta &meta, auto &member, const auto &limits) {
            if (found || steps.first() != QLatin1StringView(meta.key))
                return;
            const QString key = QString::fromLatin1(meta.key);
            const QString next = joined(path, key);
            Place there{joined(place.shape, key), joined(place.pathNow, key), place.above, place.depth};
            if (steps.size() > 1) {
                found = goOn(meta, member, next, steps.sliced(1), there);
            } else {
                m_place = there;
                m_visit(meta, member, limits);
                found = true;
            }
        });
        return found;
    }

    const Place &place() const { return m_place; }

private:
    static QString joined(const QString &path, const QString &step)
    {
        return path.isEmpty() ? step : QString(path + u'/' + step);
    }

    template <class T>
    bool goOn(const domain::FieldMeta &meta, T &member, const QString &path, const QList<QStringView> &steps,
              Place place)
    {
        place.above.append(QString::fromLatin1(meta.label));
        if constexpr (domain::StructOfFields<std::remove_const_t<T>>)
            return in(member, path, steps, place);
        else
            return false;
    }
    template <domain::StructOfFields T>
    bool goOn(const domain::FieldMeta &meta, std::optional<T> &member, const QString &path,
              const QList<QStringView> &steps, Place place)
    {
        place.above.append(QString::fromLatin1(meta.label));
        T given = member.value_or(T{});
        if (!in(given, path, steps, place))
            return false;
        if (given == T{})
            member.reset();
        else
            member = std::move(given);
        return true;
    }
    template <domain::StructOfFields T>
    bool goOn(const domain::FieldMeta &meta, std::vector<T> &list, const QString &path, const QList<QStringView> &steps,
              Place place)
    {
        const QStringList ids = m_ids.value(path);
        const QStringList idsNow = domain::entryIds(list);
        place.depth += 1;
        place.shape += u'/' + blankId(place.depth);
        QString id; // the id of a service is free text and may hold slashes itself
        for (qsizetype next = 0; next + 1 < steps.size(); ++next) {
            id = next == 0 ? steps[next].toString() : QString(id + u'/' + steps[next]);
            const qsizetype index = ids.indexOf(id);
            if (index < 0 || index >= idsNow.size())
                continue;
            Place inside = place;
            inside.pathNow += u'/' + idsNow[index];
            T &entry = list[static_cast<std::size_t>(index)];
            inside.above += {QString::fromLatin1(meta.label), worksheetfile::entryName(entry, id)};
            if (in(entry, path + u'/' + id, steps.sliced(next + 1), inside))
                return true;
        }
        return false;
    }

    const ListIds &m_ids;
    Visit &m_visit;
    Place m_place;
};

/// Where the field was found, after `visit` was called with it; nothing when the path names none.
template <class Visit>
std::optional<Place> visitPlace(domain::Worksheet &worksheet, const ListIds &ids, const QString &path, Visit visit)
{
    PlaceFinder<Visit> finder(ids, visit);
    if (!finder.in(worksheet, {}, QStringView(path).split(u'/'), {}))
        return std::nullopt;
    return finder.place();
}

} // namespace founderform
