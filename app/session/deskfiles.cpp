// Worksheet files that come into the desk, and what it gives out of the shown case: history, a copy, documents.
#include "session/desk.h"

#include "drafting/filingkit.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace session {

using ports::StoreError;
using namespace Qt::StringLiterals;

Outcome<std::vector<ports::RevisionSummary>> Desk::revisions()
{
    if (!m_case || m_case->caseId().isEmpty())
        return std::vector<ports::RevisionSummary>();
    auto revisions = m_store->revisions(m_case->caseId());
    if (!revisions)
        return domain::Unexpected(Problem{m_path, revisions.error()});
    return *std::move(revisions);
}

Outcome<domain::Worksheet> Desk::worksheetAt(int revision)
{
    if (!m_case)
        return domain::Unexpected(Problem{m_path, StoreError{StoreError::Kind::NoSuchCase, {}, 0}});
    const auto stored = m_store->loadRevision(m_case->caseId(), revision);
    if (!stored)
        return domain::Unexpected(Problem{m_path, stored.error()});
    auto worksheet = worksheetfile::read(stored->worksheet);
    if (!worksheet)
        return domain::Unexpected(Problem{m_case->summary().company, worksheet.error()});
    return *std::move(worksheet);
}

void Desk::readImported()
{
    if (!isOpen())
        return;
    (void)m_store->changesByOthers(); // the import itself
    m_filter.clear();
    reload();
    readEarlier();
}

void Desk::saveCopy()
{
    if (!m_case || !m_shipped || isBusy())
        return;
    const QString path = m_services.prompter.newCaseFile(
        tr("Save a copy of the case"), QDir(folderOfFile()).filePath(m_case->summary().slug + u"-copy.briefstack"_s));
    if (path.isEmpty())
        return;
    if (QFileInfo::exists(path)) {
        Q_EMIT failed({path, StoreError{StoreError::Kind::Exists, {}, 0}});
        return;
    }
    JobControl control(m_job);
    const auto drafted = draftAll({{m_case->worksheet().company.name, worksheetfile::write(m_case->worksheet())}},
                                  *m_shipped, m_services.clock.today(), control);
    if (!drafted) {
        Q_EMIT failed(drafted.error());
        return;
    }
    const auto saved =
        saveAll(m_services.files, path, *drafted, IfDuplicate::AddAsNew, m_services.clock.now(), control);
    if (!saved) {
        Q_EMIT failed(saved.error());
        return;
    }
    const auto copy = m_services.files.open(path, ports::CaseFiles::Access::Write, ports::CaseFiles::kBrief);
    auto kept = copy ? m_case->copyInto(**copy, saved->caseIds.constFirst())
                     : domain::Result<void, StoreError>(domain::Unexpected(copy.error()));
    if (kept && m_profile && !m_profile->isEmpty()) {
        if (const auto hand = m_services.profiles->save(path, *m_profile, m_services.clock.now()); !hand)
            kept = domain::Unexpected(hand.error());
    }
    if (!kept) {
        Q_EMIT failed({path, kept.error()});
        return;
    }
    Q_EMIT exported(QFileInfo(path).absolutePath(), {QFileInfo(path).fileName()});
}

bool Desk::mayExport()
{
    flush();
    if (!m_case || m_case->hasCompanyName())
        return m_case != nullptr;
    const domain::InputError missing{domain::InputProblem::MissingKey, u"company/name"_s, u"company name"_s, {}};
    Q_EMIT failed({m_case->worksheet().company.name, missing});
    return false;
}

bool Desk::mayReplace(const QString &folder, const QStringList &names)
{
    QStringList present;
    for (const QString &name : names) {
        if (QFileInfo::exists(QDir(folder).filePath(name)))
            present.append(name);
    }
    return present.isEmpty() || m_services.prompter.replaceFiles(folder, present);
}

void Desk::exportRecord(int index)
{
    if (!mayExport())
        return;
    const CaseViewPointer view = shown();
    if (!view || index < 0 || static_cast<std::size_t>(index) >= view->records.size())
        return;
    const RecordView &record = view->records[static_cast<std::size_t>(index)];
    const QString path = m_services.prompter.documentFile(QDir(folderOfFile()).filePath(record.pdfName));
    if (path.isEmpty())
        return;
    const auto pdf = renderPdf(*view, static_cast<std::size_t>(index), *m_shipped);
    if (!pdf)
        Q_EMIT failed({path, pdf.error().what});
    else
        writeDocument(path, *pdf);
}

void Desk::saveDocument(const drafting::DocumentFile &file)
{
    const QString path = m_services.prompter.documentFile(QDir(folderOfFile()).filePath(file.name));
    if (!path.isEmpty())
        writeDocument(path, file.bytes);
}

void Desk::writeDocument(const QString &path, const QByteArray &bytes)
{
    if (const Step written = writeFile(path, bytes); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT exported(QFileInfo(path).absolutePath(), {QFileInfo(path).fileName()});
}

void Desk::exportStack()
{
    if (!mayExport())
        return;
    const CaseViewPointer view = shown();
    if (!view || view->records.empty() || isBusy())
        return;
    const QString folder = m_services.prompter.exportFolder(folderOfFile());
    if (folder.isEmpty())
        return;
    if (mayReplace(folder, stackFileNames(*view)))
        startExport(folder);
}

namespace {

/// An older update beside a kit that has none would still be sent.
Step removeOlder(const QString &folder, const QStringList &names)
{
    for (const QString &name : names) {
        QFile older(QDir(folder).filePath(name));
        if (older.exists() && !older.remove())
            return domain::Unexpected(
                Problem{older.fileName(), FileProblem{FileProblem::Kind::Unwritable, older.errorString()}});
    }
    return {};
}

} // namespace

void Desk::exportKit(int index)
{
    if (!mayExport())
        return;
    const CaseViewPointer view = shown();
    if (!view || index < 0 || static_cast<std::size_t>(index) >= view->records.size())
        return;
    const bool inFile = m_store && !view->identity.caseId.isEmpty();
    const auto kit =
        renderKit(*view, static_cast<std::size_t>(index), *m_shipped, inFile ? m_store->filings() : nullptr);
    if (!kit) {
        Q_EMIT failed({m_path, kit.error()});
        return;
    }
    const std::vector<drafting::DocumentFile> &files = kit->files;
    if (files.empty())
        return;
    const QString folder = m_services.prompter.exportFolder(folderOfFile());
    if (folder.isEmpty())
        return;
    QStringList names;
    for (const drafting::DocumentFile &file : files)
        names.append(file.name);
    const QString &pool = view->records[static_cast<std::size_t>(index)].poolId;
    const QStringList withheld =
        kit->withheld.empty() ? QStringList() : QStringList{drafting::FilingKit::updateName(view->identity, pool)};
    if (!mayReplace(folder, names + withheld))
        return;
    for (const drafting::DocumentFile &file : files) {
        if (const Step written = writeFile(QDir(folder).filePath(file.name), file.bytes); !written) {
            Q_EMIT failed(written.error());
            return;
        }
    }
    if (const Step removed = removeOlder(folder, withheld); !removed) {
        Q_EMIT failed(removed.error());
        return;
    }
    Q_EMIT exported(folder, names);
    if (!kit->withheld.empty())
        Q_EMIT updateWithheld(kit->withheld);
}

void Desk::startExport(const QString &folder)
{
    struct Export {
        QStringList names;
        std::optional<Problem> problem;
    };
    auto result = std::make_shared<Export>();
    m_job.start(
        [result, folder, view = shown(), shipped = m_shipped](JobControl &control) {
            const auto files = renderStack(*view, *shipped, control);
            if (!files) {
                result->problem = files.error();
                return;
            }
            for (const drafting::DocumentFile &file : *files) {
                if (const Step written = writeFile(QDir(folder).filePath(file.name), file.bytes); !written) {
                    result->problem = written.error();
                    return;
                }
                result->names.append(file.name);
            }
        },
        [this, result, folder] {
            if (result->problem)
                Q_EMIT failed(*result->problem);
            else
                Q_EMIT exported(folder, result->names);
        });
}

void Desk::importWorksheets(const QStringList &files)
{
    if (files.size() == 1 && files.first().endsWith(u".pdf"_s, Qt::CaseInsensitive)) {
        openArchive(files.first());
        return;
    }
    std::vector<WorksheetSource> sources;
    for (const QString &file : files)
        sources.push_back({file, {}});
    startImport(std::move(sources), u"cases.briefstack"_s);
}

void Desk::importSample()
{
    const QString name = u"series-a-rag-assistant.worksheet.json"_s;
    QFile file(u":/briefstack/samples/"_s + name);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed({name, FileProblem{FileProblem::Kind::Unreadable, file.errorString()}});
        return;
    }
    startImport({{name, file.readAll()}}, u"sample.briefstack"_s);
}

} // namespace session
