// SpendTable: the table of the Spend tab. Enter or a double click asks for the arithmetic of the cell, Space opens and
// closes a service, Ctrl+C copies the chosen cells to the cent, as a spreadsheet takes them.
#pragma once

#include "ui/frozentable.h"
#include "ui/spendmodel.h"

namespace ui {

class SpendTable : public FrozenTable {
    Q_OBJECT

public:
    explicit SpendTable(QWidget *parent = nullptr);

    SpendModel &spend() { return *m_model; }
    const SpendModel &spend() const { return *m_model; }
    void showCase(const session::CaseViewPointer &view);
    void setShowsCents(bool cents);
    /// 0 when the current cell is no month's.
    int currentMonth() const;
    void setCurrentMonth(int month);

Q_SIGNALS:
    void figureRequested(const ui::Figure &figure);
    void currentCellChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void sizeCells();
    void copy() const;

    SpendModel *m_model = nullptr;
    QString m_widest; ///< the columns are wide enough for it
};

} // namespace ui
