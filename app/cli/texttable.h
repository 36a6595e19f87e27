// TextTable: columns aligned for a terminal; the first column left, figures right.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace cli {

class TextTable {
public:
    explicit TextTable(const QStringList &heads) { m_rows.push_back(heads); }
    /// Cells are made one line each.
    void addRow(const QStringList &cells);
    /// A line across, before the next row.
    void addRule() { m_rules.push_back(m_rows.size()); }
    QString toString() const;

private:
    std::vector<QStringList> m_rows;
    std::vector<std::size_t> m_rules;
};

} // namespace cli
