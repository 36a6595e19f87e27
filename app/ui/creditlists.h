// The two small tables above the ledger. PoolsModel: held credits and pools with need, ask, what they pay, what expires
// unused and their state. DemandModel: low, stated and high demand against the same asks. Both are read-only.
#pragma once

#include "ui/creditbooks.h"

#include <QAbstractTableModel>
#include <QPalette>

namespace ui {

class PoolsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `palette`: of the view, for the swatches.
    void setBooks(const CreditBooksPointer &books, const QPalette &palette);
    /// The pool of a row; empty for held credits.
    QString poolIdAt(int row) const;
    /// Why the ask of a row's pool is what it is: two sentences; or why it is not eligible.
    QString reasoningAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const funding::HeldCredit *heldAt(int row) const;
    const funding::Pool *poolAt(int row) const;
    QString scopeOf(const funding::Pool &pool) const;
    QString stateOf(int row) const;
    QString textAt(int row, int column) const;

    CreditBooksPointer m_books;
    QPalette m_palette;
};

class DemandModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setBooks(const CreditBooksPointer &books);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const funding::DemandRow &rowAt(int row) const;

    CreditBooksPointer m_books;
};

} // namespace ui
