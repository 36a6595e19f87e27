// NotesEdit: the notes of one call as plain text, a line a note, with the time of each line in a gutter at the left (clock and
// minutes of the call) and how many facts rest on it at the right.
//
// A line keeps its number (ports/notes.h) while it is typed in, moved and undone: it stands with its text block. Times are
// those at which a line was begun; those of a pasted transcript are its own.
#pragma once

#include "ports/clock.h"
#include "ports/notes.h"

#include <QHash>
#include <QPlainTextEdit>

#include <memory>
#include <optional>
#include <vector>

namespace ui {

class NotesEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    /// `clock` must outlive it.
    explicit NotesEdit(const ports::Clock &clock, QWidget *parent = nullptr);
    ~NotesEdit() override;

    /// Shows a call, silently; its undo steps begin anew.
    void setCall(const ports::Call &call);
    /// The lines as they stand, each with its number, place and time.
    std::vector<ports::NoteLine> lines();
    /// The line of the caret; number 0 when nothing stands in it.
    ports::NoteLine currentLine();
    /// The words of a line as they are now; nothing when it is gone.
    std::optional<QString> wordsOf(qint64 line) const;
    /// Puts the caret into the line; false when it is gone.
    bool showLine(qint64 line);
    /// "14:32" of the call.
    QString elapsed(const QDateTime &moment) const;

    /// How many facts rest on each line.
    void setFactCounts(const QHash<qint64, int> &counts);
    /// Marks words of the current line.
    void setMarked(const std::vector<std::pair<qsizetype, qsizetype>> &spans);
    /// Esc dismisses something here before it leaves.
    void setDismissible(bool dismissible) { m_dismissible = dismissible; }
    /// A step that lies outside of the text was done now: it is the next that Ctrl+Z takes back.
    void rememberOutsideStep();

public Q_SLOTS:
    /// Begins a line with the time of now.
    void stampLine();
    /// Begins a line with these words, the caret behind them.
    void beginLine(const QString &words);

Q_SIGNALS:
    /// A person changed the text.
    void edited();
    /// The caret is in another line, or its words are others.
    void currentLineChanged();
    void findRequested();
    void takeRequested();
    void toggleRequested(int chip);
    void dismissRequested();
    void outsideUndoRequested();
    void outsideRedoRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    class Margin;
    struct Data;
    struct Lost;

    void followChange(int position, int removed, int added);
    void endPaste(QTextCursor &cursor);
    void giveNumbers(QTextBlock from, const QTextBlock &behind);
    void layOutMargins();
    void paintTimes(QPainter &painter, const QRect &rect);
    void paintCounts(QPainter &painter, const QRect &rect);
    template <class Paint>
    void eachVisibleLine(const QRect &rect, Paint paint);
    void markLine();
    qint64 freshNumber();
    int timesWidth() const;

    const ports::Clock &m_clock;
    QDateTime m_startedAt;
    qint64 m_lastNumber = 0;
    std::shared_ptr<Lost> m_lost; ///< lines whose block went: an undo brings their words back
    QHash<qint64, int> m_counts;
    std::vector<std::pair<qsizetype, qsizetype>> m_marked;
    std::vector<int> m_outsideSteps; ///< undo steps that the text had when each was done
    std::vector<int> m_outsideRedos; ///< and those of steps that were taken back since, until something else is typed
    Margin *m_times = nullptr;
    Margin *m_facts = nullptr;
    bool m_dismissible = false;
    bool m_updating = false;
};

} // namespace ui
