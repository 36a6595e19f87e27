#include "session/casework.h"

#include "documents/archive.h"
#include "drafting/casedraft.h"
#include "drafting/wholefile.h"
#include "worksheetfile/reader.h"

#include <QFile>
#include <QFileInfo>

namespace session {

using domain::Unexpected;
using drafting::ComputedCase;
using drafting::Shipped;
using namespace Qt::StringLiterals;

namespace {

Problem about(const QString &file, const domain::InputError &error)
{
    return {file, error};
}

Problem about(const QString &file, FileProblem::Kind kind, const QString &detail = {})
{
    return {file, FileProblem{kind, detail}};
}

Outcome<Drafted> draftOne(const WorksheetSource &source, const Shipped &shipped, QDate asOf)
{
    const auto bytes = source.bytes ? Outcome<QByteArray>(*source.bytes)
                                    : readFile(source.name, source.name.endsWith(u".pdf"_s, Qt::CaseInsensitive)
                                                                ? documents::kLargestArchive
                                                                : worksheetfile::kLargestWorksheet);
    if (!bytes)
        return Unexpected(bytes.error());
    const auto facts =
        documents::isPdf(*bytes) ? documents::caseInPdf(*bytes) : domain::Result<QByteArray, QString>(*bytes);
    if (!facts)
        return Unexpected(about(source.name, FileProblem::Kind::NoCaseInside, facts.error()));
    const auto worksheet = worksheetfile::read(*facts);
    if (!worksheet)
        return Unexpected(about(source.name, worksheet.error()));
    const auto computed = drafting::compute(*worksheet, shipped.rates, shipped.programmes, asOf);
    if (!computed)
        return Unexpected(about(source.name, computed.error()));
    return Drafted{source.name, worksheet->company.name, worksheet->company.website,
                   drafting::caseDraft(*computed, shipped, asOf)};
}

/// Adds or updates one case inside the store's transaction; the company's name in `duplicates` when that was not decided.
domain::Result<void, ports::StoreError> saveOne(ports::CaseStore &store, const Drafted &drafted,
                                                IfDuplicate ifDuplicate, const QDateTime &now, Saved &saved)
{
    const auto existing = ifDuplicate == IfDuplicate::AddAsNew
                            ? ports::StoreResult<std::optional<QString>>(std::nullopt)
                            : store.findCompany(drafted.company, drafted.website);
    if (!existing)
        return Unexpected(existing.error());
    if (*existing && ifDuplicate == IfDuplicate::Ask) {
        saved.duplicates.append(drafted.company);
        return {};
    }
    if (*existing) {
        const auto revision = store.update(**existing, drafted.draft, -1, now);
        if (!revision)
            return Unexpected(revision.error());
        saved.caseIds.append(**existing);
        return {};
    }
    const auto id = store.add(drafted.draft, now);
    if (!id)
        return Unexpected(id.error());
    saved.caseIds.append(*id);
    return {};
}

} // namespace

Outcome<std::vector<Drafted>> draftAll(const std::vector<WorksheetSource> &sources, const Shipped &shipped, QDate asOf,
                                       JobControl &control)
{
    std::vector<Drafted> all;
    all.reserve(sources.size());
    for (const WorksheetSource &source : sources) {
        if (control.isCancelled())
            return Unexpected(Problem{{}, Cancelled{}});
        auto one = draftOne(source, shipped, asOf);
        if (!one)
            return Unexpected(one.error());
        all.push_back(*std::move(one));
        control.report(static_cast<qsizetype>(all.size()), static_cast<qsizetype>(sources.size()));
    }
    return all;
}

Outcome<Saved> saveAll(ports::CaseFiles &files, const QString &caseFile, const std::vector<Drafted> &drafted,
                       IfDuplicate ifDuplicate, const QDateTime &now, JobControl &control)
{
    const auto failed = [&](const ports::StoreError &error) { return Unexpected(Problem{caseFile, error}); };
    const auto opened = files.open(caseFile, ports::CaseFiles::Access::WriteOrMake, ports::CaseFiles::kPatient);
    if (!opened)
        return failed(opened.error());
    ports::CaseStore &store = **opened;
    if (const auto begun = store.begin(); !begun)
        return failed(begun.error());
    Saved saved;
    qsizetype done = 0;
    for (const Drafted &one : drafted) {
        const auto step = saveOne(store, one, ifDuplicate, now, saved);
        if (!step || control.isCancelled()) {
            store.rollback();
            return step ? Unexpected(Problem{{}, Cancelled{}}) : failed(step.error());
        }
        control.report(++done, static_cast<qsizetype>(drafted.size()));
    }
    if (!saved.duplicates.isEmpty()) {
        store.rollback();
        saved.caseIds.clear();
        return saved;
    }
    if (const auto committed = store.commit(); !committed)
        return failed(committed.error());
    return saved;
}

Outcome<QByteArray> readFile(const QString &path, qsizetype largest)
{
    if (QFileInfo(path).isDir())
        return Unexpected(about(path, FileProblem::Kind::IsFolder));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(about(path, FileProblem::Kind::Unreadable, file.errorString()));
    QByteArray bytes = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError)
        return Unexpected(about(path, FileProblem::Kind::Unreadable, file.errorString()));
    constexpr qsizetype kMebibyte = 1024 * 1024;
    if (bytes.size() > largest)
        return Unexpected(about(path, FileProblem::Kind::TooLarge, QString::number(largest / kMebibyte)));
    return bytes;
}

Step writeFile(const QString &path, const QByteArray &bytes)
{
    if (const auto written = drafting::writeWholeFile(path, bytes); !written)
        return Unexpected(about(path, FileProblem::Kind::Unwritable, written.error()));
    return {};
}

} // namespace session
