// ProgramCards: every program as a card, what it says about this company, and the stack: add, remove, reorder by dragging
// or by Alt+Up and Alt+Down, suggest. Each of these is one undo step of the case.
//
// Usable in any page: it follows the session by itself. Insert adds the current program, Delete takes the current pool
// out, F4 shows where its figures come from and what other sources say.
#pragma once

#include "funding/outlook.h"
#include "session/casesession.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QListView;
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class ProgramCardsModel;
class WhenSeen;

class ProgramCards : public QWidget {
    Q_OBJECT

public:
    explicit ProgramCards(QWidget *parent = nullptr);

    /// The case that edits go to; null when none is.
    void setSession(session::CaseSession *session);
    QListView *list() const { return m_list; }
    /// Makes the card of that pool current, with the focus; empty: the list as it is. False when there is no such pool.
    bool reveal(const QString &pool);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCase();
    void showCurrent();
    void addCurrent();
    void removeCurrent();
    void move(int from, int to);
    void moveCurrent(int by);
    void suggest();
    void showSources();
    std::vector<domain::PoolRequest> suggestedStack() const;
    /// One undo step; `keep` is the pool or program whose card is current afterwards.
    void replace(const QString &undoText, const domain::Worksheet &after, const QString &keep);
    QString currentKey() const;
    int currentRow() const;

    QPointer<session::CaseSession> m_session;
    funding::Outlook m_outlook;
    WhenSeen *m_seen = nullptr; ///< weighing every program takes as long as computing the case
    ProgramCardsModel *m_model = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_suggest = nullptr;
    QLabel *m_paths = nullptr; ///< what a founder does who needs no record, or why an edit was refused
};

} // namespace ui
