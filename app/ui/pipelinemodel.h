// PipelineModel: every record of the open file by what is due. Read-only; replaced as a whole.
#pragma once

#include "drafting/pipeline.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

class PipelineModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Due, Days, Next, Company, Program, Status, Ask, Awarded, Codes, Opportunity, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<drafting::PipelineRow> rows, QDate today);
    const std::vector<drafting::PipelineRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const drafting::PipelineRow &row, int column) const;

    std::vector<drafting::PipelineRow> m_rows;
    QDate m_today;
};

} // namespace ui
