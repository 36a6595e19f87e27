// CreditsChart: the monthly charge as bars by who pays it, and over them what is left of the credits (right axis), with a
// dashed line where a pool is used up, arrives or expires. One month may be marked; the tab's slider shares it. Its twin in
// figures is the table of months.
//
// Left, Right, Home and End move the mark, Enter asks for the month's arithmetic.
#pragma once

#include "ui/creditbooks.h"
#include "ui/monthchart.h"

#include <vector>

namespace ui {

class CreditsChart : public MonthChart {
    Q_OBJECT

public:
    explicit CreditsChart(QWidget *parent = nullptr);

    /// Null: no case.
    void setBooks(const CreditBooksPointer &books);
    /// What stands at a point: "Bedrock POC, Mar 2027: $13,237.83"; empty outside the bars.
    QString textAt(QPoint point) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    const projection::Projection *projection() const override;
    QString monthText(int month) const override;
    QString tipAt(QPoint point) const override { return textAt(point); }
    void layOut() override;
    void paintContent(QPainter &painter) override;

private:
    QBrush fillOf(std::size_t column) const;
    std::vector<std::size_t> shownColumns() const;
    void paintTitle(QPainter &painter) const;
    void paintBalanceScale(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintEvents(QPainter &painter) const;
    void paintBalance(QPainter &painter) const;
    int paintLegend(QPainter &painter, int right) const;

    CreditBooksPointer m_books;
    ChartScale m_charge;
    ChartScale m_balance;
};

} // namespace ui
