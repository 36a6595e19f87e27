#include "session/notechange.h"

#include <algorithm>
#include <unordered_map>

namespace session {

using ports::Call;
using ports::CaseNotes;
using ports::NoteLine;
using ports::NotesChange;

namespace {

bool sameHead(const Call &a, const Call &b)
{
    return a.startedAt == b.startedAt && a.seconds == b.seconds && a.consent == b.consent && a.consentAt == b.consentAt;
}

Call headOf(const Call &call)
{
    return {call.id, call.startedAt, call.seconds, call.consent, call.consentAt, {}};
}

void addChange(const Call &before, const Call &after, NotesChange &change)
{
    std::unordered_map<qint64, const NoteLine *> known;
    known.reserve(before.lines.size());
    for (const NoteLine &line : before.lines)
        known.emplace(line.id, &line);
    Call changed = headOf(after);
    for (const NoteLine &line : after.lines) {
        const auto old = known.find(line.id);
        if (old == known.end() || !(*old->second == line))
            changed.lines.push_back(line);
        if (old != known.end())
            known.erase(old);
    }
    for (const auto &[id, line] : known)
        change.removedLines.emplace_back(after.id, id);
    if (!sameHead(before, after) || !changed.lines.empty())
        change.calls.push_back(std::move(changed));
}

} // namespace

NotesChange changeBetween(const CaseNotes &before, const CaseNotes &after)
{
    NotesChange change;
    for (const Call &call : after.calls) {
        const auto old = std::ranges::find(before.calls, call.id, &Call::id);
        if (old == before.calls.end())
            change.calls.push_back(call);
        else
            addChange(*old, call, change);
    }
    for (const Call &call : before.calls) {
        if (std::ranges::find(after.calls, call.id, &Call::id) == after.calls.end())
            change.removedCalls.append(call.id);
    }
    std::ranges::sort(change.removedLines);
    if (before.evidence != after.evidence)
        change.evidence = after.evidence;
    if (before.questions != after.questions)
        change.questions = after.questions;
    return change;
}

} // namespace session
