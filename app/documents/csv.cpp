#include "documents/csv.h"

#include "domain/digits.h"
#include "domain/oneline.h"

#include <algorithm>

namespace documents {

using namespace Qt::StringLiterals;

namespace {

bool isPlainNumber(const QString &cell)
{
    return domain::parseScaled(cell, 12, domain::powerOfTen(30)).has_value();
}

QString safe(QString cell)
{
    cell = domain::oneLine(cell);
    const QString start = cell.trimmed().left(1);
    const bool formula = !start.isEmpty() && u"=+-@"_s.contains(start) && !isPlainNumber(cell);
    if (formula)
        cell.prepend(u'\'');
    if (cell.contains(u'"') || cell.contains(u','))
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell;
}

QString exact(QString cell)
{
    const auto needsQuotes = [](QChar sign) { return sign == u'"' || sign == u',' || sign == u'\r' || sign == u'\n'; };
    if (std::any_of(cell.cbegin(), cell.cend(), needsQuotes))
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell;
}

} // namespace

void Csv::addRow(const QStringList &cells)
{
    QStringList row;
    for (const QString &cell : cells)
        row.append(m_form == CsvForm::Exact ? exact(cell) : safe(cell));
    m_text += row.join(u',').toUtf8() + "\r\n";
}

} // namespace documents
