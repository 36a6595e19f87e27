// The founder's sheet: what AWS funds, what it costs, what the founder does, what is still missing, and what the invoice
// will show. For the customer, never for AWS.
#include "documents/casesections.h"
#include "documents/formats.h"
#include "documents/rounding.h"
#include "documents/sections.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Money;

namespace documents {

namespace {

QString paysFor(const funding::Pool &pool, const CaseInput &input)
{
    QStringList titles;
    for (const domain::UseCase &useCase : input.worksheet.useCases) {
        if (pool.earmarked && pool.useCases.contains(useCase.id))
            titles.append(useCase.title.isEmpty() ? useCase.id : useCase.title);
    }
    return titles.isEmpty() ? u"The account\u2019s eligible AWS charges"_s : listed(titles);
}

Section fundedSection(const CaseInput &input)
{
    Section made = section(u"What AWS funds"_s, u"asked for; the award decides"_s);
    Table table;
    table.columns = {{u"Program"_s, ColumnKind::Label},
                     {u"Pays for"_s, ColumnKind::Basis},
                     {u"Ask, US dollars"_s, ColumnKind::Figure}};
    for (const funding::Pool &pool : input.plan.pools) {
        if (pool.ask.isZero())
            continue;
        table.rows.push_back({RowKind::Body,
                              {{programmeName(input, pool.programme), false, {}, Fill::None},
                               {paysFor(pool, input), false, {}, Fill::None},
                               {tableDollars(pool.ask.cents() / 100), false, {}, Fill::None}}});
    }
    if (table.rows.empty()) {
        made.blocks.push_back(Paragraphs{{Text(u"Nothing is asked for yet."_s)}});
        return made;
    }
    table.rows.push_back({RowKind::Total,
                          {{u"Together"_s, true, {}, Fill::None},
                           {},
                           {tableDollars(totalAsk(input.plan).cents() / 100), true, {}, Fill::None}}});
    made.blocks.push_back(std::move(table));
    made.blocks.push_back(Note{Text(u"You pay nothing for this work: AWS funds the credits and pays the partner."_s)});
    return made;
}

QStringList steps(const CaseInput &input)
{
    const domain::Worksheet &worksheet = input.worksheet;
    QStringList steps;
    if (!worksheet.company.consentToShare.value_or(false))
        steps.append(u"Agree that the partner shares these facts with AWS."_s);
    steps.append(u"Read the facts in the briefs and say what is wrong: AWS decides on them."_s);
    const QString account = accountId(worksheet.aws.accountId);
    steps.append(account.isEmpty() ? u"Name the AWS account that will run the workload: credits arrive there."_s
                                   : QString(u"Run the workload in account "_s + account + u": credits arrive there."));
    for (const records::Record &record : input.stack.records) {
        if (record.kind == records::RecordKind::Opportunity || input.plan.pools[size_t(record.pool)].ask.isZero())
            continue;
        const bool isApplication = record.kind == records::RecordKind::Application;
        steps.append(u"Apply for "_s + programmeName(input, record.programme) + u" yourself; the "
                     + (isApplication ? u"application brief"_s : u"checklist"_s) + u" for it says how.");
    }
    steps.append(u"Hold the ramp until the credits are there: what was billed before cannot be paid by them."_s);
    steps.append(u"When they arrive, check amount and expiry under Billing, Credits, and tell the partner both."_s);
    steps.append(u"Tell the partner when a date, a model or the volume changes."_s);
    return steps;
}

/// The months as the invoice will show them: charges, what credits pay of it, what is due.
Section invoiceSection(const CaseInput &input)
{
    constexpr int kMonthsOfTable = 12;
    const projection::Projection &projection = input.projection;
    const int months = std::min(projection.months, kMonthsOfTable);
    Section made = section(u"What your invoice will show"_s,
                           months < projection.months ? u"the first twelve months of the projection"_s : QString());
    Cells cells(2);
    for (int month = 1; month <= months; ++month) {
        const size_t at = size_t(month - 1);
        const Money pays = input.plan.customer.monthly[at] + input.plan.notEligible.monthly[at];
        cells[0].push_back(projection.total.monthly[at] - pays);
        cells[1].push_back(pays);
    }
    // Of the whole projection: also of the months after the table's.
    const auto &dues = input.plan.customer.monthly;
    const auto due = std::ranges::find_if(dues, [](const Money &amount) { return !amount.isZero(); });
    const RoundedTable rounded = roundToDollars(cells);
    Table table;
    table.kind = TableKind::Months;
    table.columns.push_back({u"US dollars"_s, ColumnKind::Label});
    for (int month = 1; month <= months; ++month)
        table.columns.push_back({monthShort(projection.monthAt(month)), ColumnKind::Period});
    table.columns.push_back({u"Together"_s, ColumnKind::Total});
    const auto add = [&](const QString &name, const std::vector<qint64> &row, qint64 total, RowKind kind) {
        Row line;
        line.kind = kind;
        line.cells.push_back({name, kind == RowKind::Total, {}, Fill::None});
        for (const qint64 dollars : row)
            line.cells.push_back({tableDollars(dollars), kind == RowKind::Total, {}, Fill::None});
        line.cells.push_back({tableDollars(total), true, {}, Fill::None});
        table.rows.push_back(std::move(line));
    };
    add(u"Credits pay"_s, rounded.cells[0], rounded.rowTotals[0], RowKind::Body);
    add(u"You pay"_s, rounded.cells[1], rounded.rowTotals[1], RowKind::Body);
    add(u"AWS charges"_s, rounded.columnTotals, rounded.total, RowKind::Total);
    QStringList sentences{
        u"Credits apply to each monthly invoice by themselves until they are used up or expire."_s,
        u"An amount due of $0 means that they paid that month's charges; the charges still stand on the invoice."_s};
    sentences.append(due == dues.end()
                         ? u"In this projection they pay all that they may pay."_s
                         : QString(u"From "_s + monthAndYear(projection.monthAt(int(due - dues.begin()) + 1))
                                   + u" on part of the charges is yours."));
    if (!input.plan.notEligible.total.isZero())
        sentences.append(u"Purchases in AWS Marketplace and some upfront fees are never paid by them."_s);
    sentences.append(u"What is left when they expire is lost."_s);
    made.blocks.push_back(Paragraphs{{Text(sentences.join(u' '))}});
    made.blocks.push_back(std::move(table));
    return made;
}

} // namespace

Brief founderSheet(const CaseInput &input, const std::vector<call::Question> &open)
{
    Brief brief;
    brief.band.program = u"Founder\u2019s sheet"_s;
    brief.band.title = input.worksheet.company.name + u": what AWS funds and what you do";
    if (const Money asked = totalAsk(input.plan); !asked.isZero())
        brief.band.ask = textDollars(asked);
    brief.band.facts = {{u"Account"_s, orNotStated(accountId(input.worksheet.aws.accountId))},
                        {u"Partner"_s, orNotStated(input.worksheet.partner.name)},
                        {u"Prepared"_s, longDate(input.asOf)}};
    brief.sections.push_back(fundedSection(input));
    Section doing = section(u"What you do"_s);
    doing.blocks.push_back(numbered(steps(input)));
    brief.sections.push_back(std::move(doing));
    brief.sections.push_back(questionSection(u"Still missing"_s, input, open));
    if (!input.projection.total.total.isZero())
        brief.sections.push_back(invoiceSection(input));
    finish(brief, input, u"Founder\u2019s sheet"_s);
    return brief;
}

} // namespace documents
