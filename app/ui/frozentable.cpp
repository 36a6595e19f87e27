#include "ui/frozentable.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

/// The header of a FrozenTable: paints the sections of columns that stay where they stay.
class FrozenHeader final : public QHeaderView {
public:
    explicit FrozenHeader(FrozenTable *table) : QHeaderView(Qt::Horizontal, table), m_table(table)
    {
        setSectionsClickable(false);
        setHighlightSections(false);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        QPainter painter(viewport());
        for (int column = 0; column < count(); ++column) {
            if (!m_table->isFrozenColumn(column) || isSectionHidden(column))
                continue;
            const QRect rect(m_table->columnLeft(column), 0, sectionSize(column), height());
            painter.fillRect(rect, palette().color(QPalette::Button));
            paintSection(&painter, rect, column);
        }
    }

private:
    FrozenTable *m_table;
};

} // namespace

FrozenTable::FrozenTable(QWidget *parent) : QTableView(parent)
{
    setHorizontalHeader(new FrozenHeader(this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setShowGrid(false); // the delegate draws it, so that cells that stay have it too
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
}

void FrozenTable::setFrozen(int atStart, int atEnd, int atBottom)
{
    m_atStart = atStart;
    m_atEnd = atEnd;
    m_atBottom = atBottom;
    viewport()->update();
}

void FrozenTable::setFirstColumnMinimum(int width)
{
    m_firstMinimum = width;
    fitFirstColumn();
}

void FrozenTable::fitFirstColumn()
{
    if (!model() || model()->columnCount() == 0 || m_firstMinimum == 0)
        return;
    int others = 0;
    for (int column = 1; column < model()->columnCount(); ++column)
        others += columnWidth(column);
    setColumnWidth(0, std::max(m_firstMinimum, viewport()->width() - others));
}

bool FrozenTable::isFrozenColumn(int column) const
{
    return column < m_atStart || column >= horizontalHeader()->count() - m_atEnd;
}

bool FrozenTable::isFrozenRow(int row) const
{
    return row >= verticalHeader()->count() - m_atBottom;
}

int FrozenTable::startWidth() const
{
    int width = 0;
    for (int column = 0; column < m_atStart; ++column)
        width += columnWidth(column);
    return width;
}

int FrozenTable::endWidth() const
{
    int width = 0;
    const int count = horizontalHeader()->count();
    for (int column = std::max(0, count - m_atEnd); column < count; ++column)
        width += columnWidth(column);
    return width;
}

int FrozenTable::bottomHeight() const
{
    int height = 0;
    const int count = verticalHeader()->count();
    for (int row = std::max(0, count - m_atBottom); row < count; ++row)
        height += rowHeight(row);
    return height;
}

int FrozenTable::columnLeft(int column) const
{
    const int natural = columnViewportPosition(column);
    if (!isFrozenColumn(column))
        return natural;
    if (column < m_atStart)
        return horizontalHeader()->sectionPosition(column);
    int behind = 0;
    for (int next = column; next < horizontalHeader()->count(); ++next)
        behind += columnWidth(next);
    return std::min(natural, viewport()->width() - behind);
}

int FrozenTable::rowTop(int row) const
{
    const int natural = rowViewportPosition(row);
    if (!isFrozenRow(row))
        return natural;
    int below = 0;
    for (int next = row; next < verticalHeader()->count(); ++next)
        below += rowHeight(next);
    return std::min(natural, viewport()->height() - below);
}

QRect FrozenTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != model() || isRowHidden(index.row()) || isColumnHidden(index.column()))
        return {};
    return {columnLeft(index.column()), rowTop(index.row()), columnWidth(index.column()), rowHeight(index.row())};
}

QModelIndex FrozenTable::indexAt(const QPoint &point) const
{
    const auto frozenAt = [](int count, int at, const auto &isFrozen, const auto &start, const auto &size) {
        for (int section = 0; section < count; ++section) {
            if (isFrozen(section) && at >= start(section) && at < start(section) + size(section))
                return section;
        }
        return -1;
    };
    int column = frozenAt(
        horizontalHeader()->count(), point.x(), [this](int c) { return isFrozenColumn(c); },
        [this](int c) { return columnLeft(c); }, [this](int c) { return columnWidth(c); });
    int row = frozenAt(
        verticalHeader()->count(), point.y(), [this](int r) { return isFrozenRow(r); },
        [this](int r) { return rowTop(r); }, [this](int r) { return rowHeight(r); });
    if (column < 0)
        column = columnAt(point.x());
    if (row < 0)
        row = rowAt(point.y());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column, rootIndex());
}

void FrozenTable::scrollTo(const QModelIndex &index, ScrollHint)
{
    if (!index.isValid())
        return;
    if (!isFrozenColumn(index.column())) {
        const int left = columnViewportPosition(index.column());
        const int from = startWidth();
        const int to = viewport()->width() - endWidth();
        QScrollBar *bar = horizontalScrollBar();
        if (left < from)
            bar->setValue(bar->value() - (from - left));
        else if (const int over = left + columnWidth(index.column()) - to; over > 0)
            bar->setValue(bar->value() + std::min(over, left - from));
    }
    if (!isFrozenRow(index.row())) {
        const int top = rowViewportPosition(index.row());
        QScrollBar *bar = verticalScrollBar();
        if (top < 0)
            bar->setValue(bar->value() + top);
        else if (const int over = top + rowHeight(index.row()) - (viewport()->height() - bottomHeight()); over > 0)
            bar->setValue(bar->value() + std::min(over, top));
    }
    viewport()->update();
}

void FrozenTable::paintCell(QPainter &painter, int row, int column)
{
    const QModelIndex index = model()->index(row, column, rootIndex());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    if (selectionModel()->isSelected(index))
        option.state |= QStyle::State_Selected;
    if (currentIndex() == index && hasFocus())
        option.state |= QStyle::State_HasFocus;
    painter.fillRect(option.rect, palette().color(QPalette::Base));
    itemDelegateForIndex(index)->paint(&painter, option, index);
}

void FrozenTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!model() || model()->rowCount() == 0)
        return;
    QPainter painter(viewport());
    const int rows = model()->rowCount();
    const int columns = model()->columnCount();
    const int bottom = viewport()->height();
    for (int row = std::max(0, rowAt(0)); row < rows; ++row) {
        if (isFrozenRow(row) || isRowHidden(row))
            continue;
        if (rowTop(row) >= bottom)
            break;
        for (int column = 0; column < columns; ++column) {
            if (isFrozenColumn(column))
                paintCell(painter, row, column);
        }
    }
    for (int row = std::max(0, rows - m_atBottom); row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            if (!isFrozenColumn(column))
                paintCell(painter, row, column);
        }
        for (int column = 0; column < columns; ++column) {
            if (isFrozenColumn(column))
                paintCell(painter, row, column);
        }
    }
}

void FrozenTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitFirstColumn();
    viewport()->update();
}

void FrozenTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

void FrozenTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void FrozenTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void FrozenTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    viewport()->update();
}

void FrozenTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
}

} // namespace ui
