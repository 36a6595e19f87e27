#include "review/ace/targets.h"

#include "review/ace/values.h"

#include <algorithm>

namespace review {

using catalogue::AceCondition;
using catalogue::AcePack;
using json::Kind;
using json::Value;
using namespace Qt::StringLiterals;

namespace {

/// Steps into the list at `target`: into the bound entry, or into each.
void addEntries(const Target &target, const QString &list, const BoundEntry &bound, std::vector<Target> &next)
{
    if (!target.value || target.value->kind != Kind::Array)
        return;
    const std::vector<Value> &elements = target.value->elements;
    const auto add = [&](std::size_t i) {
        const auto index = static_cast<qsizetype>(i);
        next.push_back({&elements[i], json::elementPath(target.path, index), {list, index}});
    };
    if (bound.list == list) {
        add(static_cast<std::size_t>(bound.index));
        return;
    }
    for (std::size_t i = 0; i < std::min(elements.size(), kMostEntries); ++i)
        add(i);
}

/// Steps into the member `key` of each target.
std::vector<Target> members(const std::vector<Target> &holders, QStringView key)
{
    std::vector<Target> next;
    for (const Target &holder : holders) {
        const bool absent = !holder.value || holder.value->kind == Kind::Null;
        if (!absent && holder.value->kind != Kind::Object)
            continue;
        next.push_back({absent ? nullptr : holder.value->find(key), json::memberPath(holder.path, key), holder.entry});
    }
    return next;
}

bool anyText(const Target &target, const QStringList &values)
{
    if (!target.value)
        return false;
    const auto isOne = [&values](const Value &value) {
        return value.kind == Kind::String && values.contains(value.text);
    };
    return isOne(*target.value) || std::any_of(target.value->elements.begin(), target.value->elements.end(), isOne);
}

} // namespace

std::vector<Target> targets(const Value &request, const QString &path, const BoundEntry &bound)
{
    std::vector<Target> current{{&request, {}, {}}};
    QString walked;
    for (QStringView step : QStringView(path).split(u'.')) {
        const bool isList = step.endsWith("[]"_L1);
        if (isList)
            step.chop(2);
        walked = json::memberPath(walked, step);
        current = members(current, step);
        if (!isList)
            continue;
        std::vector<Target> entries;
        for (const Target &target : current)
            addEntries(target, walked, bound, entries);
        current = std::move(entries);
        walked += u"[]"_s;
    }
    return current;
}

bool holds(const AceCondition &condition, const Value &request, const AcePack &pack, const BoundEntry &bound)
{
    const auto part = [&](const AceCondition &inner) { return holds(inner, request, pack, bound); };
    const auto anyTarget = [&](const auto &test) {
        const std::vector<Target> found = targets(request, condition.path, bound);
        return std::any_of(found.begin(), found.end(), test);
    };
    const auto present = [](const Target &target) { return isPresent(target.value); };
    switch (condition.kind) {
    case AceCondition::Kind::Always: return true;
    case AceCondition::Kind::All: return std::all_of(condition.parts.begin(), condition.parts.end(), part);
    case AceCondition::Kind::Any: return std::any_of(condition.parts.begin(), condition.parts.end(), part);
    case AceCondition::Kind::Not: return std::none_of(condition.parts.begin(), condition.parts.end(), part);
    case AceCondition::Kind::Present: return anyTarget(present);
    case AceCondition::Kind::Absent: return !anyTarget(present);
    case AceCondition::Kind::In:
        return anyTarget([&condition](const Target &target) { return anyText(target, condition.values); });
    case AceCondition::Kind::InVocabulary: break;
    }
    const catalogue::AceVocabulary *vocabulary = pack.vocabulary(condition.vocabulary);
    return vocabulary && anyTarget([vocabulary](const Target &target) { return anyText(target, vocabulary->values); });
}

} // namespace review
