// BackupsWindow: the backups of a case file, and what keeps the file whole: put a backup in its place, make one anywhere,
// check it, repair it. The file that a restore or a repair replaces is kept.
#pragma once

#include "ports/casecare.h"
#include "session/desk.h"
#include "session/job.h"

#include <QDialog>

#include <memory>

QT_BEGIN_NAMESPACE
namespace Ui {
class BackupsWindow;
}
QT_END_NAMESPACE

namespace ui {

class MessageBar;

class BackupsWindow : public QDialog {
    Q_OBJECT

public:
    /// `services` with care; all must outlive it. `path` need not be a file that can be opened.
    BackupsWindow(const session::Services &services, session::Desk &desk, MessageBar &bar, const QString &path,
                  QWidget *parent);
    ~BackupsWindow() override;

    QString path() const { return m_path; }

Q_SIGNALS:
    void checkRequested();
    void repairRequested(const QString &path);

public Q_SLOTS:
    /// Not while something is written that has to be brought to its end.
    void reject() override;

private:
    void fill();
    void verify();
    void restore();
    void backUp();
    void showState();
    void setBusy(const QString &what, bool canStop);
    QString selected() const;

    std::unique_ptr<Ui::BackupsWindow> m_form;
    session::Services m_services;
    session::Desk &m_desk;
    MessageBar &m_bar;
    QString m_path;
    std::vector<ports::BackupInfo> m_backups;
    session::Job m_job;
    bool m_canStop = false; ///< of the work that runs
};

} // namespace ui
