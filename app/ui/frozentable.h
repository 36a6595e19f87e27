// FrozenTable: a table whose first columns, last columns and last row stay in view while the rest scrolls below them.
//
// One view on one model, so that keyboard, selection and assistive technology see one table: only where a cell is shown
// is changed.
#pragma once

#include <QTableView>

namespace ui {

class FrozenTable : public QTableView {
    Q_OBJECT

public:
    explicit FrozenTable(QWidget *parent = nullptr);

    /// How many columns and rows stay; `atEnd` and `atBottom` count from the end.
    void setFrozen(int atStart, int atEnd, int atBottom);
    /// The first column takes the width that the others leave, and at least this.
    void setFirstColumnMinimum(int width);
    void fitFirstColumn();

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

    bool isFrozenColumn(int column) const;
    /// Left edge of a column in the viewport.
    int columnLeft(int column) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    bool isFrozenRow(int row) const;
    int rowTop(int row) const;
    int startWidth() const;
    int endWidth() const;
    int bottomHeight() const;
    void paintCell(QPainter &painter, int row, int column);

    int m_atStart = 0;
    int m_atEnd = 0;
    int m_atBottom = 0;
    int m_firstMinimum = 0;
};

} // namespace ui
