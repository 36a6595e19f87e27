#include "session/mergecomparison.h"

#include <algorithm>

namespace session {

using worksheetfile::Conflict;
using worksheetfile::Side;

namespace {

Difference differenceOf(const Conflict &from, Difference::Kind kind)
{
    Difference made;
    made.kind = kind;
    made.above = from.above;
    made.path = from.path;
    made.label = from.label;
    made.base = from.base;
    made.ours = from.ours;
    made.theirs = from.theirs;
    made.isEntry = from.isEntry;
    return made;
}

} // namespace

Comparison compareWorksheets(const domain::Worksheet *base, const domain::Worksheet &ours,
                             const domain::Worksheet &theirs, const QString &oursName, const QString &theirsName)
{
    const auto merged = worksheetfile::merge(base, ours, theirs, {});
    std::vector<std::pair<std::size_t, Difference>> found;
    for (const Conflict &one : merged.conflicts)
        found.emplace_back(one.position, differenceOf(one, Difference::Kind::Conflict));
    for (const auto &one : merged.oneSided)
        found.emplace_back(
            one.what.position,
            differenceOf(one.what, one.changedBy == Side::Ours ? Difference::Kind::Ours : Difference::Kind::Theirs));
    std::ranges::sort(found, {}, [](const auto &one) { return one.first; });
    std::vector<Difference> differences;
    for (auto &[position, one] : found)
        differences.push_back(std::move(one));
    return {oursName, theirsName, std::move(differences)};
}

worksheetfile::Decisions decisionsOf(const Comparison &comparison)
{
    worksheetfile::Decisions decisions;
    for (const Difference &one : comparison.differences()) {
        const Side side = one.choice == Difference::Choice::Theirs ? Side::Theirs : Side::Ours;
        if (one.kind != Difference::Kind::Conflict)
            decisions.undisputed[one.path] = side;
        else if (one.choice)
            decisions.forPath[one.path] = side;
    }
    return decisions;
}

} // namespace session
