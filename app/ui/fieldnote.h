// FieldNote: the line under a field: what is wrong or weak about it, and how long its text is. Takes no room while it has
// nothing to say. Plain text.
#pragma once

#include "ui/theme.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace ui {

class FieldNote : public QWidget {
    Q_OBJECT

public:
    explicit FieldNote(QWidget *parent = nullptr);

    /// Puts a note under the input: in the input's own place, or, where inputs stand in a row, under the whole row, with
    /// the input's name before what is said. Null when no layout holds the input.
    static FieldNote *addTo(QWidget *input);

    /// An empty text says nothing.
    void setMessage(Mark mark, const QString &text);
    QString message() const;
    /// "212/255"; weak from 90 percent, wrong above it. `most` 0: no counter.
    void setCounter(qsizetype characters, int most);
    QString counter() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();
    void paintMarks();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_counter = nullptr;
    QString m_name; ///< of the input, where the note is not right under it
    QString m_message;
    Mark m_mark = Mark::Must;
    Mark m_counterMark = Mark::Ok;
};

} // namespace ui
