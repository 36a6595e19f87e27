// After the window: who pays what, month by month, and when it is in production.
#include "documents/formats.h"
#include "documents/sections.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Money;
using projection::Monthly;

namespace documents {

namespace {

KeyFigures keyFigures(const RecordView &view)
{
    const projection::Projection &projection = view.projection;
    const int full = std::max(projection.fullMonth, 1);
    Money monthly;
    for (const int index : view.linesInScope()) {
        const projection::Line &line = projection.lines[size_t(index)];
        if (line.creditEligible)
            monthly += line.monthly[size_t(full - 1)];
    }
    const Money customer = view.plan.customer.total + view.plan.notEligible.total;
    const QString month = monthAndYear(view.month(full));
    KeyFigures figures;
    figures.figures.push_back(
        {textDollars(monthly),
         view.isEarmarked() ? QString(u"a month in "_s + month
                                      + (view.useCases.size() == 1 ? u", this use case"_s : u", these use cases"_s))
                            : QString(u"a month in "_s + month + u", eligible")});
    const QString share = customer.isZero() ? QString() : percent(customer, projection.total.total);
    figures.figures.push_back({u'$' + grouped(view.roundedPayers.rowTotals.back()),
                               u"paid by the customer in "_s + view.spanName()
                                   + (share.isEmpty() ? QString() : QString(u", " + share + u" of spend"))});
    const auto &goLive = view.record.goLiveOn;
    QString label = u"go-live"_s;
    if (view.record.decisionDate)
        label += u"; decision "_s + longDate(*view.record.decisionDate);
    figures.figures.push_back({goLive ? longDate(*goLive) : u"Not stated"_s, label});
    return figures;
}

Chart chartOf(const RecordView &view)
{
    const Periods &periods = view.payerPeriods;
    Chart chart;
    for (const Periods::Span &span : periods.spans)
        chart.periods.append(QString(span.head).replace(u'\n', u' '));
    for (const PayerRow &row : view.payers) {
        ChartSeries series{row.name, row.fill, {}};
        for (int i = 0; i < periods.count(); ++i)
            series.values.push_back(periods.sum(row.monthly, i));
        chart.series.push_back(std::move(series));
    }
    chart.windowFrom = periods.indexOf(view.firstMonth);
    chart.windowTo = periods.indexOf(view.lastMonth);
    chart.windowLabel = u"Window of this record"_s;
    if (view.record.goLiveOn) {
        const int month = domain::Month::of(*view.record.goLiveOn).since(view.projection.startMonth) + 1;
        if (const int index = periods.indexOf(month); index >= 0) {
            chart.goLive = index;
            chart.goLiveLabel = u"Go-live "_s + dayAndMonth(*view.record.goLiveOn);
        }
    }
    QStringList parts;
    for (size_t i = 0; i < view.payers.size(); ++i)
        parts.append(view.payers[i].name + u" $" + grouped(view.roundedPayers.rowTotals[i]));
    chart.summary = u"Spend of the whole account by who pays, "_s
                  + monthRange(view.month(1), view.month(view.projection.months), u" to "_s) + u": "
                  + parts.join(u", "_s) + u'.';
    return chart;
}

Table payerTable(const RecordView &view)
{
    const Periods &periods = view.payerPeriods;
    Table table;
    table.kind = TableKind::Payers;
    table.columns.push_back({u"Who pays, US dollars"_s, ColumnKind::Label});
    for (const Periods::Span &span : periods.spans)
        table.columns.push_back({span.head, ColumnKind::Period});
    table.columns.push_back({view.spanName(), ColumnKind::Total});
    const auto add = [&](const QString &name, Fill fill, bool strong, const std::vector<qint64> &cells, qint64 total,
                         RowKind kind) {
        Row row;
        row.kind = kind;
        row.cells.push_back({name, strong, {}, fill});
        for (const qint64 cell : cells)
            row.cells.push_back({tableDollars(cell), strong, {}, Fill::None});
        row.cells.push_back({tableDollars(total), strong, {}, Fill::None});
        table.rows.push_back(std::move(row));
    };
    const RoundedTable &rounded = view.roundedPayers;
    for (size_t i = 0; i < view.payers.size(); ++i)
        add(view.payers[i].name, view.payers[i].fill, view.payers[i].isOwn, rounded.cells[i], rounded.rowTotals[i],
            RowKind::Body);
    add(u"Whole account"_s, Fill::None, true, rounded.columnTotals, rounded.total, RowKind::Total);
    return table;
}

/// "Customer pays includes $300 a month for AWS Marketplace, which credits do not cover. From September 2027 it pays the
/// whole bill."
QString payerNote(const RecordView &view)
{
    QStringList sentences;
    const Monthly &ineligible = view.plan.notEligible.monthly;
    if (!view.plan.notEligible.total.isZero()) {
        QStringList names;
        for (const projection::Line &line : view.projection.lines) {
            if (!line.creditEligible && !line.total.isZero() && !names.contains(line.service))
                names.append(line.service);
        }
        const auto [least, most] = std::minmax_element(ineligible.begin(), ineligible.end());
        sentences.append(u"Customer pays includes "_s + (*least == *most ? QString() : u"up to "_s) + textDollars(*most)
                         + u" a month for " + listed(names) + u", which credits do not cover.");
    }
    // The months at the end in which no credits pay anything.
    int from = view.projection.months + 1;
    while (from > 1) {
        const Money creditless = view.plan.customer.monthly[size_t(from - 2)] + ineligible[size_t(from - 2)];
        if (creditless != view.projection.total.monthly[size_t(from - 2)])
            break;
        --from;
    }
    if (from > 1 && from <= view.projection.months)
        sentences.append(u"From "_s + monthAndYear(view.month(from))
                         + (view.plan.notEligible.total.isZero() ? u" the customer pays the whole bill."_s
                                                                 : u" it pays the whole bill."_s));
    if (!view.payerPeriods.areMonths)
        sentences.append(u"Each column is the sum of its months."_s);
    return sentences.join(u' ');
}

} // namespace

Section afterSection(const RecordView &view)
{
    Section section;
    section.kind = SectionKind::After;
    section.head = u"After the window"_s;
    section.subline = view.payerPeriods.areMonths ? u"monthly spend of the whole account by who pays"_s
                                                  : u"spend of the whole account by who pays"_s;
    section.blocks.push_back(keyFigures(view));
    section.blocks.push_back(chartOf(view));
    section.blocks.push_back(payerTable(view));
    if (const QString note = payerNote(view); !note.isEmpty())
        section.blocks.push_back(Note{Text(note)});
    return section;
}

} // namespace documents
