#include "cli/answerjob.h"
#include "cli/commands.h"
#include "cli/importjob.h"
#include "documents/archive.h"
#include "domain/oneline.h"
#include "json/writer.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace cli {

using domain::Unexpected;
using Relation = db::ComparedCase::Relation;
using worksheetfile::Conflict;
using worksheetfile::Side;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kOurs = "ours"_L1;
constexpr auto kTheirs = "theirs"_L1;

void describe(Arguments &arguments)
{
    arguments
        .positional(u"FILE"_s,
                    u"The case file to import from, or an archive copy that carries a case; it is only read."_s)
        .option(u"case"_s, u"The case file to import into; made when missing."_s, u"file"_s)
        .option(u"id"_s, u"Only this case."_s, u"case-id"_s)
        .option(u"new"_s, u"Add a case even if the file already has another one of the company."_s)
        .option(u"take"_s,
                u"Which value stays where both files changed a field: theirs (FILE's), ours, or for one field, or all "
                "below a path, PATH=theirs or PATH=ours. May be given several times."_s,
                u"side"_s)
        .option(u"answer"_s,
                u"Instead of FILE: a founder's answer to the worksheet form. Without --accept it is only compared."_s,
                u"answer"_s)
        .option(u"accept"_s,
                u"Of an answer: all (what only the founder changed), or the path of a field or of an entry, conflicts "
                "included. May be given several times."_s,
                u"fields"_s)
        .option(u"format"_s, u"table or json."_s, u"format"_s, u"table"_s)
        .withRates();
}

std::optional<Side> sideOf(QStringView word)
{
    if (word == kOurs)
        return Side::Ours;
    return word == kTheirs ? std::optional(Side::Theirs) : std::nullopt;
}

Outcome<worksheetfile::Decisions> decisionsOf(const QStringList &values)
{
    worksheetfile::Decisions decisions;
    for (const QString &value : values) {
        // Ids of services are free text and may hold an equals sign themselves.
        const qsizetype equals = value.lastIndexOf(u'=');
        const auto side = sideOf(QStringView(value).sliced(equals + 1));
        if (!side || equals == 0)
            return Unexpected(
                usage(u"--take: \""_s + value + u"\" is neither theirs, ours nor PATH=theirs or PATH=ours"_s));
        if (equals < 0)
            decisions.forAll = side;
        else
            decisions.forPath[value.first(equals)] = *side;
    }
    return decisions;
}

QString shown(const QString &text, bool isEntry)
{
    if (text.isNull())
        return isEntry ? u"removed"_s : u"not given"_s;
    return u'"' + domain::oneLine(text) + u'"';
}

QString conflictLines(const Conflict &conflict)
{
    const QString label = (conflict.above + QStringList{conflict.label}).join(u", "_s);
    QString text = u"  "_s + domain::oneLine(conflict.path) + u"  ("_s + domain::oneLine(label) + u")\n"_s;
    text += u"    theirs: "_s + shown(conflict.theirs, conflict.isEntry) + u'\n';
    text += u"    ours:   "_s + shown(conflict.ours, conflict.isEntry) + u'\n';
    text += u"    before: "_s + (conflict.base ? shown(*conflict.base, false) : u"not known"_s) + u'\n';
    if (conflict.taken)
        text += u"    taken:  "_s + (*conflict.taken == Side::Ours ? kOurs : kTheirs) + u'\n';
    return text;
}

/// What of theirs a merge takes over.
QString changeLine(const worksheetfile::FieldChange &change)
{
    return u"  "_s + domain::oneLine(change.path) + u": "_s + shown(change.before, false) + u" becomes "_s
         + shown(change.after, false) + u'\n';
}

QString relationWord(const ImportedCase &one)
{
    switch (one.compared.relation) {
    case Relation::New: return u"new"_s;
    case Relation::Same: return u"same"_s;
    case Relation::OursAhead: return u"ours-ahead"_s;
    case Relation::TheirsAhead: return u"theirs-ahead"_s;
    case Relation::Diverged: break;
    }
    return one.waits ? u"conflict"_s : u"merged"_s;
}

QString relationSentence(const ImportedCase &one, bool written)
{
    const QString revision = QString::number(one.revision);
    switch (one.compared.relation) {
    case Relation::New: return (written ? u"added, revision "_s : u"would be added, revision "_s) + revision;
    case Relation::Same: return u"the same in both files"_s;
    case Relation::OursAhead: return u"gone on here, to revision "_s + revision + u": nothing to take over"_s;
    case Relation::TheirsAhead:
        return (written ? u"brought to revision "_s : u"would be brought to revision "_s) + revision;
    case Relation::Diverged: break;
    }
    if (one.waits)
        return u"changed in both files"_s;
    return (written ? u"merged, revision "_s : u"would be merged, revision "_s) + revision;
}

QByteArray casesTable(const std::vector<ImportedCase> &cases, bool written)
{
    QString text;
    for (const ImportedCase &one : cases) {
        text += one.compared.id + u"  "_s + domain::oneLine(one.compared.company) + u": "_s
              + relationSentence(one, written);
        if (one.traces > 0)
            text += u"; notes, filings, statuses and attachments added: "_s + QString::number(one.traces);
        text += u'\n';
        for (const Conflict &conflict : one.conflicts)
            text += conflictLines(conflict);
        for (const worksheetfile::FieldChange &change : one.changes)
            text += changeLine(change);
    }
    if (cases.empty())
        text = u"The file has no case.\n"_s;
    if (!written)
        text += u"Nothing was imported. Say which value stays: --take theirs or --take ours for all fields, or"
                " --take PATH=theirs or PATH=ours for each.\n"_s;
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

void writeConflict(json::Writer &out, const Conflict &conflict)
{
    out.beginObject().member("field"_L1, conflict.path).member("label"_L1, conflict.label);
    out.member("isEntry"_L1, conflict.isEntry).member("baseKnown"_L1, conflict.base.has_value());
    member(out, "base"_L1, conflict.base.value_or(QString()));
    member(out, "ours"_L1, conflict.ours);
    member(out, "theirs"_L1, conflict.theirs);
    member(out, "taken"_L1, conflict.taken ? QString(*conflict.taken == Side::Ours ? kOurs : kTheirs) : QString());
    out.endObject();
}

void writeChange(json::Writer &out, const worksheetfile::FieldChange &change)
{
    out.beginObject().member("field"_L1, change.path).member("label"_L1, change.label);
    member(out, "before"_L1, change.before);
    member(out, "after"_L1, change.after);
    out.endObject();
}

QByteArray casesJson(const std::vector<ImportedCase> &cases, bool written)
{
    json::Writer out;
    out.beginObject().member("format"_L1, u"briefstack-import"_s).member("version"_L1, 1).member("written"_L1, written);
    out.key("cases"_L1).beginArray();
    for (const ImportedCase &one : cases) {
        out.beginObject()
            .member("id"_L1, one.compared.id)
            .member("company"_L1, one.compared.company)
            .member("result"_L1, relationWord(one))
            .member("revision"_L1, one.revision)
            .member("added"_L1, one.traces);
        out.key("conflicts"_L1).beginArray();
        for (const Conflict &conflict : one.conflicts)
            writeConflict(out, conflict);
        out.endArray();
        out.key("changes"_L1).beginArray();
        for (const worksheetfile::FieldChange &change : one.changes)
            writeChange(out, change);
        out.endArray().endObject();
    }
    out.endArray().endObject();
    return out.take();
}

/// The case file to read: the one that was named, or the one that a PDF of that name carries, unpacked into `folder`.
Outcome<QString> unpacked(const QString &file, const QTemporaryDir &folder)
{
    if (!file.endsWith(u".pdf"_s, Qt::CaseInsensitive))
        return file;
    const auto pdf = readFile(file, documents::kLargestArchive);
    if (!pdf)
        return Unexpected(pdf.error());
    const auto carried = documents::caseFileInPdf(*pdf);
    if (!carried)
        return Unexpected(Failure{file, {}, u"holds no case: "_s + carried.error()});
    if (carried->isEmpty())
        return Unexpected(Failure{file, {}, u"carries the facts of a case, but no case file: see `draft`"_s});
    QFile copy(folder.filePath(u"case.briefstack"_s));
    if (!folder.isValid() || !copy.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || copy.write(*carried) != carried->size() || !copy.flush())
        return Unexpected(Failure{file, {}, u"its case could not be unpacked: "_s + copy.errorString()});
    return copy.fileName();
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (arguments.isSet(u"answer"_s))
        return runImportAnswer(arguments);
    if (arguments.isSet(u"accept"_s))
        return Unexpected(usage(u"--accept is for an answer; a case file takes --take"_s));
    if (const Step counted = arguments.expect(1, 1, u"the case file to import from"_s); !counted)
        return Unexpected(counted.error());
    const auto target = arguments.required(u"case"_s);
    if (!target)
        return Unexpected(target.error());
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s});
    if (!format)
        return Unexpected(format.error());
    if (arguments.isSet(u"id"_s) && arguments.value(u"id"_s).isEmpty())
        return Unexpected(usage(u"--id needs a case id"_s));
    const auto decisions = decisionsOf(arguments.values(u"take"_s));
    if (!decisions)
        return Unexpected(decisions.error());
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const QTemporaryDir folder; // its files are for us alone, and go with it
    const auto source = unpacked(arguments.files().first(), folder);
    if (!source)
        return Unexpected(source.error());
    auto cases = importCases(
        {*source, *target, arguments.value(u"id"_s), arguments.isSet(u"new"_s), *decisions, arguments.asOf()}, *data);
    if (!cases) {
        Failure failure = cases.error();
        if (failure.file == *source)
            failure.file = arguments.files().first();
        return Unexpected(failure);
    }
    const bool written = std::ranges::none_of(*cases, &ImportedCase::waits);
    if (const Step printed = print(*format == u"json" ? casesJson(*cases, written) : casesTable(*cases, written));
        !printed)
        return Unexpected(printed.error());
    return written ? Done : WithFindings;
}

} // namespace

Command importCommand()
{
    return {u"import"_s, u"bring the cases of another case file, or a founder's answer, into one, field by field"_s,
            describe, run};
}

} // namespace cli
