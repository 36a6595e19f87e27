// CreditsChart: the monthly charge as bars by who pays it, and over them what is left of the credits (right axis), with a
// dashed line where a pool is used up, arrives or expires. One month may be marked; the tab's slider shares it. Its twin in
// figures is the table of months.
//
// Left, Right, Home and End move the mark, Enter asks for the month's arithmetic.
#pragma once

#include "ui/chartscale.h"
#include "ui/creditbooks.h"
#include "ui/figure.h"

#include <QWidget>

#include <optional>

namespace ui {

class CreditsChart : public QWidget {
    Q_OBJECT

public:
    explicit CreditsChart(QWidget *parent = nullptr);

    /// Null: no case.
    void setBooks(const CreditBooksPointer &books);
    /// Marks a month, 0 for none; emits nothing.
    void setMonth(int month);
    int month() const { return m_month; }

    /// What stands at a point: "Bedrock POC, Mar 2027: $13,237.83"; empty outside the bars.
    QString textAt(QPoint point) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person marked another month.
    void monthChosen(int month);
    void figureRequested(const ui::Figure &figure);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void layOut();
    void chooseMonth(int month);
    int monthAt(int x) const;
    QRect barRect(int month) const;
    QBrush fillOf(std::size_t column) const;
    QString monthText(int month) const;
    std::vector<std::size_t> shownColumns() const;
    void paintTitle(QPainter &painter) const;
    void paintAxes(QPainter &painter) const;
    void paintMonths(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintEvents(QPainter &painter) const;
    void paintBalance(QPainter &painter) const;
    int paintLegend(QPainter &painter, int right) const;

    CreditBooksPointer m_books;
    ChartScale m_charge;
    ChartScale m_balance;
    int m_month = 0;
    QRect m_plot;
};

} // namespace ui
