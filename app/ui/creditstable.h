// CreditsTable: a table of the Credits tab. Enter or a double click opens a cell, Ctrl+C copies the chosen cells to the
// cent, as a spreadsheet takes them.
#pragma once

#include "ui/frozentable.h"

namespace ui {

class CreditsTable : public FrozenTable {
    Q_OBJECT

public:
    CreditsTable(const QString &name, const QString &accessibleName, QWidget *parent = nullptr);

    /// Columns as wide as their heads and texts; the first, and where it `fills` the last, take what is left.
    void sizeCells(bool lastFills);
    /// As high as its head and `rows` rows.
    void fitHeight(int rows);
    int widthOfCells() const;

Q_SIGNALS:
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ui
