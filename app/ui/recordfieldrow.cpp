#include "ui/recordfieldrow.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTextLines = 5;
constexpr int kNearlyFull = 90; // percent

void paintText(QLabel &label, const QColor &color)
{
    label.setForegroundRole(QPalette::WindowText); // where the background is Base, it would be Text
    QPalette colored = label.palette();
    colored.setColor(QPalette::WindowText, color);
    if (label.palette().color(QPalette::WindowText) != color)
        label.setPalette(colored);
}

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

RecordFieldRow::RecordFieldRow(const ConsoleField &field, Editor editor, const QStringList &choices, int most,
                               QWidget *parent)
    : QWidget(parent), m_field(field), m_most(most)
{
    const QString key = QString(field.ace).remove(u'.').remove(u"[]"_s);
    m_editor = makeEditor(editor, choices);
    m_editor->setObjectName(u"field"_s + key);
    m_editor->setAccessibleName(field.label);
    m_editor->installEventFilter(this);
    auto *label = plainLabel(u"label"_s + key, this);
    label->setText(field.label);
    label->setBuddy(m_editor);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setContentsMargins(0, 4, 0, 0);
    label->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    m_counter = plainLabel(u"counter"_s + key, this);
    m_counter->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_counter->setContentsMargins(0, 4, 0, 0);
    m_counter->setMinimumWidth(fontMetrics().horizontalAdvance(u"0000/0000"_s));
    m_lockMark = plainLabel(u"lockMark"_s + key, this);
    m_lockMark->setContentsMargins(0, 4, 0, 0);
    m_lockMark->setAlignment(Qt::AlignTop);
    m_lock = plainLabel(u"lock"_s + key, this);
    m_lock->setForegroundRole(QPalette::PlaceholderText);
    m_lock->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_lock->setContentsMargins(0, 4, 0, 0);
    m_lock->setMinimumWidth(fontMetrics().horizontalAdvance(u"review only"_s) + 2);

    m_wording = new QWidget(this);
    m_owner = plainLabel(u"owner"_s + key, m_wording);
    m_owner->setText(tr("Yours"));
    m_reset = new QPushButton(tr("Reset"), m_wording);
    m_reset->setObjectName(u"reset"_s + key);
    m_reset->setAccessibleName(tr("Reset %1 to the generated wording").arg(field.label));
    m_compare = new QPushButton(tr("Compare"), m_wording);
    m_compare->setObjectName(u"compare"_s + key);
    m_compare->setAccessibleName(tr("Compare %1 with the generated wording").arg(field.label));
    m_compare->setCheckable(true);
    auto *wording = new QHBoxLayout(m_wording);
    wording->setContentsMargins(0, 0, 0, 0);
    wording->addWidget(m_owner);
    wording->addWidget(m_reset);
    wording->addWidget(m_compare);
    wording->addStretch(1);
    m_comparison = plainLabel(u"generated"_s + key, this);
    m_comparison->setWordWrap(true);
    m_comparison->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_comparison->setForegroundRole(QPalette::PlaceholderText);
    m_issueRow = new QWidget(this);
    m_issueMark = plainLabel(u"issueMark"_s + key, m_issueRow);
    m_issue = plainLabel(u"issue"_s + key, m_issueRow);
    m_issue->setWordWrap(true);
    auto *issue = new QHBoxLayout(m_issueRow);
    issue->setContentsMargins(0, 0, 0, 0);
    issue->setSpacing(4);
    issue->addWidget(m_issueMark, 0, Qt::AlignTop);
    issue->addWidget(m_issue, 1);
    connect(m_reset, &QPushButton::clicked, this, &RecordFieldRow::resetRequested);
    connect(m_compare, &QPushButton::toggled, this, &RecordFieldRow::showComparison);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_editor, 0, 1);
    grid->addWidget(m_counter, 0, 2);
    grid->addWidget(m_lockMark, 0, 3);
    grid->addWidget(m_lock, 0, 4);
    grid->addWidget(m_wording, 1, 1, 1, 4);
    grid->addWidget(m_comparison, 2, 1, 1, 4);
    grid->addWidget(m_issueRow, 3, 1, 1, 4);
    show({});
}

QWidget *RecordFieldRow::makeEditor(Editor editor, const QStringList &choices)
{
    if (editor == Editor::Text) {
        m_textEdit = new QPlainTextEdit(this);
        m_textEdit->setTabChangesFocus(true);
        m_textEdit->setFixedHeight(m_textEdit->fontMetrics().lineSpacing() * kTextLines + 12);
        connect(m_textEdit, &QPlainTextEdit::textChanged, this, [this] { tell(text()); });
        return m_textEdit;
    }
    if (editor == Editor::Choices) {
        m_choices = new QToolButton(this);
        m_choices->setPopupMode(QToolButton::InstantPopup);
        m_choices->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_choices->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_choices->setFocusPolicy(Qt::StrongFocus);
        auto *menu = new QMenu(m_choices);
        for (const QString &choice : choices) {
            QAction *action = menu->addAction(choice);
            action->setCheckable(true);
            connect(action, &QAction::triggered, this, [this] { tell(text()); });
        }
        m_choices->setMenu(menu);
        return m_choices;
    }
    m_line = new QLineEdit(this);
    if (!choices.isEmpty()) {
        auto *completer = new QCompleter(choices, m_line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        m_line->setCompleter(completer);
        connect(completer, QOverload<const QString &>::of(&QCompleter::activated), this, &RecordFieldRow::tell);
    }
    connect(m_line, &QLineEdit::textEdited, this, &RecordFieldRow::tell);
    return m_line;
}

QString RecordFieldRow::text() const
{
    if (m_textEdit)
        return m_textEdit->toPlainText();
    if (m_line)
        return m_line->text();
    QStringList chosen;
    for (const QAction *action : m_choices->menu()->actions()) {
        if (action->isChecked())
            chosen.append(action->text());
    }
    return chosen.join(u'\n');
}

void RecordFieldRow::tell(const QString &text)
{
    m_telling = true;
    Q_EMIT edited(text);
    m_telling = false;
}

void RecordFieldRow::setText(const QString &text)
{
    if (m_choices) {
        const QStringList chosen = text.split(u'\n', Qt::SkipEmptyParts);
        for (QAction *action : m_choices->menu()->actions())
            action->setChecked(chosen.contains(action->text()));
        m_choices->setText(chosen.isEmpty() ? tr("Choose…") : QString(chosen.join(u", "_s)).replace(u"&"_s, u"&&"_s));
        m_choices->setAccessibleName(u"%1: %2"_s.arg(m_field.label, chosen.join(u", "_s)));
        return;
    }
    if (m_telling) // nothing changes under the caret: the field takes its own form when it is left
        return;
    // What was emptied stays empty while one is in it: the generated wording comes back when it is left.
    if (this->text() == text || (m_editor->hasFocus() && this->text().isEmpty() && !m_shown.yours))
        return;
    if (m_line) {
        m_line->setText(text);
        if (!m_line->hasFocus())
            m_line->setCursorPosition(0); // what does not fit shows its beginning
    } else {
        const QSignalBlocker quiet(m_textEdit);
        m_textEdit->setPlainText(text);
    }
}

void RecordFieldRow::show(const Shown &shown)
{
    m_shown = shown;
    setText(shown.text);
    if (m_line)
        m_line->setReadOnly(!shown.editable);
    else if (m_textEdit)
        m_textEdit->setReadOnly(!shown.editable);
    else
        m_choices->setEnabled(shown.editable);
    m_wording->setVisible(shown.yours);
    m_reset->setEnabled(shown.editable);
    m_lock->setText(shown.locked.isEmpty() ? m_field.lock : tr("locked"));
    m_lock->setToolTip(shown.locked.isEmpty() ? m_field.lockSentence : shown.locked);
    if (!shown.yours)
        m_compare->setChecked(false);
    showComparison(m_compare->isChecked());
    showCounter();
    showIssue();
}

void RecordFieldRow::showComparison(bool visible)
{
    m_comparison->setText(tr("Generated: %1").arg(m_shown.generated));
    m_comparison->setVisible(visible && m_shown.yours);
}

void RecordFieldRow::showCounter()
{
    const auto length = static_cast<int>(text().toUcs4().size());
    m_counter->setText(m_most > 0 && !m_choices ? u"%1/%2"_s.arg(length).arg(m_most) : QString());
    const bool over = length > m_most;
    const bool near = m_most > 0 && length * 100 >= m_most * kNearlyFull;
    paintText(*m_counter, over && m_most > 0 ? markColor(palette(), Mark::Must)
                          : near             ? markColor(palette(), Mark::Weak)
                                             : palette().color(QPalette::PlaceholderText));
    const bool open = m_shown.locked.isEmpty() && (m_field.lock == u"open" || m_field.lock == u"review only");
    m_lockMark->setPixmap(iconPixmap(open ? u"unlock"_s : u"lock"_s, palette().color(QPalette::PlaceholderText),
                                     fontMetrics().ascent(), devicePixelRatioF()));
}

void RecordFieldRow::showIssue()
{
    QString issue = m_shown.error;
    Mark mark = Mark::Must;
    if (issue.isEmpty() && m_shown.finding) {
        issue = u"%1: %2"_s.arg(severityLabel(m_shown.finding->severity), m_shown.finding->message);
        mark = m_shown.finding->severity == domain::Severity::Error   ? Mark::Must
             : m_shown.finding->severity == domain::Severity::Warning ? Mark::Weak
                                                                      : Mark::Advice;
    }
    const QColor color = markColor(palette(), mark);
    paintText(*m_issue, color);
    m_issueMark->setPixmap(iconPixmap(mark == Mark::Must   ? u"must"_s
                                      : mark == Mark::Weak ? u"weak"_s
                                                           : u"advice"_s,
                                      color, fontMetrics().ascent(), devicePixelRatioF()));
    m_issue->setText(issue);
    m_issueRow->setVisible(!issue.isEmpty());
    QStringList description;
    if (!m_counter->text().isEmpty())
        description.append(tr("%1 characters").arg(QString(m_counter->text()).replace(u"/"_s, tr(" of "))));
    description.append(m_shown.locked.isEmpty() ? tr("Locks: %1").arg(m_field.lock)
                                                : tr("Locked now: %1").arg(m_shown.locked));
    if (!issue.isEmpty())
        description.append(issue);
    m_editor->setToolTip(m_shown.locked);
    m_editor->setAccessibleDescription(description.join(u". "_s));
}

bool RecordFieldRow::eventFilter(QObject *watched, QEvent *event)
{
    // Undo is the case's, not the editor's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut)
        Q_EMIT left();
    return QWidget::eventFilter(watched, event);
}

void RecordFieldRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The colors are those of the palette, light or dark.
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) && m_issue) {
        showCounter();
        showIssue();
    }
}

} // namespace ui
