#include "ui/fieldnote.h"

#include "session/numbertext.h"
#include "ui/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// The layout, of those below the widget, that holds it.
QLayout *layoutOf(const QWidget *widget, QLayout *in)
{
    if (!in)
        return nullptr;
    if (in->indexOf(const_cast<QWidget *>(widget)) >= 0)
        return in;
    for (int i = 0; i < in->count(); ++i) {
        if (QLayout *found = layoutOf(widget, in->itemAt(i)->layout()))
            return found;
    }
    return nullptr;
}

/// The outermost row of inputs, of those that hold this layout.
QHBoxLayout *outermostRow(QLayout *layout)
{
    QHBoxLayout *row = nullptr;
    while (auto *one = qobject_cast<QHBoxLayout *>(layout)) {
        row = one;
        layout = qobject_cast<QLayout *>(one->parent());
    }
    return row;
}

/// A column in the row's place, that begins with the row; the one that was made for its first input.
QVBoxLayout *columnUnder(QHBoxLayout *row)
{
    if (auto *made = qobject_cast<QVBoxLayout *>(row->parent()); made && made->property("notesBelow").toBool())
        return made;
    auto *form = qobject_cast<QFormLayout *>(row->parent());
    if (!form)
        return nullptr;
    int line = 0;
    QFormLayout::ItemRole role{};
    form->getLayoutPosition(row, &line, &role);
    form->removeItem(row);
    row->setParent(nullptr);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->setProperty("notesBelow", true);
    column->addLayout(row);
    form->setLayout(line, role, column);
    return column;
}

} // namespace

FieldNote *FieldNote::addTo(QWidget *input)
{
    QWidget *parent = input->parentWidget();
    QLayout *layout = layoutOf(input, parent->layout());
    if (!layout)
        return nullptr;
    QHBoxLayout *row = outermostRow(layout);
    if (QVBoxLayout *column = row && row->count() > 1 ? columnUnder(row) : nullptr) {
        auto *note = new FieldNote(parent);
        note->m_name = input->accessibleName();
        column->addWidget(note);
        return note;
    }
    auto *cell = new QWidget(parent);
    cell->setSizePolicy(input->sizePolicy());
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    delete layout->replaceWidget(input, cell, Qt::FindDirectChildrenOnly);
    column->addWidget(input);
    auto *note = new FieldNote(cell);
    column->addWidget(note);
    return note;
}

FieldNote::FieldNote(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_counter(new QLabel(this))
{
    for (QLabel *label : {m_icon, m_text, m_counter})
        label->setTextFormat(Qt::PlainText);
    m_text->setObjectName(u"fieldMessage"_s);
    m_text->setWordWrap(true);
    m_counter->setObjectName(u"fieldCounter"_s);
    m_counter->setAlignment(Qt::AlignRight | Qt::AlignTop);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 1);
    row->setSpacing(4);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_counter, 0, Qt::AlignTop);
    m_icon->hide();
    m_text->hide();
    m_counter->hide();
    hide();
}

void FieldNote::setMessage(Mark mark, const QString &text)
{
    if (text == m_message && mark == m_mark)
        return;
    m_mark = mark;
    m_message = text;
    showTexts();
}

QString FieldNote::message() const
{
    return m_message;
}

void FieldNote::setCounter(qsizetype characters, int most)
{
    constexpr int kNearlyFull = 90;
    QString text;
    if (most > 0)
        text =
            session::groupedNumber(QString::number(characters)) + u'/' + session::groupedNumber(QString::number(most));
    if (text == m_counter->text())
        return;
    m_counterMark = characters > most                                 ? Mark::Must
                  : characters * 100 >= qsizetype(most) * kNearlyFull ? Mark::Weak
                                                                      : Mark::Ok;
    m_counter->setText(text);
    showTexts();
}

QString FieldNote::counter() const
{
    return m_counter->text();
}

/// A counter alone has the input's name before it too.
void FieldNote::showTexts()
{
    const bool counts = !m_counter->text().isEmpty();
    const bool says = !m_message.isEmpty();
    QString text = m_message;
    if (!m_name.isEmpty() && (says || counts))
        text = says ? m_name + u": "_s + m_message : m_name;
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_icon->setVisible(says);
    m_counter->setVisible(counts);
    setVisible(says || counts);
    paintMarks();
}

void FieldNote::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        paintMarks();
    QWidget::changeEvent(event);
}

void FieldNote::paintMarks()
{
    const auto color = [this](QLabel *label, const QColor &wanted) {
        QPalette colored = palette();
        colored.setColor(QPalette::WindowText, wanted);
        if (label->palette().color(QPalette::WindowText) != wanted)
            label->setPalette(colored);
    };
    const QColor mark = markColor(palette(), m_mark);
    color(m_text, m_message.isEmpty() ? palette().color(QPalette::PlaceholderText) : mark);
    color(m_counter,
          m_counterMark == Mark::Ok ? palette().color(QPalette::PlaceholderText) : markColor(palette(), m_counterMark));
    if (!m_message.isEmpty())
        m_icon->setPixmap(iconPixmap(m_mark == Mark::Must   ? u"must"_s
                                     : m_mark == Mark::Weak ? u"weak"_s
                                     : m_mark == Mark::Ok   ? u"ok"_s
                                                            : u"advice"_s,
                                     mark, fontMetrics().ascent(), devicePixelRatioF()));
}

} // namespace ui
