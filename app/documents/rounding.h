// Controlled rounding: a table of cents becomes a table of whole dollars that foots everywhere.
//
// Every cell, row total, column total and the grand total becomes one of the two dollars next to its exact amount
// (an exact dollar stays itself, zero stays zero), and every row and column of the rounded table adds up. Among all
// such tables the one nearest to the exact amounts is taken: the grand total counts first, then the column totals that
// another table already prints, then row and column totals, then cells. The same input always gives the same table.
//
// Method: the table is a flow from its rows to its columns. Shifting along cycles of fractional cells makes it whole
// without leaving the two neighbours of any amount; cancelling negative cycles then makes it the nearest one.
#pragma once

#include "domain/money.h"

#include <optional>
#include <vector>

namespace documents {

using Cells = std::vector<std::vector<domain::Money>>; ///< rows of equal length, nothing negative

/// Whole dollars, as they print.
struct RoundedTable {
    std::vector<std::vector<qint64>> cells;
    std::vector<qint64> rowTotals;
    std::vector<qint64> columnTotals;
    qint64 total = 0;
};

/// `printedColumnTotals`: what another table prints for the same amount, per column; taken over wherever it is one of
/// the two neighbours of the exact column total and the table can foot with it. Empty, or one entry per column.
RoundedTable roundToDollars(const Cells &cells, const std::vector<std::optional<qint64>> &printedColumnTotals = {});

/// Rounds parts that add up to a whole amount so that they still do, largest remainder first; the earlier part wins a
/// tie. `total` must lie within one dollar per part of the parts' sum.
std::vector<qint64> roundPartsTo(qint64 total, const std::vector<domain::Money> &parts);

} // namespace documents
