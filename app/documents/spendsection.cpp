// Spend by AWS service and month in the window, and the ask line.
#include "documents/basis.h"
#include "documents/formats.h"
#include "documents/sections.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Money;
using projection::Line;
using projection::Monthly;

namespace documents {

namespace {

constexpr int kMostMonthsWithBasis = 4;

/// One service: what the pool's need holds of it, month by month, and the lines it consists of.
struct ServiceRow {
    QString service;
    Monthly monthly;
    std::vector<const Line *> lines;
};

std::vector<ServiceRow> serviceRows(const RecordView &view)
{
    std::vector<ServiceRow> rows;
    for (const int index : view.linesInScope()) {
        const Line &line = view.projection.lines[size_t(index)];
        Monthly monthly(static_cast<size_t>(view.projection.months));
        Money total;
        for (int month = view.firstMonth; month <= view.lastMonth; ++month) {
            monthly[size_t(month - 1)] = view.unpaidBefore(index, month);
            total += monthly[size_t(month - 1)];
        }
        if (total.isZero())
            continue;
        auto row = std::find_if(rows.begin(), rows.end(),
                                [&line](const ServiceRow &known) { return known.service == line.service; });
        if (row == rows.end())
            row = rows.insert(rows.end(), {line.service, Monthly(static_cast<size_t>(view.projection.months)), {}});
        for (size_t month = 0; month < monthly.size(); ++month)
            row->monthly[month] += monthly[month];
        row->lines.push_back(&line);
    }
    return rows;
}

QString basisOf(const ServiceRow &row, const catalogue::RateBook &rates)
{
    QStringList models;
    QStringList others;
    for (const Line *line : row.lines) {
        const QString words = line->isWorkload ? line->modelName : serviceBasis(*line, rates);
        QStringList &list = line->isWorkload ? models : others;
        if (!words.isEmpty() && !list.contains(words))
            list.append(words);
    }
    QStringList parts;
    if (!models.isEmpty())
        parts.append(models.join(u", "_s));
    parts.append(others);
    return parts.join(u"; "_s);
}

/// What the table of payers prints for the amount of a month, so that one amount prints the same everywhere.
std::vector<std::optional<qint64>> printedTotals(const RecordView &view, const Periods &periods,
                                                 const std::vector<ServiceRow> &rows)
{
    std::vector<std::optional<qint64>> printed(size_t(periods.count()));
    if (!periods.areMonths || !view.payerPeriods.areMonths)
        return printed;
    for (int i = 0; i < periods.count(); ++i) {
        const int month = periods.spans[size_t(i)].first;
        Money exact;
        for (const ServiceRow &row : rows)
            exact += row.monthly[size_t(month - 1)];
        Money own;
        qint64 ownPrinted = 0;
        qint64 customerPrinted = 0;
        Money customer;
        for (size_t payer = 0; payer < view.payers.size(); ++payer) {
            const qint64 cell = view.roundedPayers.cells[payer][size_t(month - 1)];
            if (view.payers[payer].isOwn) {
                own = view.payers[payer].monthly[size_t(month - 1)];
                ownPrinted = cell;
            } else if (view.payers[payer].isCustomer) {
                customer = view.payers[payer].monthly[size_t(month - 1)];
                customerPrinted = cell;
            }
        }
        const Money ineligible = view.notEligible(month);
        if (exact == own)
            printed[size_t(i)] = ownPrinted;
        else if (exact == own + customer - ineligible && ineligible.cents() % 100 == 0)
            printed[size_t(i)] = ownPrinted + customerPrinted - ineligible.cents() / 100;
    }
    return printed;
}

Table spendTable(const RecordView &view, const std::vector<ServiceRow> &rows, const Periods &periods,
                 const RoundedTable &rounded)
{
    const bool hasBasis = periods.areMonths && periods.count() <= kMostMonthsWithBasis;
    Table table;
    table.kind = hasBasis ? TableKind::Services : TableKind::Months;
    table.columns.push_back({u"AWS service, US dollars"_s, ColumnKind::Label});
    if (hasBasis)
        table.columns.push_back({u"Basis per month"_s, ColumnKind::Basis});
    for (const Periods::Span &span : periods.spans)
        table.columns.push_back({span.head, ColumnKind::Period});
    const domain::Month first = view.month(view.firstMonth);
    const domain::Month last = view.month(view.lastMonth);
    const int months = view.lastMonth - view.firstMonth + 1;
    const bool isCalendarYear = months == 12 && first.month() == 1;
    table.columns.push_back({isCalendarYear ? QString::number(first.year())
                             : months <= 12 && first.year() == last.year() && months < 12
                                 ? monthRangeInTable(first, last)
                                 : QString(QString::number(months) + u" months"),
                             ColumnKind::Total});
    const auto addFigures = [&](Row &row, const std::vector<qint64> &cells, qint64 total) {
        for (const qint64 cell : cells)
            row.cells.push_back({tableDollars(cell), false, {}, Fill::None});
        row.cells.push_back({tableDollars(total), true, {}, Fill::None});
    };
    for (size_t i = 0; i < rows.size(); ++i) {
        Row row;
        row.cells.push_back({rows[i].service, false, {}, Fill::None});
        if (hasBasis)
            row.cells.push_back({basisOf(rows[i], view.input.rates), false, {}, Fill::None});
        addFigures(row, rounded.cells[i], rounded.rowTotals[i]);
        table.rows.push_back(std::move(row));
    }
    Row total;
    total.kind = RowKind::Total;
    total.cells.push_back({u"Total"_s, true, {}, Fill::None});
    if (hasBasis)
        total.cells.push_back({});
    addFigures(total, rounded.columnTotals, rounded.total);
    table.rows.push_back(std::move(total));
    return table;
}

/// need + headroom + rounding = ask, in whole dollars that add up; what the ceiling or the partner changed comes after.
std::vector<AskTerm> askTerms(const RecordView &view, qint64 printedNeed)
{
    const funding::Pool &pool = view.pool;
    const QString plus = u"+"_s;
    const QString minus = u"\u2212"_s;
    const QString equals = u"="_s;
    const QString window = monthRangeInTable(view.month(view.firstMonth), view.month(view.lastMonth));
    const Money rounding = pool.rawAsk - pool.need - pool.headroom;
    const std::vector<qint64> parts = roundPartsTo(pool.rawAsk.cents() / 100 - printedNeed, {pool.headroom, rounding});
    const domain::Decimal share = view.worksheet.funding.headroom.value_or(domain::Decimal::fromMillionths(200'000));
    std::vector<AskTerm> terms;
    terms.push_back({{}, u"Need, "_s + window, tableDollars(printedNeed)});
    const bool hasRoom = view.isEarmarked() && pool.ask == pool.rawAsk; // six terms stand on one line without it
    if (parts[0] != 0)
        terms.push_back({plus, u"Headroom "_s + percentOf(share) + (hasRoom ? u": evaluation, growth"_s : QString()),
                         grouped(parts[0])});
    if (parts[1] != 0)
        terms.push_back({parts[1] < 0 ? minus : plus, u"Rounding to $500"_s, grouped(qAbs(parts[1]))});
    if (pool.ask != pool.rawAsk) {
        terms.push_back({equals, pool.overridden ? u"Computed ask"_s : u"Need before ceiling"_s,
                         grouped(pool.rawAsk.cents() / 100)});
        const Money change = pool.ask - pool.rawAsk;
        terms.push_back({change.cents() < 0 ? minus : plus,
                         pool.overridden ? u"Set by the partner"_s : u"Above the ceiling"_s,
                         pool.ask.cents() % 100 == 0 ? grouped(qAbs(change.cents()) / 100)
                                                     : tableCents(change.cents() < 0 ? -change : change)});
    }
    terms.push_back({equals, u"Ask, US dollars"_s,
                     pool.ask.cents() % 100 == 0 ? grouped(pool.ask.cents() / 100) : tableCents(pool.ask)});
    return terms;
}

QString bandSentence(const RecordView &view)
{
    const auto &floor = view.programme.floor;
    const auto &ceiling = view.programme.ceiling;
    const Money ask = view.pool.ask;
    if (floor && ask < *floor)
        return u"Below the program\u2019s floor of "_s + textDollars(*floor) + u'.';
    if (ceiling && ask > *ceiling)
        return u"Above the program\u2019s ceiling of "_s + textDollars(*ceiling) + u'.';
    if (ceiling && ask == *ceiling && view.pool.rawAsk > *ceiling)
        return u"The ask is the program\u2019s ceiling."_s;
    if (floor && !floor->isZero() && ceiling)
        return u"Within the program\u2019s band of "_s + textDollars(*floor) + u" to " + textDollars(*ceiling) + u'.';
    if (ceiling)
        return u"Within the program\u2019s ceiling of "_s + textDollars(*ceiling) + u'.';
    return {};
}

/// "March carries 54% of the need [3]."
QString concentration(const RecordView &view, const Monthly &need, const Assumptions &assumptions)
{
    if (!view.isEarmarked() || view.lastMonth - view.firstMonth < 1)
        return {};
    for (int month = view.firstMonth; month <= view.lastMonth; ++month) {
        const Money amount = need[size_t(month - 1)];
        const bool isMost = amount.cents() > view.pool.need.cents() / 2;
        if (isMost)
            return monthName(view.month(month)) + u" carries " + percent(amount, view.pool.need) + u" of the need"
                 + assumptions.marker({launchInWindowKey(view)}) + u'.';
    }
    return {};
}

/// What a general-purpose record's first months leave out, because credits before it pay for that.
QStringList earlierPayers(const RecordView &view)
{
    QStringList sentences;
    if (view.isEarmarked() || view.payersBefore().isEmpty())
        return sentences;
    int platformOnly = 0; // months from the first on
    for (int month = view.firstMonth; month <= view.lastMonth; ++month) {
        bool anyUseCase = false;
        bool anyOther = false;
        for (const int line : view.linesInScope()) {
            if (view.unpaidBefore(line, month).isZero())
                continue;
            (view.projection.lines[size_t(line)].useCase ? anyUseCase : anyOther) = true;
        }
        if (anyUseCase || !anyOther || view.paidBefore(month).isZero())
            break;
        ++platformOnly;
    }
    if (platformOnly > 0) {
        const domain::Month first = view.month(view.firstMonth);
        const domain::Month last = view.month(view.firstMonth + platformOnly - 1);
        sentences.append((first == last ? monthName(first) : QString(monthName(first) + u" to " + monthName(last)))
                         + u": platform only.");
    }
    const QString payers = listed(view.payersBefore());
    int partial = 0;
    QString words;
    for (int month = view.firstMonth + platformOnly; month <= view.lastMonth; ++month) {
        const Money paid = view.paidBefore(month);
        if (paid.isZero())
            continue;
        ++partial;
        words = monthName(view.month(month)) + u": net of $" + grouped(view.asPrinted(paid, month, 0, view.ownPayer()))
              + u" paid by " + payers + u'.';
    }
    if (partial == 1)
        sentences.append(words);
    else if (partial > 1)
        sentences.append(u"Net of what "_s + payers + u" pay in " + numberWord(partial) + u" months.");
    return sentences;
}

} // namespace

Section spendSection(const RecordView &view, const Assumptions &assumptions)
{
    const std::vector<ServiceRow> rows = serviceRows(view);
    std::vector<const Monthly *> amounts;
    Monthly need(static_cast<size_t>(view.projection.months));
    for (const ServiceRow &row : rows) {
        amounts.push_back(&row.monthly);
        for (size_t month = 0; month < need.size(); ++month)
            need[month] += row.monthly[month];
    }
    const Periods periods = view.periods(view.firstMonth, view.lastMonth, amounts);
    Cells cells;
    for (const ServiceRow &row : rows) {
        std::vector<Money> line;
        for (int i = 0; i < periods.count(); ++i)
            line.push_back(periods.sum(row.monthly, i));
        cells.push_back(std::move(line));
    }
    RoundedTable rounded = roundToDollars(cells, printedTotals(view, periods, rows));
    rounded.columnTotals.resize(size_t(periods.count())); // no service at all: a row of nothing

    Section section;
    section.kind = SectionKind::Spend;
    section.head = u"Spend by AWS service"_s;
    const QString window = monthRange(view.month(view.firstMonth), view.month(view.lastMonth), u" to "_s);
    const QStringList before = view.payersBefore();
    if (view.isEarmarked())
        section.subline = window
                        + (view.useCaseNames().isEmpty() ? QString() : QString(u", " + view.useCaseNames() + u" only"))
                        + (before.isEmpty() || view.paidBefore(view.firstMonth).isZero()
                               ? QString()
                               : QString(u", what " + listed(before) + u" do not pay"));
    else
        section.subline =
            window + u", eligible spend"
            + (before.isEmpty() ? u" of the whole account"_s : QString(u" that " + listed(before) + u" do not pay"));
    section.blocks.push_back(spendTable(view, rows, periods, rounded));

    QStringList note = earlierPayers(view);
    if (view.isEarmarked())
        note.prepend(bandSentence(view));
    else
        note.append(bandSentence(view));
    note.append(concentration(view, need, assumptions));
    if (view.pool.issuedMonth > view.pool.fromMonth)
        note.append(u"Credits are issued in "_s + monthAndYear(view.month(view.firstMonth))
                    + u"; earlier months are left out.");
    if (view.pool.issuedMonth > view.pool.lastMonth)
        note = QStringList{u"Credits are issued in "_s + monthAndYear(view.month(view.pool.issuedMonth))
                           + u", after the window that the ask is sized on."};
    else if (view.pool.need.isZero())
        note = QStringList{u"Other credits pay for all of it in this window."_s};
    else
        note.append(u"Exact need "_s + textCents(view.pool.need)
                    + (view.isEarmarked() ? u"; rounded so that all sums agree."_s : u"; rounded to foot."_s));
    note.removeAll(QString());
    section.blocks.push_back(AskLine{askTerms(view, rounded.total), Text(note.join(u' '))});
    return section;
}

} // namespace documents
