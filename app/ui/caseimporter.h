// CaseImporter: takes cases of another case file into the open one: asks for the file or gets it dropped, checks and
// compares in a thread of its own, shows the plan in an ImportWindow, takes in what was chosen.
#pragma once

#include "session/caseimport.h"
#include "session/desk.h"

#include <QObject>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace ui {

class ImportWindow;
class MessageBar;

class CaseImporter : public QObject {
    Q_OBJECT

public:
    /// `services` with care and exchange; all must outlive it. `parent` is the window.
    CaseImporter(const session::Services &services, session::Desk &desk, MessageBar &bar, QWidget *parent);

    /// For the File menu; enabled while a file is open that can be written.
    QAction *action() const { return m_action; }
    /// A case file was dropped while one is open: open it, or take its cases in.
    void offer(const QString &path);
    void begin(const QString &path);

Q_SIGNALS:
    /// To be shown: the last that was taken in.
    void caseWanted(const QString &caseId);

private:
    struct Reading;
    void ask();
    void update();
    void read();
    void showRead(const Reading &reading);
    void takeIn();
    void finish(const domain::Result<session::ImportResult, session::ImportFailure> &result);

    session::Services m_services;
    session::Desk &m_desk;
    MessageBar &m_bar;
    QWidget *m_parent;
    QAction *m_action;
    QString m_source;
    QPointer<ImportWindow> m_window;
    session::Job m_job;
};

} // namespace ui
