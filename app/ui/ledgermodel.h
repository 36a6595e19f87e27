// LedgerModel: the pool ledger as a table: a row per line and the total; columns for held credits, each pool, Customer
// pays, Not eligible, then the row's sum and the projected spend, which are equal. For one month or for all.
//
// MonthsModel: the chart's twin: a row per month with what each payer pays, what is left and what happens.
// Both are read-only and add nothing themselves: each cell is a sum of CreditBooks.
#pragma once

#include "ui/creditbooks.h"

#include <QAbstractTableModel>

namespace ui {

class LedgerModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no case.
    void setBooks(const CreditBooksPointer &books);
    /// 0: all months.
    void setMonth(int month);
    int month() const { return m_month; }
    /// The index of a row's line in the projection; -1 for the total.
    int lineAt(int row) const;
    /// The largest amount of all cells, for the columns' width.
    domain::Money largest() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static constexpr int kFirstPayer = 2; ///< column of the held credits

private:
    QString nameAt(int row, int column) const;
    std::optional<domain::Money> amountAt(int row, int column) const;

    CreditBooksPointer m_books;
    int m_month = 0;
};

class MonthsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setBooks(const CreditBooksPointer &books);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString eventsIn(int month) const;
    QString textAt(int row, int column) const;

    CreditBooksPointer m_books;
};

} // namespace ui
