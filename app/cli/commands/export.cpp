#include "cli/commands.h"
#include "cli/openedcase.h"
#include "cli/stagedfiles.h"
#include "db/casestore.h"
#include "db/exchange.h"
#include "drafting/casedocuments.h"

namespace cli {

using domain::Unexpected;
using drafting::DocumentFormat;
using drafting::DocumentKind;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kFormats{DocumentFormat::Pdf,        DocumentFormat::Html,     DocumentFormat::Markdown,
                              DocumentFormat::Text,       DocumentFormat::Odt,      DocumentFormat::Request,
                              DocumentFormat::BulkImport, DocumentFormat::Worksheet};

constexpr std::array kKinds{DocumentKind::Records, DocumentKind::Stack, DocumentKind::Founder, DocumentKind::Call,
                            DocumentKind::Plan};

QStringList kindWords()
{
    QStringList words;
    for (const DocumentKind kind : kKinds)
        words.append(drafting::kindWord(kind));
    return words;
}

constexpr auto kCaseFile = "case"_L1;
constexpr auto kCaseFileEnding = ".briefstack"_L1;

QStringList formatWords()
{
    QStringList words;
    for (const DocumentFormat format : kFormats)
        words.append(drafting::formatWord(format));
    words.append(kCaseFile);
    return words;
}

/// What is asked for: documents, which are computed, and the case as a file of its own, which is copied.
struct Formats {
    std::vector<DocumentFormat> documents;
    bool caseFile = false;
};

void describe(Arguments &arguments)
{
    arguments.option(u"case"_s, u"The case file."_s, u"file"_s)
        .option(u"id"_s, u"Only this case."_s, u"case-id"_s)
        .option(u"pool"_s, u"Only the record of this pool."_s, u"pool-id"_s)
        .option(u"format"_s, u"One or more, separated by commas: "_s + formatWords().join(u", "_s) + u'.', u"list"_s)
        .option(
            u"document"_s,
            u"One or more, separated by commas: "_s + kindWords().join(u", "_s)
                + u". records: per record its brief, checklist or application; stack: all pools on one page; founder: "
                  u"the founder's sheet; call: the facts as they stand; plan: of each proof of concept.",
            u"list"_s, drafting::kindWord(DocumentKind::Records))
        .option(u"out"_s, u"The folder to write into."_s, u"folder"_s)
        .withRates()
        .withProgrammes();
}

Outcome<Formats> formatsOf(const QString &list)
{
    Formats formats;
    for (const QString &word : list.split(u',', Qt::SkipEmptyParts)) {
        const auto index = formatWords().indexOf(word.trimmed());
        if (index < 0)
            return Unexpected(usage(u"--format: \""_s + word + u"\" is not one of "_s + formatWords().join(u", "_s)));
        if (static_cast<std::size_t>(index) == kFormats.size())
            formats.caseFile = true;
        else
            formats.documents.push_back(kFormats.at(static_cast<std::size_t>(index)));
    }
    if (formats.documents.empty() && !formats.caseFile)
        return Unexpected(usage(u"missing --format"_s));
    return formats;
}

Outcome<std::vector<DocumentKind>> kindsOf(const QString &list)
{
    std::vector<DocumentKind> kinds;
    for (const QString &word : list.split(u',', Qt::SkipEmptyParts)) {
        const auto index = kindWords().indexOf(word.trimmed());
        if (index < 0)
            return Unexpected(usage(u"--document: \""_s + word + u"\" is not one of "_s + kindWords().join(u", "_s)));
        kinds.push_back(kKinds.at(static_cast<std::size_t>(index)));
    }
    if (kinds.empty())
        return Unexpected(usage(u"--document needs at least one of "_s + kindWords().join(u", "_s)));
    return kinds;
}

/// The files of one case.
Outcome<std::vector<drafting::DocumentFile>> filesOf(const drafting::CaseDocuments &documents,
                                                     const std::vector<DocumentKind> &kinds,
                                                     const std::vector<DocumentFormat> &formats, const QString &pool)
{
    std::vector<drafting::DocumentFile> all;
    for (const DocumentKind kind : kinds) {
        auto files = documents.caseFiles(kind, formats, pool);
        if (!files)
            return Unexpected(Failure{{}, {}, u"the document could not be made: "_s + files.error().detail});
        all.insert(all.end(), files->begin(), files->end());
    }
    return all;
}

Outcome<QStringList> stageDocuments(const Arguments &arguments, const QString &file,
                                    const std::vector<DocumentFormat> &formats, const StagedFiles &staged)
{
    const auto kinds = kindsOf(arguments.value(u"document"_s));
    if (!kinds)
        return Unexpected(kinds.error());
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const QString pool = arguments.value(u"pool"_s);
    QStringList names;
    documents::Typesetter typesetter;
    const Step visited =
        visitCases(file, arguments.value(u"id"_s), *data, arguments.asOf(),
                   [&](const ports::CaseSummary &summary, const drafting::ComputedCase &computed) -> Step {
                       const drafting::CaseDocuments documents(
                           computed, *data, {summary.id, summary.revision, summary.slug}, arguments.asOf(), typesetter);
                       const auto files = filesOf(documents, *kinds, formats, pool);
                       if (!files)
                           return Unexpected(files.error());
                       for (const drafting::DocumentFile &document : *files) {
                           if (const Step written = staged.write(document.name, document.bytes); !written)
                               return written;
                           names.append(document.name);
                       }
                       return {};
                   });
    if (!visited)
        return Unexpected(visited.error());
    if (names.isEmpty())
        return Unexpected(Failure{
            file, {}, pool.isEmpty() ? u"has nothing to export"_s : u"has no record of the pool \""_s + pool + u'"'});
    return names;
}

/// Cases as files of their own. Refused before any is copied when a name is taken: a case file is never replaced.
Outcome<QStringList> stageCaseFiles(const QString &file, const QString &caseId, const StagedFiles &staged)
{
    const auto store = db::openCaseStore(file, db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(file, store.error()));
    const auto cases = (*store)->list({});
    if (!cases)
        return Unexpected(fromStore(file, cases.error()));
    QStringList names;
    for (const ports::CaseSummary &summary : *cases) {
        if (!caseId.isEmpty() && summary.id != caseId)
            continue;
        const QString name = summary.slug + kCaseFileEnding;
        if (const Step fresh = staged.isNew(name); !fresh)
            return Unexpected(fresh.error());
        if (const auto copied = db::exportCase(file, summary.id, staged.stagedPath(name)); !copied)
            return Unexpected(fromStore(file, copied.error()));
        names.append(name);
    }
    if (names.isEmpty() && !caseId.isEmpty())
        return Unexpected(fromStore(file, {ports::StoreError::Kind::NoSuchCase, caseId, 0}));
    if (names.isEmpty())
        return Unexpected(Failure{file, {}, u"has nothing to export"_s});
    return names;
}

Outcome<ExitStatus> publish(const StagedFiles &staged, const QString &folder, const QStringList &documents,
                            const QStringList &caseFiles)
{
    QString text;
    for (const QString &name : caseFiles) {
        if (const Step published = staged.publishNew(name, name); !published)
            return Unexpected(published.error());
        text += folder + u'/' + name + u'\n';
    }
    for (const QString &name : documents) {
        if (const Step published = staged.publish(name, name); !published)
            return Unexpected(published.error());
        text += folder + u'/' + name + u'\n';
    }
    if (const Step printed = print(text.toUtf8()); !printed)
        return Unexpected(printed.error());
    return Done;
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(0, 0, {}); !counted)
        return Unexpected(counted.error());
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    const auto folder = arguments.required(u"out"_s);
    if (!folder)
        return Unexpected(folder.error());
    const auto formats = formatsOf(arguments.value(u"format"_s));
    if (!formats)
        return Unexpected(formats.error());
    if (formats->caseFile && arguments.isSet(u"pool"_s))
        return Unexpected(usage(u"--pool: a case file holds the case with all its pools"_s));
    const auto staged = StagedFiles::in(*folder);
    if (!staged)
        return Unexpected(staged.error());

    QStringList documents;
    QStringList caseFiles;
    if (formats->caseFile) {
        auto names = stageCaseFiles(*file, arguments.value(u"id"_s), **staged);
        if (!names)
            return Unexpected(names.error());
        caseFiles = *std::move(names);
    }
    if (!formats->documents.empty()) {
        auto names = stageDocuments(arguments, *file, formats->documents, **staged);
        if (!names)
            return Unexpected(names.error());
        documents = *std::move(names);
    }
    (*staged)->keep();
    return publish(**staged, *folder, documents, caseFiles);
}

} // namespace

Command exportCommand()
{
    return {u"export"_s, u"write the documents of a case, or the case as a file of its own"_s, describe, run, true};
}

} // namespace cli
