#include "session/fieldlists.h"

#include "domain/fieldat.h"
#include "domain/identifiers.h"

#include <algorithm>

namespace session {

using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRoomForANumber = 36; ///< of an identifier's 40 signs

/// Ids that a list entry may not take: of all lines for workloads and services, of their own list for the rest.
QSet<QString> takenIds(const Worksheet &worksheet)
{
    QSet<QString> taken;
    for (const domain::UseCase &useCase : worksheet.useCases) {
        taken.insert(useCase.id);
        for (const domain::Workload &workload : useCase.workloads)
            taken.insert(workload.id);
        for (const domain::ServiceUse &service : useCase.services)
            taken.insert(service.id);
    }
    for (const domain::ServiceUse &service : worksheet.footprint)
        taken.insert(service.id);
    for (const domain::PoolRequest &pool : worksheet.funding.pools)
        taken.insert(pool.id);
    return taken;
}

QString freshId(const QString &name, const QString &kind, const Worksheet &worksheet)
{
    QSet<QString> taken = takenIds(worksheet);
    const QString slug = name.trimmed().isEmpty() ? kind : domain::slugOf(name);
    return domain::freeName((slug == u"case" ? kind : slug).left(kRoomForANumber), taken);
}

/// Names a new entry; false when it cannot be without what is missing.
struct NameEntry {
    const QString &name;
    const Worksheet &worksheet;

    bool operator()(domain::UseCase &useCase) const
    {
        useCase.title = name;
        useCase.id = freshId(name, u"use-case"_s, worksheet);
        return true;
    }
    bool operator()(domain::Workload &workload) const
    {
        workload.name = name;
        workload.id = freshId(name, u"workload"_s, worksheet);
        return true;
    }
    bool operator()(domain::ServiceUse &service) const
    {
        service.service = name;
        service.id = freshId(name, u"service"_s, worksheet);
        return !name.isEmpty();
    }
    bool operator()(domain::PoolRequest &pool) const
    {
        pool.programme = name;
        pool.id = freshId(name, u"pool"_s, worksheet);
        return !name.isEmpty();
    }
    bool operator()(domain::PriorCredit &credit) const
    {
        credit.programme = name;
        return !name.isEmpty();
    }
    bool operator()(domain::RecordFacts &record) const
    {
        record.pool = name;
        return !name.isEmpty();
    }
    bool operator()(domain::Step &step) const
    {
        step.month = name.toInt();
        step.multiplier = domain::Decimal::fromInteger(1);
        return step.month >= domain::kMonthLimits.least && step.month <= domain::kMonthLimits.most;
    }
    bool operator()(domain::Contact &) const { return true; }
};

/// The name of a copy's original.
struct NameOf {
    QString operator()(const domain::UseCase &useCase) const { return useCase.title; }
    QString operator()(const domain::Workload &workload) const { return workload.name; }
    QString operator()(const domain::ServiceUse &service) const { return service.service; }
    QString operator()(const domain::PoolRequest &pool) const { return pool.programme; }
    template <class T>
    QString operator()(const T &) const
    {
        return {};
    }
};

template <class T>
concept Entry = requires(NameEntry name, T &entry)
{
    name(entry);
};

/// A visitor that acts on the list it meets, and on nothing else.
template <class Action>
struct OnList {
    Action action;

    template <class T, class Limits>
    void operator()(const domain::FieldMeta &, T &member, const Limits &limits) const
    {
        if constexpr (requires { typename T::value_type; }) {
            if constexpr (Entry<typename T::value_type> && std::same_as<Limits, domain::ListLimits>)
                action(member, limits);
        }
    }
};

template <class Action>
void onList(Worksheet &worksheet, const QString &listPath, Action action)
{
    domain::visitFieldAt(worksheet, listPath, OnList<Action>{std::move(action)});
}

bool isFull(std::size_t size, const domain::ListLimits &limits)
{
    return size >= static_cast<std::size_t>(limits.most);
}

/// A copy's lines need ids of their own: they are counted across the worksheet.
void renewInnerIds(domain::UseCase &useCase, const Worksheet &worksheet)
{
    QSet<QString> taken = takenIds(worksheet);
    taken.insert(useCase.id);
    for (domain::Workload &workload : useCase.workloads)
        workload.id = domain::freeName(workload.id.left(kRoomForANumber), taken);
    for (domain::ServiceUse &service : useCase.services)
        service.id = domain::freeName(service.id, taken);
}

template <class T>
void renewInnerIds(T &, const Worksheet &)
{
}

/// What two entries of one list may not share.
template <class T>
bool makeDistinct(T &, const std::vector<T> &)
{
    return true;
}

bool makeDistinct(domain::Step &step, const std::vector<domain::Step> &steps)
{
    while (step.month < domain::kMonthLimits.most) {
        ++step.month;
        if (std::none_of(steps.begin(), steps.end(),
                         [&step](const domain::Step &other) { return other.month == step.month; }))
            return true;
    }
    return false;
}

bool makeDistinct(domain::RecordFacts &, const std::vector<domain::RecordFacts> &)
{
    return false; // one per pool
}

void forgetUseCase(Worksheet &worksheet, const QString &id)
{
    for (domain::PoolRequest &pool : worksheet.funding.pools)
        pool.useCases.removeAll(id);
}

void forgetPool(Worksheet &worksheet, const QString &id)
{
    std::erase_if(worksheet.records, [&id](const domain::RecordFacts &record) { return record.pool == id; });
}

} // namespace

QStringList listIds(const Worksheet &worksheet, const QString &listPath)
{
    QStringList ids;
    domain::visitFieldAt(worksheet, listPath, [&ids](const domain::FieldMeta &, const auto &member, const auto &) {
        if constexpr (requires { domain::entryIds(member); })
            ids = domain::entryIds(member);
    });
    return ids;
}

std::optional<QString> addEntry(Worksheet &worksheet, const QString &listPath, qsizetype at, const QString &name)
{
    std::optional<QString> id;
    const Worksheet before = worksheet;
    onList(worksheet, listPath, [&](auto &list, const domain::ListLimits &limits) {
        typename std::remove_cvref_t<decltype(list)>::value_type entry{};
        if (isFull(list.size(), limits) || !NameEntry{name, before}(entry))
            return;
        const auto place = std::clamp<qsizetype>(at, 0, static_cast<qsizetype>(list.size()));
        list.insert(list.begin() + place, std::move(entry));
        id = domain::entryIds(list).at(place);
    });
    return id;
}

std::optional<QString> duplicateEntry(Worksheet &worksheet, const QString &listPath, qsizetype at)
{
    std::optional<QString> id;
    const Worksheet before = worksheet;
    onList(worksheet, listPath, [&](auto &list, const domain::ListLimits &limits) {
        if (isFull(list.size(), limits) || at < 0 || at >= static_cast<qsizetype>(list.size()))
            return;
        auto copy = list[static_cast<std::size_t>(at)];
        typename std::remove_cvref_t<decltype(list)>::value_type named{};
        if constexpr (requires { copy.id; }) {
            NameEntry{NameOf{}(copy), before}(named);
            copy.id = named.id;
        }
        renewInnerIds(copy, before);
        if (!makeDistinct(copy, list))
            return;
        list.insert(list.begin() + at + 1, std::move(copy));
        id = domain::entryIds(list).at(at + 1);
    });
    return id;
}

void removeEntry(Worksheet &worksheet, const QString &listPath, const QString &id)
{
    onList(worksheet, listPath, [&](auto &list, const domain::ListLimits &) {
        if (const qsizetype at = domain::entryIds(list).indexOf(id); at >= 0)
            list.erase(list.begin() + at);
    });
    const QString prefix = listPath + u'/' + id + u'/';
    std::erase_if(worksheet.facts, [&prefix](const auto &fact) { return fact.first.startsWith(prefix); });
    if (listPath == u"useCases")
        forgetUseCase(worksheet, id);
    if (listPath == u"funding/pools")
        forgetPool(worksheet, id);
}

void moveEntry(Worksheet &worksheet, const QString &listPath, qsizetype from, qsizetype to)
{
    onList(worksheet, listPath, [&](auto &list, const domain::ListLimits &) {
        const auto size = static_cast<qsizetype>(list.size());
        if (from < 0 || from >= size || to < 0 || to >= size)
            return;
        const auto begin = list.begin();
        if (from < to)
            std::rotate(begin + from, begin + from + 1, begin + to + 1);
        else
            std::rotate(begin + to, begin + from, begin + from + 1);
    });
}

} // namespace session
