// FilingDock: what the window offers for a record that goes to AWS and comes back: the Filing pane in a dock of its own, the
// pipeline in a window of its own, and their actions. The fields of Records follow what is locked.
#pragma once

#include "session/filingdesk.h"

#include <QObject>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;
QT_END_NAMESPACE

namespace ui {

class FilingPane;
class PipelineWindow;
class RecordsTab;

class FilingDock : public QObject {
    Q_OBJECT

public:
    /// Adds its actions to both menus. All must outlive it.
    FilingDock(session::Desk &desk, const session::Services &services, RecordsTab &records, QMenu &recordsMenu,
               QMenu &viewMenu, QMainWindow &window);
    ~FilingDock() override;

    session::FilingDesk &filings() { return m_filings; }
    /// For the window's state, which is restored after this.
    QDockWidget *dock() const { return m_dock; }
    /// Where F6 stops; empty while the dock is not seen.
    QList<QWidget *> panes() const;

Q_SIGNALS:
    void fieldRequested(const QString &fieldPath);
    /// Another record of the file, by its case and pool.
    void recordRequested(const QString &caseId, const QString &poolId);
    void done(const QString &sentence);
    void failed(const session::Problem &problem);

private:
    void update();
    void openFiling();
    void openPipeline();

    session::Desk &m_desk;
    QPointer<RecordsTab> m_recordsTab;
    session::FilingDesk m_filings;
    const ports::Clock &m_clock;
    QMainWindow &m_window;
    QDockWidget *m_dock = nullptr;
    FilingPane *m_pane = nullptr;
    PipelineWindow *m_pipeline = nullptr; ///< once it was asked for
    QAction *m_filingAction = nullptr;
    QAction *m_pipelineAction = nullptr;
};

} // namespace ui
