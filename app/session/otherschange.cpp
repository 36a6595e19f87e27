#include "session/otherschange.h"

#include "session/fieldnames.h"
#include "worksheetfile/difference.h"

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
    worksheetfile::Decisions decisions;
    for (const Difference &difference : chosen.differences()) {
        if (difference.choice)
            decisions.forPath[difference.path] = *difference.choice == Difference::Choice::Theirs
                                                   ? worksheetfile::Side::Theirs
                                                   : worksheetfile::Side::Ours;
    }
    return worksheetfile::merge(base ? &*base : nullptr, ours, theirs, decisions);
}

Comparison OthersChange::comparison() const
{
    std::vector<Difference> differences;
    for (const worksheetfile::Conflict &conflict : merged().conflicts) {
        Difference difference;
        difference.above = conflict.above;
        difference.path = conflict.path;
        difference.label = conflict.label;
        difference.base = conflict.base;
        difference.ours = conflict.ours;
        difference.theirs = conflict.theirs;
        difference.isEntry = conflict.isEntry;
        differences.push_back(std::move(difference));
    }
    return {translated("This window"), translated("The other program"), std::move(differences)};
}

QStringList OthersChange::takenOver(const domain::Worksheet &merged) const
{
    QStringList names;
    for (const worksheetfile::FieldChange &change : worksheetfile::difference(ours, merged)) {
        const QString name = fieldName(merged, change.path);
        if (change.kind == worksheetfile::FieldChange::Kind::Changed)
            names.append(name == change.path ? fieldName(ours, change.path) : name);
    }
    names.removeDuplicates();
    return names;
}

} // namespace session
