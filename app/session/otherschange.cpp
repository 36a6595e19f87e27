#include "session/otherschange.h"

#include "session/mergecomparison.h"

#include <QCoreApplication>

namespace session {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("session::OthersChange", text);
}

} // namespace

worksheetfile::Merge OthersChange::merged(const Comparison &chosen) const
{
    return worksheetfile::merge(base ? &*base : nullptr, ours, theirs, decisionsOf(chosen));
}

Comparison OthersChange::comparison() const
{
    std::vector<Difference> differences;
    for (const worksheetfile::Conflict &conflict : merged().conflicts)
        differences.push_back(differenceOf(conflict, Difference::Kind::Conflict));
    return {translated("This window"), translated("The other program"), std::move(differences)};
}

} // namespace session
