// QuestionsPane: what is still to be asked, topic by topic, the weightiest first, with the ways to be done with a question.
#pragma once

#include "drafting/questions.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStandardItemModel;
QT_END_NAMESPACE

namespace ui {

class QuestionsPane : public QWidget {
    Q_OBJECT

public:
    explicit QuestionsPane(QWidget *parent = nullptr);

    void setQuestions(const drafting::OpenQuestions &open, bool anyPool);
    /// Fields that the current line of notes answers.
    void setAnswered(const QStringList &paths);
    QListView *list() const { return m_list; }
    /// The current question's field path, or key; empty: none.
    QString current() const;
    QString currentText() const;

public Q_SLOTS:
    void askUnknown();
    void askAssumed();
    void askSkip();

Q_SIGNALS:
    void answerRequested(const QString &path, const QString &question);
    void unknownRequested(const QString &path);
    void assumedRequested(const QString &path, const QString &value);
    void skipRequested(const QString &path);
    void backRequested();
    void ownAdded(const QString &question);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void nameButtons();
    /// The row of a question at or behind `row`, else before it; -1: there is none.
    int questionNear(int row) const;
    void inputDone();
    void endAssuming();

    QLabel *m_title = nullptr;
    QListView *m_list = nullptr;
    QStandardItemModel *m_model = nullptr;
    QLineEdit *m_input = nullptr;
    QPushButton *m_unknown = nullptr;
    QPushButton *m_assumed = nullptr;
    QPushButton *m_skip = nullptr;
    QPushButton *m_back = nullptr;
    QString m_assuming; ///< path of the question that a value is typed for
};

} // namespace ui
