// What `import --answer` prints: whose answer it is, and field by field what it changes, what conflicts, what was accepted.
#include "cli/answerjob.h"
#include "domain/oneline.h"
#include "json/writer.h"

#include <algorithm>

namespace cli {

using domain::Unexpected;
using founderform::ComparedAnswer;
using Standing = ComparedAnswer::Standing;
using namespace Qt::StringLiterals;

namespace {

QString standingWord(Standing standing)
{
    switch (standing) {
    case Standing::Same: return u"same"_s;
    case Standing::Changed: return u"changed"_s;
    case Standing::Conflict: return u"conflict"_s;
    case Standing::Gone: break;
    }
    return u"gone"_s;
}

QString shown(const QString &text)
{
    return text.isNull() ? u"not given"_s : u'"' + domain::oneLine(text) + u'"';
}

/// Whether the row still asks for somebody's decision.
bool isOpen(const ComparedAnswer &row, const ImportedAnswer &imported)
{
    return row.standing != Standing::Same && !imported.accepted.contains(row.path);
}

QString rowLines(const ComparedAnswer &row, const ImportedAnswer &imported)
{
    const QString label = domain::oneLine((row.above + QStringList{row.label}).join(u", "_s));
    QString text = u"  "_s + domain::oneLine(row.path) + u"  ("_s + label + u")\n"_s;
    text += u"    founder: "_s + shown(row.theirs) + u'\n';
    if (row.standing == Standing::Same)
        return text + u"    the case says so already\n"_s;
    if (row.standing == Standing::Gone)
        return text + u"    no longer in the case: nothing to accept\n"_s;
    text += u"    case:    "_s + shown(row.ours) + u'\n';
    if (row.standing == Standing::Conflict)
        text += u"    form:    "_s + shown(row.base) + u"; conflict: the case was changed since, too\n"_s;
    if (imported.accepted.contains(row.path))
        text += u"    accepted\n"_s;
    return text;
}

QByteArray table(const ImportedAnswer &imported)
{
    const drafting::ComparedCase &compared = imported.compared;
    QString text = compared.summary.id + u"  "_s + domain::oneLine(compared.summary.company) + u": "_s
                 + compared.answer.source() + u"; form of revision "_s + QString::number(compared.answer.revision)
                 + u'\n';
    if (compared.answer.isDatedAhead)
        text += u"  That day is still to come: ask whether the file is theirs and its date right.\n"_s;
    if (!compared.baseIsKnown)
        text += u"  The case file no longer has that revision: what the form said counts as it.\n"_s;
    if (!compared.answer.remark.trimmed().isEmpty())
        text += u"  Remark: "_s + domain::oneLine(compared.answer.remark) + u'\n';
    for (const ComparedAnswer &row : compared.rows)
        text += rowLines(row, imported);
    const auto open =
        std::ranges::count_if(compared.rows, [&imported](const ComparedAnswer &row) { return isOpen(row, imported); });
    if (!imported.accepted.isEmpty())
        text += u"Accepted: "_s + QString::number(imported.accepted.size()) + u" of "_s
              + QString::number(compared.rows.size()) + u"; the case is at revision "_s
              + QString::number(imported.revision) + u".\n"_s;
    else if (open > 0)
        text +=
            u"Nothing was changed. --accept all takes what only the founder changed; --accept PATH takes one field, "
            "conflicts included.\n"_s;
    if (!imported.accepted.isEmpty() && open > 0)
        text += u"Not accepted: "_s + QString::number(open) + u"; see above.\n"_s;
    if (compared.rows.empty())
        text += u"The answer changes no field.\n"_s;
    return text.toUtf8();
}

void member(json::Writer &out, QLatin1StringView key, const QString &text)
{
    out.key(key);
    if (text.isNull())
        out.null();
    else
        out.string(text);
}

QByteArray jsonOf(const ImportedAnswer &imported)
{
    const drafting::ComparedCase &compared = imported.compared;
    json::Writer out;
    out.beginObject().member("format"_L1, u"briefstack-answer-comparison"_s).member("version"_L1, 1);
    out.member("case"_L1, compared.summary.id).member("company"_L1, compared.summary.company);
    out.member("filledInBy"_L1, compared.answer.filledInBy);
    out.member("filledInOn"_L1, compared.answer.filledInOn.toString(Qt::ISODate));
    out.member("datedAhead"_L1, compared.answer.isDatedAhead);
    out.member("remark"_L1, compared.answer.remark).member("baseKnown"_L1, compared.baseIsKnown);
    out.member("revision"_L1, imported.revision).key("fields"_L1).beginArray();
    for (const ComparedAnswer &row : compared.rows) {
        out.beginObject().member("field"_L1, row.path).member("label"_L1, row.label);
        out.member("standing"_L1, standingWord(row.standing));
        member(out, "form"_L1, row.base);
        member(out, "case"_L1, row.ours);
        member(out, "founder"_L1, row.theirs);
        out.member("accepted"_L1, imported.accepted.contains(row.path)).endObject();
    }
    out.endArray().endObject();
    return out.take();
}

Outcome<AnswerWish> wishOf(const Arguments &arguments)
{
    const auto target = arguments.required(u"case"_s);
    if (!target)
        return Unexpected(target.error());
    for (const QString &other : {u"new"_s, u"take"_s}) {
        if (arguments.isSet(other))
            return Unexpected(usage(u"--"_s + other + u" is for case files; an answer takes --accept"_s));
    }
    AnswerWish wish{arguments.value(u"answer"_s), *target, arguments.value(u"id"_s), false, {}, arguments.asOf()};
    for (const QString &value : arguments.values(u"accept"_s)) {
        if (value == u"all"_s)
            wish.acceptUndisputed = true;
        else if (value.isEmpty())
            return Unexpected(usage(u"--accept needs all or a field's path"_s));
        else
            wish.accept.append(value);
    }
    return wish;
}

} // namespace

Outcome<ExitStatus> runImportAnswer(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(0, 0, {}); !counted)
        return Unexpected(counted.error());
    const auto wish = wishOf(arguments);
    if (!wish)
        return Unexpected(wish.error());
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s});
    if (!format)
        return Unexpected(format.error());
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const auto imported = importAnswer(*wish, *data);
    if (!imported)
        return Unexpected(imported.error());
    if (const Step printed = print(*format == u"json" ? jsonOf(*imported) : table(*imported)); !printed)
        return Unexpected(printed.error());
    const bool isOpenStill = std::ranges::any_of(
        imported->compared.rows, [&imported](const ComparedAnswer &row) { return isOpen(row, *imported); });
    return isOpenStill ? WithFindings : Done;
}

} // namespace cli
