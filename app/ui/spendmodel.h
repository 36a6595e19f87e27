// SpendModel: the projection as a table: a row per service with its lines below it, and the total; a column per month,
// then Average, Peak and Full. Adds nothing itself: each cell is a figure of the projection.
//
// Read-only. A new projection of the same shape changes cells only, so that the place one is at stays.
#pragma once

#include "domain/money.h"
#include "projection/projection.h"
#include "session/casework.h"
#include "ui/figure.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <vector>

namespace ui {

class SpendModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        RowKindRole = Qt::UserRole, ///< int of RowKind
        ExpandableRole,             ///< bool: a service of several lines
        ExpandedRole,
        ExactRole, ///< "12738.00": for copying
    };
    enum class RowKind { Service, Line, Total, Plain }; ///< Plain: a row of another table, not indented

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no case.
    void setCase(const session::CaseViewPointer &view);
    void setShowsCents(bool cents);
    bool showsCents() const { return m_cents; }
    /// Shows or hides the lines of a service's row.
    void toggle(int row);
    bool isEmpty() const { return m_rows.empty(); }
    int months() const { return m_months; }
    /// The column of a month, 1-based, and back; 0 where it is none.
    static int columnOf(int month) { return month; }
    int monthOf(int column) const { return column >= 1 && column <= m_months ? column : 0; }
    /// The largest amount of all cells, for the columns' width.
    domain::Money largest() const;
    /// What the cell states; a row's name stands for all its months.
    Figure figureAt(const QModelIndex &index) const;
    /// "Assistant answers, Mar 2027: $11,243.23".
    QString sentenceAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        RowKind kind = RowKind::Line;
        QString id;   ///< of the line, or the service's name
        QString name; ///< as shown
        bool expandable = false;
        bool isLine = false; ///< a service of one line stands for that line
        projection::Totals totals;
        bool sameAs(const Row &other) const { return kind == other.kind && id == other.id && name == other.name; }
    };

    std::vector<Row> rowsOf(const projection::Projection &projection) const;
    void addService(std::vector<Row> &rows, const projection::ServiceTotals &service,
                    const projection::Projection &projection) const;
    bool isExpanded(const QString &service, const projection::Projection &projection) const;
    domain::Money amountAt(const Row &row, int column) const;
    QString spanLabel(int column) const;

    session::CaseViewPointer m_case;
    std::vector<Row> m_rows;
    int m_months = 0;
    bool m_cents = false;
    QHash<QString, bool> m_expanded; ///< services that a person has opened or closed
};

} // namespace ui
