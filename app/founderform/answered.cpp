#include "founderform/answered.h"

#include "founderform/answering.h"
#include "founderform/fieldvalue.h"
#include "worksheetfile/difference.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace founderform {

using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using domain::Worksheet;
using Standing = ComparedAnswer::Standing;
using namespace Qt::StringLiterals;

namespace {

struct Asked {
    QString label;
    QString unit;
};

/// What the form asks, by the shape of the path.
const QHash<QString, Asked> &askedFields()
{
    static const QHash<QString, Asked> kAsked = [] {
        QHash<QString, Asked> asked;
        const Form form = buildForm(Worksheet(), {}, {});
        for (const FormField *field : allFieldsOf(form))
            asked.insert(field->path, {field->label, field->unit});
        return asked;
    }();
    return kAsked;
}

/// The lists whose entries the form shows, by the shape of the path.
const QSet<QString> &askedLists()
{
    static const QSet<QString> kAsked = [] {
        QSet<QString> lists;
        for (auto field = askedFields().cbegin(); field != askedFields().cend(); ++field) {
            for (qsizetype at = field.key().indexOf(u"/@"_s); at >= 0; at = field.key().indexOf(u"/@"_s, at + 1))
                lists.insert(field.key().left(at));
        }
        return lists;
    }();
    return kAsked;
}

bool isBelow(const QString &path, const QString &entry)
{
    return path.startsWith(QString(entry + u'/'));
}

bool isInAdded(const QString &path, const Answer &answer)
{
    for (const QString &entry : answer.added) {
        if (isBelow(path, entry))
            return true;
    }
    return false;
}

std::optional<InputError> addEntries(Answering &answering, const QStringList &paths)
{
    for (const QString &path : paths) {
        if (auto error = answering.add(path))
            return error;
    }
    return std::nullopt;
}

/// The case as the form said it was, where the history cannot tell.
Result<Answering, InputError> rebuiltBase(const Worksheet &ours, const Answer &answer)
{
    Answering base(ours);
    for (const AnsweredField &field : answer.fields) {
        if (isInAdded(field.path, answer) || !base.place(field.path))
            continue;
        // A field that cannot be empty was not: the file is wrong there, and the case as it is serves as well.
        if (const auto set = base.set(field.path, field.was);
            !set && field.was.kind != json::Kind::Null && !answer.isSpreadsheet)
            return Unexpected(set.error());
    }
    return base;
}

class Comparing {
public:
    Comparing(const AnsweredCase &answered, const Answer &answer, const Answering &base)
        : m_isExact(answered.base != nullptr), m_answer(answer), m_ours(answered.ours), m_base(base), m_theirs(base)
    {
    }

    Result<std::vector<ComparedAnswer>, InputError> rows()
    {
        if (auto error = addEntries(m_theirs, m_answer.added))
            return Unexpected(*error);
        // Everything is put in first: entries are called by what the founder says.
        std::vector<json::Value> kept;
        for (const AnsweredField &field : m_answer.fields) {
            auto value = put(field);
            if (!value)
                return Unexpected(value.error());
            kept.push_back(*std::move(value));
        }
        findKnownEntries(kept);
        std::vector<ComparedAnswer> rows;
        for (std::size_t i = 0; i < kept.size(); ++i)
            rows.push_back(row(m_answer.fields[i], kept[i]));
        for (const QString &path : m_answer.removed) {
            auto gone = removal(path);
            if (!gone)
                return Unexpected(gone.error());
            rows.push_back(*std::move(gone));
        }
        return rows;
    }

private:
    /// The founder's value as it is kept; what it was when its entry is gone.
    Result<json::Value, InputError> put(const AnsweredField &field)
    {
        const auto place = m_theirs.place(field.path);
        if (!place && !m_isExact)
            return field.is;
        if (!place || !askedFields().contains(place->shape))
            return Unexpected(InputError{InputProblem::UnknownReference, field.path, field.path.left(80),
                                         u"only what the form asks"_s});
        if (auto error = doubtAbout(field, isInAdded(field.path, m_answer)))
            return Unexpected(*error);
        return m_theirs.set(field.path, field.is);
    }

    ComparedAnswer row(const AnsweredField &field, const json::Value &theirs)
    {
        ComparedAnswer row;
        row.path = field.path;
        row.inAddedEntry = isInAdded(field.path, m_answer);
        row.theirs = field.unknown ? u"not known"_s : readable(theirs);
        if (const auto place = m_theirs.place(field.path)) {
            const Asked asked = askedFields().value(place->shape);
            row.above = place->above;
            row.label = asked.label;
            row.unit = asked.unit;
            const json::Value before = m_base.value(field.path).value_or(json::Value{});
            row.base = readable(before);
            stand(row, before, theirs);
            if (field.unknown && row.standing == Standing::Same && !isUnknown(field.path))
                row.standing = Standing::Changed; // empty as before, and now for a reason
        } else {                                  // and what it was called is gone with it
            row.standing = Standing::Gone;
            row.label = field.path;
            row.base = readable(field.was);
        }
        return row;
    }

    bool isUnknown(const QString &path)
    {
        const auto place = m_ours.place(path);
        const auto &facts = m_ours.worksheet().facts;
        const auto fact = place ? facts.find(place->pathNow) : facts.end();
        return fact != facts.end() && fact->second.status == domain::FactStatus::Unknown;
    }

    /// An entry of the form that the founder took out of it, as one row.
    Result<ComparedAnswer, InputError> removal(const QString &path)
    {
        const auto entry = m_base.entryAt(path);
        const auto list = entry ? m_base.place(entry->first) : std::nullopt;
        ComparedAnswer row;
        row.path = path;
        row.label = path;
        row.standing = Standing::Gone;
        if (!list && !m_isExact)
            return row;
        if (!list || !askedLists().contains(list->shape))
            return Unexpected(
                InputError{InputProblem::UnknownReference, path, path.left(80), u"only what the form shows"_s});
        Answering without = m_base;
        if (auto error = without.remove(path))
            return Unexpected(*error);
        for (const auto &change : worksheetfile::difference(m_base.worksheet(), without.worksheet())) {
            if (change.kind != worksheetfile::FieldChange::Kind::Removed || change.path != path)
                continue;
            row.above = change.above;
            row.label = change.label;
        }
        row.base = u"in the case"_s;
        row.theirs = u"no longer true"_s;
        if (!m_ours.entryAt(path))
            row.standing = Standing::Same;
        else
            row.standing = wasEdited(path) ? Standing::Conflict : Standing::Changed;
        row.ours = row.standing == Standing::Same ? QString() : u"in the case"_s;
        return row;
    }

    /// Whether an entry says something else now than when the form was made.
    bool wasEdited(const QString &entry)
    {
        for (const auto &change : worksheetfile::difference(m_base.worksheet(), m_ours.worksheet())) {
            if (isBelow(change.path, entry))
                return true;
        }
        return false;
    }

    /// The added entry that a path stands in, the innermost; empty when it is in none.
    QString addedEntryOf(const QString &path) const
    {
        QString innermost;
        for (const QString &entry : m_answer.added) {
            if (isBelow(path, entry) && entry.size() > innermost.size())
                innermost = entry;
        }
        return innermost;
    }

    /// Added entries that the case has already, word for word: the answer was taken over before.
    void findKnownEntries(const std::vector<json::Value> &kept)
    {
        for (const QString &entry : m_answer.added) {
            const QString list = entry.left(entry.lastIndexOf(u'/'));
            const QString parent = addedEntryOf(entry);
            if (!parent.isEmpty() && !m_known.contains(parent))
                continue;
            const QString ours = parent.isEmpty() ? list : QString(m_known.value(parent) + list.mid(parent.size()));
            const QStringList before = m_base.idsOf(list);
            for (const QString &id : m_ours.idsOf(ours)) {
                const QString candidate = ours + u'/' + id;
                if (!before.contains(id) && !m_known.values().contains(candidate) && saysSame(entry, candidate, kept)) {
                    m_known.insert(entry, candidate);
                    break;
                }
            }
        }
    }

    bool saysSame(const QString &entry, const QString &candidate, const std::vector<json::Value> &kept)
    {
        bool isSaid = false;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const QString &path = m_answer.fields[i].path;
            if (addedEntryOf(path) != entry)
                continue;
            const auto ours = m_ours.value(candidate + path.mid(entry.size()));
            if (!ours || !isSame(*ours, kept[i]))
                return false;
            isSaid = true;
        }
        return isSaid;
    }

    void stand(ComparedAnswer &row, const json::Value &before, const json::Value &theirs)
    {
        const auto ours = m_ours.value(row.path);
        row.ours = readable(ours.value_or(json::Value{}));
        if (row.inAddedEntry)
            row.standing = m_known.contains(addedEntryOf(row.path)) ? Standing::Same : Standing::Changed;
        else if (!ours)
            row.standing = Standing::Gone;
        else if (isSame(*ours, theirs))
            row.standing = Standing::Same;
        else
            row.standing = isSame(*ours, before) ? Standing::Changed : Standing::Conflict;
    }

    /// A form only says what its revision holds: a file that says otherwise was changed by hand.
    std::optional<InputError> doubtAbout(const AnsweredField &field, bool isAdded)
    {
        const json::Value before = m_base.value(field.path).value_or(json::Value{});
        if (m_answer.isSpreadsheet
            || (isAdded ? field.was.kind == json::Kind::Null : !m_isExact || isSame(field.was, before)))
            return std::nullopt;
        const QString was = readable(before);
        return InputError{InputProblem::Contradiction, field.path,
                          u"the form said "_s + (was.isNull() ? u"nothing"_s : QString(u'"' + was.left(60) + u'"'))
                              + u" here, and the file says otherwise"_s,
                          u"it was changed after the form saved it; ask for the file as saved"_s};
    }

    bool m_isExact;
    const Answer &m_answer;
    Answering m_ours;
    Answering m_base;
    Answering m_theirs;
    QHash<QString, QString> m_known; ///< added entries that the case has already, with their path there
};

/// The added entries that the accepted fields need, in the order of the answer.
QStringList neededEntries(const Answer &answer, const QSet<QString> &paths)
{
    QStringList needed;
    for (const QString &entry : answer.added) {
        for (const QString &path : paths) {
            if (isBelow(path, entry)) {
                needed.append(entry);
                break;
            }
        }
    }
    return needed;
}

/// A given value is stated, one that the founder does not know is noted as that.
void note(Answering &answering, const AnsweredField &field, const QString &source)
{
    const auto place = answering.place(field.path);
    if (!place)
        return;
    const bool isGiven = answering.value(field.path).value_or(json::Value{}).kind != json::Kind::Null;
    if (isGiven)
        answering.worksheet().facts[place->pathNow] = {domain::FactStatus::Stated, source};
    else if (field.unknown)
        answering.worksheet().facts[place->pathNow] = {domain::FactStatus::Unknown, source};
    else
        answering.worksheet().facts.erase(place->pathNow);
}

/// Money that is asked for a use case alone would be asked for nothing without it.
std::optional<InputError> earmarkOf(const Worksheet &worksheet, const QString &path)
{
    const QString id = path.section(u'/', 1);
    for (const domain::PoolRequest &pool : worksheet.funding.pools) {
        if (path.startsWith("useCases/"_L1) && std::ranges::find(pool.useCases, id) != pool.useCases.end())
            return InputError{InputProblem::Contradiction, path,
                              u"the use case is no longer true, and the pool \""_s + pool.id
                                  + u"\" is earmarked to it"_s,
                              u"take it out of the pool first, or the pool out of the stack"_s};
    }
    return std::nullopt;
}

/// As a worksheet file would be read: contradictions are refused, ids filled in.
Result<Worksheet, InputError> checked(const Worksheet &worksheet)
{
    return worksheetfile::read(worksheetfile::write(worksheet));
}

} // namespace

Result<std::vector<ComparedAnswer>, InputError> compare(const AnsweredCase &answered, const Answer &answer)
{
    if (answered.base)
        return Comparing(answered, answer, Answering(*answered.base)).rows();
    const auto base = rebuiltBase(answered.ours, answer);
    if (!base)
        return Unexpected(base.error());
    return Comparing(answered, answer, *base).rows();
}

Result<Worksheet, InputError> accepted(const Worksheet &ours, const Answer &answer, const QSet<QString> &paths)
{
    Answering answering(ours);
    if (auto error = addEntries(answering, neededEntries(answer, paths)))
        return Unexpected(*error);
    qsizetype taken = 0;
    for (const AnsweredField &field : answer.fields) {
        if (!paths.contains(field.path))
            continue;
        ++taken;
        if (const auto set = answering.set(field.path, field.is); !set)
            return Unexpected(set.error());
    }
    std::vector<QString> removed;
    std::ranges::copy_if(answer.removed, std::back_inserter(removed),
                         [&paths](const QString &path) { return paths.contains(path); });
    if (taken + static_cast<qsizetype>(removed.size()) != paths.size())
        return Unexpected(
            InputError{InputProblem::UnknownReference, {}, u"a field to accept"_s, u"the answered fields"_s});
    answering.nameAdded();
    answering.renameFacts();
    for (const AnsweredField &field : answer.fields) {
        if (paths.contains(field.path))
            note(answering, field, answer.source());
    }
    for (const QString &path : removed) {
        if (auto error = earmarkOf(answering.worksheet(), path))
            return Unexpected(*error);
        if (auto error = answering.remove(path))
            return Unexpected(*error);
    }
    return checked(answering.worksheet());
}

} // namespace founderform
