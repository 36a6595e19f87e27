#include "ui/distinctnesspanel.h"

#include "drafting/drafting.h"
#include "review/review.h"
#include "ui/icons.h"
#include "ui/plaintooltip.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

namespace ui {

using review::Comparison;
using review::SharedText;
using review::TextField;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTextLines = 4;

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QPlainTextEdit *textView(const QString &name, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(name);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setUndoRedoEnabled(false);
    // Readable with the keyboard: the caret moves, nothing can be typed.
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return text;
}

/// A tint and a thick underline: never the color alone.
QTextCharFormat markFormat(const QPalette &palette, bool isCurrent)
{
    QTextCharFormat format;
    QColor tint = markColor(palette, Mark::Weak);
    format.setUnderlineStyle(isCurrent ? QTextCharFormat::SingleUnderline : QTextCharFormat::DotLine);
    format.setUnderlineColor(tint);
    tint.setAlpha(isCurrent ? 70 : 28);
    format.setBackground(tint);
    return format;
}

void addMark(QPlainTextEdit *text, const records::TextRange &range, bool isCurrent,
             QList<QTextEdit::ExtraSelection> &marks)
{
    QTextCursor cursor(text->document());
    const auto last = static_cast<qsizetype>(text->document()->characterCount()) - 1;
    cursor.setPosition(static_cast<int>(std::min(range.start, last)));
    cursor.setPosition(static_cast<int>(std::min(range.end(), last)), QTextCursor::KeepAnchor);
    marks.append({cursor, markFormat(text->palette(), isCurrent)});
    if (!isCurrent)
        return;
    // Shows the beginning of the sentence, however long it is.
    QTextCursor start(text->document());
    start.setPosition(cursor.selectionStart());
    text->setTextCursor(start);
    text->centerCursor();
}

} // namespace

DistinctnessPanel::DistinctnessPanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"distinctnessPanel"_s);
    setAccessibleName(tr("Distinctness"));
    m_fold = new QToolButton(this);
    m_fold->setObjectName(u"distinctnessFold"_s);
    m_fold->setText(tr("&Distinctness"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_stateIcon = new QLabel(this);
    m_state = plainLabel(u"distinctnessState"_s, this);
    m_sibling = new QComboBox(this);
    m_sibling->setObjectName(u"distinctnessSibling"_s);
    m_sibling->setAccessibleName(tr("Compare with"));
    m_next = new QPushButton(tr("&Next shared sentence"), this);
    m_next->setObjectName(u"nextSharedButton"_s);
    m_apply = new QPushButton(tr("&Take the proposed wording"), this);
    m_apply->setObjectName(u"applyRewriteButton"_s);
    m_body = new QWidget(this);
    m_firstName = plainLabel(u"distinctnessFirstName"_s, m_body);
    m_secondName = plainLabel(u"distinctnessSecondName"_s, m_body);
    m_first = textView(u"distinctnessFirst"_s, m_body);
    m_second = textView(u"distinctnessSecond"_s, m_body);
    m_firstName->setBuddy(m_first);
    m_secondName->setBuddy(m_second);
    m_difference = plainLabel(u"distinctnessDifference"_s, m_body);
    m_difference->setWordWrap(true);
    m_difference->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_difference->setAccessibleName(tr("Difference"));

    auto *head = new QHBoxLayout;
    for (QWidget *part : std::initializer_list<QWidget *>{m_fold, m_stateIcon, m_state, m_sibling})
        head->addWidget(part);
    head->addStretch(1);
    head->addWidget(m_next);
    head->addWidget(m_apply);
    auto *texts = new QGridLayout;
    texts->setHorizontalSpacing(8);
    texts->setVerticalSpacing(2);
    texts->addWidget(m_firstName, 0, 0);
    texts->addWidget(m_secondName, 0, 1);
    texts->addWidget(m_first, 1, 0);
    texts->addWidget(m_second, 1, 1);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addLayout(texts);
    body->addWidget(m_difference);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_body);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
    connect(m_next, &QPushButton::clicked, this, &DistinctnessPanel::showNext);
    connect(m_apply, &QPushButton::clicked, this, &DistinctnessPanel::apply);
    connect(m_sibling, &QComboBox::currentIndexChanged, this, [this] {
        m_shared = 0;
        fill();
    });
    clear();
}

void DistinctnessPanel::setFolded(bool folded)
{
    m_folded = folded;
    m_body->setVisible(!folded);
    m_fold->setAccessibleDescription(folded ? tr("Folded") : tr("Unfolded"));
    fill();
}

QWidget *DistinctnessPanel::pane() const
{
    return m_folded ? static_cast<QWidget *>(m_fold) : m_first;
}

void DistinctnessPanel::setEditable(bool editable)
{
    m_editable = editable;
    fill();
}

void DistinctnessPanel::clear()
{
    m_view.reset();
    m_distinctness = {};
    m_record = -1;
    fillSiblings();
}

void DistinctnessPanel::showCase(const session::CaseViewPointer &view, const drafting::Shipped &shipped)
{
    m_view = view;
    m_distinctness = review::distinctnessOf(session::reviewInputOf(*view, shipped));
    fillSiblings();
}

void DistinctnessPanel::setRecord(int index)
{
    if (std::exchange(m_record, index) != index)
        m_shared = 0;
    fillSiblings();
}

/// The records to compare the current one with; those that share something with it come first.
void DistinctnessPanel::fillSiblings()
{
    m_comparisons.clear();
    for (std::size_t i = 0; i < m_distinctness.comparisons.size(); ++i) {
        const Comparison &comparison = m_distinctness.comparisons[i];
        if (m_view && m_record >= 0 && (comparison.first == m_record || comparison.second == m_record))
            m_comparisons.push_back(static_cast<int>(i));
    }
    std::stable_partition(m_comparisons.begin(), m_comparisons.end(), [this](int index) {
        return !m_distinctness.comparisons[static_cast<std::size_t>(index)].isDistinct();
    });
    const QSignalBlocker quiet(m_sibling);
    m_sibling->clear();
    for (const int index : m_comparisons) {
        const Comparison &comparison = m_distinctness.comparisons[static_cast<std::size_t>(index)];
        m_sibling->addItem(comparison.second == m_record ? comparison.firstName : comparison.secondName);
    }
    m_sibling->setVisible(m_comparisons.size() > 1);
    setVisible(!m_comparisons.empty());
    fill();
}

const Comparison *DistinctnessPanel::current() const
{
    const int index = m_sibling->currentIndex();
    if (index < 0 || static_cast<std::size_t>(index) >= m_comparisons.size())
        return nullptr;
    return &m_distinctness.comparisons[static_cast<std::size_t>(m_comparisons[static_cast<std::size_t>(index)])];
}

QString DistinctnessPanel::stateText(const Comparison &comparison) const
{
    const QString sibling = comparison.second == m_record ? comparison.firstName : comparison.secondName;
    if (!comparison.linesInBoth.empty())
        return tr("States lines that %1 states too").arg(sibling);
    if (!comparison.shared.empty())
        return tr("%1 shared with %2")
            .arg(counted(static_cast<qsizetype>(comparison.shared.size()), tr("sentence"), tr("sentences")), sibling);
    if (comparison.sameDates)
        return tr("Same use case and dates as %1").arg(sibling);
    return tr("Nothing shared with %1").arg(sibling);
}

void DistinctnessPanel::fill()
{
    m_fold->setIcon(icon(m_folded ? u"chevron-right"_s : u"chevron-down"_s));
    const Comparison *comparison = current();
    if (!comparison)
        return;
    const bool distinct = comparison->isDistinct();
    const Mark mark = !comparison->linesInBoth.empty() ? Mark::Must : distinct ? Mark::Ok : Mark::Weak;
    const QColor color = markColor(palette(), mark);
    m_stateIcon->setPixmap(iconPixmap(distinct             ? u"ok"_s
                                      : mark == Mark::Must ? u"must"_s
                                                           : u"weak"_s,
                                      color, fontMetrics().ascent() + 1, devicePixelRatioF()));
    m_state->setText(stateText(*comparison));
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, color);
    m_state->setPalette(colored);
    m_next->setVisible(comparison->shared.size() > 1);
    m_apply->setVisible(!comparison->proposal.empty());
    m_apply->setEnabled(m_editable);
    QStringList reads;
    for (const review::ProposedText &proposed : comparison->proposal)
        reads.append(proposed.reads);
    m_apply->setToolTip(plainToolTip(reads.join(u"\n\n"_s)));
    m_apply->setAccessibleDescription(reads.join(u' '));
    m_difference->setText(comparison->difference);
    m_difference->setVisible(!comparison->difference.isEmpty());
    fillTexts();
}

/// The field of the shared sentence that is shown; the business problem where nothing is shared.
void DistinctnessPanel::fillTexts()
{
    const Comparison *comparison = current();
    if (!comparison || m_folded)
        return;
    const auto count = static_cast<int>(comparison->shared.size());
    m_shared = count == 0 ? 0 : m_shared % count;
    const TextField field =
        count == 0 ? TextField::Problem : comparison->shared[static_cast<std::size_t>(m_shared)].field;
    const bool isSecond = comparison->second == m_record;
    const auto &stack = m_view->computed.stack.records;
    const auto text = [&](int index) {
        return index >= 0 ? review::textOf(stack[static_cast<std::size_t>(index)], field)
                          : review::textOf(m_view->earlier[static_cast<std::size_t>(comparison->filed)], field);
    };
    const QString fieldName = review::nameOf(field);
    m_firstName->setText(tr("%1, %2").arg(isSecond ? comparison->secondName : comparison->firstName, fieldName));
    m_secondName->setText(tr("%1, %2").arg(isSecond ? comparison->firstName : comparison->secondName, fieldName));
    m_first->setPlainText(text(m_record));
    m_second->setPlainText(text(isSecond ? comparison->first : comparison->second));
    const int height = fontMetrics().lineSpacing() * kTextLines + 2 * m_first->frameWidth() + 8;
    m_first->setFixedHeight(height);
    m_second->setFixedHeight(height);
    mark();
}

void DistinctnessPanel::mark()
{
    const Comparison *comparison = current();
    QList<QTextEdit::ExtraSelection> first;
    QList<QTextEdit::ExtraSelection> second;
    const bool isSecond = comparison->second == m_record;
    QString said;
    for (std::size_t i = 0; i < comparison->shared.size(); ++i) {
        const SharedText &shared = comparison->shared[i];
        if (shared.field != comparison->shared[static_cast<std::size_t>(m_shared)].field)
            continue;
        const bool isCurrent = static_cast<int>(i) == m_shared;
        addMark(m_first, isSecond ? shared.place.inSecond : shared.place.inFirst, isCurrent, first);
        addMark(m_second, isSecond ? shared.place.inFirst : shared.place.inSecond, isCurrent, second);
        if (isCurrent)
            said = tr("Shared sentence %1 of %2: %3").arg(i + 1).arg(comparison->shared.size()).arg(shared.text);
    }
    m_first->setExtraSelections(first);
    m_second->setExtraSelections(second);
    m_first->setAccessibleDescription(said);
    m_second->setAccessibleDescription(said);
}

void DistinctnessPanel::showNext()
{
    const Comparison *comparison = current();
    if (!comparison || comparison->shared.empty())
        return;
    setFolded(false);
    m_shared = (m_shared + 1) % static_cast<int>(comparison->shared.size());
    fillTexts();
}

void DistinctnessPanel::apply()
{
    const Comparison *comparison = current();
    if (!comparison || comparison->proposal.empty() || !m_editable)
        return;
    const QString undoText = tr("Reword %1").arg(comparison->secondName);
    Q_EMIT rewriteRequested(undoText, review::withProposal(m_view->computed.worksheet, comparison->proposal));
}

void DistinctnessPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The marks are of the palette, and the texts' height of the font.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &DistinctnessPanel::fill, Qt::QueuedConnection);
}

} // namespace ui
