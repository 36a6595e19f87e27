#include "cli/commands.h"
#include "cli/openedcase.h"
#include "cli/stagedfiles.h"
#include "db/casestore.h"
#include "db/exchange.h"
#include "documents/archive.h"
#include "drafting/casedocuments.h"
#include "drafting/filingkit.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace cli {

using domain::Unexpected;
using drafting::DocumentFormat;
using drafting::DocumentKind;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kFormats{DocumentFormat::Pdf,        DocumentFormat::Html,      DocumentFormat::Markdown,
                              DocumentFormat::Text,       DocumentFormat::Odt,       DocumentFormat::Request,
                              DocumentFormat::BulkImport, DocumentFormat::Worksheet, DocumentFormat::SpreadsheetCsv,
                              DocumentFormat::ExactCsv,   DocumentFormat::Mail};

constexpr std::array kKinds{DocumentKind::Records, DocumentKind::Stack, DocumentKind::Founder,
                            DocumentKind::Call,    DocumentKind::Plan,  DocumentKind::WorksheetForm,
                            DocumentKind::FollowUp};

QStringList kindWords()
{
    QStringList words;
    for (const DocumentKind kind : kKinds)
        words.append(drafting::kindWord(kind));
    return words;
}

constexpr auto kCaseFile = "case"_L1;
constexpr auto kWholeKit = "kit"_L1;
constexpr auto kCaseFileEnding = ".briefstack"_L1;

QStringList formatWords()
{
    QStringList words;
    for (const DocumentFormat format : kFormats)
        words.append(drafting::formatWord(format));
    for (const drafting::KitPart part : drafting::kKitParts)
        words.append(drafting::kitWord(part));
    words.append(kWholeKit);
    words.append(kCaseFile);
    return words;
}

/// What is asked for: documents and files to file with, which are computed, and the case as a file of its own, which is copied.
struct Formats {
    std::vector<DocumentFormat> documents;
    std::vector<drafting::KitPart> kit;
    bool caseFile = false;

    bool computed() const { return !documents.empty() || !kit.empty(); }
    bool has(drafting::KitPart part) const { return std::ranges::find(kit, part) != kit.end(); }
    /// The update itself, or the commands that send it.
    bool updates() const { return has(drafting::KitPart::Update) || has(drafting::KitPart::Commands); }
};

void describe(Arguments &arguments)
{
    arguments.option(u"case"_s, u"The case file."_s, u"file"_s)
        .option(u"id"_s, u"Only this case."_s, u"case-id"_s)
        .option(u"pool"_s, u"Only the record of this pool."_s, u"pool-id"_s)
        .option(u"format"_s,
                u"One or more, separated by commas: "_s + formatWords().join(u", "_s)
                    + u". kit: request, update, associations, engagement, commands (of AWS's client), notes (for AWS's "
                      u"drafting agent), funding (the fund request) and calculator."_s,
                u"list"_s)
        .option(
            u"document"_s,
            u"One or more, separated by commas: "_s + kindWords().join(u", "_s)
                + u". records: per record its brief, checklist or application; stack: all pools on one page; founder: "
                  u"the founder's sheet; call: the facts as they stand, and the calls noted down; plan: of each proof "
                  u"of concept; "
                  u"worksheet-form: the founder's worksheet to fill in without a network (html, csv); follow-up: the "
                  u"mail that "
                  u"asks for what is missing (txt, eml).",
            u"list"_s, drafting::kindWord(DocumentKind::Records))
        .option(
            u"archive"_s,
            u"Also each document as a PDF that carries the case with its history, notes and filings: keep it and do "
            u"not send it on. import takes the case back; draft and project take its facts like a worksheet."_s)
        .option(u"out"_s, u"The folder to write into."_s, u"folder"_s)
        .withRates()
        .withProgrammes();
}

template <class List, class Entry>
void addOnce(List &list, Entry entry)
{
    if (std::ranges::find(list, entry) == list.end())
        list.push_back(entry);
}

void addFormat(Formats &formats, const QString &word)
{
    if (word == kCaseFile)
        formats.caseFile = true;
    if (word == kWholeKit)
        addOnce(formats.documents, DocumentFormat::Request);
    for (const DocumentFormat format : kFormats) {
        if (word == drafting::formatWord(format))
            addOnce(formats.documents, format);
    }
    for (const drafting::KitPart part : drafting::kKitParts) {
        if (word == kWholeKit || word == drafting::kitWord(part))
            addOnce(formats.kit, part);
    }
}

Outcome<Formats> formatsOf(const QString &list, bool withArchive)
{
    Formats formats;
    if (withArchive)
        formats.documents.push_back(DocumentFormat::Archive);
    for (const QString &word : list.split(u',', Qt::SkipEmptyParts)) {
        if (!formatWords().contains(word.trimmed()))
            return Unexpected(usage(u"--format: \""_s + word + u"\" is not one of "_s + formatWords().join(u", "_s)));
        addFormat(formats, word.trimmed());
    }
    if (!formats.computed() && !formats.caseFile)
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

/// The kits of one case's records.
std::vector<drafting::DocumentFile> kitFilesOf(const drafting::ComputedCase &computed, const drafting::FilingKit &kit,
                                               const Formats &formats, const QString &pool)
{
    std::vector<drafting::DocumentFile> all;
    for (std::size_t record = 0; record < computed.stack.records.size(); ++record) {
        if (!pool.isEmpty() && computed.stack.records[record].poolId != pool)
            continue;
        for (const drafting::KitPart part : formats.kit) {
            for (drafting::DocumentFile &file : kit.files(record, part))
                all.push_back(std::move(file));
        }
    }
    return all;
}

/// What the case file keeps beside the case's facts.
struct Beside {
    std::unique_ptr<ports::CaseStore> store;
    ports::CaseNotes notes;
    ports::CaseFilings filings;
};

Outcome<Beside> besideOf(const QString &file, const QString &caseId)
{
    auto store = db::openCaseStore(file, db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(file, store.error()));
    auto notes = (*store)->notes()->loadNotes(caseId);
    if (!notes)
        return Unexpected(fromStore(file, notes.error()));
    auto filings = (*store)->filings()->loadFilings(caseId);
    if (!filings)
        return Unexpected(fromStore(file, filings.error()));
    return Beside{*std::move(store), *std::move(notes), *std::move(filings)};
}

/// The names of staged documents.
struct StagedNames {
    QStringList names;
    QStringList withheld; ///< updates that were left out, and it was said why: older ones of these names go
};

/// Leaves out updates that AWS would refuse and says why; the names of their files.
Outcome<QStringList> withhold(const QString &file, const Beside &beside, const QString &pool, drafting::FilingKit &kit)
{
    const auto findings = kit.withholdUpdates(*beside.store->filings(), pool);
    if (!findings)
        return Unexpected(fromStore(file, findings.error()));
    for (const domain::Finding &finding : *findings)
        complain({file, finding.field, u"no update: "_s + finding.message + u' ' + finding.fix});
    return kit.withheldFiles();
}

/// Gives archive copies the case as a file, when any are asked for.
Step takeCaseAlong(const Arguments &arguments, const QString &file, const StagedFiles &staged,
                   drafting::CaseIdentity &identity)
{
    if (!arguments.isSet(u"archive"_s))
        return {};
    const QString path = staged.stagedPath(identity.caseId + kCaseFileEnding); // it goes with the staging folder
    if (const auto copied = db::exportCase(file, identity.caseId, path); !copied)
        return Unexpected(fromStore(file, copied.error()));
    auto bytes = readFile(path, documents::kLargestCaseFile);
    if (!bytes)
        return Unexpected(bytes.error());
    identity.caseFile = std::make_shared<const QByteArray>(*std::move(bytes));
    return {};
}

Outcome<StagedNames> stageDocuments(const Arguments &arguments, const QString &file, const Formats &formats,
                                    const StagedFiles &staged)
{
    const auto kinds = kindsOf(arguments.value(u"document"_s));
    if (!kinds)
        return Unexpected(kinds.error());
    const auto data = shippedFor(arguments, file);
    if (!data)
        return Unexpected(data.error());
    const QString pool = arguments.value(u"pool"_s);
    const auto profile = profileOf(file);
    if (!profile)
        return Unexpected(profile.error());
    StagedNames all;
    documents::Typesetter typesetter;
    const auto stage = [&](const ports::CaseSummary &summary, const drafting::ComputedCase &computed) -> Step {
        auto beside = besideOf(file, summary.id);
        if (!beside)
            return Unexpected(beside.error());
        drafting::CaseIdentity identity{summary.id, summary.revision, summary.slug, *profile,
                                        std::make_shared<const ports::CaseNotes>(std::move(beside->notes))};
        if (const Step carried = takeCaseAlong(arguments, file, staged, identity); !carried)
            return carried;
        const drafting::CaseDocuments documents(computed, *data, identity, arguments.asOf(), typesetter);
        auto files = filesOf(documents, *kinds, formats.documents, pool);
        if (!files)
            return Unexpected(files.error());
        drafting::FilingKit kit(computed, *data, identity, arguments.asOf(), documents, beside->filings);
        const auto withheld =
            formats.updates() ? withhold(file, *beside, pool, kit) : Outcome<QStringList>(QStringList());
        if (!withheld)
            return Unexpected(withheld.error());
        all.withheld += *withheld;
        for (drafting::DocumentFile &part : kitFilesOf(computed, kit, formats, pool))
            files->push_back(std::move(part));
        for (const drafting::DocumentFile &document : *files) {
            if (const Step written = staged.write(document.name, document.bytes); !written)
                return written;
            all.names.append(document.name);
        }
        return {};
    };
    if (const Step visited = visitCases(file, arguments.value(u"id"_s), *data, arguments.asOf(), stage); !visited)
        return Unexpected(visited.error());
    if (all.names.isEmpty())
        return Unexpected(Failure{
            file, {}, pool.isEmpty() ? u"has nothing to export"_s : u"has no record of the pool \""_s + pool + u'"'});
    return all;
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

/// An older update beside the new kit would still be sent: it goes as if the export had replaced it.
Step removeWithheld(const QString &folder, const QStringList &names)
{
    for (const QString &name : names) {
        QFile older(folder + u'/' + name);
        const QFileInfo found(older);
        if ((found.exists() || found.isSymLink()) && !older.remove())
            return Unexpected(
                Failure{older.fileName(),
                        {},
                        u"is an update that AWS would refuse, and could not be removed: "_s + older.errorString()});
    }
    return {};
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
    const auto formats = formatsOf(arguments.value(u"format"_s), arguments.isSet(u"archive"_s));
    if (!formats)
        return Unexpected(formats.error());
    if (formats->caseFile && arguments.isSet(u"pool"_s))
        return Unexpected(usage(u"--pool: a case file holds the case with all its pools"_s));
    const auto staged = StagedFiles::in(*folder);
    if (!staged)
        return Unexpected(staged.error());

    StagedNames documents;
    QStringList caseFiles;
    if (formats->caseFile) {
        auto names = stageCaseFiles(*file, arguments.value(u"id"_s), **staged);
        if (!names)
            return Unexpected(names.error());
        caseFiles = *std::move(names);
    }
    if (formats->computed()) {
        auto names = stageDocuments(arguments, *file, *formats, **staged);
        if (!names)
            return Unexpected(names.error());
        documents = *std::move(names);
    }
    (*staged)->keep();
    const auto published = publish(**staged, *folder, documents.names, caseFiles);
    if (!published || documents.withheld.isEmpty())
        return published;
    if (const Step removed =
            formats->has(drafting::KitPart::Update) ? removeWithheld(*folder, documents.withheld) : Step();
        !removed)
        return Unexpected(removed.error());
    return WithFindings;
}

} // namespace

Command exportCommand()
{
    return {u"export"_s, u"write the documents of a case, or the case as a file of its own"_s, describe, run, true};
}

} // namespace cli
