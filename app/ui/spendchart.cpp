#include "ui/spendchart.h"

#include "ui/rowpainting.h"
#include "ui/series.h"
#include "ui/words.h"

#include <QPainter>

#include <algorithm>

namespace ui {

using domain::Money;
using projection::Projection;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLegendGap = 14;
constexpr int kNotEligible = -1;

} // namespace

SpendChart::SpendChart(QWidget *parent) : MonthChart(u"spendChart"_s, parent)
{
    setAccessibleName(tr("Chart of spend by service and month"));
}

const Projection *SpendChart::projection() const
{
    return m_case && !m_series.empty() ? &m_case->computed.projection : nullptr;
}

void SpendChart::setCase(const session::CaseViewPointer &view)
{
    if (!view || !m_case || view->summary.id != m_case->summary.id) {
        m_slots.clear();
        setMonth(0);
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
        keepMonth(1);
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
    const int top = 2 * kPad + fontMetrics().height() + caption.height() / 2;
    const int legend = legendRows(width() - 2 * kPad) * (caption.height() + 4);
    const int bottom = height() - kPad - legend - caption.height() - 2 * kTick;
    setPlot({QPoint(scaleRoom(), top), QPoint(width() - 2 * kPad, std::max(top + 1, bottom))});
}

int SpendChart::heightOf(Money amount) const
{
    return m_scale.heightOf(amount, plot().height());
}

std::optional<SpendChart::Part> SpendChart::partAt(QPoint point) const
{
    const int month = monthAt(point.x());
    if (month == 0)
        return std::nullopt;
    const int bottom = plot().bottom() + 1;
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

void SpendChart::paintBars(QPainter &painter) const
{
    const int bottom = plot().bottom() + 1;
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
    const QRect mark(bar.left() + inset, plot().bottom() - heightOf(m_whatIf[at]), bar.width() - 2 * inset, 2);
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
    const int top = plot().bottom() + QFontMetrics(caption).height() + 3 * kTick;
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

void SpendChart::paintContent(QPainter &painter)
{
    paintTitle(painter);
    paintScale(painter, m_scale);
    paintMonths(painter);
    paintBars(painter);
    paintLegend(painter);
}

QString SpendChart::tipAt(QPoint point) const
{
    const auto part = partAt(point);
    return part
             ? tr("%1, %2: %3")
                   .arg(part->name, monthLabel(m_case->computed.projection.monthAt(part->month)), cents(part->amount))
             : QString();
}

} // namespace ui
