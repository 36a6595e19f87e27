// NotesFind: looks for words in the notes of the shown call (Ctrl+F in the notes): Enter goes to the next line that has them,
// Shift+Enter to the one before, Esc back to where the line is.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace ui {

class NotesFind : public QWidget {
    Q_OBJECT

public:
    /// `notes` must outlive it.
    explicit NotesFind(QPlainTextEdit &notes, QWidget *parent = nullptr);

    /// Shows itself with the selected words, or those of before.
    void begin();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(bool backward);
    void typed();
    void end();

    QPlainTextEdit &m_notes;
    QLineEdit *m_words = nullptr;
    QLabel *m_said = nullptr;
    int m_from = 0; ///< where the search began: more words look from there again
};

} // namespace ui
