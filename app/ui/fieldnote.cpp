#include "ui/fieldnote.h"

#include "session/numbertext.h"
#include "ui/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

namespace ui {

using namespace Qt::StringLiterals;

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
    if (text == m_text->text() && mark == m_mark)
        return;
    m_mark = mark;
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_icon->setVisible(!text.isEmpty());
    setVisible(!text.isEmpty() || !m_counter->text().isEmpty());
    paintMarks();
}

QString FieldNote::message() const
{
    return m_text->text();
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
    m_counter->setVisible(!text.isEmpty());
    setVisible(!text.isEmpty() || !m_text->text().isEmpty());
    paintMarks();
}

QString FieldNote::counter() const
{
    return m_counter->text();
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
    color(m_text, mark);
    color(m_counter,
          m_counterMark == Mark::Ok ? palette().color(QPalette::PlaceholderText) : markColor(palette(), m_counterMark));
    if (!m_text->text().isEmpty())
        m_icon->setPixmap(iconPixmap(m_mark == Mark::Must   ? u"must"_s
                                     : m_mark == Mark::Weak ? u"weak"_s
                                                            : u"advice"_s,
                                     mark, fontMetrics().ascent(), devicePixelRatioF()));
}

} // namespace ui
