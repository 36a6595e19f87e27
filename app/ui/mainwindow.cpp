#include "ui/mainwindow.h"

#include "session/founderfiles.h"
#include "ui/aboutbox.h"
#include "ui/backupswindow.h"
#include "ui/callmode.h"
#include "ui/caseimporter.h"
#include "ui/filecarebanner.h"
#include "ui/filingdock.h"
#include "ui/foundermenu.h"
#include "ui/headerstrip.h"
#include "ui/historytab.h"
#include "ui/icons.h"
#include "ui/keysdialog.h"
#include "ui/panewalk.h"
#include "ui/printing.h"
#include "ui/profileediting.h"
#include "ui/recordstab.h"
#include "ui/requesttools.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QTimer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRoomForDocks = 1500; // pixels of the window, below which Records needs the right docks' place
const QString kGeometryKey = u"window/geometry"_s;
const QString kStateKey = u"window/state"_s;
const QString kWorkspaceKey = u"window/workspace"_s;

/// Local files of a drop; empty when there is anything else.
QStringList droppedFiles(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (!url.isLocalFile())
            return {};
        files.append(url.toLocalFile());
    }
    return files;
}

bool isCaseFile(const QString &path)
{
    return path.endsWith(u".briefstack"_s, Qt::CaseInsensitive);
}

} // namespace

MainWindow::MainWindow(const session::Services &services, Settings &settings, QWidget *parent)
    : QMainWindow(parent),
      m_form(std::make_unique<Ui::MainWindow>()),
      m_settings(settings),
      m_clock(services.clock),
      m_desk(services)
{
    m_form->setupUi(this);
    setWindowIcon(QIcon(u":/briefstack/icons/briefstack.svg"_s));
    setMinimumSize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 26);
    m_form->mainToolBar->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    addGoToButton();
    pressButtonsWithEnter();
    connectActions();
    connectPanes();
    connectDocuments();
    m_requests =
        new RequestTools(m_desk, m_clock, m_settings, *m_form->workspace->records(), *m_form->recordsMenu, *this);
    connectFilings(services);
    connectFixes();
    connectDesk();
    connectWizard();
    m_call = new CallMode({this, m_form->centerStack, m_form->messageBar, m_form->caseMenu, m_form->viewMenu,
                           m_form->callBackAction, m_form->followUpAction},
                          m_desk, services.clock);
    if (services.care)
        m_fileCare = std::make_unique<FileCareBanner>(*services.care, m_clock, m_desk, *m_form->messageBar);
    if (m_fileCare)
        connect(m_fileCare.get(), &FileCareBanner::caseWanted, m_form->casesPane, &CasesPane::select);
    connectCaseFiles(services);
    setUpAppearance();
    restoreWindow();
    showFile();
}

MainWindow::~MainWindow() = default;

/// What is done with whole case files: cases of another one, backups and repair.
void MainWindow::connectCaseFiles(const session::Services &services)
{
    const QList<QAction *> entries = m_form->fileMenu->actions();
    QAction *after = entries.value(entries.indexOf(m_form->importAction) + 1);
    if (services.care) {
        auto *backups = new QAction(tr("&Backups and repair…"), this);
        backups->setObjectName(u"backupsAction"_s);
        backups->setEnabled(false);
        m_form->fileMenu->insertAction(after, backups);
        connect(&m_desk, &session::Desk::fileChanged, backups,
                [this, backups] { backups->setEnabled(m_desk.isOpen()); });
        connect(backups, &QAction::triggered, this, [this, services] { showBackups(services, m_desk.path()); });
        connect(m_fileCare.get(), &FileCareBanner::backupsWanted, this,
                [this, services](const QString &path) { showBackups(services, path); });
    }
    if (!services.care || !services.exchange)
        return;
    m_caseImporter = new CaseImporter(services, m_desk, *m_form->messageBar, this);
    m_form->fileMenu->insertAction(m_form->fileMenu->actions().value(entries.indexOf(m_form->importAction) + 1),
                                   m_caseImporter->action());
    connect(m_caseImporter, &CaseImporter::caseWanted, m_form->casesPane, &CasesPane::select);
}

void MainWindow::showBackups(const session::Services &services, const QString &path)
{
    auto *window = findChild<BackupsWindow *>();
    if (window && window->path() != path)
        window->close();
    if (!window || window->path() != path) {
        window = new BackupsWindow(services, m_desk, *m_form->messageBar, path, this);
        connect(window, &BackupsWindow::checkRequested, m_fileCare.get(), &FileCareBanner::check);
        connect(window, &BackupsWindow::repairRequested, m_fileCare.get(), &FileCareBanner::repair);
    }
    window->show();
    window->activateWindow();
}

void MainWindow::connectActions()
{
    const auto &form = *m_form;
    form.newCaseFileAction->setIcon(icon(u"new-file"_s));
    form.openAction->setIcon(icon(u"open"_s));
    form.importAction->setIcon(icon(u"import"_s));
    form.exportRecordAction->setIcon(icon(u"export"_s));
    form.exportStackAction->setIcon(icon(u"export-stack"_s));
    form.reloadAction->setIcon(icon(u"reload"_s));
    form.undoAction->setIcon(icon(u"undo"_s));
    form.redoAction->setIcon(icon(u"redo"_s));
    form.filterAction->setIcon(icon(u"search"_s));
    form.zoomInAction->setIcon(icon(u"zoom-in"_s));
    form.zoomOutAction->setIcon(icon(u"zoom-out"_s));
    form.fitWidthAction->setIcon(icon(u"fit-width"_s));
    form.zoomInAction->setShortcuts({QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)});

    connect(form.newCaseFileAction, &QAction::triggered, &m_desk, &session::Desk::makeCaseFile);
    connect(form.openAction, &QAction::triggered, &m_desk, &session::Desk::openCaseFile);
    connect(form.importAction, &QAction::triggered, &m_desk, &session::Desk::importWorksheet);
    connect(form.exportRecordAction, &QAction::triggered, this,
            [this] { m_desk.exportRecord(m_form->workspace->records()->currentRecord()); });
    connect(form.exportStackAction, &QAction::triggered, &m_desk, &session::Desk::exportStack);
    connect(form.closeAction, &QAction::triggered, &m_desk, &session::Desk::close);
    connect(form.quitAction, &QAction::triggered, this, &QWidget::close);
    connect(form.filterAction, &QAction::triggered, this, [this] {
        m_form->casesDock->show();
        m_form->casesPane->focusFilter();
    });
    connect(form.goToAction, &QAction::triggered, this, &MainWindow::showGoTo);
    connect(form.nextPaneAction, &QAction::triggered, this, [this] { walkPanes(panes(), focusWidget(), 1); });
    connect(form.previousPaneAction, &QAction::triggered, this, [this] { walkPanes(panes(), focusWidget(), -1); });
    connect(form.preflightAction, &QAction::triggered, this, &MainWindow::showPreflight);
    connect(form.nextToFixAction, &QAction::triggered, this, [this] { stepToFix(1); });
    connect(form.previousToFixAction, &QAction::triggered, this, [this] { stepToFix(-1); });
    connect(form.reloadAction, &QAction::triggered, &m_desk, &session::Desk::reload);
    connect(form.keysAction, &QAction::triggered, this, &MainWindow::showKeys);
    connect(form.aboutAction, &QAction::triggered, this, [this] { showAbout(this); });
    connect(form.undoAction, &QAction::triggered, &m_undo, &QUndoGroup::undo);
    connect(form.redoAction, &QAction::triggered, &m_undo, &QUndoGroup::redo);
    connect(&m_undo, &QUndoGroup::canUndoChanged, form.undoAction, &QAction::setEnabled);
    connect(&m_undo, &QUndoGroup::canRedoChanged, form.redoAction, &QAction::setEnabled);
    connect(&m_undo, &QUndoGroup::undoTextChanged, this,
            [this](const QString &text) { m_form->undoAction->setText(tr("&Undo %1").arg(text).trimmed()); });
    connect(&m_undo, &QUndoGroup::redoTextChanged, this,
            [this](const QString &text) { m_form->redoAction->setText(tr("&Redo %1").arg(text).trimmed()); });
    form.workspace->records()->setZoomActions(
        {form.zoomInAction, form.zoomOutAction, form.actualSizeAction, form.fitWidthAction});
    form.viewMenu->addSeparator();
    for (const QDockWidget *dock : {form.casesDock, form.toFixDock, form.arithmeticDock})
        form.viewMenu->addAction(dock->toggleViewAction());
    for (const auto &[action, tab] : tabActions()) {
        action->setVisible(form.workspace->tab(tab) != nullptr);
        connect(action, &QAction::triggered, this, [this, tab = tab] { m_form->workspace->showTab(tab); });
    }
}

std::array<std::pair<QAction *, Workspace::Tab>, Workspace::kTabs> MainWindow::tabActions() const
{
    return {{{m_form->worksheetTabAction, Workspace::Tab::Worksheet},
             {m_form->spendTabAction, Workspace::Tab::Spend},
             {m_form->creditsTabAction, Workspace::Tab::Credits},
             {m_form->recordsTabAction, Workspace::Tab::Records},
             {m_form->historyTabAction, Workspace::Tab::History}}};
}

void MainWindow::connectPanes()
{
    connect(m_form->startPage, &StartPage::newRequested, &m_desk, &session::Desk::makeCaseFile);
    connect(m_form->startPage, &StartPage::openRequested, &m_desk, &session::Desk::openCaseFile);
    connect(m_form->startPage, &StartPage::sampleRequested, &m_desk, &session::Desk::importSample);
    connect(m_form->startPage, &StartPage::importRequested, &m_desk, &session::Desk::importWorksheet);
    connect(m_form->startPage, &StartPage::recentChosen, &m_desk, &session::Desk::open);
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
    connect(m_form->arithmeticPane, &ArithmeticPane::dismissed, this, [this] {
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
    connect(&m_desk, &session::Desk::prepared, this,
            [this] { m_form->statusBar->setRateBook(m_desk.shipped()->rates.asOf, m_clock.today()); });
    connect(&m_desk, &session::Desk::prepared, this, &MainWindow::showDeadlines);
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
    connect(&m_desk, &session::Desk::exported, this, &MainWindow::showExported);
    connect(&m_desk, &session::Desk::updateWithheld, this, &MainWindow::showWithheld);
    connect(&m_desk, &session::Desk::progressed, m_form->statusBar, &StatusBar::setProgress);
    connect(m_form->statusBar, &StatusBar::cancelRequested, &m_desk, &session::Desk::cancelJob);
    connect(&m_desk, &session::Desk::jobChanged, this, [this](bool running) {
        m_form->statusBar->setRunning(running);
        updateActions();
    });
}

void MainWindow::setUpAppearance()
{
    auto *group = new QActionGroup(this);
    const std::pair<QAction *, Appearance> choices[] = {{m_form->appearanceSystemAction, Appearance::System},
                                                        {m_form->appearanceLightAction, Appearance::Light},
                                                        {m_form->appearanceDarkAction, Appearance::Dark}};
    for (const auto &[action, appearance] : choices) {
        action->setData(static_cast<int>(appearance));
        action->setChecked(appearance == m_settings.appearance());
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, &MainWindow::chooseAppearance);
}

void MainWindow::chooseAppearance()
{
    const QAction *chosen = m_form->appearanceSystemAction->actionGroup()->checkedAction();
    const auto appearance = static_cast<Appearance>(chosen->data().toInt());
    m_settings.setAppearance(appearance);
    applyTheme(*qApp, appearance);
}

void MainWindow::restoreWindow()
{
    tabifyDockWidget(m_form->toFixDock, m_form->arithmeticDock);
    m_form->toFixDock->raise();
    resizeDocks({m_form->casesDock, m_form->toFixDock},
                {fontMetrics().averageCharWidth() * 34, fontMetrics().averageCharWidth() * 40}, Qt::Horizontal);
    restoreGeometry(m_settings.bytes(kGeometryKey));
    restoreState(m_settings.bytes(kStateKey));
    for (QDockWidget *dock : {m_form->toFixDock, m_form->arithmeticDock}) {
        m_wanted.insert(dock, !dock->isHidden());
        connect(dock->toggleViewAction(), &QAction::triggered, this,
                [this, dock](bool wanted) { m_wanted.insert(dock, wanted); });
        // Queued: a window that goes hides its docks when there is no form any more.
        connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::coverPreview, Qt::QueuedConnection);
    }
    connect(m_filings->dock(), &QDockWidget::visibilityChanged, this, &MainWindow::coverPreview, Qt::QueuedConnection);
    m_form->workspace->restoreState(m_settings.bytes(kWorkspaceKey));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_desk.mayLeave()) {
        event->ignore();
        return;
    }
    m_call->leave();
    m_settings.setBytes(kGeometryKey, saveGeometry());
    m_aside = false;
    showSideDocks(true); // without a file they are hidden, whatever is wanted
    m_settings.setBytes(kStateKey, saveState());
    m_settings.setBytes(kWorkspaceKey, m_form->workspace->saveState());
    QMainWindow::closeEvent(event);
}

void MainWindow::openAfterFirstPaint(const QString &path)
{
    m_openLater = path;
    if (m_painted)
        QTimer::singleShot(0, this, &MainWindow::afterFirstPaint);
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_painted, true))
        QTimer::singleShot(0, this, &MainWindow::afterFirstPaint);
}

void MainWindow::afterFirstPaint()
{
    m_desk.prepare();
    if (const QString path = std::exchange(m_openLater, {}); !path.isEmpty())
        m_desk.open(path);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // The system's theme or font changed; setting our own palette sends neither.
    if (event->type() == QEvent::ThemeChange || event->type() == QEvent::ApplicationFontChange)
        applyTheme(*qApp, m_settings.appearance());
}

void MainWindow::showSideDocks(bool fileOpen)
{
    if (m_call && m_call->isOn()) // it put them aside, and puts them back
        return;
    for (QDockWidget *dock : {m_form->toFixDock, m_form->arithmeticDock}) {
        dock->setVisible(fileOpen && !m_aside && m_wanted.value(dock, true));
        dock->toggleViewAction()->setEnabled(fileOpen);
    }
    if (fileOpen && !m_aside && m_wanted.value(m_form->toFixDock, true))
        m_form->toFixDock->raise();
}

/// The right docks leave a narrow window when Records is shown; what is asked for there comes back over the preview.
void MainWindow::makeRoomForRecords()
{
    const bool aside =
        m_desk.isOpen() && m_form->workspace->currentTab() == m_form->workspace->records() && width() < kRoomForDocks;
    if (m_aside == aside)
        return;
    for (const QDockWidget *dock : {m_form->toFixDock, m_form->arithmeticDock}) {
        if (aside)
            m_wanted.insert(dock, !dock->isHidden());
    }
    m_aside = aside;
    showSideDocks(m_desk.isOpen());
    coverPreview();
}

void MainWindow::coverPreview()
{
    const bool docks =
        !m_form->toFixDock->isHidden() || !m_form->arithmeticDock->isHidden() || !m_filings->dock()->isHidden();
    m_form->workspace->records()->setPreviewCovered(m_aside && docks);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    makeRoomForRecords();
}

void MainWindow::showToFix()
{
    m_wanted.insert(m_form->toFixDock, true);
    m_form->toFixDock->show();
    m_form->toFixDock->raise();
}

void MainWindow::showArithmetic(const Figure &figure)
{
    QWidget *focus = focusWidget(); // stays on the figure
    m_form->arithmeticPane->showFigure(figure);
    m_wanted.insert(m_form->arithmeticDock, true);
    m_form->arithmeticDock->show();
    m_form->arithmeticDock->raise();
    if (focus)
        focus->setFocus();
}

void MainWindow::stepToFix(int direction)
{
    showToFix();
    m_form->findingsPane->step(direction);
    m_form->findingsPane->list()->setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget *> MainWindow::panes() const
{
    if (!m_desk.isOpen())
        return {m_form->startPage->first(), m_form->casesPane->list()};
    if (m_call->isOn())
        return m_call->panes();
    QList<QWidget *> panes = m_form->workspace->panes();
    if (!m_form->arithmeticDock->visibleRegion().isEmpty())
        panes.append(m_form->arithmeticPane);
    else if (m_form->findingsPane->isVisible())
        panes.append(m_form->findingsPane->list());
    panes += m_filings->panes();
    panes += m_call->panes();
    panes.append(m_form->casesPane->list());
    return panes;
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = droppedFiles(*event->mimeData());
    event->acceptProposedAction();
    if (files.size() == 1 && isCaseFile(files.first()) && m_caseImporter && m_desk.isOpen())
        m_caseImporter->offer(files.first());
    else if (files.size() == 1 && isCaseFile(files.first()))
        m_desk.open(files.first());
    else if (files.size() == 1 && m_desk.isOpen() && session::isAnswerFile(files.first()))
        m_founder->importAnswer(files.first());
    else if (files.size() != 1 || !m_requests->takeFile(files.first()))
        m_desk.importWorksheets(files);
}

void MainWindow::showKeys()
{
    auto *dialog = new KeysDialog(findChildren<QAction *>(), this);
    dialog->show();
}

} // namespace ui
