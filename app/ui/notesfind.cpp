#include "ui/notesfind.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Lines with the words, up to `until`'s own, and in all.
struct Count {
    int before = 0;
    int all = 0;
};

Count linesWith(const QString &words, const QTextDocument &document, const QTextBlock &until)
{
    Count count;
    for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
        if (!block.text().contains(words, Qt::CaseInsensitive))
            continue;
        ++count.all;
        if (block.blockNumber() <= until.blockNumber())
            ++count.before;
    }
    return count;
}

} // namespace

NotesFind::NotesFind(QPlainTextEdit &notes, QWidget *parent)
    : QWidget(parent), m_notes(notes), m_words(new QLineEdit(this)), m_said(new QLabel(this))
{
    setObjectName(u"notesFind"_s);
    m_words->setObjectName(u"notesFindWords"_s);
    m_words->setPlaceholderText(tr("Enter: next, Shift+Enter: previous, Esc: back"));
    m_words->installEventFilter(this);
    m_said->setObjectName(u"notesFindSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setMinimumWidth(fontMetrics().horizontalAdvance(u"Line 0000 of 0000"_s));
    auto *label = new QLabel(tr("F&ind in the notes:"), this);
    label->setBuddy(m_words);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 4);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_words, 1);
    row->addWidget(m_said);
    connect(m_words, &QLineEdit::textEdited, this, &NotesFind::typed);
    hide();
}

void NotesFind::begin()
{
    m_from = m_notes.textCursor().selectionStart();
    if (const QString words = m_notes.textCursor().selectedText(); !words.isEmpty())
        m_words->setText(words.section(QChar::ParagraphSeparator, 0, 0));
    m_said->clear();
    show();
    m_words->selectAll();
    m_words->setFocus();
}

void NotesFind::typed()
{
    QTextCursor cursor = m_notes.textCursor();
    cursor.setPosition(std::min(m_from, m_notes.document()->characterCount() - 1));
    m_notes.setTextCursor(cursor);
    find(false);
}

void NotesFind::find(bool backward)
{
    const QString words = m_words->text();
    if (words.isEmpty()) {
        m_said->clear();
        return;
    }
    const QTextDocument::FindFlags flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = m_notes.document()->find(words, m_notes.textCursor(), flags);
    if (found.isNull()) { // on from the other end
        QTextCursor edge(m_notes.document());
        edge.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
        found = m_notes.document()->find(words, edge, flags);
    }
    if (found.isNull()) {
        m_said->setText(tr("Not in this call"));
        return;
    }
    m_notes.setTextCursor(found);
    m_notes.centerCursor();
    const Count count = linesWith(words, *m_notes.document(), found.block());
    m_said->setText(tr("Line %1 of %2").arg(count.before).arg(count.all));
}

void NotesFind::end()
{
    hide();
    m_notes.setFocus();
}

bool NotesFind::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!enter && key->key() != Qt::Key_Escape)
            return QWidget::eventFilter(watched, event);
        event->accept();
        if (event->type() == QEvent::ShortcutOverride)
            return true;
        if (enter)
            find(key->modifiers().testFlag(Qt::ShiftModifier));
        else
            end();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
