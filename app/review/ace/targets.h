// Where a rule looks: the places in a request that a pack's path names. Part of preflight().
#pragma once

#include "catalogue/acepack.h"
#include "json/json.h"

#include <QString>

#include <vector>

namespace review {

/// The entry of a list that a rule is looking at; conditions on the same list speak of this entry.
struct BoundEntry {
    QString list; ///< as in the pack: `Project.ExpectedCustomerSpend`; empty: none
    qsizetype index = -1;
};

struct Target {
    const json::Value *value = nullptr; ///< nullptr: absent
    QString path;                       ///< by index
    BoundEntry entry;
};

/// Entries of a list that rules look at; no list that the service takes is as long.
inline constexpr std::size_t kMostEntries = 1000;

/// All places that `path` names: one, or one per entry where it has `[]` and the list is not the bound one. A place whose
/// holder is absent is an absent place; one whose holder is of the wrong type is none at all.
std::vector<Target> targets(const json::Value &request, const QString &path, const BoundEntry &bound = {});

/// Whether the condition holds; what the pack's vocabularies list is looked up there.
bool holds(const catalogue::AceCondition &condition, const json::Value &request, const catalogue::AcePack &pack,
           const BoundEntry &bound);

} // namespace review
