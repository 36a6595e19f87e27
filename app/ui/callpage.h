// CallPage: the window's page during a call: the strip with timer, founder's minutes and what the case comes to; below it the
// questions still open, the notes and the facts captured so far.
#pragma once

#include "session/casework.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSplitter;
QT_END_NAMESPACE

namespace ui {

class FactsPane;
class NotesView;
class QuestionsPane;

class CallPage : public QWidget {
    Q_OBJECT

public:
    explicit CallPage(QWidget *parent = nullptr);

    QuestionsPane *questions() const { return m_questions; }
    FactsPane *facts() const { return m_facts; }
    QPushButton *pauseButton() const { return m_pause; }
    QPushButton *endButton() const { return m_end; }
    /// The notes between the questions and the facts; it belongs to the page until somebody else takes it.
    void takeNotes(NotesView *notes);

    void setCompany(const QString &name);
    void setTime(int callSeconds, int founderSeconds, bool paused);
    /// What the case comes to, and with the chosen facts; null: nothing is chosen, or it cannot be computed.
    void setFigures(const session::CaseView *view, const drafting::ComputedCase *with, int facts,
                    const drafting::Shipped *shipped);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Figure {
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
    };
    Figure addFigure(const QString &name, const QString &widest);
    void styleFigures();

    QWidget *m_strip = nullptr;
    QHBoxLayout *m_row = nullptr;
    QSplitter *m_splitter = nullptr;
    QuestionsPane *m_questions = nullptr;
    FactsPane *m_facts = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_end = nullptr;
    std::vector<Figure> m_figures;
    Figure m_company;
    Figure m_time;
    Figure m_founder;
    Figure m_monthly;
    Figure m_with;
    Figure m_asks[2];
};

} // namespace ui
