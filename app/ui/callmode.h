// CallMode: the call as a way to use the window: the Notes dock, the page that takes its place during a call (Ctrl+L), the
// timer, and the way from a field to the line of notes it rests on (F4). It owns these; the main window only makes room.
#pragma once

#include "session/desk.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;
class QStackedWidget;
QT_END_NAMESPACE

namespace ui {

class CallPage;
class MessageBar;
class NotesView;

class CallMode : public QObject {
    Q_OBJECT

public:
    struct Window {
        QMainWindow *window = nullptr;
        QStackedWidget *center = nullptr;
        MessageBar *messages = nullptr;
        QMenu *caseMenu = nullptr;
        QMenu *viewMenu = nullptr;
        QAction *callBack = nullptr; ///< the list of what to call back about
        QAction *followUp = nullptr; ///< the mail to the founder
    };

    /// Everything outlives it.
    CallMode(const Window &window, session::Desk &desk, const ports::Clock &clock);
    ~CallMode() override;

    bool isOn() const { return m_on; }
    NotesView *notes() const { return m_notes; }
    CallPage *page() const { return m_page; }
    /// Where F6 stops: those of the page during a call, else the Notes dock when it is there.
    QList<QWidget *> panes() const;

    /// Another case is shown, or none.
    void showCase();
    /// The case is another.
    void showEdited();
    void enter();
    void leave();
    /// Puts the line behind a field before one's eyes.
    void showEvidence(const QString &path);

private:
    void makeDock();
    void putDocksAside();
    void bringDocksBack();
    void makeActions();
    void connectPanes();
    void toggle();
    void tick();
    void pause(bool paused);
    void refresh();
    void answer(const QString &path, const QString &question);
    void markUnknown(const QString &path);
    void assume(const QString &path, const QString &value);
    void skip(const QString &path);
    void askSkippedAgain();
    void addOwn(const QString &question);
    void edit(const QString &undoText, const domain::Worksheet &after);
    void setKnown(const ports::CallQuestion &question);
    void showFocusedEvidence();
    void putNotesInDock();

    Window m_window;
    session::Desk &m_desk;
    const ports::Clock &m_clock;
    QDockWidget *m_dock = nullptr;
    NotesView *m_notes = nullptr;
    CallPage *m_page = nullptr;
    QAction *m_callAction = nullptr;
    QAction *m_evidenceAction = nullptr;
    QAction *m_stampAction = nullptr;
    QTimer m_second;
    QTimer m_refreshLater;
    QPointer<QWidget> m_before;              ///< the center's page before the call
    std::vector<QPointer<QWidget>> m_hidden; ///< docks put aside for the call
    std::vector<QPointer<QWidget>> m_front;  ///< those of them that stood before their neighbors
    std::shared_ptr<const drafting::ComputedCase> m_with;
    int m_withFacts = 0;
    int m_seconds = 0; ///< of the call, pauses left out
    bool m_on = false;
    bool m_paused = false;
};

} // namespace ui
