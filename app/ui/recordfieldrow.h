// RecordFieldRow: one field of a record: label, editor, length, when it locks; below it whose wording it is, and what is
// wrong. Only a person makes it emit.
#pragma once

#include "domain/finding.h"
#include "ui/consolefields.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace ui {

class RecordFieldRow : public QWidget {
    Q_OBJECT

public:
    enum class Editor { Line, Text, Choices };

    struct Shown {
        QString text;
        QString generated; ///< what the program would say, where `yours`
        bool yours = false;
        bool editable = true;
        QString locked; ///< why it may not be changed now; empty: it may
        QString error;  ///< of what was typed
        std::optional<domain::Finding> finding;
    };

    /// `choices` are the words a Choices field takes, or those a line is completed with; `most` 0: no counter.
    RecordFieldRow(const ConsoleField &field, Editor editor, const QStringList &choices, int most,
                   QWidget *parent = nullptr);

    const ConsoleField &field() const { return m_field; }
    void show(const Shown &shown);
    QWidget *editor() const { return m_editor; }
    QString text() const;
    bool isOpen() const { return m_shown.locked.isEmpty(); }

Q_SIGNALS:
    void edited(const QString &text);
    void resetRequested();
    /// The field was left.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeEditor(Editor editor, const QStringList &choices);
    void tell(const QString &text);
    void setText(const QString &text);
    void showCounter();
    void showIssue();
    void showComparison(bool visible);

    ConsoleField m_field;
    int m_most = 0;
    QWidget *m_editor = nullptr;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_textEdit = nullptr;
    QToolButton *m_choices = nullptr;
    QLabel *m_counter = nullptr;
    QLabel *m_lockMark = nullptr;
    QLabel *m_lock = nullptr;
    QPushButton *m_reset = nullptr;
    QWidget *m_wording = nullptr;
    QLabel *m_owner = nullptr;
    QPushButton *m_compare = nullptr;
    QLabel *m_comparison = nullptr;
    QWidget *m_issueRow = nullptr;
    QLabel *m_issueMark = nullptr;
    QLabel *m_issue = nullptr;
    Shown m_shown;
    bool m_telling = false;
};

} // namespace ui
