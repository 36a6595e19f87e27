// The window's parts that are not seen in its first picture: the tabs of a case, the docks of a call and of a filing, and
// what joins them with the desk.
#include "ui/mainwindow.h"

#include "ui/arithmeticpane.h"
#include "ui/backupswindow.h"
#include "ui/callmode.h"
#include "ui/caseimporter.h"
#include "ui/filecarebanner.h"
#include "ui/filingdock.h"
#include "ui/foundermenu.h"
#include "ui/headerstrip.h"
#include "ui/historytab.h"
#include "ui/importchoice.h"
#include "ui/printing.h"
#include "ui/profileediting.h"
#include "ui/recordstab.h"
#include "ui/requesttools.h"
#include "ui_mainwindow.h"

#include <QBoxLayout>
#include <QFileInfo>

namespace ui {

using namespace Qt::StringLiterals;

void MainWindow::complete()
{
    if (std::exchange(m_complete, true))
        return;
    setWindowIcon(QIcon(u":/briefstack/icons/briefstack.svg"_s));
    m_form->workspace->complete();
    // Tab goes on as they stand: from the tabs of a case to the docks at their right.
    m_form->findingsPane->setParent(nullptr);
    m_form->toFixDock->setWidget(m_form->findingsPane);
    m_form->findingsPane->show();
    m_arithmetic = new ArithmeticPane;
    m_form->arithmeticDock->setWidget(m_arithmetic);
    connectPanes();
    connectDocuments();
    m_requests =
        new RequestTools(m_desk, m_clock, m_settings, *m_form->workspace->records(), *m_form->recordsMenu, *this);
    connectFilings();
    connectFixes();
    connectDesk();
    connectWizard();
    m_call = new CallMode({this, m_form->centerStack, m_form->messageBar, m_form->caseMenu, m_form->viewMenu,
                           m_form->callBackAction, m_form->followUpAction},
                          m_desk, m_clock);
    if (m_services.care) {
        m_fileCare = std::make_unique<FileCareBanner>(*m_services.care, m_clock, m_desk, *m_form->messageBar);
        connect(m_fileCare.get(), &FileCareBanner::caseWanted, m_form->casesPane, &CasesPane::select);
    }
    connectCaseFiles();
    restoreRest();
    updateActions();
}

session::Desk &MainWindow::desk()
{
    complete();
    return m_desk;
}

/// What is done with whole case files: cases of another one, backups and repair.
void MainWindow::connectCaseFiles()
{
    const QList<QAction *> entries = m_form->fileMenu->actions();
    QAction *after = entries.value(entries.indexOf(m_form->importAction) + 1);
    if (m_services.care) {
        auto *backups = new QAction(tr("&Backups and repair…"), this);
        backups->setObjectName(u"backupsAction"_s);
        backups->setEnabled(false);
        m_form->fileMenu->insertAction(after, backups);
        connect(&m_desk, &session::Desk::fileChanged, backups,
                [this, backups] { backups->setEnabled(m_desk.isOpen()); });
        connect(backups, &QAction::triggered, this, [this] { showBackups(m_desk.path()); });
        connect(m_fileCare.get(), &FileCareBanner::backupsWanted, this,
                [this](const QString &path) { showBackups(path); });
    }
    if (!m_services.care || !m_services.exchange)
        return;
    m_caseImporter = new CaseImporter(m_services, m_desk, *m_form->messageBar, this);
    m_form->fileMenu->insertAction(m_form->fileMenu->actions().value(entries.indexOf(m_form->importAction) + 1),
                                   m_caseImporter->action());
    connect(m_caseImporter, &CaseImporter::caseWanted, m_form->casesPane, &CasesPane::select);
}

void MainWindow::showBackups(const QString &path)
{
    auto *window = findChild<BackupsWindow *>();
    if (window && window->path() != path)
        window->close();
    if (!window || window->path() != path) {
        window = new BackupsWindow(m_services, m_desk, *m_form->messageBar, path, this);
        connect(window, &BackupsWindow::checkRequested, m_fileCare.get(), &FileCareBanner::check);
        connect(window, &BackupsWindow::repairRequested, m_fileCare.get(), &FileCareBanner::repair);
    }
    window->show();
    window->activateWindow();
}

void MainWindow::connectPanes()
{
    m_form->workspace->records()->setZoomActions(
        {m_form->zoomInAction, m_form->zoomOutAction, m_form->actualSizeAction, m_form->fitWidthAction});
    for (const auto &[action, tab] : tabActions())
        action->setVisible(m_form->workspace->tab(tab) != nullptr);
    connect(m_form->workspace, &Workspace::importRequested, &m_desk, &session::Desk::importWorksheet);
    connect(m_form->workspace, &Workspace::figureRequested, this, &MainWindow::showArithmetic);
    connect(m_form->workspace, &Workspace::currentTabChanged, this, &MainWindow::updateActions);
    connect(m_form->workspace->records(), &RecordsTab::currentRecordChanged, this, &MainWindow::updateActions);
    connect(m_form->workspace->records(), &RecordsTab::laidOut, this, &MainWindow::showFindings);
    connect(m_form->workspace->records(), &RecordsTab::exportRequested, m_form->exportRecordAction, &QAction::trigger);
    connect(m_form->workspace->records(), &RecordsTab::preflightRequested, this, &MainWindow::showPreflight);
    m_form->workspace->history()->setSource(
        {[this] { return m_desk.revisions(); }, [this](int revision) { return m_desk.worksheetAt(revision); }});
    connect(m_form->workspace->strip(), &HeaderStrip::toFixRequested, this, [this] {
        showToFix();
        m_form->findingsPane->list()->setFocus();
    });
    connect(m_form->workspace->strip(), &HeaderStrip::dismissed, this, &MainWindow::showToFix);
    connect(m_arithmetic, &ArithmeticPane::dismissed, this, [this] {
        showToFix();
        m_form->findingsPane->list()->setFocus();
    });
    connect(m_form->casesPane, &CasesPane::filterChanged, &m_desk, &session::Desk::setFilter);
    connect(m_form->casesPane, &CasesPane::currentChanged, &m_desk, &session::Desk::show);
}

/// What leaves the window as paper or file, and what comes back from the founder.
void MainWindow::connectDocuments()
{
    m_founder = new FounderMenu(
        m_desk, {m_form->followUpAction, m_form->founderFormAction, m_form->importAnswerAction, m_form->callBackAction},
        *this);
    connect(m_founder, &FounderMenu::taken, this,
            [this](const QString &sentence) { m_form->messageBar->show(MessageBar::Kind::Done, sentence); });
    m_printing = new Printing(m_desk, *this);
    const auto record = [this] { return m_form->workspace->records()->currentRecord(); };
    connect(m_form->printAction, &QAction::triggered, m_printing, [=, this] { m_printing->printRecord(record()); });
    connect(m_form->documentsAction, &QAction::triggered, m_printing,
            [=, this] { m_printing->openDocuments(record()); });
    auto *profile = new ProfileEditing(m_desk, *m_form->messageBar, *this);
    connect(m_form->profileAction, &QAction::triggered, profile, &ProfileEditing::open);
    connect(&m_desk, &session::Desk::profileChanged, this, &MainWindow::updateActions);
    connect(m_printing, &Printing::printed, this, [this](const QString &title, const QString &printer) {
        m_form->messageBar->show(MessageBar::Kind::Done, tr("%1 was printed: %2.").arg(title, printer));
    });
    connect(m_printing, &Printing::notPrinted, this, [this](const QString &title, const QString &printer) {
        m_form->messageBar->show(
            MessageBar::Kind::Error,
            tr("%1 could not be printed: %2 did not take it. Save it as a PDF instead.").arg(title, printer));
    });
}

void MainWindow::connectDesk()
{
    for (const auto news : {&session::Desk::prepared, &session::Desk::dayChanged})
        connect(&m_desk, news, this, &MainWindow::showDay);
    connect(&m_desk, &session::Desk::fileChanged, this, &MainWindow::showFile);
    connect(&m_desk, &session::Desk::casesChanged, this, &MainWindow::showCases);
    connect(&m_desk, &session::Desk::shownChanged, this, &MainWindow::showCase);
    connect(&m_desk, &session::Desk::notShown, this,
            [this] { m_form->workspace->showNoCase(Workspace::NoCase::Unreadable); });
    connect(&m_desk, &session::Desk::shownEdited, this, &MainWindow::showEdited);
    connect(&m_desk, &session::Desk::saveStateChanged, this, &MainWindow::showSaveState);
    connect(&m_desk, &session::Desk::changedByOthers, this, &MainWindow::showChangedByOthers);
    connect(&m_desk, &session::Desk::mergedWithOthers, this, [this](const QStringList &fields) {
        m_form->messageBar->show(
            MessageBar::Kind::Done,
            tr("Another program changed this case too: %1. Both are saved; Ctrl+Z takes theirs back.")
                .arg(fields.join(u", "_s)));
    });
    connect(&m_desk, &session::Desk::leaveRefused, this, &MainWindow::showLeaveRefused);
    connect(&m_desk, &session::Desk::frontWanted, this, &MainWindow::comeToFront);
    connect(&m_desk, &session::Desk::openElsewhere, this, [this](const QString &path) {
        m_form->messageBar->show(MessageBar::Kind::Warning,
                                 tr("%1 is open in another Briefstack window, which was brought to the front.")
                                     .arg(QFileInfo(path).fileName()));
    });
    connect(&m_desk, &session::Desk::failed, this, &MainWindow::showProblem);
    connect(&m_desk, &session::Desk::imported, this, &MainWindow::showImported);
    m_importChoice = new ImportChoice(m_desk, m_form->messageBar->parentWidget());
    qobject_cast<QBoxLayout *>(m_importChoice->parentWidget()->layout())->insertWidget(1, m_importChoice);
    connect(&m_desk, &session::Desk::exported, this, &MainWindow::showExported);
    connect(&m_desk, &session::Desk::updateWithheld, this, &MainWindow::showWithheld);
    connect(&m_desk, &session::Desk::progressed, m_form->statusBar, &StatusBar::setProgress);
    connect(m_form->statusBar, &StatusBar::cancelRequested, &m_desk, &session::Desk::cancelJob);
    connect(&m_desk, &session::Desk::jobChanged, this, [this](bool running) {
        m_form->statusBar->setRunning(running);
        updateActions();
    });
}

} // namespace ui
