#include "session/desk.h"

#include "drafting/ownratesfile.h"
#include "drafting/userprogrammes.h"
#include "session/datatouse.h"
#include "worksheetfile/reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QStandardPaths>

#include <algorithm>

namespace session {

using ports::CaseFiles;
using ports::StoreError;
using namespace Qt::StringLiterals;

namespace {

QString documentsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

Desk::Desk(const Services &services, QObject *parent)
    : QObject(parent), m_services(services), m_day(services.clock.today()), m_tidying(services.files)
{
    connect(&m_tidying, &Tidying::finished, this, &Desk::followTidying);
    connect(this, &Desk::fileChanged, this, [this] { m_tidying.setFile(m_readOnly ? QString() : m_path); });
    connect(this, &Desk::fileChanged, this, &Desk::forgetImportsOfOtherFiles);
    connect(&m_job, &Job::runningChanged, this, &Desk::jobChanged);
    connect(&m_job, &Job::progressed, this, &Desk::progressed);
    constexpr int kWatchMilliseconds = 1000;
    m_watch.setInterval(kWatchMilliseconds);
    connect(&m_watch, &QTimer::timeout, this, &Desk::lookForChanges);
    connect(&m_watch, &QTimer::timeout, this, &Desk::followDay);
    m_watch.start();
}

Desk::~Desk() = default;

void Desk::prepare()
{
    if (m_preparing)
        return;
    m_preparing = true;
    auto read = std::make_shared<std::optional<DataToUse>>();
    m_preparation.start([read](JobControl &) { read->emplace(dataToUse()); },
                        [this, read] {
                            if (!(*read)->data) {
                                Q_EMIT failed({u"rate book"_s, (*read)->data.error()});
                                return;
                            }
                            m_shipped = std::make_shared<const drafting::Shipped>(*std::move((*read)->data));
                            followChannel(); // of a file that was opened meanwhile
                            Q_EMIT prepared();
                            for (const auto &action : std::exchange(m_waiting, {}))
                                action();
                            // The shipped figures stand in for wrong ones of one's own; a person has to know.
                            if ((*read)->ownPrices)
                                Q_EMIT failed({drafting::ownRatesFile(), *(*read)->ownPrices});
                            if ((*read)->ownFigures)
                                Q_EMIT failed({drafting::userProgrammesFile(), *(*read)->ownFigures});
                        });
}

void Desk::whenPrepared(std::function<void()> action)
{
    if (m_shipped) {
        action();
        return;
    }
    m_waiting.push_back(std::move(action));
    prepare();
}

void Desk::open(const QString &path)
{
    if (path.endsWith(u".pdf"_s, Qt::CaseInsensitive)) { // an archive copy: its case goes into a case file
        openArchive(path);
        return;
    }
    const QString file = QFileInfo(path).absoluteFilePath();
    if (!mayLeave())
        return;
    // The same file once more is read anew; the window that has it is this one.
    const bool again = isOpen() && QFileInfo(file) == QFileInfo(m_path);
    std::unique_ptr<OpenFile> held = again ? std::move(m_held) : nullptr;
    if (m_services.openFiles && !held) {
        held = m_services.openFiles->take(file, m_services.clock.now());
        if (!held) {
            Q_EMIT openElsewhere(file);
            return;
        }
    }
    auto store = m_services.files.open(file, CaseFiles::Access::Write, CaseFiles::kBrief);
    const bool readOnly = !store && store.error().kind == StoreError::Kind::ReadOnly;
    if (readOnly)
        store = m_services.files.open(file, CaseFiles::Access::Read, CaseFiles::kBrief);
    if (!store) {
        if (again)
            m_held = std::move(held);
        Q_EMIT failed({file, store.error()});
        return;
    }
    clearShown();
    setFile(file, *std::move(store), readOnly, std::move(held));
    readProfile();
    Q_EMIT fileChanged();
    readList();
}

void Desk::setFile(const QString &path, std::unique_ptr<ports::CaseStore> store, bool readOnly,
                   std::unique_ptr<OpenFile> held)
{
    const bool again = held && path == m_path;
    m_store = std::move(store);
    m_path = path;
    m_readOnly = readOnly;
    m_filter.clear();
    m_lost = false;
    m_held = std::move(held);
    if (!m_held || again)
        return;
    connect(m_held.get(), &OpenFile::frontWanted, this, &Desk::frontWanted, Qt::UniqueConnection);
    m_recovered = recoveredCases(*m_store, m_held->left());
}

void Desk::close()
{
    if (!isOpen() || !mayLeave())
        return;
    ++m_wish;
    clearShown();
    m_store.reset();
    m_held.reset();
    m_recovered.clear();
    m_profile.reset();
    followChannel();
    m_path.clear();
    m_readOnly = false;
    m_filter.clear();
    m_cases.clear();
    Q_EMIT fileChanged();
    Q_EMIT casesChanged();
}

void Desk::makeCaseFile()
{
    const QString path =
        m_services.prompter.newCaseFile(tr("New case file"), QDir(folderOfFile()).filePath(u"cases.briefstack"_s));
    if (path.isEmpty())
        return;
    if (const auto made = m_services.files.make(path); !made)
        Q_EMIT failed({path, made.error()});
    else
        open(path);
}

void Desk::openCaseFile()
{
    if (const QString path = m_services.prompter.existingCaseFile(tr("Open a case file"), folderOfFile());
        !path.isEmpty())
        open(path);
}

void Desk::setFilter(const QString &text)
{
    if (std::exchange(m_filter, text) != text && isOpen())
        readList();
}

void Desk::reload()
{
    if (!isOpen() || !readList() || !m_case || m_case->caseId().isEmpty())
        return;
    if (!m_case->view()) {
        show(m_case->caseId());
        return;
    }
    if (!isShownCurrent() && m_case->isSaved())
        m_case->takeTheirs();
}

bool Desk::isShownCurrent() const
{
    const auto here = std::ranges::find(m_cases, m_case->caseId(), &ports::CaseSummary::id);
    return here != m_cases.end() && here->revision == m_case->summary().revision;
}

void Desk::lookForChanges()
{
    // An import saves through a store of its own: what it has committed is not another program's. Looked at when it ends.
    if (!isOpen() || m_lost || isBusy() || m_tidying.isRunning())
        return;
    const auto changes = m_store->changesByOthers();
    if (!changes) {
        m_lost = changes.error().kind != StoreError::Kind::Busy;
        if (m_lost)
            Q_EMIT failed({m_path, changes.error()});
        return;
    }
    if (changes->any)
        acceptChanges(*changes);
}

void Desk::acceptChanges(const ports::OthersChanges &changes)
{
    readProfile();
    const bool shownCase = m_case && std::ranges::find(changes.cases, m_case->caseId()) != changes.cases.end();
    const QString id = m_case ? m_case->caseId() : QString();
    const QString company = m_case ? m_case->summary().company : QString();
    reload();
    if (!id.isEmpty() && (!m_case || m_case->caseId() != id)) { // another case took its place
        const auto loaded = m_store->load(id);
        const bool isGone = !loaded && loaded.error().kind == StoreError::Kind::NoSuchCase;
        if (!loaded)
            Q_EMIT failed({m_path, isGone ? StoreError{StoreError::Kind::NoSuchCase, company, 0} : loaded.error()});
    }
    if (m_case)
        m_case->reloadNotes();
    readEarlier();
    QStringList others;
    for (const ports::CaseSummary &summary : m_cases) {
        const bool changed = std::ranges::find(changes.cases, summary.id) != changes.cases.end();
        if (changed && summary.id != id)
            others.append(summary.company);
    }
    // What could not be read has been told; what is not saved here stays and is compared when it is.
    const bool isReloaded = shownCase && m_case && m_case->caseId() == id && m_case->isSaved() && isShownCurrent();
    Q_EMIT changedByOthers(isReloaded, others);
}

/// Tidying changes the file, but none of its cases.
void Desk::followTidying()
{
    if (!isOpen() || m_lost || isBusy())
        return;
    const auto changes = m_store->changesByOthers();
    if (changes && changes->cases.empty())
        readProfile(); // somebody else may have changed it meanwhile
    else if (changes)
        acceptChanges(*changes);
}

bool Desk::readList()
{
    ports::ListFilter filter;
    filter.search = m_filter;
    auto cases = m_store->list(filter);
    if (!cases) {
        Q_EMIT failed({m_path, cases.error()});
        return false;
    }
    m_cases = *std::move(cases);
    Q_EMIT casesChanged();
    return true;
}

void Desk::refreshStatuses()
{
    if (m_case && !m_case->caseId().isEmpty()) {
        if (const auto stored = m_store->load(m_case->caseId()))
            m_case->takeStatuses(stored->summary);
    }
    readEarlier();
    readList();
}

void Desk::clearShown()
{
    if (!m_case)
        return;
    m_case->flush();
    m_case.reset();
    Q_EMIT shownChanged();
}

bool Desk::mayLeave()
{
    if (flush() || !m_case->hasUnsavedInput())
        return true;
    Q_EMIT leaveRefused();
    return false;
}

void Desk::discard()
{
    if (!m_case)
        return;
    m_case->giveUp();
    clearShown();
}

bool Desk::flush()
{
    return !m_case || m_case->flush();
}

void Desk::refuseToShow(const Problem &problem)
{
    clearShown();
    Q_EMIT notShown();
    Q_EMIT failed(problem);
}

void Desk::show(const QString &caseId)
{
    if (!mayLeave())
        return;
    ++m_wish;
    if (caseId.isEmpty() || !isOpen()) {
        clearShown();
        return;
    }
    if (m_case && m_case->caseId() == caseId && m_case->view() && isShownCurrent())
        return; // a case that is in the list for the first time, say: whoever types into it goes on typing
    whenPrepared([this, caseId, wish = m_wish] {
        if (!isOpen() || m_wish != wish)
            return;
        const auto stored = m_store->load(caseId);
        if (!stored)
            return refuseToShow({m_path, stored.error()});
        const auto worksheet = worksheetfile::read(stored->worksheet);
        if (!worksheet)
            return refuseToShow({stored->summary.company, worksheet.error()});
        auto pending = m_store->loadPending(caseId);
        if (!pending)
            return refuseToShow({m_path, pending.error()});
        ports::CaseNotes notes;
        if (ports::NoteStore *kept = m_store->notes()) {
            auto loaded = kept->loadNotes(caseId);
            if (!loaded)
                return refuseToShow({m_path, loaded.error()});
            notes = *std::move(loaded);
        }
        take({stored->summary, {*worksheet, {}, {}}, *std::move(pending), std::move(notes)});
    });
}

void Desk::showNewCase()
{
    if (!isOpen() || !mayLeave())
        return;
    whenPrepared([this, wish = ++m_wish] {
        if (isOpen() && m_wish == wish)
            take({});
    });
}

void Desk::take(OpenedCase opened)
{
    m_case = std::make_unique<CaseSession>(m_shipped, m_services.clock, m_readOnly ? nullptr : m_store.get(),
                                           std::move(opened));
    if (m_held)
        m_held->addCase(m_case->caseId(), m_case->summary().revision);
    connect(m_case.get(), &CaseSession::viewChanged, this, &Desk::shownEdited);
    connect(m_case.get(), &CaseSession::mergedWithOthers, this, &Desk::mergedWithOthers);
    connect(m_case.get(), &CaseSession::saveStateChanged, this, [this] {
        if (m_case->saveState().kind == SaveState::Kind::Saved) {
            listSaved();
            m_tidying.saved();
        }
        Q_EMIT saveStateChanged();
    });
    {
        const QSignalBlocker quiet(m_case.get()); // it is not shown yet
        m_case->setProfile(m_profile, m_shipped);
        readEarlier();
    }
    Q_EMIT shownChanged();
    if (m_case->problem())
        Q_EMIT failed({m_case->summary().company, *m_case->problem()});
}

/// The list follows a save at once and keeps its order while someone types.
void Desk::listSaved()
{
    const ports::CaseSummary &saved = m_case->summary();
    if (m_held)
        m_held->addCase(saved.id, 0); // of a case that was there before, what it was like then stays
    const auto listed = std::find_if(m_cases.begin(), m_cases.end(),
                                     [&saved](const ports::CaseSummary &summary) { return summary.id == saved.id; });
    if (listed != m_cases.end()) {
        const bool renamed = listed->company != saved.company;
        *listed = saved;
        if (renamed)
            readEarlier();
        Q_EMIT casesChanged();
    } else if (!saved.id.isEmpty()) {
        readList();
    }
}

QString Desk::folderOfFile() const
{
    return m_path.isEmpty() ? documentsFolder() : QFileInfo(m_path).absolutePath();
}

void Desk::importWorksheet()
{
    importWorksheets(m_services.prompter.worksheets(folderOfFile()));
}

} // namespace session
