#include "ui/fieldbinder.h"

#include "domain/fieldpath.h"
#include "messages/messages.h"
#include "session/fieldnames.h"
#include "session/fieldtext.h"
#include "ui/consolefields.h"
#include "ui/fieldnote.h"
#include "ui/fieldwords.h"
#include "ui/whenseen.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWhatsThis>

#include <algorithm>

namespace ui {

using session::CaseSession;
using session::FieldKind;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *kField = "field";
constexpr const char *kOnByDefault = "onByDefault"; ///< of a check box: what "not given" means
constexpr int kMostTyped = 1 << 24;                 ///< Qt's 32,767 would cut a paste without a word
constexpr int kCountedFrom = 80;                    ///< percent of its limit from which a line counts its characters

/// Any part of a choice finds it.
void propose(QComboBox &combo)
{
    auto *completer = new QCompleter(combo.model(), &combo);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    combo.setCompleter(completer);
    combo.setInsertPolicy(QComboBox::NoInsert);
}

/// The value behind a name that was typed into an editable combo; the text itself when it names none.
QString valueFor(const QComboBox &combo, const QString &typed)
{
    const int known = combo.findText(typed.trimmed(), Qt::MatchFixedString);
    return known < 0 || typed.isEmpty() ? typed : combo.itemData(known).toString();
}

/// A line shows the ends of pasted lines as blanks; they are blanks in what it says too.
QString inOneLine(QString text)
{
    for (QChar &sign : text) {
        if (sign == u'\n' || sign == u'\r' || sign == QChar::LineSeparator || sign == QChar::ParagraphSeparator)
            sign = u' ';
    }
    return text;
}

QString textIn(const QWidget *input)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(input))
        return inOneLine(line->text());
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(input))
        return text->toPlainText();
    if (const auto *combo = qobject_cast<const QComboBox *>(input))
        return combo->isEditable() ? valueFor(*combo, inOneLine(combo->currentText()))
                                   : combo->currentData().toString();
    if (const auto *box = qobject_cast<const QCheckBox *>(input))
        return box->isChecked() ? u"true"_s : u"false"_s;
    return {};
}

void showChoice(QComboBox &combo, const QString &text)
{
    if (combo.isEditable()) {
        const int known = text.isEmpty() ? -1 : combo.findData(text);
        const QString shown = known < 0 ? text : combo.itemText(known);
        if (shown == combo.currentText())
            return; // the caret of who types stays
        combo.setEditText(shown);
        combo.lineEdit()->setCursorPosition(0); // a long one shows its beginning
        return;
    }
    int index = combo.findData(text);
    if (index < 0 && !text.isEmpty()) { // a value from elsewhere stays what it is
        combo.addItem(text, text);
        index = combo.count() - 1;
    }
    combo.setCurrentIndex(index);
}

void showText(QWidget *input, const QString &text)
{
    if (auto *line = qobject_cast<QLineEdit *>(input)) {
        line->setText(text);
        line->setCursorPosition(0);
    } else if (auto *edit = qobject_cast<QPlainTextEdit *>(input)) {
        edit->setPlainText(text);
    } else if (auto *combo = qobject_cast<QComboBox *>(input)) {
        showChoice(*combo, text);
    } else if (auto *box = qobject_cast<QCheckBox *>(input)) {
        box->setChecked(text.isEmpty() ? box->property(kOnByDefault).toBool() : text == u"true");
    }
}

qsizetype codePoints(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

Mark markOf(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Error: return Mark::Must;
    case domain::Severity::Warning: return Mark::Weak;
    case domain::Severity::Advice: break;
    }
    return Mark::Advice;
}

} // namespace

FieldBinder::FieldBinder(QWidget *form) : QObject(form), m_seen(new WhenSeen(form, [this] { refresh(); }))
{
    for (QWidget *input : form->findChildren<QWidget *>()) {
        if (input->property(kField).isValid())
            bind(input);
    }
    setSession(nullptr);
}

void FieldBinder::bind(QWidget *input)
{
    const std::size_t index = m_bound.size();
    m_bound.push_back({input->property(kField).toString(), input, FieldNote::addTo(input), false, false, false});
    m_byInput.insert(input, index);
    input->installEventFilter(this);
    if (auto *combo = qobject_cast<QComboBox *>(input)) {
        combo->setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the page until the combo has the focus
        if (combo->isEditable()) {
            m_byInput.insert(combo->lineEdit(), index);
            combo->lineEdit()->setAccessibleName(combo->accessibleName());
            combo->lineEdit()->installEventFilter(this);
            combo->lineEdit()->setMaxLength(kMostTyped);
        }
    }
    if (auto *line = qobject_cast<QLineEdit *>(input))
        line->setMaxLength(kMostTyped);
    if (auto *text = qobject_cast<QPlainTextEdit *>(input)) {
        text->setUndoRedoEnabled(false); // one undo for the whole case
        text->setTabChangesFocus(true);
    }
    connectInput(index);
}

void FieldBinder::connectInput(std::size_t index)
{
    QWidget *input = m_bound[index].input;
    const auto take = [this, index, input] { typed(index, textIn(input)); };
    if (auto *line = qobject_cast<QLineEdit *>(input)) {
        connect(line, &QLineEdit::textEdited, this, take);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(input)) {
        connect(text, &QPlainTextEdit::textChanged, this, take);
    } else if (auto *combo = qobject_cast<QComboBox *>(input)) {
        connect(combo, &QComboBox::activated, this, take);
        if (combo->isEditable())
            connect(combo->lineEdit(), &QLineEdit::textEdited, this, take);
    } else if (auto *box = qobject_cast<QCheckBox *>(input)) {
        connect(box, &QCheckBox::clicked, this, take);
    }
}

QString FieldBinder::pathOf(const Bound &bound) const
{
    if (!bound.field.startsWith(u"./"))
        return bound.field;
    return m_entry.isEmpty() ? QString() : QString(m_entry + bound.field.mid(1));
}

void FieldBinder::setSession(CaseSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    for (Bound &bound : m_bound)
        bound.touched = bound.typedIn = false;
    if (m_session)
        connect(m_session, &CaseSession::changed, this, [this] { m_seen->due(); });
    refresh();
}

void FieldBinder::setEntry(const QString &path)
{
    if (std::exchange(m_entry, path) == path)
        return;
    for (Bound &bound : m_bound)
        bound.touched = bound.typedIn = bound.touched && !bound.field.startsWith(u"./");
    refresh();
}

void FieldBinder::setReviewed(bool reviewed)
{
    m_reviewed = reviewed;
    refresh();
}

void FieldBinder::typed(std::size_t index, const QString &text)
{
    if (m_updating || !m_session)
        return;
    const QString path = pathOf(m_bound[index]);
    if (path.isEmpty())
        return;
    m_typing = m_bound[index].input;
    m_bound[index].typedIn = true;
    // A contact's path follows its name; the entry goes with it.
    const QString after = m_session->edit(path, text);
    if (after != path && path.startsWith(m_entry + u'/'))
        m_entry = after.left(after.size() - m_bound[index].field.size() + 1);
    m_typing = nullptr;
    refreshNote(m_bound[index]);
    Q_EMIT edited(after);
}

void FieldBinder::left(std::size_t index)
{
    if (!m_session)
        return;
    m_bound[index].touched = m_bound[index].touched || m_bound[index].typedIn;
    m_session->flush();
    refresh(m_bound[index]);
}

void FieldBinder::refresh()
{
    for (Bound &bound : m_bound)
        refresh(bound);
}

void FieldBinder::refresh(Bound &bound)
{
    const QString path = pathOf(bound);
    const bool exists = m_session && !path.isEmpty() && domain::namesSomething(m_session->worksheet(), path);
    bound.input->setEnabled(exists);
    bound.input->setProperty("fieldPath", exists ? path : QString());
    const bool wasUpdating = std::exchange(m_updating, true);
    if (exists) {
        fillChoices(bound);
        const QString text = m_session->text(path);
        if (bound.input != m_typing && (textIn(bound.input) != text || qobject_cast<QComboBox *>(bound.input)))
            showText(bound.input, text);
        else if (qobject_cast<QCheckBox *>(bound.input))
            showText(bound.input, text);
    } else if (bound.input != m_typing) {
        showText(bound.input, {});
    }
    m_updating = wasUpdating;
    refreshNote(bound);
}

void FieldBinder::fillChoices(Bound &bound)
{
    auto *combo = qobject_cast<QComboBox *>(bound.input);
    if (!combo || bound.filled)
        return;
    bound.filled = true;
    const auto info = session::fieldInfo(m_session->worksheet(), pathOf(bound));
    if (combo->count() > 0 || !info)
        return;
    if (!combo->isEditable())
        combo->addItem(tr("Not known yet"), QString());
    for (const auto &[label, value] : choicesOf(*info))
        combo->addItem(label, value);
    if (combo->isEditable() && combo->count() > 0)
        propose(*combo);
}

/// What is said of that field itself, else of a record's field that holds just what stands there.
std::optional<domain::Finding> FieldBinder::findingAt(const QString &path) const
{
    const session::CaseViewPointer view = m_session->view();
    if (!view)
        return std::nullopt;
    const auto own = std::ranges::find(view->findings, path, &domain::Finding::field);
    if (own != view->findings.end())
        return *own;
    const auto console = std::ranges::find(consoleFields(), path, &ConsoleField::sheet);
    if (console == consoleFields().end() || console->ace.isEmpty())
        return std::nullopt;
    const auto ofRecord = std::ranges::find_if(view->findings, [&console](const domain::Finding &finding) {
        return finding.field.startsWith("records/"_L1) && finding.field.section(u'/', 2) == console->ace;
    });
    return ofRecord == view->findings.end() ? std::nullopt : std::optional(*ofRecord);
}

void FieldBinder::refreshNote(Bound &bound)
{
    if (!bound.note)
        return;
    const QString path = pathOf(bound);
    const auto info = m_session && !path.isEmpty() ? session::fieldInfo(m_session->worksheet(), path) : std::nullopt;
    Mark mark = Mark::Must;
    QString message;
    if (info) {
        const bool seen = bound.touched || m_reviewed;
        const auto error = m_session->errorAt(path);
        // What was typed at an earlier start was left then; what is only missing is asked for calmly.
        const bool leftBefore = !bound.typedIn && !textIn(bound.input).isEmpty();
        if (error && (seen || leftBefore)) {
            message = messages::fieldSentence(*error);
        } else if (const auto found = error ? std::nullopt : findingAt(path); found) {
            const bool badValue = found->field != path && found->severity == domain::Severity::Error;
            if (seen || (leftBefore && badValue)) {
                mark = markOf(found->severity);
                message = found->message;
            }
        }
    }
    bound.note->setMessage(mark, message);
    const qsizetype length = info ? codePoints(textIn(bound.input)) : 0;
    const int most = info ? info->mostCharacters : 0;
    const bool counts =
        info && most > 0 && (info->kind == FieldKind::Lines || length * 100 >= qsizetype(most) * kCountedFrom);
    bound.note->setCounter(length, counts ? most : 0);

    QStringList description;
    if (info && *info->meta.unit != '\0')
        description.append(info->kind == FieldKind::Percent ? tr("percent") : QString::fromLatin1(info->meta.unit));
    if (counts)
        description.append(tr("%1 characters").arg(bound.note->counter()));
    if (!message.isEmpty())
        description.append(message);
    bound.input->setAccessibleDescription(description.join(u". "_s));
}

bool FieldBinder::reveal(const QString &fieldPath)
{
    const auto named =
        std::find_if(m_bound.begin(), m_bound.end(), [&](const Bound &bound) { return pathOf(bound) == fieldPath; });
    if (named == m_bound.end())
        return false;
    named->touched = true;
    refreshNote(*named);
    named->input->setFocus(Qt::OtherFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(named->input))
        line->selectAll();
    return true;
}

QWidget *FieldBinder::input(const QString &field) const
{
    const auto named =
        std::find_if(m_bound.begin(), m_bound.end(), [&](const Bound &bound) { return bound.field == field; });
    return named == m_bound.end() ? nullptr : named->input;
}

FieldNote *FieldBinder::note(const QString &field) const
{
    const auto named =
        std::find_if(m_bound.begin(), m_bound.end(), [&](const Bound &bound) { return bound.field == field; });
    return named == m_bound.end() ? nullptr : named->note;
}

void FieldBinder::help(const Bound &bound)
{
    if (!m_session)
        return;
    if (const auto info = session::fieldInfo(m_session->worksheet(), pathOf(bound)))
        QWhatsThis::showText(bound.input->mapToGlobal(QPoint(0, bound.input->height())), helpOn(*info), bound.input);
}

bool FieldBinder::eventFilter(QObject *watched, QEvent *event)
{
    const auto found = m_byInput.constFind(watched);
    if (found == m_byInput.cend())
        return QObject::eventFilter(watched, event);
    const std::size_t index = *found;
    switch (event->type()) {
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            left(index);
        break;
    case QEvent::ShortcutOverride: {
        // The case's undo, not the line's own.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
        break;
    }
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_F1) {
            help(m_bound[index]);
            return true;
        }
        break;
    case QEvent::Wheel:
        if (const auto *combo = qobject_cast<QComboBox *>(watched); combo && !combo->hasFocus()) {
            event->ignore();
            return true;
        }
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
