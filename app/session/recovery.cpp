#include "session/recovery.h"

#include "session/fieldnames.h"
#include "worksheetfile/reader.h"

#include <algorithm>
#include <optional>

namespace session {

namespace {

/// The case as it was before; an empty worksheet for one that was made in the session. Of a revision that the history no
/// longer has, the next older one that it has stands in.
std::optional<domain::Worksheet> before(ports::CaseStore &store, const LeftMark::Case &marked)
{
    if (marked.revision <= 0)
        return domain::Worksheet();
    const auto revisions = store.revisions(marked.id); // newest first
    if (!revisions || revisions->empty())
        return std::nullopt;
    auto wanted = std::ranges::find_if(
        *revisions, [&marked](const ports::RevisionSummary &revision) { return revision.revision <= marked.revision; });
    if (wanted == revisions->end())
        --wanted;
    const auto stored = store.loadRevision(marked.id, wanted->revision);
    if (!stored)
        return std::nullopt;
    const auto worksheet = worksheetfile::read(stored->worksheet);
    return worksheet ? std::optional(*worksheet) : std::nullopt;
}

std::optional<RecoveredCase> recoveredCase(ports::CaseStore &store, const LeftMark &left, const LeftMark::Case &marked)
{
    const auto stored = store.load(marked.id);
    const auto now = stored ? worksheetfile::read(stored->worksheet)
                            : domain::Result<domain::Worksheet, domain::InputError>(domain::Worksheet());
    const std::optional<domain::Worksheet> then = before(store, marked);
    if (!stored || !now || !then)
        return std::nullopt;
    RecoveredCase found{marked.id, stored->summary.company, changedFieldNames(*then, *now), marked.revision <= 0,
                        stored->summary.updatedAt};
    if (const auto pending = store.loadPending(marked.id)) {
        for (const ports::PendingInput &typed : *pending) {
            if (typed.typedAt < left.opened)
                continue;
            found.fields.append(fieldName(*now, typed.field));
            found.savedAt = std::max(found.savedAt, typed.typedAt);
        }
    }
    found.fields.removeDuplicates();
    return found.fields.isEmpty() ? std::nullopt : std::optional(std::move(found));
}

} // namespace

std::vector<RecoveredCase> recoveredCases(ports::CaseStore &store, const LeftMark &left)
{
    std::vector<RecoveredCase> cases;
    for (const LeftMark::Case &marked : left.cases) {
        if (auto found = recoveredCase(store, left, marked))
            cases.push_back(*std::move(found));
    }
    return cases;
}

} // namespace session
