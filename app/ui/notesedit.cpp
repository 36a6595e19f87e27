#include "ui/notesedit.h"

#include "call/transcript.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 8;
constexpr qint64 kRoom = 1 << 20; ///< between the places of two lines

/// Who speaks stands out.
class SpeakerMarks : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        if (const qsizetype length = call::speakerLength(text); length > 0)
            setFormat(0, static_cast<int>(length), strong);
    }
};

} // namespace

/// Lines whose block is gone, by their words.
struct NotesEdit::Lost {
    QHash<QString, ports::NoteLine> lines;
};

/// What stands with a text block.
struct NotesEdit::Data : public QTextBlockUserData {
    Data(const ports::NoteLine &with, const std::shared_ptr<Lost> &to) : line(with), lost(to) {}
    Data(const Data &) = delete;
    Data &operator=(const Data &) = delete;
    Data(Data &&) = delete;
    Data &operator=(Data &&) = delete;
    ~Data() override
    {
        if (const auto there = lost.lock(); there && line.id > 0 && !line.text.isEmpty())
            there->lines.insert(line.text, line);
    }

    ports::NoteLine line;
    std::weak_ptr<Lost> lost;
};

/// A strip beside the text.
class NotesEdit::Margin : public QWidget {
public:
    Margin(NotesEdit *edit, void (NotesEdit::*paint)(QPainter &, const QRect &))
        : QWidget(edit), m_edit(edit), m_paint(paint)
    {
        setCursor(Qt::ArrowCursor);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        (m_edit->*m_paint)(painter, event->rect());
    }

private:
    NotesEdit *m_edit;
    void (NotesEdit::*m_paint)(QPainter &, const QRect &);
};

NotesEdit::NotesEdit(const ports::Clock &clock, QWidget *parent)
    : QPlainTextEdit(parent),
      m_clock(clock),
      m_lost(std::make_shared<Lost>()),
      m_times(new Margin(this, &NotesEdit::paintTimes)),
      m_facts(new Margin(this, &NotesEdit::paintCounts))
{
    setObjectName(u"notesEdit"_s);
    setAccessibleName(tr("Notes"));
    setTabChangesFocus(true);
    setPlaceholderText(tr("Type what is said. Ctrl+T stamps a new line, Ctrl+Enter takes the facts in it."));
    new SpeakerMarks(document());
    connect(document(), &QTextDocument::contentsChange, this, &NotesEdit::followChange);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        m_marked.clear();
        markLine();
        if (!m_updating)
            Q_EMIT currentLineChanged();
    });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        for (Margin *margin : {m_times, m_facts}) {
            if (dy != 0)
                margin->scroll(0, dy);
            else
                margin->update(0, rect.y(), margin->width(), rect.height());
        }
    });
    layOutMargins();
    markLine();
}

NotesEdit::~NotesEdit()
{
    m_lost.reset();
}

void NotesEdit::setCall(const ports::Call &call)
{
    m_updating = true;
    QStringList texts;
    for (const ports::NoteLine &line : call.lines)
        texts.append(line.text);
    setPlainText(texts.join(u'\n'));
    m_startedAt = call.startedAt;
    m_lastNumber = 0;
    QTextBlock block = document()->firstBlock();
    for (const ports::NoteLine &line : call.lines) {
        // A line from before may hold line ends: its first words keep the number.
        block.setUserData(new Data(line, m_lost));
        static_cast<Data *>(block.userData())->line.text = block.text();
        m_lastNumber = std::max(m_lastNumber, line.id);
        for (qsizetype more = line.text.count(u'\n'); more >= 0; --more)
            block = block.next();
    }
    m_lost->lines.clear();
    m_outsideSteps.clear();
    m_outsideRedos.clear();
    document()->clearUndoRedoStacks();
    moveCursor(QTextCursor::End);
    m_updating = false;
    Q_EMIT currentLineChanged();
}

qint64 NotesEdit::freshNumber()
{
    m_lastNumber = std::max(m_lastNumber + 1, m_clock.now().toMSecsSinceEpoch());
    return m_lastNumber;
}

void NotesEdit::followChange(int position, int, int added)
{
    if (m_updating)
        return;
    const QTextBlock first = document()->findBlock(position);
    const QTextBlock last = document()->findBlock(std::min(position + added, document()->characterCount() - 1));
    giveNumbers(first, last.isValid() ? last.next() : QTextBlock());
    Q_EMIT edited();
    Q_EMIT currentLineChanged();
}

/// Blocks with words have a number afterwards; those that an undo brought back have their own again.
void NotesEdit::giveNumbers(QTextBlock from, const QTextBlock &behind)
{
    for (QTextBlock block = from; block.isValid() && block != behind; block = block.next()) {
        auto *kept = static_cast<Data *>(block.userData());
        const QTextBlock next = block.next();
        // Enter before its words: they moved down, and their number with them.
        if (kept && block.text().isEmpty() && next.isValid() && !next.userData() && next.text() == kept->line.text) {
            const ports::NoteLine line = kept->line;
            kept->line.id = 0;
            block.setUserData(nullptr);
            QTextBlock(next).setUserData(new Data(line, m_lost));
            continue;
        }
        if (!kept && !block.text().isEmpty()) {
            const auto lost = m_lost->lines.find(block.text());
            const bool isBack = lost != m_lost->lines.end();
            kept = new Data(isBack ? *lost : ports::NoteLine{freshNumber(), 0, m_clock.now().toUTC(), {}}, m_lost);
            if (isBack)
                m_lost->lines.erase(lost);
            block.setUserData(kept);
        }
        if (kept)
            kept->line.text = block.text();
    }
    m_times->update();
}

std::vector<ports::NoteLine> NotesEdit::lines()
{
    std::vector<ports::NoteLine> lines;
    QTextBlock last = document()->lastBlock();
    while (last.isValid() && last.text().isEmpty())
        last = last.previous();
    std::vector<Data *> datas;
    if (last.isValid()) {
        for (QTextBlock block = document()->firstBlock(); block.isValid() && block != last.next();
             block = block.next()) {
            if (!block.userData())
                block.setUserData(new Data({freshNumber(), 0, m_clock.now().toUTC(), {}}, m_lost));
            datas.push_back(static_cast<Data *>(block.userData()));
            datas.back()->line.text = block.text();
        }
    }
    // Places rise; a new line's is between those of its neighbors.
    qint64 before = 0;
    for (std::size_t at = 0; at < datas.size(); ++at) {
        if (datas[at]->line.position <= before) {
            std::size_t next = at + 1;
            while (next < datas.size() && datas[next]->line.position <= before)
                ++next;
            const qint64 gap = next < datas.size()
                                 ? (datas[next]->line.position - before) / static_cast<qint64>(next - at + 1)
                                 : kRoom;
            datas[at]->line.position = before + std::max<qint64>(gap, 1);
        }
        before = datas[at]->line.position;
    }
    lines.reserve(datas.size());
    for (const Data *kept : datas)
        lines.push_back(kept->line);
    return lines;
}

ports::NoteLine NotesEdit::currentLine()
{
    const auto *kept = static_cast<const Data *>(textCursor().block().userData());
    return kept ? kept->line : ports::NoteLine{0, 0, {}, textCursor().block().text()};
}

std::optional<QString> NotesEdit::wordsOf(qint64 line) const
{
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next()) {
        const auto *kept = static_cast<const Data *>(block.userData());
        if (kept && kept->line.id == line && !block.text().isEmpty())
            return block.text();
    }
    return std::nullopt;
}

bool NotesEdit::showLine(qint64 line)
{
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next()) {
        const auto *kept = static_cast<const Data *>(block.userData());
        if (!kept || kept->line.id != line || block.text().isEmpty())
            continue;
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock);
        setTextCursor(cursor);
        centerCursor();
        return true;
    }
    return false;
}

QString NotesEdit::elapsed(const QDateTime &moment) const
{
    const qint64 seconds = m_startedAt.isValid() && moment.isValid() ? m_startedAt.secsTo(moment) : -1;
    if (seconds < 0 || seconds >= 24 * 3600)
        return {};
    return elapsedLabel(seconds);
}

void NotesEdit::setFactCounts(const QHash<qint64, int> &counts)
{
    m_counts = counts;
    m_facts->update();
}

void NotesEdit::setMarked(const std::vector<std::pair<qsizetype, qsizetype>> &spans)
{
    m_marked = spans;
    markLine();
}

void NotesEdit::markLine()
{
    if (document()->isEmpty()) { // Qt paints the mark over what an empty page says
        setExtraSelections({});
        return;
    }
    QTextEdit::ExtraSelection line;
    line.cursor = textCursor();
    line.cursor.clearSelection();
    line.format.setBackground(palette().color(QPalette::AlternateBase));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    QList<QTextEdit::ExtraSelection> marks{line};
    for (const auto &[start, length] : m_marked) {
        QTextEdit::ExtraSelection words;
        words.cursor = QTextCursor(textCursor().block());
        words.cursor.setPosition(textCursor().block().position() + static_cast<int>(start));
        words.cursor.setPosition(words.cursor.position() + static_cast<int>(length), QTextCursor::KeepAnchor);
        words.format.setFontUnderline(true);
        words.format.setUnderlineColor(palette().color(QPalette::Link));
        marks.append(words);
    }
    setExtraSelections(marks);
}

void NotesEdit::rememberOutsideStep()
{
    m_outsideSteps.push_back(document()->availableUndoSteps());
    m_outsideRedos.clear();
}

void NotesEdit::stampLine()
{
    beginLine({});
}

void NotesEdit::beginLine(const QString &words)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::EndOfBlock);
    if (!cursor.block().text().isEmpty())
        cursor.insertBlock();
    if (!cursor.block().userData()) // the moment counts, not the first word
        cursor.block().setUserData(new Data({freshNumber(), 0, m_clock.now().toUTC(), {}}, m_lost));
    if (!words.isEmpty())
        cursor.insertText(words);
    setTextCursor(cursor);
    m_times->update();
}

bool NotesEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool digit = key->modifiers() == Qt::AltModifier && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9;
        const bool take =
            key->modifiers() == Qt::ControlModifier && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
        if (digit || take || key->matches(QKeySequence::Find) || (key->key() == Qt::Key_Escape && m_dismissible)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void NotesEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->modifiers() == Qt::AltModifier && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9) {
        Q_EMIT toggleRequested(event->key() - Qt::Key_1);
    } else if (enter && event->modifiers() == Qt::ControlModifier) {
        Q_EMIT takeRequested();
    } else if (event->matches(QKeySequence::Find)) { // of cases where no notes are
        Q_EMIT findRequested();
    } else if (event->key() == Qt::Key_Escape && m_dismissible) {
        Q_EMIT dismissRequested();
    } else if (event->matches(QKeySequence::Undo) && !m_outsideSteps.empty()
               && m_outsideSteps.back() >= document()->availableUndoSteps()) {
        m_outsideRedos.push_back(m_outsideSteps.back());
        m_outsideSteps.pop_back();
        Q_EMIT outsideUndoRequested();
    } else if (event->matches(QKeySequence::Redo) && !m_outsideRedos.empty()
               && m_outsideRedos.back() <= document()->availableUndoSteps()) {
        m_outsideSteps.push_back(document()->availableUndoSteps());
        m_outsideRedos.pop_back();
        Q_EMIT outsideRedoRequested();
    } else {
        if (!event->text().isEmpty() && !event->matches(QKeySequence::Undo) && !event->matches(QKeySequence::Redo))
            m_outsideRedos.clear(); // what was typed takes its place
        QPlainTextEdit::keyPressEvent(event);
    }
}

void NotesEdit::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return;
    const QString text = call::pastedText(source->text());
    const auto pasted = call::readTranscript(text);
    const bool hasTimes = std::ranges::any_of(pasted, [](const auto &line) { return line.second.has_value(); });
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    if (!hasTimes) {
        cursor.insertText(text);
        endPaste(cursor);
        return;
    }
    cursor.movePosition(QTextCursor::EndOfBlock);
    for (const call::TranscriptLine &line : pasted) {
        if (!cursor.block().text().isEmpty())
            cursor.insertBlock();
        const QDateTime at = line.second ? m_startedAt.addSecs(*line.second) : m_clock.now().toUTC();
        cursor.block().setUserData(new Data({freshNumber(), 0, at, {}}, m_lost));
        cursor.insertText(line.text);
    }
    endPaste(cursor);
}

/// What is typed behind a paste is an undo step of its own: Qt joins insertions that touch, so this one ends in a removal.
void NotesEdit::endPaste(QTextCursor &cursor)
{
    cursor.insertText(u" "_s);
    cursor.deletePreviousChar();
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

int NotesEdit::timesWidth() const
{
    return fontMetrics().horizontalAdvance(u"00:00  0:00:00"_s) + 2 * kPadding;
}

void NotesEdit::layOutMargins()
{
    const int right = fontMetrics().horizontalAdvance(tr("99 facts")) + fontMetrics().height() + 2 * kPadding;
    setViewportMargins(timesWidth(), 0, right, 0);
    const QRect inside = contentsRect();
    m_times->setGeometry(inside.left(), inside.top(), timesWidth(), inside.height());
    const int bar = verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0;
    m_facts->setGeometry(inside.right() + 1 - right - bar, inside.top(), right, inside.height());
}

void NotesEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutMargins();
}

void NotesEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        layOutMargins();
        markLine();
    }
}

template <class Paint>
void NotesEdit::eachVisibleLine(const QRect &rect, Paint paint)
{
    QTextBlock block = firstVisibleBlock();
    int top = qRound(blockBoundingGeometry(block).translated(contentOffset()).top());
    while (block.isValid() && top <= rect.bottom()) {
        const int bottom = top + qRound(blockBoundingRect(block).height());
        if (bottom >= rect.top()) {
            if (const auto *kept = static_cast<const Data *>(block.userData()))
                paint(kept->line, top, block == textCursor().block());
        }
        block = block.next();
        top = bottom;
    }
}

void NotesEdit::paintTimes(QPainter &painter, const QRect &rect)
{
    painter.fillRect(rect, accentWindow(palette()));
    const int clockWidth = fontMetrics().horizontalAdvance(u"00:00"_s);
    eachVisibleLine(rect, [&](const ports::NoteLine &line, int top, bool isCurrent) {
        const QRect row(0, top, m_times->width() - kPadding, fontMetrics().height());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.setFont(font());
        painter.drawText(row.adjusted(kPadding, 0, 0, 0).intersected(QRect(kPadding, top, clockWidth, row.height())),
                         Qt::AlignLeft | Qt::AlignVCenter, line.at.toLocalTime().toString(u"HH:mm"_s));
        QFont strong = font();
        strong.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
        painter.setFont(strong);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, elapsed(line.at));
    });
}

void NotesEdit::paintCounts(QPainter &painter, const QRect &rect)
{
    painter.fillRect(rect, palette().color(QPalette::Base));
    eachVisibleLine(rect, [&](const ports::NoteLine &line, int top, bool) {
        const int count = m_counts.value(line.id);
        if (count == 0)
            return;
        const int size = fontMetrics().ascent();
        const QColor color = palette().color(QPalette::PlaceholderText);
        painter.drawPixmap(0, top + (fontMetrics().height() - size) / 2,
                           iconPixmap(u"note"_s, color, size, devicePixelRatioF()));
        painter.setPen(color);
        painter.drawText(QRect(size + 4, top, m_facts->width(), fontMetrics().height()),
                         Qt::AlignLeft | Qt::AlignVCenter, count == 1 ? tr("1 fact") : tr("%1 facts").arg(count));
    });
}

} // namespace ui
