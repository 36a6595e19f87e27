// Tables: rows that are never split, figures that end on the right edge of their column, rules and no boxes.
#include "documents/blocklayout.h"

#include "documents/formats.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr qreal kPad = 1.6;
constexpr qreal kMonthsPad = 1.5;
constexpr qreal kUnderHead = 2.5;
constexpr qreal kBetweenColumns = 8; ///< between two figures
constexpr qreal kSwatch = 8;
constexpr qreal kSwatchRoom = 12.4;
constexpr qreal kNumberWidth = 14.4;
constexpr qreal kCellAir = 3; ///< what a period's figure leaves free of its pitch

struct ColumnBox {
    qreal left = 0;
    qreal right = 0;
    qreal width() const { return right - left; }
};

class TableLayout {
public:
    TableLayout(const Table &table, qreal width, LayoutContext &context)
        : m_table(table), m_width(width), m_type(context.type), m_grid(context.grid)
    {
        const bool onGrid = table.kind == TableKind::Months || table.kind == TableKind::Payers;
        m_style = onGrid ? style::kMonths : style::kTable;
        m_pad = onGrid ? kMonthsPad : kPad;
        if (onGrid)
            placeOnGrid();
        else if (table.kind == TableKind::Services)
            placeServices();
        else
            placeByContent();
    }

    Flow flow();

private:
    bool isFigure(size_t column) const
    {
        const ColumnKind kind = m_table.columns[column].kind;
        return kind == ColumnKind::Figure || kind == ColumnKind::Period || kind == ColumnKind::Total;
    }
    TextStyle styleOf(const Row &row, const Cell &cell) const
    {
        return cell.strong || row.kind == RowKind::Total ? m_style.strong() : m_style;
    }
    void placeOnGrid();
    void placeServices();
    void placeByContent();
    qreal naturalWidth(size_t column) const;
    TextStyle fitted(const QString &text, TextStyle style, qreal room) const;
    qreal labelWidth(size_t column, const Row &row) const;
    qreal cell(Fragment &into, size_t column, const Row &row, const Cell &cell);
    Fragment head();
    Fragment row(const Row &row, bool totalFollows);

    const Table &m_table;
    qreal m_width;
    Typesetter &m_type;
    PageGrid m_grid;
    TextStyle m_style;
    qreal m_pad = kPad;
    std::vector<ColumnBox> m_columns;
};

/// Widest cell or line of the head.
qreal TableLayout::naturalWidth(size_t column) const
{
    qreal widest = 0;
    for (const QString &line : m_table.columns[column].head.split(u'\n'))
        widest = std::max(widest, m_type.width(line, style::kTableHead));
    for (const Row &row : m_table.rows) {
        if (column < row.cells.size())
            widest = std::max(widest, m_type.width(row.cells[column].text, styleOf(row, row.cells[column])));
    }
    return widest;
}

void TableLayout::placeOnGrid()
{
    const int periods = int(std::count_if(m_table.columns.begin(), m_table.columns.end(),
                                          [](const Column &column) { return column.kind == ColumnKind::Period; }));
    const PageGrid grid = m_grid.forPeriods(periods);
    qreal x = 0;
    for (const Column &column : m_table.columns) {
        const qreal width = column.kind == ColumnKind::Period ? grid.pitch
                          : column.kind == ColumnKind::Total  ? grid.total
                                                              : grid.label;
        m_columns.push_back({x, x + width});
        x += width;
    }
}

void TableLayout::placeServices()
{
    constexpr qreal kLabel = 132;
    constexpr qreal kFigure = 50;
    qreal figures = 0;
    for (size_t i = 0; i < m_table.columns.size(); ++i) {
        if (isFigure(i))
            figures += std::max(kFigure, naturalWidth(i) + kBetweenColumns);
    }
    qreal x = 0;
    for (size_t i = 0; i < m_table.columns.size(); ++i) {
        qreal width = isFigure(i) ? std::max(kFigure, naturalWidth(i) + kBetweenColumns) : kLabel;
        if (m_table.columns[i].kind == ColumnKind::Basis)
            width = m_width - kLabel - figures;
        m_columns.push_back({x, x + width});
        x += width;
    }
}

/// Figures get what they need, at least the design's column; the label gets the rest. Where that is too little, the
/// table's type goes down to the smallest size first.
void TableLayout::placeByContent()
{
    const bool isWide = m_table.kind == TableKind::Workloads;
    const qreal smallestFigure = isWide ? 40 : m_table.kind == TableKind::Demand ? 60 : 44;
    constexpr qreal kSmallestLabel = 96;
    std::vector<qreal> widths;
    for (;;) {
        widths.assign(m_table.columns.size(), 0);
        qreal figures = 0;
        size_t labels = 0;
        for (size_t i = 0; i < widths.size(); ++i) {
            const ColumnKind kind = m_table.columns[i].kind;
            if (isFigure(i))
                widths[i] = std::max(smallestFigure, naturalWidth(i) + kBetweenColumns + (isWide ? 3 : 0));
            else if (kind == ColumnKind::Number)
                widths[i] = kNumberWidth;
            else
                ++labels;
            figures += widths[i];
        }
        const qreal label = (m_width - figures) / qreal(std::max<size_t>(labels, 1));
        for (size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] == 0)
                widths[i] = label;
        }
        if (label >= kSmallestLabel || m_style.size <= measure::kSmallestType)
            break;
        m_style.size = std::max(m_style.size - 0.5, measure::kSmallestType);
    }
    qreal x = 0;
    for (const qreal width : widths) {
        m_columns.push_back({x, x + width});
        x += width;
    }
}

TextStyle TableLayout::fitted(const QString &text, TextStyle style, qreal room) const
{
    // Below the design's smallest only for amounts of ten billion dollars and more: small is better than one over another.
    for (const qreal size : {7.4, 7.0, 6.0, 5.0}) {
        if (size >= style.size || m_type.width(text, style) <= room)
            continue;
        style.size = size;
    }
    return style;
}

/// A label may run on over empty cells to its right, as a total's does.
qreal TableLayout::labelWidth(size_t column, const Row &row) const
{
    qreal right = m_columns[column].right;
    if (m_table.kind == TableKind::Months && row.kind != RowKind::Total)
        return m_columns[column].width() - kCellAir;
    for (size_t next = column + 1; next < m_columns.size(); ++next) {
        if (next < row.cells.size() && !row.cells[next].text.isEmpty()) {
            if (isFigure(next))
                right = std::max(m_columns[column].right - kBetweenColumns,
                                 m_columns[next].right - kBetweenColumns
                                     - m_type.width(row.cells[next].text, styleOf(row, row.cells[next])));
            break;
        }
        right = m_columns[next].right;
    }
    return right - m_columns[column].left;
}

/// Sets a cell from the top of a row's text; returns the height of its text.
qreal TableLayout::cell(Fragment &into, size_t column, const Row &row, const Cell &cell)
{
    const ColumnBox box = m_columns[column];
    TextStyle style = styleOf(row, cell);
    if (isFigure(column)) {
        const qreal room = m_table.columns[column].kind == ColumnKind::Period ? box.width() - kCellAir : box.width();
        m_type.lineToRight(into, cell.text, fitted(cell.text, style, room), box.right, m_pad);
        return style.leading;
    }
    qreal left = box.left;
    qreal room = labelWidth(column, row);
    if (cell.swatch != Fill::None) {
        into.swatches.push_back({{left, m_pad + (style.leading - kSwatch) / 2, kSwatch, kSwatch}, cell.swatch});
        left += kSwatchRoom;
        room -= kSwatchRoom;
    }
    if (m_table.columns[column].kind == ColumnKind::Basis) {
        style = style::kLabel.sized(7.75);
        style.leading = m_style.leading;
        room -= kBetweenColumns;
    }
    QString text = cell.text;
    if (m_type.width(text, style) > room && m_table.kind == TableKind::Months)
        text = shortService(text);
    qreal height = m_type.width(text, style) <= room ? (m_type.line(into, text, style, left, m_pad), style.leading)
                                                     : m_type.paragraph(into, Text(text), style, left, m_pad, room);
    if (!cell.under.isEmpty()) {
        const TextStyle under = style::kTableHead.sized(std::min(style::kTableHead.size, m_style.size));
        height += m_type.paragraph(into, Text(cell.under), under, left, m_pad + height, room);
    }
    return height;
}

Fragment TableLayout::head()
{
    qsizetype lines = 1;
    for (const Column &column : m_table.columns)
        lines = std::max(lines, column.head.count(u'\n') + 1);
    const qreal leading = style::kTableHead.leading;
    Fragment fragment;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const QStringList words = m_table.columns[i].head.split(u'\n');
        qreal y = leading * qreal(lines - words.size());
        for (const QString &line : words) {
            if (isFigure(i))
                m_type.lineToRight(fragment, line, fitted(line, style::kTableHead, m_columns[i].width() - kCellAir),
                                   m_columns[i].right, y);
            else
                m_type.line(fragment, line, style::kTableHead, m_columns[i].left, y);
            y += leading;
        }
    }
    const qreal ruleTop = leading * qreal(lines) + kUnderHead;
    fragment.rule(0, ruleTop, m_width, measure::kTableRule, color::kInk);
    fragment.height = ruleTop + measure::kTableRule;
    return fragment;
}

Fragment TableLayout::row(const Row &row, bool totalFollows)
{
    Fragment fragment;
    qreal height = m_style.leading;
    for (size_t i = 0; i < row.cells.size() && i < m_columns.size(); ++i) {
        if (!row.cells[i].text.isEmpty())
            height = std::max(height, cell(fragment, i, row, row.cells[i]));
    }
    const qreal bottom = height + 2 * m_pad;
    const bool isTotal = row.kind == RowKind::Total;
    if (isTotal)
        fragment.fills.insert(fragment.fills.begin(), FillMark{{0, 0, m_width, bottom}, color::kTint});
    const bool strong = isTotal || totalFollows;
    const qreal thickness = strong ? measure::kTableRule : measure::kThinRule;
    fragment.rule(0, bottom, m_width, thickness, strong ? color::kInk : color::kRule);
    fragment.height = bottom + thickness;
    return fragment;
}

Flow TableLayout::flow()
{
    Flow flow;
    Fragment heads = head();
    flow.repeats.push_back(heads);
    flow.add(std::move(heads), 0, Keep::Hard);
    constexpr size_t kRowsUnderHead = 3; // fewer at the foot of a page look lost
    const size_t count = m_table.rows.size();
    for (size_t i = 0; i < count; ++i) {
        const bool totalFollows = i + 1 < count && m_table.rows[i + 1].kind == RowKind::Total;
        const bool holdsOn = totalFollows || i < kRowsUnderHead - 1;
        flow.add(row(m_table.rows[i], totalFollows), 0, holdsOn ? Keep::Hard : Keep::Soft);
        flow.pieces.back().repeat = 0;
    }
    flow.pieces.back().keep = Keep::None;
    return flow;
}

} // namespace

Flow layoutTable(const Table &table, qreal width, LayoutContext &context)
{
    return TableLayout(table, width, context).flow();
}

} // namespace documents
