#include "ui/monthchart.h"

#include "ui/plaintooltip.h"
#include "ui/rowpainting.h"
#include "ui/words.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace ui {

using domain::Money;
using namespace Qt::StringLiterals;

MonthChart::MonthChart(const QString &name, QWidget *parent) : QWidget(parent)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void MonthChart::setMonth(int month)
{
    if (!projection() || month < 0 || month > projection()->months || std::exchange(m_month, month) == month)
        return;
    setAccessibleDescription(month > 0 ? monthText(month) : QString());
    update();
}

void MonthChart::keepMonth(int least)
{
    m_month = projection() ? std::clamp(m_month, least, projection()->months) : 0;
    setAccessibleDescription(m_month > 0 ? monthText(m_month) : QString());
}

void MonthChart::chooseMonth(int month)
{
    if (!projection())
        return;
    const int before = m_month;
    setMonth(std::clamp(month, 1, projection()->months));
    if (m_month == before)
        return;
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    Q_EMIT monthChosen(m_month);
}

void MonthChart::setPlot(const QRect &plot)
{
    m_plot = plot;
    update();
}

QRect MonthChart::barRect(int month) const
{
    const int months = projection() ? projection()->months : 1;
    const int left = m_plot.left() + m_plot.width() * (month - 1) / months;
    const int right = m_plot.left() + m_plot.width() * month / months;
    return {left, m_plot.top(), right - left, m_plot.height()};
}

int MonthChart::monthAt(int x) const
{
    if (!projection() || x < m_plot.left() || x > m_plot.right())
        return 0;
    for (int month = 1; month <= projection()->months; ++month) {
        if (x <= barRect(month).right())
            return month;
    }
    return 0;
}

int MonthChart::scaleRoom() const
{
    return kPad + QFontMetrics(captionFont(font())).horizontalAdvance(u"$000.0M"_s) + kTick;
}

void MonthChart::paintScale(QPainter &painter, const ChartScale &scale) const
{
    const QFont caption = captionFont(font());
    const int height = QFontMetrics(caption).height();
    for (Money line; line <= scale.top; line += scale.step) {
        const int y = m_plot.bottom() + 1 - scale.heightOf(line, m_plot.height());
        painter.fillRect(QRect(m_plot.left(), y, m_plot.width(), 1),
                         palette().color(line.isZero() ? QPalette::Dark : QPalette::Mid));
        paintLine(painter, QRect(kPad, y - height / 2, m_plot.left() - kPad - kTick, height), scaleLabel(line), caption,
                  palette().color(QPalette::Text), Qt::AlignRight);
    }
}

void MonthChart::paintMonths(QPainter &painter) const
{
    const QFont caption = captionFont(font());
    const QFontMetrics metrics(caption);
    const int room = std::max(1, barRect(1).width());
    const int every = std::max(1, (metrics.horizontalAdvance(u"Mar '00"_s) + room - 1) / room);
    painter.setFont(caption);
    painter.setPen(palette().color(QPalette::Text));
    for (int month = 1; month <= projection()->months; month += every) {
        const domain::Month shown = projection()->monthAt(month);
        const bool withYear = projection()->months > 12 && (month == 1 || every > 1 || shown.month() == 1);
        const QString label =
            withYear ? u"%1 '%2"_s.arg(shortMonth(shown), QString::number(shown.year()).right(2)) : shortMonth(shown);
        const int half = metrics.horizontalAdvance(label) / 2 + 1;
        painter.drawText(QRect(barRect(month).center().x() - half, m_plot.bottom() + kTick, 2 * half, metrics.height()),
                         Qt::AlignCenter, label);
    }
}

void MonthChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (projection()) {
        if (m_month > 0)
            painter.fillRect(barRect(m_month), palette().color(QPalette::Inactive, QPalette::Highlight));
        paintContent(painter);
    }
    const bool focused = hasFocus();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(focused ? QPen(palette().color(QPalette::Active, QPalette::Highlight), 2)
                           : QPen(palette().color(QPalette::Dark), 1));
    painter.drawRect(focused ? rect().adjusted(1, 1, -1, -1) : rect().adjusted(0, 0, -1, -1));
}

void MonthChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: chooseMonth(m_month - 1); return;
    case Qt::Key_Right: chooseMonth(m_month + 1); return;
    case Qt::Key_Home: chooseMonth(1); return;
    case Qt::Key_End: chooseMonth(projection() ? projection()->months : 1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (projection())
            Q_EMIT figureRequested(m_month > 0 ? Figure{Figure::Kind::Total, {}, Figure::Span::Month, m_month}
                                               : Figure{Figure::Kind::Total, {}, Figure::Span::All, 0});
        return;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void MonthChart::mousePressEvent(QMouseEvent *event)
{
    if (const int month = monthAt(event->position().toPoint().x()); month > 0)
        chooseMonth(month);
}

void MonthChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int month = monthAt(event->position().toPoint().x()); month > 0)
        Q_EMIT figureRequested({Figure::Kind::Total, {}, Figure::Span::Month, month});
}

void MonthChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void MonthChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

bool MonthChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = tipAt(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

} // namespace ui
