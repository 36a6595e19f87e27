// MonthChart: what the charts over the projection's months have in common: a band for each month, one of them marked, chosen
// by keyboard (Left, Right, Home, End) or by click; Enter and double click ask for the month's arithmetic. What stands at a
// point is in the tool tip, what stands in the marked month in the accessible description. A chart has a table twin.
#pragma once

#include "projection/projection.h"
#include "ui/chartscale.h"
#include "ui/figure.h"

#include <QWidget>

namespace ui {

class MonthChart : public QWidget {
    Q_OBJECT

public:
    explicit MonthChart(const QString &name, QWidget *parent = nullptr);

    /// 1-based; 0 when none is marked.
    int month() const { return m_month; }
    /// Marks a month, 0 for none; emits nothing.
    void setMonth(int month);

Q_SIGNALS:
    /// A person marked another month.
    void monthChosen(int month);
    void figureRequested(const ui::Figure &figure);

protected:
    static constexpr int kPad = 8;
    static constexpr int kTick = 4;
    static constexpr int kSwatch = 12;

    /// Null: there is nothing to show.
    virtual const projection::Projection *projection() const = 0;
    /// What stands in the month, in words.
    virtual QString monthText(int month) const = 0;
    /// What stands at a point of the chart, in words; empty outside the bars.
    virtual QString tipAt(QPoint point) const = 0;
    /// Says where the bars stand (setPlot) after the size, the font or the content changed.
    virtual void layOut() = 0;
    /// Over the marked month's band.
    virtual void paintContent(QPainter &painter) = 0;

    /// After the projection changed: the mark goes to the nearest month there is, from `least` on.
    void keepMonth(int least);
    void setPlot(const QRect &plot);
    const QRect &plot() const { return m_plot; }
    QRect barRect(int month) const;
    /// 0 outside the plot.
    int monthAt(int x) const;
    /// Room at the left for the labels of a scale.
    int scaleRoom() const;
    /// The lines of a scale with its labels at the left.
    void paintScale(QPainter &painter, const ChartScale &scale) const;
    /// Below the bars, as many names as fit without touching.
    void paintMonths(QPainter &painter) const;

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void chooseMonth(int month);

    int m_month = 0;
    QRect m_plot; ///< where the bars stand
};

} // namespace ui
