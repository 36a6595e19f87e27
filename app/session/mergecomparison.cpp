#include "session/mergecomparison.h"

#include <algorithm>

namespace session {

using worksheetfile::Conflict;
using worksheetfile::Side;

Difference differenceOf(const Conflict &found, Difference::Kind kind)
{
    Difference made;
    made.kind = kind;
    made.above = found.above;
    made.path = found.path;
    made.label = found.label;
    made.base = found.base;
    made.ours = found.ours;
    made.theirs = found.theirs;
    made.isEntry = found.isEntry;
    return made;
}

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
