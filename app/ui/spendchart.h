// SpendChart: monthly spend as stacked bars by service, what no credit pays hatched on top. One month is marked; the mark
// is shared with the table below, which is the chart's twin in figures.
//
// Left, Right, Home and End move the mark, Enter asks for the month's arithmetic. A service keeps its color while a case
// is open, whatever its rank becomes; the sixth and further share one.
#pragma once

#include "projection/projection.h"
#include "session/casework.h"
#include "ui/monthchart.h"

#include <QHash>

#include <optional>
#include <vector>

namespace ui {

class SpendChart : public MonthChart {
    Q_OBJECT

public:
    explicit SpendChart(QWidget *parent = nullptr);

    /// Null: no case.
    void setCase(const session::CaseViewPointer &view);
    /// The total by month with levers pulled, as marks across the bars; empty: none.
    void setWhatIf(const projection::Monthly &monthly);

    /// What stands at a point: the month, and the service or "Not eligible"; nothing outside the bars.
    struct Part {
        int month = 0;
        QString name;
        domain::Money amount;
    };
    std::optional<Part> partAt(QPoint point) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    const projection::Projection *projection() const override;
    QString monthText(int month) const override;
    QString tipAt(QPoint point) const override;
    void layOut() override;
    void paintContent(QPainter &painter) override;

private:
    struct Series {
        QString name;
        int slot = 0; ///< of its color; -1: not eligible
        projection::Monthly monthly;
    };

    void assignColors(const projection::Projection &projection);
    void fillSeries(const projection::Projection &projection);
    QString stepsText(const projection::Projection &projection) const;

    int heightOf(domain::Money amount) const;
    int legendRows(int width) const;
    void paintTitle(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintWhatIf(QPainter &painter, int month) const;
    void paintLegend(QPainter &painter) const;
    QStringList legendNames() const;
    QList<QRect> legendPlaces(int width) const;

    session::CaseViewPointer m_case;
    QString m_steps;
    projection::Monthly m_whatIf;
    std::vector<Series> m_series; ///< from the bottom up
    QHash<QString, int> m_slots;
    ChartScale m_scale;
};

} // namespace ui
