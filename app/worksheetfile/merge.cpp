#include "worksheetfile/merge.h"

#include "domain/entryids.h"
#include "worksheetfile/place.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <algorithm>

namespace worksheetfile {

using domain::FieldMeta;
using namespace Qt::StringLiterals;

namespace {

/// The ids of `ids` that `other` has too, in the order of `ids`.
QStringList common(const QStringList &ids, const QStringList &other)
{
    QStringList both;
    std::ranges::copy_if(ids, std::back_inserter(both), [&other](const QString &id) { return other.contains(id); });
    return both;
}

/// `leading`, and what only `following` has, each after the entry it follows there.
QStringList woven(const QStringList &leading, const QStringList &following)
{
    QStringList all = leading;
    for (qsizetype i = 0; i < following.size(); ++i) {
        if (all.contains(following[i]))
            continue;
        const qsizetype before = i == 0 ? -1 : all.indexOf(following[i - 1]);
        all.insert(before + 1, following[i]);
    }
    return all;
}

/// The entries of one list by id; none of a list that is not known.
template <class Entry>
class Entries {
public:
    explicit Entries(const std::vector<Entry> *list) : m_list(list)
    {
        if (list)
            m_ids = domain::entryIds(*list);
    }
    const QStringList &ids() const { return m_ids; }
    const Entry *find(const QString &id) const
    {
        const qsizetype index = m_ids.indexOf(id);
        return index < 0 ? nullptr : &(*m_list)[static_cast<std::size_t>(index)];
    }

private:
    const std::vector<Entry> *m_list;
    QStringList m_ids;
};

class Merger {
public:
    Merger(bool baseIsKnown, const Decisions &decisions) : m_baseIsKnown(baseIsKnown), m_decisions(decisions) {}

    template <HasFields Struct>
    void merge(const Struct *base, const Struct &ours, const Struct &theirs, Struct &out, const Place &place)
    {
        const Members<Struct> was(base);
        const Members<Struct> mine(&ours);
        const Members<Struct> other(&theirs);
        std::size_t position = 0;
        domain::visitFields(out, [&](const FieldMeta &meta, auto &member, auto) {
            using Member = std::remove_cvref_t<decltype(member)>;
            field(meta, was.template at<Member>(position), *mine.template at<Member>(position),
                  *other.template at<Member>(position), member, place);
            ++position;
        });
    }

    std::vector<Conflict> take() { return std::move(m_conflicts); }
    std::vector<OneSided> takeOneSided() { return std::move(m_oneSided); }

private:
    template <class T>
    void field(const FieldMeta &meta, const T *base, const T &ours, const T &theirs, T &out, const Place &place)
    {
        if constexpr (HasFields<T>) {
            merge(base, ours, theirs, out, place.field(meta));
        } else if (ours == theirs) {
            out = ours;
        } else {
            std::optional<QString> from;
            if (m_baseIsKnown)
                from = base ? textOf(*base) : QString();
            const Conflict both{place.pathOf(QString::fromLatin1(meta.key)),
                                place.above,
                                QString::fromLatin1(meta.label),
                                false,
                                from,
                                textOf(ours),
                                textOf(theirs),
                                {},
                                0};
            const auto changed = undisputed(base, ours, theirs);
            out = (changed ? oneSided(both, *changed) : disputed(both)) == Side::Ours ? ours : theirs;
        }
    }

    /// The side that alone changed a value that differs.
    template <class T>
    std::optional<Side> undisputed(const T *base, const T &ours, const T &theirs) const
    {
        if (!m_baseIsKnown)
            return std::nullopt;
        // Both added the entry that this belongs to: what one of them left open, the other one fills.
        if (base ? ours == *base : !isGiven(ours))
            return Side::Theirs;
        if (base ? theirs == *base : !isGiven(theirs))
            return Side::Ours;
        return std::nullopt;
    }

    template <HasFields Struct>
    void field(const FieldMeta &meta, const std::optional<Struct> *base, const std::optional<Struct> &ours,
               const std::optional<Struct> &theirs, std::optional<Struct> &out, const Place &place)
    {
        const auto address = [](const std::optional<Struct> &value) { return value ? &*value : nullptr; };
        out = entry(base ? address(*base) : nullptr, address(ours), address(theirs),
                    {place.pathOf(QString::fromLatin1(meta.key)), place.above}, QString::fromLatin1(meta.label));
    }

    template <HasFields Struct>
    void field(const FieldMeta &meta, const std::vector<Struct> *base, const std::vector<Struct> &ours,
               const std::vector<Struct> &theirs, std::vector<Struct> &out, const Place &place)
    {
        const Entries<Struct> was(base);
        const Entries<Struct> mine(&ours);
        const Entries<Struct> other(&theirs);
        const Place list = place.field(meta);
        const bool theirOrder = order(meta, was.ids(), mine.ids(), other.ids(), place) == Side::Theirs;
        out.clear();
        for (const QString &id : theirOrder ? woven(other.ids(), mine.ids()) : woven(mine.ids(), other.ids())) {
            const Struct *own = mine.find(id);
            const Struct *foreign = other.find(id);
            auto merged =
                entry(was.find(id), own, foreign, {list.pathOf(id), list.above}, entryName(own ? *own : *foreign, id));
            if (merged)
                out.push_back(*std::move(merged));
        }
    }

    void field(const FieldMeta &meta, const std::map<QString, domain::Fact> *base,
               const std::map<QString, domain::Fact> &ours, const std::map<QString, domain::Fact> &theirs,
               std::map<QString, domain::Fact> &out, const Place &place)
    {
        const auto find = [](const std::map<QString, domain::Fact> *facts, const QString &about) {
            const auto found = facts ? facts->find(about) : decltype(facts->find(about)){};
            return facts && found != facts->end() ? &found->second : nullptr;
        };
        const Place list = place.field(meta);
        std::map<QString, domain::Fact> all = ours;
        all.insert(theirs.begin(), theirs.end());
        out.clear();
        for (const auto &[about, any] : all) {
            auto merged = entry(find(base, about), find(&ours, about), find(&theirs, about),
                                {list.pathOf(about), list.above}, about);
            if (merged)
                out.emplace(about, *std::move(merged));
        }
    }

    /// What becomes of an entry that at least one side has, or of a section that may be missing on both.
    template <HasFields Struct>
    std::optional<Struct> entry(const Struct *base, const Struct *ours, const Struct *theirs, const Place &where,
                                const QString &name)
    {
        if (ours && theirs) {
            Struct merged = *ours;
            merge(base, *ours, *theirs, merged, {where.path, where.above + QStringList{name}});
            return merged;
        }
        if (!ours && !theirs)
            return std::nullopt;
        const Struct &present = ours ? *ours : *theirs;
        std::optional<QString> from;
        if (m_baseIsKnown)
            from = base ? name : QString();
        const Conflict both{
            where.path, where.above, name, true, from, ours ? name : QString(), theirs ? name : QString(), {}, 0};
        Side chosen = ours ? Side::Ours : Side::Theirs;
        if (m_baseIsKnown && base && present == *base)
            chosen = oneSided(both, ours ? Side::Theirs : Side::Ours); // the other removed what this one left alone
        else if (m_baseIsKnown && !base)
            chosen = oneSided(both, chosen); // one side added it
        else
            chosen = disputed(both);
        const Struct *kept = chosen == Side::Ours ? ours : theirs;
        return kept ? std::optional<Struct>(*kept) : std::nullopt;
    }

    /// Whose order of the entries that both have stands.
    Side order(const FieldMeta &meta, const QStringList &base, const QStringList &ours, const QStringList &theirs,
               const Place &place)
    {
        const QStringList mine = common(ours, theirs);
        const QStringList other = common(theirs, ours);
        if (mine == other)
            return Side::Ours;
        const QStringList was = common(base, mine);
        std::optional<QString> from;
        if (m_baseIsKnown)
            from = base.join(u", "_s);
        const Conflict both{place.pathOf(QString::fromLatin1(meta.key)),
                            place.above,
                            QString::fromLatin1(meta.label) + u", order"_s,
                            false,
                            from,
                            ours.join(u", "_s),
                            theirs.join(u", "_s),
                            {},
                            0};
        if (m_baseIsKnown && common(mine, was) == was)
            return oneSided(both, Side::Theirs);
        if (m_baseIsKnown && common(other, was) == was)
            return oneSided(both, Side::Ours);
        return disputed(both);
    }

    /// Notes a conflict; ours stands until somebody decides.
    Side disputed(Conflict conflict)
    {
        conflict.taken = m_decisions.on(conflict.path);
        conflict.position = m_position++;
        const Side chosen = conflict.taken.value_or(Side::Ours);
        m_conflicts.push_back(std::move(conflict));
        return chosen;
    }

    /// Notes what one side alone changed, and whose stands.
    Side oneSided(Conflict change, Side changedBy)
    {
        const auto decided = m_decisions.undisputed.find(change.path);
        const Side chosen = decided == m_decisions.undisputed.end() ? changedBy : decided->second;
        change.taken = chosen;
        change.position = m_position++;
        m_oneSided.push_back({std::move(change), changedBy});
        return chosen;
    }

    bool m_baseIsKnown;
    const Decisions &m_decisions;
    std::size_t m_position = 0;
    std::vector<Conflict> m_conflicts;
    std::vector<OneSided> m_oneSided;
};

} // namespace

std::optional<Side> Decisions::on(const QString &path) const
{
    std::optional<Side> side = forAll;
    qsizetype longest = -1;
    for (const auto &[decided, taken] : forPath) {
        const bool covers = path == decided || path.startsWith(decided + u'/');
        if (covers && decided.size() > longest) {
            longest = decided.size();
            side = taken;
        }
    }
    return side;
}

bool Merge::isDecided() const
{
    return !contradiction
        && std::ranges::all_of(conflicts, [](const Conflict &conflict) { return conflict.taken.has_value(); });
}

Merge merge(const domain::Worksheet *base, const domain::Worksheet &ours, const domain::Worksheet &theirs,
            const Decisions &decisions)
{
    Merge result;
    Merger merger(base != nullptr, decisions);
    merger.merge(base, ours, theirs, result.merged, {});
    result.conflicts = merger.take();
    result.oneSided = merger.takeOneSided();
    if (result.isDecided()) {
        if (const auto valid = read(write(result.merged)); !valid)
            result.contradiction = valid.error();
    }
    return result;
}

} // namespace worksheetfile
