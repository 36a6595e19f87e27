#include "ui/filingdock.h"

#include "ui/filingpane.h"
#include "ui/icons.h"
#include "ui/pipelinewindow.h"
#include "ui/recordstab.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>

namespace ui {

using namespace Qt::StringLiterals;

FilingDock::FilingDock(session::Desk &desk, const session::Services &services, RecordsTab &records, QMenu &recordsMenu,
                       QMenu &viewMenu, QMainWindow &window)
    : QObject(&window),
      m_desk(desk),
      m_recordsTab(&records),
      m_filings(desk, services.clock),
      m_clock(services.clock),
      m_window(window)
{
    m_pane = new FilingPane(desk, m_filings, services.prompter, services.clock);
    m_pane->setObjectName(u"filingPane"_s);
    m_dock = new QDockWidget(tr("Filing"), &window);
    m_dock->setObjectName(u"filingDock"_s);
    m_dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    m_dock->setWidget(m_pane);
    window.addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_dock->hide();
    viewMenu.addAction(m_dock->toggleViewAction());

    m_filingAction = new QAction(icon(u"lock"_s), tr("&Mark filed"), &window);
    m_filingAction->setObjectName(u"markFiledAction"_s);
    m_filingAction->setShortcut(QKeySequence(u"Ctrl+Shift+F"_s));
    m_pipelineAction = new QAction(tr("Pi&peline…"), &window);
    m_pipelineAction->setObjectName(u"pipelineAction"_s);
    m_pipelineAction->setShortcut(QKeySequence(u"Ctrl+Shift+L"_s));
    recordsMenu.addAction(m_filingAction);
    recordsMenu.addAction(m_pipelineAction);
    records.addButton(m_filingAction);
    records.setFilings(&m_filings);

    connect(m_filingAction, &QAction::triggered, this, &FilingDock::openFiling);
    connect(m_pipelineAction, &QAction::triggered, this, &FilingDock::openPipeline);
    connect(&records, &RecordsTab::currentRecordChanged, this, &FilingDock::update);
    connect(&desk, &session::Desk::shownChanged, this, &FilingDock::update);
    connect(&desk, &session::Desk::shownEdited, this, &FilingDock::update);
    connect(&desk, &session::Desk::fileChanged, this, &FilingDock::update);
    // Queued: a window that goes hides its docks when there is no desk any more.
    connect(m_dock, &QDockWidget::visibilityChanged, this, &FilingDock::update, Qt::QueuedConnection);
    connect(m_pane, &FilingPane::fieldRequested, this, &FilingDock::fieldRequested);
    connect(m_pane, &FilingPane::saveRequested, &desk, &session::Desk::saveDocument);
    connect(m_pane, &FilingPane::done, this, &FilingDock::done);
    connect(&m_filings, &session::FilingDesk::failed, this, &FilingDock::failed);
    update();
}

FilingDock::~FilingDock()
{
    if (m_recordsTab)
        m_recordsTab->setFilings(nullptr);
}

void FilingDock::update()
{
    const session::CaseViewPointer view = m_desk.shown();
    const int index = (m_recordsTab ? m_recordsTab->currentRecord() : -1);
    const bool some = view && index >= 0 && static_cast<std::size_t>(index) < view->records.size();
    m_filingAction->setEnabled(some);
    m_pipelineAction->setEnabled(m_desk.isOpen());
    if (!m_desk.isOpen() && m_pipeline)
        m_pipeline->close();
    if (m_dock->isHidden()) // what changed is read when it is seen
        return;
    if (some) {
        const session::RecordView &record = view->records[static_cast<std::size_t>(index)];
        m_pane->showRecord(record.poolId, record.program);
    } else {
        m_pane->showRecord({}, {});
    }
}

void FilingDock::openFiling()
{
    m_dock->show();
    m_dock->raise();
    update();
    m_pane->focusFiling();
}

void FilingDock::openPipeline()
{
    if (!m_pipeline) {
        m_pipeline = new PipelineWindow(m_desk, m_filings, m_clock, &m_window);
        connect(m_pipeline, &PipelineWindow::saveRequested, &m_desk, &session::Desk::saveDocument);
        connect(m_pipeline, &PipelineWindow::recordRequested, this, &FilingDock::recordRequested);
    }
    m_desk.flush();
    m_pipeline->show();
    m_pipeline->raise();
    m_pipeline->activateWindow();
}

QList<QWidget *> FilingDock::panes() const
{
    return m_dock->isVisible() && !m_pane->visibleRegion().isEmpty() ? m_pane->panes() : QList<QWidget *>();
}

} // namespace ui
