#include "documents/rounding.h"

#include <algorithm>
#include <limits>

namespace documents {

namespace {

constexpr qint64 kDollar = 100;
// Deviations are in cents. A table of 1,000 cells deviates by less than 10^5 in all, so that each class of amounts
// outweighs every amount of the classes below it. Ties cost 1 a cell.
constexpr qint64 kCellWeight = 2'000;
constexpr qint64 kTotalWeight = 1'000'000 * kCellWeight;
constexpr qint64 kPrintedWeight = 500 * kTotalWeight;
constexpr qint64 kGrandWeight = 500 * kPrintedWeight;

/// One amount of the table: a flow between two nodes, kept in cents, that ends at `floor` or one dollar above.
struct Arc {
    int from = 0;
    int to = 0;
    qint64 floor = 0;    ///< cents, a whole dollar
    qint64 fraction = 0; ///< cents above the floor at the start, 0..99
    qint64 excess = 0;   ///< cents above the floor now, 0..100
    qint64 costUp = 0;   ///< cost of ending a dollar up rather than at the floor

    bool isFree() const { return fraction != 0; }
    bool isFractional() const { return excess != 0 && excess != kDollar; }
};

qint64 nearest(qint64 cents)
{
    return (cents + kDollar / 2) / kDollar;
}

class Network {
public:
    Network(const Cells &cells, const std::vector<std::optional<qint64>> &printed);
    void makeWhole();
    void makeNearest();
    RoundedTable table() const;

private:
    struct Move {
        int arc = 0;
        int direction = 1; ///< +1: up
    };
    using Cycle = std::vector<Move>;

    int add(int from, int to, qint64 cents, qint64 weight);
    int otherEnd(int arc, int node) const;
    Cycle fractionalCycle() const;
    void shift(const Cycle &cycle);
    Cycle negativeCycle() const;
    qint64 dollars(int arc) const;

    int m_rows = 0;
    int m_columns = 0;
    int m_nodes = 0;
    int m_source = 0;
    int m_sink = 0;
    std::vector<Arc> m_arcs;
    std::vector<std::vector<int>> m_at; ///< free arcs by node
    std::vector<std::vector<int>> m_cellArc;
    std::vector<int> m_rowArc;
    std::vector<int> m_columnArc;
    int m_grandArc = 0;
};

int Network::add(int from, int to, qint64 cents, qint64 weight)
{
    Arc arc;
    arc.from = from;
    arc.to = to;
    arc.floor = cents / kDollar * kDollar;
    arc.fraction = arc.excess = cents - arc.floor;
    arc.costUp = weight * (kDollar - 2 * arc.fraction);
    const int index = int(m_arcs.size());
    m_arcs.push_back(arc);
    if (arc.isFree()) {
        m_at[size_t(from)].push_back(index);
        m_at[size_t(to)].push_back(index);
    }
    return index;
}

Network::Network(const Cells &cells, const std::vector<std::optional<qint64>> &printed)
    : m_rows(int(cells.size())), m_columns(cells.empty() ? 0 : int(cells.front().size()))
{
    m_source = m_rows + m_columns;
    m_sink = m_source + 1;
    m_nodes = m_sink + 1;
    m_at.resize(size_t(m_nodes));
    std::vector<qint64> columnTotals(size_t(m_columns), 0);
    qint64 grand = 0;
    for (int row = 0; row < m_rows; ++row) {
        qint64 rowTotal = 0;
        std::vector<int> arcs;
        for (int column = 0; column < m_columns; ++column) {
            const qint64 cents = cells[size_t(row)][size_t(column)].cents();
            arcs.push_back(add(row, m_rows + column, cents, kCellWeight));
            // Equal amounts in a row take turns, as a running total would have them, rather than all at one end.
            const qint64 step = nearest(rowTotal + cents) - nearest(rowTotal);
            m_arcs[size_t(arcs.back())].costUp += step * kDollar > cents ? -1 : 1;
            rowTotal += cents;
            columnTotals[size_t(column)] += cents;
        }
        m_cellArc.push_back(std::move(arcs));
        m_rowArc.push_back(add(m_source, row, rowTotal, kTotalWeight));
        grand += rowTotal;
    }
    for (int column = 0; column < m_columns; ++column) {
        const qint64 cents = columnTotals[size_t(column)];
        const int index = add(m_rows + column, m_sink, cents, kTotalWeight);
        m_columnArc.push_back(index);
        Arc &arc = m_arcs[size_t(index)];
        const auto wanted = size_t(column) < printed.size() ? printed[size_t(column)] : std::nullopt;
        if (wanted && *wanted * kDollar == arc.floor)
            arc.costUp = kPrintedWeight * kDollar;
        else if (wanted && *wanted * kDollar == arc.floor + kDollar)
            arc.costUp = -kPrintedWeight * kDollar;
    }
    m_grandArc = add(m_sink, m_source, grand, kGrandWeight);
}

int Network::otherEnd(int arc, int node) const
{
    return m_arcs[size_t(arc)].from == node ? m_arcs[size_t(arc)].to : m_arcs[size_t(arc)].from;
}

/// A cycle of fractional amounts, whatever their direction. What flows in flows out in whole dollars once every other
/// amount is whole, so that a node never has exactly one fractional amount, and a walk always closes.
Network::Cycle Network::fractionalCycle() const
{
    const auto start = std::find_if(m_arcs.begin(), m_arcs.end(), [](const Arc &arc) { return arc.isFractional(); });
    if (start == m_arcs.end())
        return {};
    std::vector<int> nodes{start->from};
    std::vector<int> arcs;
    std::vector<int> positionOf(size_t(m_nodes), -1);
    positionOf[size_t(start->from)] = 0;
    int arc = int(start - m_arcs.begin());
    for (;;) {
        const int node = otherEnd(arc, nodes.back());
        arcs.push_back(arc);
        nodes.push_back(node);
        if (const int first = positionOf[size_t(node)]; first >= 0) {
            Cycle cycle;
            for (int i = first; i < int(arcs.size()); ++i) {
                const Arc &step = m_arcs[size_t(arcs[size_t(i)])];
                cycle.push_back({arcs[size_t(i)], step.from == nodes[size_t(i)] ? 1 : -1});
            }
            return cycle;
        }
        positionOf[size_t(node)] = int(nodes.size()) - 1;
        const auto &candidates = m_at[size_t(node)];
        const auto next = std::find_if(candidates.begin(), candidates.end(), [&](int candidate) {
            return candidate != arc && m_arcs[size_t(candidate)].isFractional();
        });
        Q_ASSERT(next != candidates.end());
        arc = *next;
    }
}

/// Moves the cycle, in the cheaper direction, until one of its amounts is a whole dollar.
void Network::shift(const Cycle &cycle)
{
    qint64 cost = 0;
    for (const Move &move : cycle)
        cost += move.direction * m_arcs[size_t(move.arc)].costUp;
    const int sign = cost <= 0 ? 1 : -1;
    qint64 room = kDollar;
    for (const Move &move : cycle) {
        const Arc &arc = m_arcs[size_t(move.arc)];
        room = std::min(room, move.direction * sign > 0 ? kDollar - arc.excess : arc.excess);
    }
    for (const Move &move : cycle)
        m_arcs[size_t(move.arc)].excess += move.direction * sign * room;
}

void Network::makeWhole()
{
    for (Cycle cycle = fractionalCycle(); !cycle.empty(); cycle = fractionalCycle())
        shift(cycle);
}

/// A cycle of whole amounts that gets cheaper by moving a dollar along it (Bellman-Ford), or nothing.
Network::Cycle Network::negativeCycle() const
{
    std::vector<qint64> cost(size_t(m_nodes), 0);
    std::vector<Move> reachedBy(size_t(m_nodes), Move{-1, 1});
    int changed = -1;
    for (int round = 0; round < m_nodes; ++round) {
        changed = -1;
        for (int i = 0; i < int(m_arcs.size()); ++i) {
            const Arc &arc = m_arcs[size_t(i)];
            if (!arc.isFree())
                continue;
            const bool up = arc.excess == 0;
            const int from = up ? arc.from : arc.to;
            const int to = up ? arc.to : arc.from;
            const qint64 through = cost[size_t(from)] + (up ? arc.costUp : -arc.costUp);
            if (through < cost[size_t(to)]) {
                cost[size_t(to)] = through;
                reachedBy[size_t(to)] = {i, up ? 1 : -1};
                changed = to;
            }
        }
        if (changed < 0)
            return {};
    }
    const auto before = [&](int node) { return otherEnd(reachedBy[size_t(node)].arc, node); };
    int node = changed;
    for (int i = 0; i < m_nodes; ++i)
        node = before(node);
    Cycle cycle;
    const int first = node;
    do {
        cycle.push_back(reachedBy[size_t(node)]);
        node = before(node);
    } while (node != first);
    return cycle;
}

void Network::makeNearest()
{
    for (Cycle cycle = negativeCycle(); !cycle.empty(); cycle = negativeCycle()) {
        for (const Move &move : cycle)
            m_arcs[size_t(move.arc)].excess += move.direction * kDollar;
    }
}

qint64 Network::dollars(int arc) const
{
    return (m_arcs[size_t(arc)].floor + m_arcs[size_t(arc)].excess) / kDollar;
}

RoundedTable Network::table() const
{
    RoundedTable table;
    for (int row = 0; row < m_rows; ++row) {
        std::vector<qint64> cells;
        for (const int arc : m_cellArc[size_t(row)])
            cells.push_back(dollars(arc));
        table.cells.push_back(std::move(cells));
        table.rowTotals.push_back(dollars(m_rowArc[size_t(row)]));
    }
    for (const int arc : m_columnArc)
        table.columnTotals.push_back(dollars(arc));
    table.total = dollars(m_grandArc);
    return table;
}

} // namespace

RoundedTable roundToDollars(const Cells &cells, const std::vector<std::optional<qint64>> &printedColumnTotals)
{
    Network network(cells, printedColumnTotals);
    network.makeWhole();
    network.makeNearest();
    return network.table();
}

std::vector<qint64> roundPartsTo(qint64 total, const std::vector<domain::Money> &parts)
{
    std::vector<qint64> rounded;
    std::vector<std::pair<qint64, size_t>> byRemainder;
    qint64 sum = 0;
    for (const domain::Money part : parts) {
        const qint64 down = part.cents() / kDollar - (part.cents() % kDollar < 0 ? 1 : 0);
        byRemainder.emplace_back(part.cents() - down * kDollar, rounded.size());
        rounded.push_back(down);
        sum += down;
    }
    std::stable_sort(byRemainder.begin(), byRemainder.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    for (size_t i = 0; i < byRemainder.size() && sum < total; ++i, ++sum)
        ++rounded[byRemainder[i].second];
    return rounded;
}

} // namespace documents
