#include "founderform/answering.h"

#include "domain/identifiers.h"
#include "founderform/fieldvalue.h"
#include "worksheetfile/fieldreader.h"

namespace founderform {

using domain::FieldMeta;
using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::StructOfFields;
using domain::Unexpected;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRoomForANumber = 36; ///< of an identifier's 40 signs

/// Whether a member is one value, and not a list or section of fields.
template <class T>
inline constexpr bool kIsSingle = !StructOfFields<T>;
template <class T>
inline constexpr bool kIsSingle<std::optional<T>> = kIsSingle<T>;
template <class T>
inline constexpr bool kIsSingle<std::vector<T>> = false;
template <>
inline constexpr bool kIsSingle<std::map<QString, domain::Fact>> = false;

class CollectIds {
public:
    CollectIds(const QString &prefix, ListIds &ids) : m_prefix(prefix), m_ids(ids) {}

    template <class T, class Limits>
    void operator()(const FieldMeta &meta, const T &member, const Limits &) const
    {
        if constexpr (StructOfFields<T>)
            domain::visitFields(member, CollectIds(m_prefix + QLatin1StringView(meta.key) + u'/', m_ids));
    }
    template <StructOfFields T, class Limits>
    void operator()(const FieldMeta &meta, const std::vector<T> &list, const Limits &) const
    {
        const QString path = m_prefix + QLatin1StringView(meta.key);
        const QStringList ids = domain::entryIds(list);
        m_ids.insert(path, ids);
        for (std::size_t i = 0; i < list.size(); ++i)
            domain::visitFields(list[i], CollectIds(path + u'/' + ids[static_cast<qsizetype>(i)] + u'/', m_ids));
    }

private:
    QString m_prefix;
    ListIds &m_ids;
};

struct AddEntry {
    const QString &id;
    bool &isList;
    bool &isFull;

    template <class T, class Limits>
    void operator()(const FieldMeta &, T &, const Limits &) const
    {
    }
    template <StructOfFields T>
    void operator()(const FieldMeta &, std::vector<T> &list, domain::ListLimits limits) const
    {
        isList = true;
        isFull = list.size() >= static_cast<std::size_t>(limits.most);
        if (isFull)
            return;
        T &entry = list.emplace_back();
        if constexpr (requires { entry.id; })
            entry.id = id;
    }
};

struct RemoveEntry {
    qsizetype index;
    QString &id;

    template <class T, class Limits>
    void operator()(const FieldMeta &, T &, const Limits &) const
    {
    }
    template <StructOfFields T, class Limits>
    void operator()(const FieldMeta &, std::vector<T> &list, const Limits &) const
    {
        id = domain::entryIds(list).value(index);
        list.erase(list.begin() + index);
    }
};

struct ReadValue {
    std::optional<json::Value> &value;

    template <class T, class Limits>
    void operator()(const FieldMeta &, T &member, const Limits &) const
    {
        if constexpr (kIsSingle<T>)
            value = valueOf(member);
    }
};

struct SetValue {
    const json::Value &given;
    std::optional<InputError> &error;
    json::Value &kept;

    template <class T, class Limits>
    void operator()(const FieldMeta &meta, T &member, const Limits &limits) const
    {
        if constexpr (!kIsSingle<T>) {
            error = InputError{InputProblem::WrongType, {}, QString::fromLatin1(meta.label), u"a single value"_s};
        } else if (given.kind == json::Kind::Null) {
            if (meta.required)
                error = InputError{InputProblem::MissingKey, {}, QString::fromLatin1(meta.label), {}};
            else
                member = T{};
            kept = {};
        } else {
            json::Problem problem;
            json::Value object;
            object.kind = json::Kind::Object;
            object.members.push_back({QString::fromLatin1(meta.key), given});
            T next{};
            worksheetfile::FieldReader(object, {}, problem)(meta, next, limits);
            error = problem.error;
            if (error)
                return;
            member = std::move(next);
            kept = valueOf(member);
        }
    }
};

bool isAddedId(const QString &id)
{
    return id.startsWith(u"new-"_s);
}

/// Ids that an added entry may not take.
QSet<QString> takenIds(const Worksheet &worksheet)
{
    QSet<QString> taken;
    const auto services = [&taken](const std::vector<domain::ServiceUse> &list) {
        for (const domain::ServiceUse &service : list)
            taken.insert(service.id);
    };
    for (const domain::UseCase &useCase : worksheet.useCases) {
        taken.insert(useCase.id);
        for (const domain::Workload &workload : useCase.workloads)
            taken.insert(workload.id);
        services(useCase.services);
    }
    services(worksheet.footprint);
    return taken;
}

} // namespace

ListIds listIdsOf(const Worksheet &worksheet)
{
    ListIds ids;
    domain::visitFields(worksheet, CollectIds({}, ids));
    return ids;
}

Answering::Answering(Worksheet worksheet) : m_worksheet(std::move(worksheet)), m_ids(listIdsOf(m_worksheet)) {}

std::optional<InputError> Answering::add(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    const QString list = path.left(slash);
    const QString id = path.mid(slash + 1);
    bool isList = false;
    bool isFull = false;
    if (m_ids.value(list).contains(id))
        return InputError{InputProblem::DuplicateId, path, id, {}};
    if (!visitPlace(m_worksheet, m_ids, list, AddEntry{id, isList, isFull}) || !isList)
        return InputError{InputProblem::UnknownReference, path, list.left(80), u"only what the form asks"_s};
    if (isFull)
        return InputError{InputProblem::WrongLength, path, u"one more entry"_s, u"no more than the list takes"_s};
    m_ids[list].append(id);
    return std::nullopt;
}

std::optional<std::pair<QString, QString>> Answering::entryAt(const QString &path) const
{
    for (auto list = m_ids.cbegin(); list != m_ids.cend(); ++list) {
        const QString id = path.mid(list.key().size() + 1);
        if (path.startsWith(QString(list.key() + u'/')) && list->contains(id))
            return std::pair(list.key(), id);
    }
    return std::nullopt;
}

std::optional<InputError> Answering::remove(const QString &path)
{
    const auto entry = entryAt(path);
    QString idNow;
    const auto place = entry ? visitPlace(m_worksheet, m_ids, entry->first,
                                          RemoveEntry{m_ids.value(entry->first).indexOf(entry->second), idNow})
                             : std::nullopt;
    if (!place)
        return InputError{InputProblem::UnknownReference, path, path.left(80), u"an entry of the case"_s};
    m_ids[entry->first].removeOne(entry->second);
    const QString below = place->pathNow + u'/' + idNow + u'/';
    std::erase_if(m_worksheet.facts, [&below](const auto &fact) { return fact.first.startsWith(below); });
    return std::nullopt;
}

std::optional<json::Value> Answering::value(const QString &path)
{
    std::optional<json::Value> value;
    visitPlace(m_worksheet, m_ids, path, ReadValue{value});
    return value;
}

Result<json::Value, InputError> Answering::set(const QString &path, const json::Value &value)
{
    std::optional<InputError> error;
    json::Value kept;
    if (!visitPlace(m_worksheet, m_ids, path, SetValue{value, error, kept}))
        error = InputError{InputProblem::UnknownReference, {}, path.left(80), u"only what the form asks"_s};
    if (!error)
        return kept;
    error->path = path;
    return Unexpected(*error);
}

std::optional<Place> Answering::place(const QString &path)
{
    return visitPlace(m_worksheet, m_ids, path, [](const FieldMeta &, auto &, const auto &) {});
}

void Answering::nameAdded()
{
    QSet<QString> taken = takenIds(m_worksheet);
    const auto name = [&taken](QString &id, const QString &after, const QString &kind) {
        if (!isAddedId(id))
            return;
        const QString slug = after.trimmed().isEmpty() ? kind : domain::slugOf(after);
        id = domain::freeName((slug == u"case" ? kind : slug).left(kRoomForANumber), taken);
    };
    for (domain::UseCase &useCase : m_worksheet.useCases) {
        name(useCase.id, useCase.title, u"use-case"_s);
        for (domain::Workload &workload : useCase.workloads)
            name(workload.id, workload.name, u"workload"_s);
        for (domain::ServiceUse &service : useCase.services)
            name(service.id, service.service, u"service"_s);
    }
    for (domain::ServiceUse &service : m_worksheet.footprint)
        name(service.id, service.service, u"service"_s);
}

void Answering::renameFacts()
{
    std::map<QString, domain::Fact> facts;
    for (const auto &[path, fact] : m_worksheet.facts) {
        const auto now = place(path);
        facts.insert_or_assign(now ? now->pathNow : path, fact);
    }
    m_worksheet.facts = std::move(facts);
}

} // namespace founderform
