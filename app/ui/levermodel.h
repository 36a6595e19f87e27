// LeverModel: the levers of a case as rows, what each saves and what the checked ones save together.
//
// One row per lever and workload: the models to try are a choice within their row, as are the commitments of provisioned
// throughput. What a person set (checked, inputs) stays while the case changes under it and goes with another case.
// A what-if only: the case is changed by whoever takes changedWorksheet().
#pragma once

#include "session/casework.h"
#include "whatif/levertable.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace ui {

class LeverModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { LeverColumn, SavesColumn, MonthsColumn, ColumnCount };
    enum Role { DetailRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no case.
    void setCase(const session::CaseViewPointer &view, const session::ShippedData &shipped);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const whatif::Lever &lever(int row) const;
    /// Models or commitments to choose from in a row, the chosen one among them; one entry for the other kinds.
    const std::vector<whatif::Lever> &choices(int row) const;
    /// The workload a lever is about; null for one about several.
    const domain::Workload *workload(int row) const;
    QString choiceName(const whatif::Lever &lever) const;
    /// What must be true, and why nothing is saved where that is so.
    QString conditions(int row) const;

    /// Another input or choice for a row.
    void setLever(int row, const whatif::Lever &lever);
    /// Nothing checked, every input as offered.
    void reset();

    int checkedCount() const;
    bool isChanged() const;
    /// Of the checked levers; nothing when none is checked or they cannot be computed together.
    const std::optional<whatif::Effect> &together() const { return m_together; }
    /// The worksheet with the checked levers pulled.
    domain::Worksheet changedWorksheet() const;

Q_SIGNALS:
    /// Together is another.
    void togetherChanged();

private:
    struct Row {
        QString key; ///< kind and workload
        std::vector<whatif::Lever> choices;
        whatif::Lever lever;
        std::optional<whatif::Effect> effect;
    };

    void fill();
    void compute(Row &row) const;
    void computeTogether();
    std::vector<whatif::Lever> checkedLevers() const;
    QString monthsText(const Row &row) const;
    QString toolTip(const Row &row) const;

    session::CaseViewPointer m_case;
    session::ShippedData m_shipped;
    std::vector<Row> m_rows;
    QHash<QString, whatif::Lever> m_set; ///< by key: what a person set
    QSet<QString> m_checked;             ///< keys
    std::optional<whatif::Effect> m_together;
};

} // namespace ui
