// CopyDeckModel: the values of a record in the console's order, which of them were copied, and which one is next.
#pragma once

#include "documents/bulkimport.h"

#include <QAbstractListModel>
#include <QSet>

#include <vector>

namespace ui {

class CopyDeckModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { LabelRole = Qt::UserRole, ValueRole, CopiedRole };

    using QAbstractListModel::QAbstractListModel;

    /// Ticks stay where label and value are the same; a value that changed is to be copied again.
    void setValues(std::vector<documents::ConsoleValue> values);
    const std::vector<documents::ConsoleValue> &values() const { return m_values; }

    void setCopied(int row);
    bool isCopied(int row) const;
    int copiedCount() const;
    /// The next row after `row` that was not copied, or the first one before it; -1 when all were.
    int nextAfter(int row) const;
    void restart();

    /// Labels of what was copied: what is remembered of a deck. No value.
    QStringList copiedLabels() const;
    void setCopiedLabels(const QStringList &labels);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<documents::ConsoleValue> m_values;
    QSet<QString> m_copied; ///< labels
};

} // namespace ui
