#include "ui/cellcopy.h"

#include <algorithm>
#include <set>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool isAmount(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text.startsWith(u'-') ? text.sliced(1) : text, [](QChar character) {
        return (character >= u'0' && character <= u'9') || character == u'.';
    });
}

} // namespace

QString copiedCell(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator)
            character = u' ';
    }
    const QString start = text.trimmed().first(std::min<qsizetype>(1, text.trimmed().size()));
    const bool formula = !start.isEmpty() && u"=+-@"_s.contains(start) && !isAmount(text);
    return formula ? u'\'' + text : text;
}

QString cellText(const QAbstractItemModel &model, const QItemSelection &selection, int role)
{
    std::set<int> rows;
    std::set<int> columns;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
    }
    QStringList lines;
    if (rows.size() > 1 && columns.size() > 1) {
        QStringList heads;
        for (const int column : columns)
            heads.append(copiedCell(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
        lines.append(heads.join(u'\t'));
    }
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells.append(copiedCell(model.index(row, column).data(role).toString()));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace ui
