#include "worksheetfile/difference.h"

#include "domain/entryids.h"
#include "worksheetfile/place.h"

#include <map>

namespace worksheetfile {

using domain::FieldMeta;
using Kind = FieldChange::Kind;
using namespace Qt::StringLiterals;

namespace {

template <class T>
const T *address(const std::optional<T> &value)
{
    return value ? &*value : nullptr;
}

/// One walk over both worksheets; a struct or list that one of them lacks is null there.
class Comparison {
public:
    template <HasFields Struct>
    void compare(const Struct *before, const Struct *after, const Place &place)
    {
        const Members<Struct> old(before);
        const Members<Struct> fresh(after);
        std::size_t position = 0;
        const Struct &present = after ? *after : *before;
        domain::visitFields(present, [&](const FieldMeta &meta, const auto &member, auto) {
            using Member = std::remove_cvref_t<decltype(member)>;
            field(meta, old.template at<Member>(position), fresh.template at<Member>(position), place);
            ++position;
        });
    }

    std::vector<FieldChange> take() { return std::move(m_changes); }

private:
    template <class T>
    void field(const FieldMeta &meta, const T *before, const T *after, const Place &place)
    {
        const bool same = before && after ? *before == *after : !isGiven(before ? *before : *after);
        if (same)
            return;
        if constexpr (HasFields<T>)
            compare(before, after, place.field(meta));
        else
            m_changes.push_back({Kind::Changed, place.pathOf(QString::fromLatin1(meta.key)), place.above,
                                 QString::fromLatin1(meta.label), QString::fromLatin1(meta.unit),
                                 before ? textOf(*before) : QString(), after ? textOf(*after) : QString()});
    }

    template <HasFields Struct>
    void field(const FieldMeta &meta, const std::optional<Struct> *before, const std::optional<Struct> *after,
               const Place &place)
    {
        const Struct *old = before ? address(*before) : nullptr;
        const Struct *fresh = after ? address(*after) : nullptr;
        entry(old, fresh, {place.pathOf(QString::fromLatin1(meta.key)), place.above}, QString::fromLatin1(meta.label));
    }

    template <HasFields Struct>
    void field(const FieldMeta &meta, const std::vector<Struct> *before, const std::vector<Struct> *after,
               const Place &place)
    {
        static const std::vector<Struct> kNone;
        const std::vector<Struct> &old = before ? *before : kNone;
        const std::vector<Struct> &fresh = after ? *after : kNone;
        const QStringList oldIds = domain::entryIds(old);
        const QStringList freshIds = domain::entryIds(fresh);
        const Place list = place.field(meta);
        order(oldIds, freshIds, list.path, place.above, meta);
        for (qsizetype i = 0; i < freshIds.size(); ++i) {
            const Struct &now = fresh[static_cast<std::size_t>(i)];
            const qsizetype was = oldIds.indexOf(freshIds[i]);
            entry(was < 0 ? nullptr : &old[static_cast<std::size_t>(was)], &now, {list.pathOf(freshIds[i]), list.above},
                  entryName(now, freshIds[i]));
        }
        for (qsizetype i = 0; i < oldIds.size(); ++i) {
            const Struct &gone = old[static_cast<std::size_t>(i)];
            if (!freshIds.contains(oldIds[i]))
                entry(&gone, static_cast<const Struct *>(nullptr), {list.pathOf(oldIds[i]), list.above},
                      entryName(gone, oldIds[i]));
        }
    }

    void field(const FieldMeta &meta, const std::map<QString, domain::Fact> *before,
               const std::map<QString, domain::Fact> *after, const Place &place)
    {
        const Place list = place.field(meta);
        const auto noted = [](const std::map<QString, domain::Fact> &facts, const QString &about) {
            const auto found = facts.find(about);
            return found == facts.end() ? nullptr : &found->second;
        };
        for (const auto &[about, fact] : *after)
            entry(noted(*before, about), &fact, {list.pathOf(about), list.above}, about);
        for (const auto &[about, fact] : *before) {
            if (!noted(*after, about))
                entry(&fact, static_cast<const domain::Fact *>(nullptr), {list.pathOf(about), list.above}, about);
        }
    }

    /// An entry of a list, or a section that may be missing; `where` has its own path and what stands above it.
    template <HasFields Struct>
    void entry(const Struct *before, const Struct *after, const Place &where, const QString &name)
    {
        if (before && after ? *before == *after : !before && !after)
            return;
        if (!before || !after)
            m_changes.push_back({before ? Kind::Removed : Kind::Added, where.path, where.above, name, QString(),
                                 before ? name : QString(), after ? name : QString()});
        compare(before, after, {where.path, where.above + QStringList{name}});
    }

    void order(const QStringList &before, const QStringList &after, const QString &path, const QStringList &above,
               const FieldMeta &meta)
    {
        const auto common = [](QStringList ids, const QStringList &others) {
            ids.removeIf([&others](const QString &id) { return !others.contains(id); });
            return ids;
        };
        const bool moved = common(before, after) != common(after, before);
        // Added entries go to the end unless the order says otherwise.
        const bool within = !moved && after != common(before, after) + added(before, after);
        if (moved || within)
            m_changes.push_back({Kind::Reordered, path, above, QString::fromLatin1(meta.label), QString(),
                                 before.join(u", "_s), after.join(u", "_s)});
    }

    static QStringList added(const QStringList &before, QStringList after)
    {
        after.removeIf([&before](const QString &id) { return before.contains(id); });
        return after;
    }

    std::vector<FieldChange> m_changes;
};

} // namespace

std::vector<FieldChange> difference(const domain::Worksheet &before, const domain::Worksheet &after)
{
    Comparison comparison;
    comparison.compare(&before, &after, {});
    return comparison.take();
}

} // namespace worksheetfile
