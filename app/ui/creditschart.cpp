#include "ui/creditschart.h"

#include "ui/rowpainting.h"
#include "ui/series.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QPainter>

#include <algorithm>

namespace ui {

using domain::Money;
using funding::PayerKind;
using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 12;

} // namespace

CreditsChart::CreditsChart(QWidget *parent) : MonthChart(u"creditsChart"_s, parent)
{
    setAccessibleName(tr("Chart of the monthly charge against credits"));
}

const projection::Projection *CreditsChart::projection() const
{
    return m_books ? &m_books->projection() : nullptr;
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
        keepMonth(0);
    }
    layOut();
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
    const int side = scaleRoom();
    const int top = 2 * kPad + fontMetrics().height() + caption.height();
    const int bottom = height() - kPad - caption.height() - 2 * kTick;
    setPlot({QPoint(side, top), QPoint(width() - side, std::max(top + 1, bottom))});
}

QString CreditsChart::textAt(QPoint point) const
{
    const int month = monthAt(point.x());
    if (month == 0)
        return {};
    const int bottom = plot().bottom() + 1;
    Money below;
    for (const std::size_t column : shownColumns()) {
        const Money amount = m_books->total(column, month);
        const int from = bottom - m_charge.heightOf(below, plot().height());
        below += amount;
        if (point.y() < from && point.y() >= bottom - m_charge.heightOf(below, plot().height()))
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

/// At the right; without credits there is no axis of theirs.
void CreditsChart::paintBalanceScale(QPainter &painter) const
{
    if (m_books->timeline.atStart.isZero() && m_books->timeline.events.empty())
        return;
    const QFont caption = captionFont(font());
    const int height = QFontMetrics(caption).height();
    const int left = plot().right() + kTick + 1;
    for (Money line; line <= m_balance.top; line += m_balance.step) {
        const int y = plot().bottom() + 1 - m_balance.heightOf(line, plot().height());
        paintLine(painter, QRect(left, y - height / 2, width() - kPad - left, height), scaleLabel(line), caption,
                  palette().color(QPalette::Text));
    }
}

void CreditsChart::paintBars(QPainter &painter) const
{
    const int bottom = plot().bottom() + 1;
    for (int month = 1; month <= m_books->projection().months; ++month) {
        const QRect bar = barRect(month);
        const int inset = std::max(1, bar.width() / 4);
        Money below;
        for (const std::size_t column : shownColumns()) {
            const int from = bottom - m_charge.heightOf(below, plot().height());
            below += m_books->total(column, month);
            const int to = bottom - m_charge.heightOf(below, plot().height());
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
    int free = plot().left();
    for (const funding::CreditEvent &event : m_books->timeline.events) {
        const QRect bar = barRect(event.month);
        const int x = event.kind == funding::CreditEventKind::Issued ? bar.left() : bar.right();
        painter.setPen(QPen(color, 1, Qt::DashLine));
        painter.drawLine(x, plot().top() - metrics.height(), x, plot().bottom());
        const QString words = m_books->eventText(event);
        const int wide = metrics.horizontalAdvance(words) + 2;
        const int left = x + kTick + wide <= width() - kPad ? x + kTick : x - kTick - wide;
        if (left < free)
            continue;
        paintLine(painter, QRect(left, plot().top() - metrics.height() - 2, wide, metrics.height()), words, caption,
                  color);
        free = left + wide + kTick;
    }
}

void CreditsChart::paintBalance(QPainter &painter) const
{
    const funding::Timeline &timeline = m_books->timeline;
    if (timeline.atStart.isZero() && timeline.events.empty())
        return;
    const int bottom = plot().bottom() + 1;
    QPolygon line{QPoint(plot().left(), bottom - m_balance.heightOf(timeline.atStart, plot().height()))};
    for (std::size_t month = 0; month < timeline.balance.size(); ++month)
        line.append(QPoint(barRect(static_cast<int>(month) + 1).right(),
                           bottom - m_balance.heightOf(timeline.balance[month], plot().height())));
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

void CreditsChart::paintContent(QPainter &painter)
{
    paintTitle(painter);
    paintScale(painter, m_charge);
    paintBalanceScale(painter);
    paintMonths(painter);
    paintBars(painter);
    paintEvents(painter);
    paintBalance(painter);
}

} // namespace ui
