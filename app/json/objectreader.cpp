#include "json/objectreader.h"

#include "domain/closenames.h"
#include "domain/date.h"

#include <algorithm>

namespace json {

using domain::InputProblem;
using namespace Qt::StringLiterals;

namespace {

bool contains(const std::vector<QLatin1StringView> &keys, const QString &key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

} // namespace

QString knownKeys(const QString &key, const std::vector<QLatin1StringView> &known)
{
    const QStringList names(known.begin(), known.end());
    QStringList closestFirst = domain::closeNames(key, names);
    for (const QString &other : names) {
        if (!closestFirst.contains(other))
            closestFirst.append(other);
    }
    return closestFirst.join(u", "_s);
}

void Problem::raise(InputProblem kind, const QString &path, const QString &value, const QString &allowed)
{
    if (!error)
        error = domain::InputError{kind, path, value, allowed};
}

ObjectReader::ObjectReader(const Value &value, const QString &path, Problem &problem)
    : m_value(value), m_path(path), m_problem(problem)
{
    if (value.kind != Kind::Object)
        problem.raise(InputProblem::WrongType, path, value.excerpt(), kindName(Kind::Object));
}

bool ObjectReader::has(QLatin1StringView key) const
{
    return m_value.find(key) != nullptr;
}

QString ObjectReader::path(QLatin1StringView key) const
{
    return memberPath(m_path, QString(key));
}

const Value *ObjectReader::take(QLatin1StringView key, Kind kind)
{
    m_asked.push_back(key);
    const Value *value = m_value.find(key);
    if (value && value->kind != kind) {
        m_problem.raise(InputProblem::WrongType, path(key), value->excerpt(), kindName(kind));
        return nullptr;
    }
    return value;
}

void ObjectReader::requireKey(QLatin1StringView key)
{
    if (!has(key))
        m_problem.raise(InputProblem::MissingKey, path(key), QString(key), {});
}

QString ObjectReader::text(QLatin1StringView key)
{
    requireKey(key);
    return optionalText(key);
}

QString ObjectReader::optionalText(QLatin1StringView key)
{
    const Value *value = take(key, Kind::String);
    return value ? value->text : QString();
}

int ObjectReader::oneOf(QLatin1StringView key, const QStringList &allowed)
{
    const QString word = text(key);
    const auto index = static_cast<int>(allowed.indexOf(word));
    if (index < 0)
        m_problem.raise(InputProblem::NotOneOf, path(key), u'"' + word + u'"', allowed.join(u", "_s));
    return std::max(index, 0);
}

std::optional<qint64> ObjectReader::optionalInteger(QLatin1StringView key, qint64 least, qint64 most)
{
    const Value *value = take(key, Kind::Integer);
    if (!value)
        return std::nullopt;
    if (value->integer < least || value->integer > most)
        m_problem.raise(InputProblem::OutOfRange, path(key), value->text,
                        QString::number(least) + u" to "_s + QString::number(most));
    return value->integer;
}

qint64 ObjectReader::integer(QLatin1StringView key, qint64 least, qint64 most)
{
    requireKey(key);
    return optionalInteger(key, least, most).value_or(least);
}

bool ObjectReader::boolean(QLatin1StringView key)
{
    requireKey(key);
    const Value *value = take(key, Kind::Boolean);
    return value && value->boolean;
}

QDate ObjectReader::date(QLatin1StringView key)
{
    requireKey(key);
    return optionalDate(key).value_or(QDate());
}

std::optional<QDate> ObjectReader::optionalDate(QLatin1StringView key)
{
    const Value *value = take(key, Kind::String);
    if (!value)
        return std::nullopt;
    const std::optional<QDate> date = domain::parseDate(value->text);
    if (!date)
        m_problem.raise(InputProblem::WrongForm, path(key), value->excerpt(), u"a date of the form YYYY-MM-DD"_s);
    return date;
}

QStringList ObjectReader::texts(QLatin1StringView key)
{
    QStringList all;
    const Value *list = take(key, Kind::Array);
    if (!list)
        return all;
    for (const Value &element : list->elements) {
        if (element.kind != Kind::String)
            m_problem.raise(InputProblem::WrongType, elementPath(path(key), all.size()), element.excerpt(),
                            kindName(Kind::String));
        all.append(element.text);
    }
    return all;
}

Value ObjectReader::any(QLatin1StringView key)
{
    requireKey(key);
    m_asked.push_back(key);
    const Value *value = m_value.find(key);
    return value ? *value : Value{};
}

void ObjectReader::objects(QLatin1StringView key, const std::function<void(ObjectReader &)> &read, bool required)
{
    if (required)
        requireKey(key);
    const Value *list = take(key, Kind::Array);
    if (!list)
        return;
    qsizetype index = 0;
    for (const Value &element : list->elements) {
        ObjectReader reader(element, elementPath(path(key), index++), m_problem);
        if (m_problem.error)
            return;
        read(reader);
        reader.finish();
    }
}

void ObjectReader::object(QLatin1StringView key, const std::function<void(ObjectReader &)> &read, bool required)
{
    if (required)
        requireKey(key);
    const Value *value = take(key, Kind::Object);
    if (!value)
        return;
    ObjectReader reader(*value, path(key), m_problem);
    read(reader);
    reader.finish();
}

void ObjectReader::textMembers(QLatin1StringView key, const std::function<void(const QString &, const QString &)> &read)
{
    requireKey(key);
    const Value *value = take(key, Kind::Object);
    if (!value)
        return;
    for (const Member &member : value->members) {
        if (member.value.kind != Kind::String)
            m_problem.raise(InputProblem::WrongType, memberPath(path(key), member.key), member.value.excerpt(),
                            kindName(Kind::String));
        read(member.key, member.value.text);
    }
}

void ObjectReader::finish()
{
    const auto unknown = std::find_if(m_value.members.begin(), m_value.members.end(),
                                      [this](const Member &member) { return !contains(m_asked, member.key); });
    if (unknown != m_value.members.end())
        m_problem.raise(InputProblem::UnknownKey, memberPath(m_path, unknown->key), unknown->key.left(80),
                        knownKeys(unknown->key, m_asked));
}

} // namespace json
