#include "cli/commands.h"
#include "cli/openedcase.h"
#include "cli/stagedfiles.h"
#include "drafting/casedocuments.h"

namespace cli {

using domain::Unexpected;
using drafting::DocumentFormat;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kFormats{DocumentFormat::Pdf,        DocumentFormat::Html,     DocumentFormat::Markdown,
                              DocumentFormat::Text,       DocumentFormat::Odt,      DocumentFormat::Request,
                              DocumentFormat::BulkImport, DocumentFormat::Worksheet};

QStringList formatWords()
{
    QStringList words;
    for (const DocumentFormat format : kFormats)
        words.append(drafting::formatWord(format));
    return words;
}

void describe(Arguments &arguments)
{
    arguments.option(u"case"_s, u"The case file."_s, u"file"_s)
        .option(u"id"_s, u"Only this case."_s, u"case-id"_s)
        .option(u"pool"_s, u"Only the record of this pool."_s, u"pool-id"_s)
        .option(u"format"_s, u"One or more, separated by commas: "_s + formatWords().join(u", "_s) + u'.', u"list"_s)
        .option(u"out"_s, u"The folder to write into."_s, u"folder"_s)
        .withRates()
        .withProgrammes();
}

Outcome<std::vector<DocumentFormat>> formatsOf(const QString &list)
{
    std::vector<DocumentFormat> formats;
    for (const QString &word : list.split(u',', Qt::SkipEmptyParts)) {
        const auto index = formatWords().indexOf(word.trimmed());
        if (index < 0)
            return Unexpected(usage(u"--format: \""_s + word + u"\" is not one of "_s + formatWords().join(u", "_s)));
        formats.push_back(kFormats.at(static_cast<std::size_t>(index)));
    }
    if (formats.empty())
        return Unexpected(usage(u"missing --format"_s));
    return formats;
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
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const auto staged = StagedFiles::in(*folder);
    if (!staged)
        return Unexpected(staged.error());

    const QString pool = arguments.value(u"pool"_s);
    QStringList names;
    documents::Typesetter typesetter;
    const Step visited = visitCases(
        *file, arguments.value(u"id"_s), *data, arguments.asOf(),
        [&](const ports::CaseSummary &summary, const drafting::ComputedCase &computed) -> Step {
            const drafting::CaseDocuments documents(computed, *data, {summary.id, summary.revision, summary.slug},
                                                    arguments.asOf(), typesetter);
            const auto files = documents.files(*formats, pool);
            if (!files)
                return Unexpected(Failure{{}, {}, u"the brief could not be made: "_s + files.error().detail});
            for (const drafting::DocumentFile &document : *files) {
                if (const Step written = (*staged)->write(document.name, document.bytes); !written)
                    return written;
                names.append(document.name);
            }
            return {};
        });
    if (!visited)
        return Unexpected(visited.error());
    if (names.isEmpty())
        return Unexpected(Failure{
            *file, {}, pool.isEmpty() ? u"has nothing to export"_s : u"has no record of the pool \""_s + pool + u'"'});
    (*staged)->keep();
    QString text;
    for (const QString &name : names) {
        if (const Step published = (*staged)->publish(name, name); !published)
            return Unexpected(published.error());
        text += *folder + u'/' + name + u'\n';
    }
    if (const Step printed = print(text.toUtf8()); !printed)
        return Unexpected(printed.error());
    return Done;
}

} // namespace

Command exportCommand()
{
    return {u"export"_s, u"write the documents of a case"_s, describe, run, true};
}

} // namespace cli
