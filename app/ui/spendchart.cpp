#include "ui/spendchart.h"

#include "ui/plaintooltip.h"
#include "ui/rowpainting.h"
#include "ui/series.h"
#include "ui/words.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ui {

using domain::Money;
using projection::Projection;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPad = 8;
constexpr int kTick = 4;
constexpr int kSwatch = 12;
constexpr int kLegendGap = 14;
constexpr int kNotEligible = -1;

} // namespace

SpendChart::SpendChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"spendChart"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chart of spend by service and month"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SpendChart::setCase(const session::CaseViewPointer &view)
{
    if (!view || !m_case || view->summary.id != m_case->summary.id) {
        m_slots.clear();
        m_month = 0;
    }
    m_case = view;
    m_series.clear();
    m_steps.clear();
    if (view) {
        const Projection &projection = view->computed.projection;
        assignColors(projection);
        fillSeries(projection);
        m_steps = stepsText(projection);
        m_scale = chartScale(projection.total.peak);
        m_month = std::clamp(m_month, 1, projection.months);
        setAccessibleDescription(monthText(m_month));
    }
    layOut();
}

void SpendChart::assignColors(const Projection &projection)
{
    std::vector<const projection::ServiceTotals *> services;
    for (const projection::ServiceTotals &service : projection.services) {
        if (!m_slots.contains(service.service))
            services.push_back(&service);
    }
    std::ranges::stable_sort(
        services, [](const auto *one, const auto *other) { return one->totals.total > other->totals.total; });
    for (const projection::ServiceTotals *service : services) {
        if (m_slots.size() < kOwnColors)
            m_slots.insert(service->service, static_cast<int>(m_slots.size()));
    }
}

void SpendChart::fillSeries(const Projection &projection)
{
    const auto months = static_cast<std::size_t>(projection.months);
    std::vector<Series> own(kOwnColors);
    Series others{{}, kOwnColors, projection::Monthly(months)};
    Series notEligible{tr("Not eligible"), kNotEligible, projection::Monthly(months)};
    QStringList inOthers;
    for (const projection::Line &line : projection.lines) {
        const auto slot = m_slots.constFind(line.service);
        Series &series = !line.creditEligible       ? notEligible
                       : slot != m_slots.constEnd() ? own[static_cast<std::size_t>(*slot)]
                                                    : others;
        if (series.monthly.empty())
            series = {line.service, *slot, projection::Monthly(months)};
        if (line.creditEligible && slot == m_slots.constEnd() && !inOthers.contains(line.service))
            inOthers.append(line.service);
        for (std::size_t month = 0; month < months; ++month)
            series.monthly[month] += line.monthly[month];
    }
    for (Series &series : own) {
        if (!series.monthly.empty())
            m_series.push_back(std::move(series));
    }
    if (!inOthers.isEmpty()) {
        others.name = inOthers.size() == 1 ? inOthers.first() : tr("Other (%1)").arg(inOthers.size());
        m_series.push_back(std::move(others));
    }
    if (std::ranges::any_of(notEligible.monthly, [](Money amount) { return !amount.isZero(); }))
        m_series.push_back(std::move(notEligible));
}

QString SpendChart::stepsText(const Projection &projection) const
{
    QStringList steps;
    for (const projection::Line &line : projection.lines) {
        for (const domain::Step &step : line.basis.steps) {
            const QString text = tr("Launch step in %1: x %2")
                                     .arg(monthLabel(projection.monthAt(step.month)), step.multiplier.toString());
            if (step.month <= projection.months && !steps.contains(text))
                steps.append(text);
        }
    }
    return steps.size() > 2 ? tr("%1 launch steps").arg(steps.size()) : steps.join(u", "_s);
}

QString SpendChart::monthText(int month) const
{
    if (!m_case || month < 1)
        return {};
    QStringList parts{monthLabel(m_case->computed.projection.monthAt(month))};
    for (const Series &series : m_series)
        parts.append(series.name + u' ' + cents(series.monthly[static_cast<std::size_t>(month - 1)]));
    parts.append(
        tr("total %1").arg(cents(m_case->computed.projection.total.monthly[static_cast<std::size_t>(month - 1)])));
    return parts.join(u", "_s);
}

void SpendChart::setMonth(int month)
{
    if (!m_case || month < 1 || month > m_case->computed.projection.months || std::exchange(m_month, month) == month)
        return;
    setAccessibleDescription(monthText(month));
    update();
}

void SpendChart::chooseMonth(int month)
{
    if (!m_case)
        return;
    const int before = m_month;
    setMonth(std::clamp(month, 1, m_case->computed.projection.months));
    if (m_month != before) {
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
        Q_EMIT monthChosen(m_month);
    }
}

QSize SpendChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 16};
}

QSize SpendChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 10};
}

void SpendChart::layOut()
{
    const QFontMetrics caption(captionFont(font()));
    const int left = kPad + caption.horizontalAdvance(u"$000.0M"_s) + kTick;
    const int top = 2 * kPad + fontMetrics().height() + caption.height() / 2;
    const int legend = legendRows(width() - 2 * kPad) * (caption.height() + 4);
    const int bottom = height() - kPad - legend - caption.height() - 2 * kTick;
    m_plot = {QPoint(left, top), QPoint(width() - 2 * kPad, std::max(top + 1, bottom))};
    update();
}

QRect SpendChart::barRect(int month) const
{
    const int months = m_case ? m_case->computed.projection.months : 1;
    const int left = m_plot.left() + m_plot.width() * (month - 1) / months;
    const int right = m_plot.left() + m_plot.width() * month / months;
    return {left, m_plot.top(), right - left, m_plot.height()};
}

int SpendChart::heightOf(Money amount) const
{
    return m_scale.heightOf(amount, m_plot.height());
}

int SpendChart::monthAt(int x) const
{
    if (!m_case || x < m_plot.left() || x > m_plot.right())
        return 0;
    for (int month = 1; month <= m_case->computed.projection.months; ++month) {
        if (x <= barRect(month).right())
            return month;
    }
    return 0;
}

std::optional<SpendChart::Part> SpendChart::partAt(QPoint point) const
{
    const int month = monthAt(point.x());
    if (month == 0)
        return std::nullopt;
    const int bottom = m_plot.bottom() + 1;
    Money below;
    for (const Series &series : m_series) {
        const Money amount = series.monthly[static_cast<std::size_t>(month - 1)];
        const int from = bottom - heightOf(below);
        below += amount;
        if (point.y() < from && point.y() >= bottom - heightOf(below))
            return Part{month, series.name, amount};
    }
    return std::nullopt;
}

void SpendChart::paintTitle(QPainter &painter) const
{
    const Projection &projection = m_case->computed.projection;
    const int first = projection.startMonth.year();
    const int last = projection.monthAt(projection.months).year();
    const QString years = first == last ? QString::number(first) : u"%1 to %2"_s.arg(first).arg(last);
    const QRect line(kPad, kPad, width() - 2 * kPad, fontMetrics().height());
    const QString title = tr("Spend by service and month, %1").arg(years);
    const QFont strong = strongFont(font());
    paintLine(painter, line, title, strong, palette().color(QPalette::Text));
    const int used = QFontMetrics(strong).horizontalAdvance(title) + kLegendGap;
    paintLine(painter, line.adjusted(used, 0, 0, 0), m_steps, captionFont(font()),
              palette().color(QPalette::PlaceholderText), Qt::AlignRight);
}

void SpendChart::paintAxis(QPainter &painter) const
{
    const QFont caption = captionFont(font());
    const QFontMetrics metrics(caption);
    const QColor text = palette().color(QPalette::Text);
    for (Money line; line <= m_scale.top; line += m_scale.step) {
        const int y = m_plot.bottom() + 1 - heightOf(line);
        painter.fillRect(QRect(m_plot.left(), y, m_plot.width(), 1),
                         palette().color(line.isZero() ? QPalette::Dark : QPalette::Mid));
        paintLine(painter, QRect(kPad, y - metrics.height() / 2, m_plot.left() - kPad - kTick, metrics.height()),
                  scaleLabel(line), caption, text, Qt::AlignRight);
    }
    // As many month names as fit without touching.
    const Projection &projection = m_case->computed.projection;
    const int room = std::max(1, barRect(1).width());
    const int every = std::max(1, (metrics.horizontalAdvance(u"Mar '00"_s) + room - 1) / room);
    for (int month = 1; month <= projection.months; month += every) {
        const domain::Month shown = projection.monthAt(month);
        const bool withYear = projection.months > 12 && (month == 1 || every > 1 || shown.month() == 1);
        const QString label =
            withYear ? u"%1 '%2"_s.arg(shortMonth(shown), QString::number(shown.year()).right(2)) : shortMonth(shown);
        const QRect bar = barRect(month);
        painter.setFont(caption);
        painter.setPen(text);
        const int center = bar.center().x();
        const int half = metrics.horizontalAdvance(label) / 2 + 1;
        painter.drawText(QRect(center - half, m_plot.bottom() + kTick, 2 * half, metrics.height()), Qt::AlignCenter,
                         label);
    }
}

void SpendChart::paintBars(QPainter &painter) const
{
    const int bottom = m_plot.bottom() + 1;
    for (int month = 1; month <= m_case->computed.projection.months; ++month) {
        const QRect bar = barRect(month);
        const int inset = std::max(1, bar.width() / 6);
        Money below;
        for (const Series &series : m_series) {
            const Money amount = series.monthly[static_cast<std::size_t>(month - 1)];
            const int from = bottom - heightOf(below);
            below += amount;
            const int to = bottom - heightOf(below);
            // A pixel of the background stands between neighbors.
            const QRect part(bar.left() + inset, to, bar.width() - 2 * inset, from - to - (from - to > 2 ? 1 : 0));
            if (part.height() <= 0)
                continue;
            const bool plain = series.slot >= 0 && series.slot < kOwnColors;
            const QBrush fill = series.slot == kNotEligible ? notEligibleBrush(palette())
                                                            : QBrush(serviceColor(palette(), series.slot));
            paintSwatch(painter, part, fill, palette(), !plain && part.height() > 2);
        }
        paintWhatIf(painter, month);
    }
}

void SpendChart::setWhatIf(const projection::Monthly &monthly)
{
    if (m_whatIf == monthly)
        return;
    m_whatIf = monthly;
    layOut();
}

/// Two pixels across the bar, with two of the background round them: seen on every color.
void SpendChart::paintWhatIf(QPainter &painter, int month) const
{
    const auto at = static_cast<std::size_t>(month - 1);
    if (at >= m_whatIf.size())
        return;
    const QRect bar = barRect(month);
    const int inset = std::max(1, bar.width() / 10);
    const QRect mark(bar.left() + inset, m_plot.bottom() - heightOf(m_whatIf[at]), bar.width() - 2 * inset, 2);
    painter.fillRect(mark.adjusted(-2, -2, 2, 2), palette().color(QPalette::Base));
    painter.fillRect(mark, palette().color(QPalette::Text));
}

QStringList SpendChart::legendNames() const
{
    QStringList names;
    for (const Series &series : m_series)
        names.append(series.name);
    if (!m_whatIf.empty())
        names.append(tr("Total with levers"));
    return names;
}

QList<QRect> SpendChart::legendPlaces(int width) const
{
    const QFontMetrics metrics(captionFont(font()));
    QList<QRect> places;
    int x = 0;
    int row = 0;
    for (const QString &name : legendNames()) {
        const int wide = std::min(width, kSwatch + kTick + 2 + metrics.horizontalAdvance(name));
        if (x > 0 && x + wide > width) {
            x = 0;
            ++row;
        }
        places.append(QRect(x, row * (metrics.height() + 4), wide, metrics.height()));
        x += wide + kLegendGap;
    }
    return places;
}

int SpendChart::legendRows(int width) const
{
    const QList<QRect> places = legendPlaces(width);
    return places.isEmpty() ? 0 : places.last().top() / (QFontMetrics(captionFont(font())).height() + 4) + 1;
}

void SpendChart::paintLegend(QPainter &painter) const
{
    const QFont caption = captionFont(font());
    const int top = m_plot.bottom() + QFontMetrics(caption).height() + 3 * kTick;
    const QList<QRect> places = legendPlaces(width() - 2 * kPad);
    const QStringList names = legendNames();
    for (qsizetype entry = 0; entry < places.size(); ++entry) {
        const QRect place = places.at(entry).translated(kPad, top);
        paintLine(painter, place.adjusted(kSwatch + kTick, 0, 0, 0), names.at(entry), caption,
                  palette().color(QPalette::Text));
        if (static_cast<std::size_t>(entry) == m_series.size()) { // the mark of the levers comes last
            painter.fillRect(QRect(place.left() - 2, place.center().y(), kSwatch + 2, 2),
                             palette().color(QPalette::Text));
            continue;
        }
        const Series &series = m_series[static_cast<std::size_t>(entry)];
        const QBrush fill =
            series.slot == kNotEligible ? notEligibleBrush(palette()) : QBrush(serviceColor(palette(), series.slot));
        const QRect swatch(place.left(), place.center().y() - kSwatch / 2, kSwatch, kSwatch);
        paintSwatch(painter, swatch, fill, palette(), series.slot < 0 || series.slot >= kOwnColors);
    }
}

void SpendChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_case && !m_series.empty()) {
        if (m_month > 0)
            painter.fillRect(barRect(m_month), palette().color(QPalette::Inactive, QPalette::Highlight));
        paintTitle(painter);
        paintAxis(painter);
        paintBars(painter);
        paintLegend(painter);
    }
    const bool focused = hasFocus();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(focused ? QPen(palette().color(QPalette::Active, QPalette::Highlight), 2)
                           : QPen(palette().color(QPalette::Dark), 1));
    painter.drawRect(focused ? rect().adjusted(1, 1, -1, -1) : rect().adjusted(0, 0, -1, -1));
}

void SpendChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: chooseMonth(m_month - 1); return;
    case Qt::Key_Right: chooseMonth(m_month + 1); return;
    case Qt::Key_Home: chooseMonth(1); return;
    case Qt::Key_End: chooseMonth(m_case ? m_case->computed.projection.months : 1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_month > 0)
            Q_EMIT figureRequested({Figure::Kind::Total, {}, Figure::Span::Month, m_month});
        return;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void SpendChart::mousePressEvent(QMouseEvent *event)
{
    if (const int month = monthAt(event->position().toPoint().x()); month > 0)
        chooseMonth(month);
}

void SpendChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int month = monthAt(event->position().toPoint().x()); month > 0)
        Q_EMIT figureRequested({Figure::Kind::Total, {}, Figure::Span::Month, month});
}

void SpendChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void SpendChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

bool SpendChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto part = partAt(help->pos()))
        QToolTip::showText(
            help->globalPos(),
            plainToolTip(tr("%1, %2: %3")
                             .arg(part->name, monthLabel(m_case->computed.projection.monthAt(part->month)),
                                  cents(part->amount))),
            this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace ui
