// CaseWizard: a new case from nothing to its records, page by page, in a window of its own that blocks nothing.
//
// Works on the open case like every other page: what is typed is in the case at once, so closing loses nothing and opening
// the wizard again goes on. The last button drafts the records.
#pragma once

#include "session/casesession.h"

#include <QPointer>
#include <QWizard>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace ui {

class HeaderStrip;
class StepList;
class WhenSeen;
class WorksheetPages;

class CaseWizard : public QWizard {
    Q_OBJECT

public:
    explicit CaseWizard(QWidget *parent = nullptr);
    ~CaseWizard() override;

    /// Null: none; the wizard then closes. Another case begins on the first page.
    void setSession(session::CaseSession *session);
    WorksheetPages *pages() const { return m_pages; }
    void accept() override;
    void reject() override;

Q_SIGNALS:
    /// The records of the case are to be shown.
    void drafted();
    /// It goes out of sight; the next time it may come as it is now.
    void left();

protected:
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showTotals();
    void showSaved();
    void placeStrip(int step);

    QPointer<session::CaseSession> m_session;
    WorksheetPages *m_pages = nullptr;
    StepList *m_steps = nullptr;
    QWidget *m_bottom = nullptr;
    HeaderStrip *m_strip = nullptr;
    QLabel *m_saved = nullptr;
    QLabel *m_refused = nullptr;
    WhenSeen *m_seen = nullptr;
};

} // namespace ui
