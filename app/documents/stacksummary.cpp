// The stack summary: every record of a case on one page: asks, windows, who pays when, how the records differ, dates.
#include "documents/casesections.h"
#include "documents/formats.h"
#include "documents/sections.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Money;

namespace documents {

namespace {

/// The record whose view shows the whole account: a general-purpose one where there is one.
const records::Record &widestRecord(const CaseInput &input)
{
    const auto found = std::ranges::find_if(input.stack.records, [&input](const records::Record &record) {
        return !input.plan.pools[size_t(record.pool)].earmarked;
    });
    return found == input.stack.records.end() ? input.stack.records.front() : *found;
}

/// No record of the summary is its own.
void setPlain(Section &section)
{
    for (Block &block : section.blocks) {
        auto *table = std::get_if<Table>(&block);
        if (!table)
            continue;
        for (Row &row : table->rows) {
            for (Cell &cell : row.cells)
                cell.strong = row.kind == RowKind::Total;
        }
    }
}

Section payersSection(const RecordView &view, const CaseInput &input)
{
    Section section = afterSection(view);
    section.kind = SectionKind::Other;
    section.head = u"Who pays"_s;
    KeyFigures figures;
    figures.figures.push_back({textDollars(totalAsk(input.plan)), u"credits asked for"_s});
    figures.figures.push_back({u'$' + grouped(view.roundedPayers.total), u"projected spend in "_s + view.spanName()});
    figures.figures.push_back(
        {u'$' + grouped(view.roundedPayers.rowTotals.back()), u"paid by the customer in "_s + view.spanName()});
    for (Block &block : section.blocks) {
        if (std::holds_alternative<KeyFigures>(block))
            block = figures;
        else if (auto *chart = std::get_if<Chart>(&block))
            chart->windowTo = chart->windowFrom - 1; // no record's window
    }
    setPlain(section);
    return section;
}

/// "file by December 18, 2026; credits from January 2027 to December 2027, used up in April 2027"
QString datesOf(const funding::Pool &pool, const CaseInput &input)
{
    QStringList parts;
    const QDate starts = input.projection.monthAt(pool.fromMonth).firstDay();
    // Where a program publishes no time from filing to credits, there is no day to file by.
    const catalogue::Programme *programme = input.programmes.find(pool.programme);
    if (pool.filedThroughAce && programme && programme->speedDays)
        parts.append(u"file by "_s + longDate(starts.addDays(-programme->speedDays->most)));
    parts.append(u"credits from "_s + monthAndYear(input.projection.monthAt(pool.issuedMonth)) + u" to "
                 + monthAndYear(input.projection.monthAt(pool.lastValidMonth)));
    QString text = parts.join(u"; "_s);
    if (pool.exhaustedInMonth)
        text += u", used up in "_s + monthAndYear(input.projection.monthAt(*pool.exhaustedInMonth));
    if (!pool.forfeited.isZero())
        text += u", "_s + textDollars(pool.forfeited) + u" expires unused";
    return capitalized(text) + u'.';
}

Section datesSection(const RecordView &view, const CaseInput &input)
{
    Section made = section(u"Dates"_s);
    LabelledList list;
    for (size_t i = 0; i < input.plan.pools.size(); ++i) {
        if (!input.plan.pools[i].ask.isZero())
            list.rows.push_back({view.poolName(int(i)), Text(datesOf(input.plan.pools[i], input))});
    }
    made.blocks.push_back(std::move(list));
    return made;
}

} // namespace

Brief stackSummary(const CaseInput &input)
{
    const BriefInput briefInput = input.withRecord(widestRecord(input));
    const RecordView view(briefInput);
    Brief brief;
    Band &band = brief.band;
    band.program = u"Funding stack"_s;
    const auto filed =
        std::ranges::count(input.stack.records, records::RecordKind::Opportunity, &records::Record::kind);
    band.title = input.worksheet.company.name + u": "
               + (filed == 1 ? u"one record"_s : QString(numberWord(filed) + u" records")) + u" filed through ACE";
    const Money asked = totalAsk(input.plan);
    band.ask = textDollars(asked);
    band.askNote = askShareOf(view, asked);
    band.facts = {{u"Account"_s, orNotStated(accountId(view.record.accountId))},
                  {u"Region"_s, orNotStated(regionName(view.record.region))},
                  {u"Partner"_s, orNotStated(input.worksheet.partner.name)}};
    Assumptions unused;
    brief.strip = stripOf(view, unused);
    brief.strip->reason = Text();
    Section records = stackSection(view);
    records.kind = SectionKind::Other;
    records.head = u"Records"_s;
    setPlain(records);
    brief.sections.push_back(std::move(records));
    brief.sections.push_back(payersSection(view, input));
    brief.sections.push_back(datesSection(view, input));
    finish(brief, input, u"Funding stack"_s);
    return brief;
}

} // namespace documents
