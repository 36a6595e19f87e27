// Controlled rounding: tables of cents print as whole dollars that foot in every direction.
#include "documents/rounding.h"

#include <QRandomGenerator>
#include <QTest>

using documents::Cells;
using documents::RoundedTable;
using domain::Money;

namespace {

Cells cents(const std::vector<std::vector<qint64>> &rows)
{
    Cells cells;
    for (const auto &row : rows) {
        std::vector<Money> line;
        for (const qint64 value : row)
            line.push_back(Money::fromCents(value));
        cells.push_back(line);
    }
    return cells;
}

bool isNeighbour(qint64 dollars, qint64 exactCents)
{
    return dollars * 100 > exactCents - 100 && dollars * 100 < exactCents + 100;
}

/// Empty when the table foots and every amount is next to its exact one; else what is wrong.
QString complaint(const Cells &cells, const RoundedTable &table)
{
    const size_t columns = cells.front().size();
    std::vector<qint64> exactColumns(columns), printedColumns(columns);
    qint64 exactTotal = 0;
    qint64 printedTotal = 0;
    for (size_t row = 0; row < cells.size(); ++row) {
        qint64 exact = 0;
        qint64 printed = 0;
        for (size_t column = 0; column < columns; ++column) {
            if (!isNeighbour(table.cells[row][column], cells[row][column].cents()))
                return QStringLiteral("cell %1,%2").arg(row).arg(column);
            exact += cells[row][column].cents();
            printed += table.cells[row][column];
            exactColumns[column] += cells[row][column].cents();
            printedColumns[column] += table.cells[row][column];
        }
        if (printed != table.rowTotals[row] || !isNeighbour(printed, exact))
            return QStringLiteral("row %1").arg(row);
        exactTotal += exact;
        printedTotal += printed;
    }
    for (size_t column = 0; column < columns; ++column) {
        if (printedColumns[column] != table.columnTotals[column]
            || !isNeighbour(printedColumns[column], exactColumns[column]))
            return QStringLiteral("column %1").arg(column);
    }
    if (printedTotal != table.total || !isNeighbour(printedTotal, exactTotal))
        return QStringLiteral("total");
    return {};
}

} // namespace

class TestRounding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_table_of_whole_dollars_stays_as_it_is();
    void random_tables_foot_and_stay_next_to_their_amounts();
    void the_grand_total_is_the_nearest_dollar();
    void a_printed_total_is_taken_over_where_it_is_a_neighbour();
    void a_printed_total_that_is_no_neighbour_is_ignored();
    void the_nearest_of_all_small_tables_is_found();
    void the_payer_table_of_the_sample_prints_as_designed();
    void parts_of_an_ask_add_up_to_it();
};

void TestRounding::a_table_of_whole_dollars_stays_as_it_is()
{
    const RoundedTable table = documents::roundToDollars(cents({{100, 0}, {2500, 300}}));
    QCOMPARE(table.cells, (std::vector<std::vector<qint64>>{{1, 0}, {25, 3}}));
    QCOMPARE(table.total, 29);
}

void TestRounding::random_tables_foot_and_stay_next_to_their_amounts()
{
    QRandomGenerator random(20261122);
    for (int round = 0; round < 600; ++round) {
        const int rows = random.bounded(1, 22);
        const int columns = random.bounded(1, 37);
        std::vector<std::vector<qint64>> values;
        for (int row = 0; row < rows; ++row) {
            std::vector<qint64> line;
            for (int column = 0; column < columns; ++column)
                line.push_back(random.bounded(4) == 0 ? 0 : random.bounded(1, round % 2 ? 300 : 9'000'000));
            values.push_back(line);
        }
        const Cells cells = cents(values);
        QCOMPARE(complaint(cells, documents::roundToDollars(cells)), QString());
    }
}

void TestRounding::the_grand_total_is_the_nearest_dollar()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<std::vector<qint64>> values(5, std::vector<qint64>(12));
        qint64 exact = 0;
        for (auto &row : values) {
            for (qint64 &value : row)
                exact += value = random.bounded(100'000);
        }
        const qint64 rest = exact % 100;
        const qint64 total = documents::roundToDollars(cents(values)).total;
        if (rest != 50)
            QCOMPARE(total, exact / 100 + (rest > 50 ? 1 : 0));
    }
}

void TestRounding::a_printed_total_is_taken_over_where_it_is_a_neighbour()
{
    // 10.30 would print as 10; the other table prints 11 for the same amount.
    const Cells cells = cents({{510, 60}, {520, 90}});
    const RoundedTable table = documents::roundToDollars(cells, {11, std::nullopt});
    QCOMPARE(table.columnTotals.front(), 11);
    QCOMPARE(complaint(cells, table), QString());
}

void TestRounding::a_printed_total_that_is_no_neighbour_is_ignored()
{
    const Cells cells = cents({{510, 60}, {520, 90}});
    const RoundedTable table = documents::roundToDollars(cells, {13, std::nullopt});
    QCOMPARE(table.columnTotals.front(), 10);
    QCOMPARE(complaint(cells, table), QString());
}

void TestRounding::the_nearest_of_all_small_tables_is_found()
{
    // Every way to round a 3 x 3 table, tried one by one: none that foots may be nearer than the one returned.
    QRandomGenerator random(99);
    for (int round = 0; round < 150; ++round) {
        std::vector<std::vector<qint64>> values(3, std::vector<qint64>(3));
        for (auto &row : values) {
            for (qint64 &value : row)
                value = random.bounded(1, 1000);
        }
        const Cells cells = cents(values);
        const auto cost = [&](const RoundedTable &table) {
            qint64 sum = 0;
            qint64 exactTotal = 0;
            std::vector<qint64> columns(3);
            for (size_t r = 0; r < 3; ++r) {
                qint64 exact = 0;
                for (size_t c = 0; c < 3; ++c) {
                    sum += qAbs(table.cells[r][c] * 100 - values[r][c]);
                    exact += values[r][c];
                    columns[c] += values[r][c];
                }
                sum += 1'000'000 * qAbs(table.rowTotals[r] * 100 - exact);
                exactTotal += exact;
            }
            for (size_t c = 0; c < 3; ++c)
                sum += 1'000'000 * qAbs(table.columnTotals[c] * 100 - columns[c]);
            return sum + 1'000'000'000'000 * qAbs(table.total * 100 - exactTotal);
        };
        qint64 best = std::numeric_limits<qint64>::max();
        for (unsigned choice = 0; choice < 512; ++choice) {
            RoundedTable table;
            table.cells.assign(3, std::vector<qint64>(3));
            table.rowTotals.assign(3, 0);
            table.columnTotals.assign(3, 0);
            for (unsigned i = 0; i < 9; ++i) {
                const qint64 dollars = values[i / 3][i % 3] / 100 + ((choice >> i) & 1);
                table.cells[i / 3][i % 3] = dollars;
                table.rowTotals[i / 3] += dollars;
                table.columnTotals[i % 3] += dollars;
                table.total += dollars;
            }
            if (complaint(cells, table).isEmpty())
                best = std::min(best, cost(table));
        }
        QCOMPARE(cost(documents::roundToDollars(cells)), best);
    }
}

void TestRounding::the_payer_table_of_the_sample_prints_as_designed()
{
    const Cells cells =
        cents({{545960, 559820, 1323783, 520437}, {400000, 409900, 420097, 1278920}, {30000, 30000, 30000, 30000}});
    const RoundedTable table = documents::roundToDollars(cells);
    QCOMPARE(table.cells[0], (std::vector<qint64>{5460, 5598, 13238, 5204}));
    QCOMPARE(table.rowTotals[0], 29500);
    QCOMPARE(complaint(cells, table), QString());
}

void TestRounding::parts_of_an_ask_add_up_to_it()
{
    const std::vector<Money> parts{Money::fromCents(485913), Money::fromCents(34524)};
    QCOMPARE(documents::roundPartsTo(29500 - 24296, parts), (std::vector<qint64>{4859, 345}));
}

QTEST_GUILESS_MAIN(TestRounding)
#include "tst_rounding.moc"
