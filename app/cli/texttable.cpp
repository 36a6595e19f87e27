#include "cli/texttable.h"

#include "domain/oneline.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

void TextTable::addRow(const QStringList &cells)
{
    QStringList row;
    for (const QString &cell : cells)
        row.append(domain::oneLine(cell));
    m_rows.push_back(row);
}

QString TextTable::toString() const
{
    std::vector<qsizetype> widths;
    for (const QStringList &row : m_rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())), 0);
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[static_cast<std::size_t>(column)] =
                std::max(widths[static_cast<std::size_t>(column)], row[column].size());
    }
    qsizetype total = 0;
    for (const qsizetype width : widths)
        total += width + 2;
    QString text;
    for (std::size_t index = 0; index < m_rows.size(); ++index) {
        if (index == 1 || std::find(m_rules.begin(), m_rules.end(), index) != m_rules.end())
            text += QString(std::max<qsizetype>(total - 2, 0), u'-') + u'\n';
        QString line;
        for (qsizetype column = 0; column < m_rows[index].size(); ++column) {
            const QString &cell = m_rows[index][column];
            const qsizetype width = widths[static_cast<std::size_t>(column)];
            line += column == 0 ? cell.leftJustified(width) : u"  "_s + cell.rightJustified(width);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace cli
