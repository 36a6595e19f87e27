// Worksheets on their way into a case file: drafted, asked about where their companies are there already, saved.
#include "session/desk.h"

#include <QDir>
#include <QFileInfo>

namespace session {

using ports::StoreError;
using namespace Qt::StringLiterals;

/// An import on its way through its steps: draft, wait for a choice about duplicates, save.
struct Desk::Import {
    std::vector<WorksheetSource> sources;
    QString suggestedName; ///< of a new case file
    QString caseFile;      ///< empty: none is open, and none was chosen yet
    std::vector<Drafted> drafted;
    IfDuplicate ifDuplicate = IfDuplicate::Ask;
    Saved saved;
    std::optional<Problem> problem;
};

void Desk::startImport(std::vector<WorksheetSource> sources, const QString &suggestedName)
{
    if (sources.empty() || isBusy())
        return;
    if (m_readOnly) {
        Q_EMIT failed({m_path, FileProblem{FileProblem::Kind::ReadOnlyCaseFile, {}}});
        return;
    }
    flush();
    auto import = std::make_shared<Import>();
    import->sources = std::move(sources);
    import->suggestedName = suggestedName;
    import->caseFile = m_path;
    whenPrepared([this, import] { draft(import); });
}

void Desk::draft(std::shared_ptr<Import> import)
{
    if (isBusy())
        return;
    m_job.start(
        [import, shipped = m_shipped, asOf = m_services.clock.today()](JobControl &control) {
            auto drafted = draftAll(import->sources, *shipped, asOf, control);
            if (drafted)
                import->drafted = *std::move(drafted);
            else
                import->problem = drafted.error();
        },
        [this, import] {
            if (import->problem)
                Q_EMIT failed(*import->problem);
            else if (chooseCaseFile(*import))
                save(import);
        });
}

/// Where no file is open; a name is asked for only once it is known that there is something to save.
bool Desk::chooseCaseFile(Import &import)
{
    if (!import.caseFile.isEmpty())
        return true;
    if (isOpen() && !m_readOnly) { // meanwhile
        import.caseFile = m_path;
        return true;
    }
    import.caseFile = m_services.prompter.newCaseFile(tr("Case file for the new case"),
                                                      QDir(folderOfFile()).filePath(import.suggestedName));
    if (!import.caseFile.isEmpty() && QFileInfo::exists(import.caseFile)) {
        Q_EMIT failed({import.caseFile, StoreError{StoreError::Kind::Exists, {}, 0}});
        return false;
    }
    return !import.caseFile.isEmpty();
}

void Desk::save(std::shared_ptr<Import> import)
{
    m_job.start(
        [import, &files = m_services.files, now = m_services.clock.now()](JobControl &control) {
            auto saved = saveAll(files, import->caseFile, import->drafted, import->ifDuplicate, now, control);
            if (saved)
                import->saved = *std::move(saved);
            else
                import->problem = saved.error();
        },
        [this, import] { finishImport(import); });
}

void Desk::finishImport(const std::shared_ptr<Import> &import)
{
    if (import->problem) {
        Q_EMIT failed(*import->problem);
        return;
    }
    if (!import->saved.duplicates.isEmpty()) {
        m_undecided.push_back(import);
        Q_EMIT undecidedChanged();
        return;
    }
    if (m_path == import->caseFile) {
        (void)m_store->changesByOthers(); // the import itself, saved by a store of its own
        m_filter.clear();
        readList();
    } else {
        open(import->caseFile);
    }
    Q_EMIT imported(import->saved.caseIds);
}

QStringList Desk::undecidedCompanies() const
{
    return m_undecided.empty() ? QStringList() : m_undecided.front()->saved.duplicates;
}

QString Desk::undecidedFile() const
{
    return m_undecided.empty() ? QString() : m_undecided.front()->caseFile;
}

void Desk::decideImport(IfDuplicate choice)
{
    if (m_undecided.empty() || isBusy())
        return;
    const auto import = m_undecided.front();
    m_undecided.erase(m_undecided.begin());
    flush(); // what was typed while it waited
    import->ifDuplicate = choice;
    import->saved = {};
    save(import);
    Q_EMIT undecidedChanged();
}

void Desk::forgetImport()
{
    if (m_undecided.empty())
        return;
    m_undecided.erase(m_undecided.begin());
    Q_EMIT undecidedChanged();
}

/// They were compared with the cases of a file that is not open any more.
void Desk::forgetImportsOfOtherFiles()
{
    if (std::erase_if(m_undecided, [this](const auto &import) { return import->caseFile != m_path; }) > 0)
        Q_EMIT undecidedChanged();
}

} // namespace session
