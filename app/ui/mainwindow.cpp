#include "ui/mainwindow.h"

#include "session/founderfiles.h"
#include "ui/aboutbox.h"
#include "ui/arithmeticpane.h"
#include "ui/callmode.h"
#include "ui/caseimporter.h"
#include "ui/filecarebanner.h"
#include "ui/filingdock.h"
#include "ui/foundermenu.h"
#include "ui/icons.h"
#include "ui/importchoice.h"
#include "ui/keysdialog.h"
#include "ui/panewalk.h"
#include "ui/printing.h"
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
    return path.endsWith(u".briefstack"_s, Qt::CaseInsensitive) && !QFileInfo(path).isDir();
}

/// What is dropped is read: whoever is told that it was moved may delete it.
void acceptCopy(QDropEvent &event)
{
    event.setDropAction(Qt::CopyAction);
    event.accept();
}

} // namespace

MainWindow::MainWindow(const session::Services &services, Settings &settings, QWidget *parent)
    : QMainWindow(parent),
      m_form(std::make_unique<Ui::MainWindow>()),
      m_services(services),
      m_settings(settings),
      m_clock(services.clock),
      m_desk(services)
{
    m_form->setupUi(this);
    setMinimumSize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 26);
    m_form->mainToolBar->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    addGoToButton();
    pressButtonsWithEnter();
    connectActions();
    connectStart();
    setUpAppearance();
    restoreWindow();
    showFile();
}

MainWindow::~MainWindow()
{
    // A field that loses the focus shows the desk once more. Without this that happens when the desk is gone already.
    hide();
}

void MainWindow::connectActions()
{
    const auto &form = *m_form;
    form.newCaseAction->setIcon(icon(u"draft"_s));
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
    form.wizardAction->setEnabled(false);

    connect(form.newCaseAction, &QAction::triggered, this, &MainWindow::newCase);
    connect(form.newCaseFileAction, &QAction::triggered, this, [this] { desk().makeCaseFile(); });
    connect(form.openAction, &QAction::triggered, this, [this] { desk().openCaseFile(); });
    connect(form.importAction, &QAction::triggered, this, [this] { desk().importWorksheet(); });
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
    form.viewMenu->addSeparator();
    for (const QDockWidget *dock : {form.casesDock, form.toFixDock, form.arithmeticDock})
        form.viewMenu->addAction(dock->toggleViewAction());
    for (const auto &[action, tab] : tabActions())
        connect(action, &QAction::triggered, this, [this, tab = tab] { m_form->workspace->showTab(tab); });
}

std::array<std::pair<QAction *, Workspace::Tab>, Workspace::kTabs> MainWindow::tabActions() const
{
    return {{{m_form->worksheetTabAction, Workspace::Tab::Worksheet},
             {m_form->spendTabAction, Workspace::Tab::Spend},
             {m_form->creditsTabAction, Workspace::Tab::Credits},
             {m_form->recordsTabAction, Workspace::Tab::Records},
             {m_form->historyTabAction, Workspace::Tab::History}}};
}

void MainWindow::connectStart()
{
    const StartPage *page = m_form->startPage;
    connect(page, &StartPage::newRequested, this, [this] { desk().makeCaseFile(); });
    connect(page, &StartPage::openRequested, this, [this] { desk().openCaseFile(); });
    connect(page, &StartPage::sampleRequested, this, [this] { desk().importSample(); });
    connect(page, &StartPage::importRequested, this, [this] { desk().importWorksheet(); });
    connect(page, &StartPage::recentChosen, this, [this](const QString &path) { desk().open(path); });
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
    }
}

/// What of the last time is of parts that were not there yet.
void MainWindow::restoreRest()
{
    // Queued: a window that goes hides its docks when there is no form any more.
    for (const QDockWidget *dock : {m_form->toFixDock, m_form->arithmeticDock, m_filings->dock()})
        connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::coverPreview, Qt::QueuedConnection);
    tabifyDockWidget(m_form->toFixDock, m_form->arithmeticDock); // after the filing's
    m_form->toFixDock->raise();
    restoreState(m_settings.bytes(kStateKey));
    showSideDocks(m_desk.isOpen());
    m_form->workspace->restoreState(m_settings.bytes(kWorkspaceKey));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_desk.mayLeave()) {
        event->ignore();
        return;
    }
    complete(); // its state is that of all parts
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
    complete();
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
    m_arithmetic->showFigure(figure);
    m_wanted.insert(m_form->arithmeticDock, true);
    m_form->arithmeticDock->show();
    m_form->arithmeticDock->raise();
    if (focus)
        focus->setFocus();
}

void MainWindow::stepToFix(int direction)
{
    const bool isSeen = !m_form->findingsPane->visibleRegion().isEmpty();
    showToFix();
    if (isSeen) // else the current one is shown first
        m_form->findingsPane->step(direction);
    m_form->findingsPane->list()->setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget *> MainWindow::panes() const
{
    QList<QWidget *> panes;
    if (m_importChoice)
        panes.append(m_importChoice);
    if (!m_desk.isOpen())
        return panes << m_form->startPage->first() << m_form->casesPane->list();
    if (m_call->isOn())
        return panes + m_call->panes();
    panes += m_form->workspace->panes();
    if (!m_form->arithmeticDock->visibleRegion().isEmpty())
        panes.append(m_arithmetic);
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
        acceptCopy(*event);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    complete();
    const QStringList files = droppedFiles(*event->mimeData());
    acceptCopy(*event);
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
    complete(); // with the keys of all parts
    auto *dialog = new KeysDialog(findChildren<QAction *>(), this);
    dialog->show();
}

} // namespace ui
