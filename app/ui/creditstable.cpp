#include "ui/creditstable.h"

#include "ui/cellcopy.h"
#include "ui/figuredelegate.h"
#include "ui/rowpainting.h"
#include "ui/spendmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace ui {

CreditsTable::CreditsTable(const QString &name, const QString &accessibleName, QWidget *parent) : FrozenTable(parent)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setItemDelegate(new FigureDelegate(this));
    setSelectionMode(ContiguousSelection);
    connect(this, &QAbstractItemView::doubleClicked, this, &CreditsTable::opened);
}

void CreditsTable::sizeCells(bool lastFills)
{
    verticalHeader()->setDefaultSectionSize(FigureDelegate::rowHeight(font()));
    const QFontMetrics strong(strongFont(font()));
    constexpr int kSwatchRoom = 18;
    const int columns = model()->columnCount();
    for (int column = 0; column < columns; ++column) {
        const QString head = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int width = strong.horizontalAdvance(head);
        for (int row = 0; row < model()->rowCount(); ++row)
            width = std::max(width, strong.horizontalAdvance(model()->index(row, column).data().toString()));
        setColumnWidth(
            column, width + 2 * FigureDelegate::kSide + 2
                        + (column == 0 && model()->index(0, 0).data(Qt::DecorationRole).isValid() ? kSwatchRoom : 0));
    }
    horizontalHeader()->setStretchLastSection(lastFills);
}

void CreditsTable::fitHeight(int rows)
{
    setFixedHeight(horizontalHeader()->sizeHint().height() + rows * FigureDelegate::rowHeight(font())
                   + 2 * frameWidth());
}

int CreditsTable::widthOfCells() const
{
    return horizontalHeader()->length() + 2 * frameWidth();
}

void CreditsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(cellText(*model(), selectionModel()->selection(), SpendModel::ExactRole));
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            Q_EMIT opened(currentIndex());
    } else {
        FrozenTable::keyPressEvent(event);
    }
}

} // namespace ui
