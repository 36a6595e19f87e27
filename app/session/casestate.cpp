#include "session/casestate.h"

#include "domain/fieldpath.h"
#include "session/fieldlists.h"
#include "session/fieldtext.h"
#include "worksheetfile/checks.h"

#include <QStringList>

namespace session {

using domain::InputError;
using domain::Worksheet;

namespace {

/// Halves of characters and NUL, which no file can hold.
QString storable(QString text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text.at(at);
        if (unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
            ++at;
        else if (unit.isSurrogate() || unit.isNull())
            text[at] = QChar::ReplacementCharacter;
    }
    return text;
}

/// The list entry that a path goes through last, for those whose id follows from their fields.
struct EntryPlace {
    QString list;
    QString id;
    qsizetype index = -1;
};

std::optional<EntryPlace> namedPlace(const Worksheet &worksheet, const QString &path)
{
    const QStringList steps = path.split(u'/');
    for (qsizetype end = steps.size() - 2; end > 0; --end) {
        const QString list = steps.first(end).join(u'/');
        const QStringList ids = listIds(worksheet, list);
        if (const qsizetype index = ids.indexOf(steps.at(end)); index >= 0)
            return EntryPlace{list, steps.at(end), index};
    }
    return std::nullopt;
}

/// Moves what is kept under `from/` to `to/`.
template <class Map>
void rename(Map &map, const QString &from, const QString &to)
{
    Map renamed;
    for (auto &[path, value] : map)
        renamed.emplace(path.startsWith(from) ? to + path.mid(from.size()) : path, std::move(value));
    map = std::move(renamed);
}

/// Sets one field of the worksheet, all checks included.
FieldResult take(Worksheet &worksheet, const QString &path, const QString &text, const WorksheetCheck &check)
{
    Worksheet candidate = worksheet;
    if (FieldResult set = setFieldText(candidate, path, text); !set)
        return set;
    // What was wrong before is not this field's doing.
    if (auto error = check(candidate); error && !check(worksheet)) {
        error->path = path;
        return domain::Unexpected(*error);
    }
    worksheet = std::move(candidate);
    return {};
}

/// Pending texts that have become valid move into the worksheet; the others get their reason anew.
void retryPending(CaseState &state, const QString &except, const WorksheetCheck &check)
{
    for (auto at = state.pending.begin(); at != state.pending.end();) {
        if (at->first == except) {
            ++at;
            continue;
        }
        const FieldResult taken = take(state.worksheet, at->first, at->second.text, check);
        if (taken) {
            at = state.pending.erase(at);
        } else {
            at->second.error = taken.error();
            ++at;
        }
    }
}

} // namespace

EditedState edited(const CaseState &before, const QString &path, const QString &text, const WorksheetCheck &check)
{
    EditedState after{before, path};
    if (!domain::namesSomething(before.worksheet, path))
        return after;
    const QString kept = storable(text);
    const auto place = namedPlace(before.worksheet, path);
    if (const FieldResult taken = take(after.state.worksheet, path, kept, check); !taken) {
        after.state.pending.insert_or_assign(path, PendingText{kept, taken.error()});
        return after;
    }
    after.state.pending.erase(path);
    const QStringList ids = place ? listIds(after.state.worksheet, place->list) : QStringList();
    if (place && place->index < ids.size() && ids.at(place->index) != place->id) {
        const QString from = place->list + u'/' + place->id + u'/';
        const QString to = place->list + u'/' + ids.at(place->index) + u'/';
        rename(after.state.pending, from, to);
        rename(after.state.evidence, from, to);
        for (auto &[field, evidence] : after.state.evidence)
            evidence.field = field;
        rename(after.state.worksheet.facts, from, to);
        after.path = to + path.mid(from.size());
    }
    if (!after.state.pending.empty() && after.state.worksheet != before.worksheet)
        retryPending(after.state, after.path, check);
    return after;
}

CaseState withWorksheet(const CaseState &before, const Worksheet &after, const WorksheetCheck &check)
{
    CaseState state{after, before.pending, before.evidence};
    std::erase_if(state.evidence, [&](const auto &one) { return !domain::namesSomething(after, one.first); });
    std::erase_if(state.pending, [&](const auto &pending) {
        return !domain::namesSomething(after, pending.first)
            || fieldText(before.worksheet, pending.first) != fieldText(after, pending.first);
    });
    if (!state.pending.empty())
        retryPending(state, {}, check);
    return state;
}

std::optional<InputError> contradictionIn(const Worksheet &worksheet)
{
    json::Problem problem;
    worksheetfile::checkStatedIds(worksheet, problem);
    if (!problem.error)
        worksheetfile::checkWhole(worksheet, problem);
    return problem.error;
}

} // namespace session
