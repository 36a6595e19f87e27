#include "ui/creditschart.h"

#include "ui/plaintooltip.h"
#include "ui/rowpainting.h"
#include "ui/series.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ui {

using domain::Money;
using funding::PayerKind;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPad = 8;
constexpr int kTick = 4;
constexpr int kSwatch = 12;
constexpr int kGap = 12;

} // namespace

CreditsChart::CreditsChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"creditsChart"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chart of the monthly charge against credits"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CreditsChart::setBooks(const CreditBooksPointer &books)
{
    m_books = books;
    if (books) {
        m_charge = chartScale(books->projection().total.peak);
        Money most = books->timeline.atStart;
        for (const Money left : books->timeline.balance)
            most = std::max(most, left);
        m_balance = chartScale(most);
        m_month = std::clamp(m_month, 0, books->projection().months);
        setAccessibleDescription(monthText(m_month));
    }
    layOut();
}

void CreditsChart::setMonth(int month)
{
    if (!m_books || month < 0 || month > m_books->projection().months || std::exchange(m_month, month) == month)
        return;
    setAccessibleDescription(monthText(month));
    update();
}

void CreditsChart::chooseMonth(int month)
{
    if (!m_books)
        return;
    const int before = m_month;
    setMonth(std::clamp(month, 1, m_books->projection().months));
    if (m_month == before)
        return;
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    Q_EMIT monthChosen(m_month);
}

QString CreditsChart::monthText(int month) const
{
    if (!m_books || month < 1)
        return {};
    QStringList parts{monthLabel(m_books->projection().monthAt(month))};
    for (const std::size_t column : shownColumns())
        parts.append(m_books->columns[column].name + u' ' + cents(m_books->total(column, month)));
    parts.append(tr("credits left %1").arg(cents(m_books->timeline.balance[static_cast<std::size_t>(month - 1)])));
    for (const funding::CreditEvent &event : m_books->timeline.events) {
        if (event.month == month)
            parts.append(m_books->eventText(event));
    }
    return parts.join(u", "_s);
}

/// Those that pay something.
std::vector<std::size_t> CreditsChart::shownColumns() const
{
    std::vector<std::size_t> shown;
    for (std::size_t column = 0; m_books && column < m_books->columns.size(); ++column) {
        if (!m_books->total(column, 0).isZero())
            shown.push_back(column);
    }
    return shown;
}

QBrush CreditsChart::fillOf(std::size_t column) const
{
    switch (m_books->columns[column].kind) {
    case PayerKind::Customer: return customerColor(palette());
    case PayerKind::NotEligible: return notEligibleBrush(palette());
    default: return creditColor(palette(), static_cast<int>(column));
    }
}

QSize CreditsChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 13};
}

QSize CreditsChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 8};
}

void CreditsChart::layOut()
{
    const QFontMetrics caption(captionFont(font()));
    const int side = kPad + caption.horizontalAdvance(u"$000.0M"_s) + kTick;
    const int top = 2 * kPad + fontMetrics().height() + caption.height();
    const int bottom = height() - kPad - caption.height() - 2 * kTick;
    m_plot = {QPoint(side, top), QPoint(width() - side, std::max(top + 1, bottom))};
    update();
}

QRect CreditsChart::barRect(int month) const
{
    const int months = m_books ? m_books->projection().months : 1;
    const int left = m_plot.left() + m_plot.width() * (month - 1) / months;
    const int right = m_plot.left() + m_plot.width() * month / months;
    return {left, m_plot.top(), right - left, m_plot.height()};
}

int CreditsChart::monthAt(int x) const
{
    if (!m_books || x < m_plot.left() || x > m_plot.right())
        return 0;
    for (int month = 1; month <= m_books->projection().months; ++month) {
        if (x <= barRect(month).right())
            return month;
    }
    return 0;
}

QString CreditsChart::textAt(QPoint point) const
{
    const int month = monthAt(point.x());
    if (month == 0)
        return {};
    const int bottom = m_plot.bottom() + 1;
    Money below;
    for (const std::size_t column : shownColumns()) {
        const Money amount = m_books->total(column, month);
        const int from = bottom - m_charge.heightOf(below, m_plot.height());
        below += amount;
        if (point.y() < from && point.y() >= bottom - m_charge.heightOf(below, m_plot.height()))
            return tr("%1, %2: %3")
                .arg(m_books->columns[column].name, monthLabel(m_books->projection().monthAt(month)), cents(amount));
    }
    return {};
}

void CreditsChart::paintTitle(QPainter &painter) const
{
    const int legend = paintLegend(painter, width() - kPad);
    const QRect line(kPad, kPad, std::max(0, legend - kPad - kGap), fontMetrics().height());
    paintLine(painter, line, tr("Monthly charge against credits"), strongFont(font()), palette().color(QPalette::Text));
}

/// Right-aligned on the title's line; gives its left edge.
int CreditsChart::paintLegend(QPainter &painter, int right) const
{
    const QFont caption = captionFont(font());
    const QFontMetrics metrics(caption);
    const QString balance = tr("Credits left (right axis)");
    const int row = kPad + (fontMetrics().height() - metrics.height()) / 2;
    int x = right - metrics.horizontalAdvance(balance) - 2;
    paintLine(painter, QRect(x, row, right - x, metrics.height()), balance, caption, palette().color(QPalette::Text));
    x -= kSwatch + kTick;
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    painter.drawLine(x, row + metrics.height() / 2, x + kSwatch, row + metrics.height() / 2);
    std::vector<std::size_t> shown = shownColumns();
    std::ranges::reverse(shown); // from the right
    for (const std::size_t column : shown) {
        const QString &name = m_books->columns[column].name;
        x -= kGap + metrics.horizontalAdvance(name) + 2;
        if (x < right / 4)
            break; // the tool tip and the table name the rest
        paintLine(painter, QRect(x, row, metrics.horizontalAdvance(name) + 2, metrics.height()), name, caption,
                  palette().color(QPalette::Text));
        x -= kSwatch + kTick;
        paintSwatch(painter, QRect(x, row + (metrics.height() - kSwatch) / 2, kSwatch, kSwatch), fillOf(column),
                    palette(), true);
    }
    return x;
}

void CreditsChart::paintAxes(QPainter &painter) const
{
    const QFont caption = captionFont(font());
    const QFontMetrics metrics(caption);
    const QColor text = palette().color(QPalette::Text);
    const auto label = [&](int y, const QString &words, bool isRight) {
        const int left = isRight ? m_plot.right() + kTick + 1 : kPad;
        const int wide = isRight ? width() - kPad - left : m_plot.left() - kPad - kTick;
        paintLine(painter, QRect(left, y - metrics.height() / 2, wide, metrics.height()), words, caption, text,
                  isRight ? Qt::AlignLeft : Qt::AlignRight);
    };
    for (Money line; line <= m_charge.top; line += m_charge.step) {
        const int y = m_plot.bottom() + 1 - m_charge.heightOf(line, m_plot.height());
        painter.fillRect(QRect(m_plot.left(), y, m_plot.width(), 1),
                         palette().color(line.isZero() ? QPalette::Dark : QPalette::Mid));
        label(y, scaleLabel(line), false);
    }
    if (m_books->timeline.atStart.isZero() && m_books->timeline.events.empty())
        return; // no credits, no axis of theirs
    for (Money line; line <= m_balance.top; line += m_balance.step)
        label(m_plot.bottom() + 1 - m_balance.heightOf(line, m_plot.height()), scaleLabel(line), true);
}

void CreditsChart::paintMonths(QPainter &painter) const
{
    const QFont caption = captionFont(font());
    const QFontMetrics metrics(caption);
    const projection::Projection &projection = m_books->projection();
    const int room = std::max(1, barRect(1).width());
    const int every = std::max(1, (metrics.horizontalAdvance(u"Mar '00"_s) + room - 1) / room);
    painter.setFont(caption);
    painter.setPen(palette().color(QPalette::Text));
    for (int month = 1; month <= projection.months; month += every) {
        const domain::Month shown = projection.monthAt(month);
        const bool withYear = projection.months > 12 && (month == 1 || every > 1 || shown.month() == 1);
        const QString label =
            withYear ? u"%1 '%2"_s.arg(shortMonth(shown), QString::number(shown.year()).right(2)) : shortMonth(shown);
        const int half = metrics.horizontalAdvance(label) / 2 + 1;
        painter.drawText(QRect(barRect(month).center().x() - half, m_plot.bottom() + kTick, 2 * half, metrics.height()),
                         Qt::AlignCenter, label);
    }
}

void CreditsChart::paintBars(QPainter &painter) const
{
    const int bottom = m_plot.bottom() + 1;
    for (int month = 1; month <= m_books->projection().months; ++month) {
        const QRect bar = barRect(month);
        const int inset = std::max(1, bar.width() / 4);
        Money below;
        for (const std::size_t column : shownColumns()) {
            const int from = bottom - m_charge.heightOf(below, m_plot.height());
            below += m_books->total(column, month);
            const int to = bottom - m_charge.heightOf(below, m_plot.height());
            const QRect part(bar.left() + inset, to, bar.width() - 2 * inset, from - to - (from - to > 2 ? 1 : 0));
            if (part.height() > 0)
                paintSwatch(painter, part, fillOf(column), palette(), part.height() > 2);
        }
    }
}

/// Dashed lines at the end of the month in which something happens; labels that would touch are left to the table.
void CreditsChart::paintEvents(QPainter &painter) const
{
    const QFont caption = captionFont(font());
    const QFontMetrics metrics(caption);
    const QColor color = markColor(palette(), Mark::Weak);
    int free = m_plot.left();
    for (const funding::CreditEvent &event : m_books->timeline.events) {
        const QRect bar = barRect(event.month);
        const int x = event.kind == funding::CreditEventKind::Issued ? bar.left() : bar.right();
        painter.setPen(QPen(color, 1, Qt::DashLine));
        painter.drawLine(x, m_plot.top() - metrics.height(), x, m_plot.bottom());
        const QString words = m_books->eventText(event);
        const int wide = metrics.horizontalAdvance(words) + 2;
        const int left = x + kTick + wide <= width() - kPad ? x + kTick : x - kTick - wide;
        if (left < free)
            continue;
        paintLine(painter, QRect(left, m_plot.top() - metrics.height() - 2, wide, metrics.height()), words, caption,
                  color);
        free = left + wide + kTick;
    }
}

void CreditsChart::paintBalance(QPainter &painter) const
{
    const funding::Timeline &timeline = m_books->timeline;
    if (timeline.atStart.isZero() && timeline.events.empty())
        return;
    const int bottom = m_plot.bottom() + 1;
    QPolygon line{QPoint(m_plot.left(), bottom - m_balance.heightOf(timeline.atStart, m_plot.height()))};
    for (std::size_t month = 0; month < timeline.balance.size(); ++month)
        line.append(QPoint(barRect(static_cast<int>(month) + 1).right(),
                           bottom - m_balance.heightOf(timeline.balance[month], m_plot.height())));
    painter.setRenderHint(QPainter::Antialiasing);
    // A rim of the background keeps the line apart from the bars that it crosses.
    painter.setPen(QPen(palette().color(QPalette::Base), 4));
    painter.drawPolyline(line);
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    painter.drawPolyline(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(palette().color(QPalette::Text), 1));
    for (const QPoint point : line)
        painter.drawRect(QRect(point - QPoint(2, 2), QSize(4, 4)));
}

void CreditsChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_books) {
        if (m_month > 0)
            painter.fillRect(barRect(m_month), palette().color(QPalette::Inactive, QPalette::Highlight));
        paintTitle(painter);
        paintAxes(painter);
        paintMonths(painter);
        paintBars(painter);
        paintEvents(painter);
        paintBalance(painter);
    }
    const bool focused = hasFocus();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(focused ? QPen(palette().color(QPalette::Active, QPalette::Highlight), 2)
                           : QPen(palette().color(QPalette::Dark), 1));
    painter.drawRect(focused ? rect().adjusted(1, 1, -1, -1) : rect().adjusted(0, 0, -1, -1));
}

void CreditsChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: chooseMonth(std::max(m_month, 1) - 1); return;
    case Qt::Key_Right: chooseMonth(m_month + 1); return;
    case Qt::Key_Home: chooseMonth(1); return;
    case Qt::Key_End: chooseMonth(m_books ? m_books->projection().months : 1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT figureRequested(m_month > 0 ? Figure{Figure::Kind::Total, {}, Figure::Span::Month, m_month}
                                           : Figure{Figure::Kind::Total, {}, Figure::Span::All, 0});
        return;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void CreditsChart::mousePressEvent(QMouseEvent *event)
{
    if (const int month = monthAt(event->position().toPoint().x()); month > 0)
        chooseMonth(month);
}

void CreditsChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int month = monthAt(event->position().toPoint().x()); month > 0)
        Q_EMIT figureRequested({Figure::Kind::Total, {}, Figure::Span::Month, month});
}

void CreditsChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void CreditsChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

bool CreditsChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = textAt(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

} // namespace ui
