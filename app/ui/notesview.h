// NotesView: the notes of a case's calls with the facts recognized in them: which call, consent, the text, the chips. One of
// it serves the Notes dock and the call mode.
#pragma once

#include "call/phrases.h"
#include "ports/clock.h"
#include "session/casesession.h"
#include "session/takefacts.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QMenu;
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class ChipBar;
class NotesEdit;

class NotesView : public QWidget {
    Q_OBJECT

public:
    /// `clock` must outlive it.
    explicit NotesView(const ports::Clock &clock, QWidget *parent = nullptr);

    /// The open case, or null; with the data it is computed with.
    void setSession(session::CaseSession *session, const session::ShippedData &shipped);
    /// In a dock: the chips take room only while there are some.
    void setCompact(bool compact);
    NotesEdit *edit() const { return m_edit; }
    ChipBar *chips() const { return m_chips; }
    /// The call that is shown; without an id while none was begun.
    const ports::Call &call() const { return m_call; }
    /// Begins a new call now, unless the shown one has nothing in it.
    void beginCall();
    /// Goes on with the last call when it began not long ago; else begins one.
    void joinCall();
    void setSeconds(int seconds);
    /// Of all calls of the case.
    int founderSeconds() const;
    /// Takes the chosen facts; `assumed`: as assumptions.
    bool take(bool assumed = false);
    /// Paths that the current line answers.
    QStringList answered() const;
    /// Shows the line behind a field and says what is to say about it; a plain sentence, empty when all is well.
    QString showEvidence(const QString &path);
    /// The last showEvidence() came to a line that is there.
    bool hasShownEvidence() const { return m_shownEvidence; }
    /// "02:10" of its call; the clock or the day of a line from before it, or of a call that is gone.
    QString timeOf(const ports::Evidence &evidence) const;

Q_SIGNALS:
    /// Chips are others, or others of them are chosen.
    void chipsChanged();
    /// What the chosen facts would make of the case; null: none is chosen, or it cannot be computed.
    void previewed(const std::shared_ptr<const drafting::ComputedCase> &with, int facts);

private:
    void showCalls();
    void showCall(const ports::Call &call);
    void storeLines();
    void textEdited();
    void readLine();
    void showChips();
    QString shownValue(const call::Proposal &proposal, const session::TakenFact &fact,
                       const domain::Worksheet &after) const;
    void preview();
    void countFacts();
    void choosePlace(int place);
    std::vector<call::Proposal> chosen() const;
    void setConsent(int choice);
    QString quoted(const QString &words) const;
    QString saidOnCall() const;
    void listEarlier();
    call::Situation situation() const;

    const ports::Clock &m_clock;
    QPointer<session::CaseSession> m_session;
    session::ShippedData m_shipped;
    std::unique_ptr<call::Recognizer> m_recognizer; ///< made with the first line that is read
    ports::Call m_call;
    std::vector<call::Proposal> m_proposals;
    session::FactPlace m_place;
    qint64 m_dismissed = 0; ///< the line whose chips were dismissed, until its words are others
    QString m_dismissedWords;
    QTimer m_previewLater;
    QComboBox *m_calls = nullptr;
    QPushButton *m_earlier = nullptr;
    QPushButton *m_newCall = nullptr;
    QComboBox *m_consent = nullptr;
    NotesEdit *m_edit = nullptr;
    ChipBar *m_chips = nullptr;
    bool m_shownEvidence = false;
    bool m_compact = false;
    bool m_showing = false;
    bool m_storing = false;
};

} // namespace ui
