// Where the numbers come from: volume x tokens x rate per workload, the demand range, and the notes on the rates.
#include "documents/basis.h"
#include "documents/formats.h"
#include "documents/sections.h"
#include "domain/defaults.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using domain::Money;
using projection::Line;
using projection::LineKind;

namespace documents {

namespace {

const QString kBedrock = u"Amazon Bedrock"_s;
const QString kDash = u"\u2013"_s;
constexpr int kMostWorkloads = 8;
constexpr size_t kMostRangedWorkloads = 2;

/// The months shown: first and last of an earmarked window; go-live and full month otherwise.
std::vector<int> shownMonths(const RecordView &view)
{
    int first = view.firstMonth;
    int last = view.lastMonth;
    if (!view.isEarmarked()) {
        if (view.record.goLiveOn) {
            const int goLive = domain::Month::of(*view.record.goLiveOn).since(view.projection.startMonth) + 1;
            if (goLive >= 1 && goLive <= view.projection.months)
                first = goLive;
        }
        last = view.projection.fullMonth;
    }
    if (first > last)
        std::swap(first, last);
    return first == last ? std::vector<int>{first} : std::vector<int>{first, last};
}

/// The lines that count as Bedrock in scope: workloads, and items such as guardrails.
std::vector<const Line *> bedrockLines(const RecordView &view)
{
    std::vector<const Line *> lines;
    for (const int index : view.linesInScope()) {
        const Line &line = view.projection.lines[size_t(index)];
        if (line.isWorkload || line.service == kBedrock)
            lines.push_back(&line);
    }
    return lines;
}

const domain::Workload *workloadOf(const RecordView &view, const Line &line)
{
    const domain::UseCase *useCase = line.useCase ? view.useCase(*line.useCase) : nullptr;
    if (!useCase || !line.isWorkload)
        return nullptr;
    const auto found = std::find_if(useCase->workloads.begin(), useCase->workloads.end(),
                                    [&line](const domain::Workload &candidate) { return candidate.id == line.id; });
    return found == useCase->workloads.end() ? nullptr : &*found;
}

QString callsADay(const Line &line, int month)
{
    const projection::LineBasis &basis = line.basis;
    if (size_t(month) > basis.requests.size() || basis.daysPerMonth.isZero())
        return kDash;
    const domain::Int128 calls = domain::divideHalfEven(
        domain::Int128(basis.requests[size_t(month - 1)]) * domain::Decimal::kScale, basis.daysPerMonth.millionths());
    return calls == 0 ? kDash : grouped(qint64(calls));
}

Row workloadRow(const RecordView &view, const Line &line, const std::vector<int> &months,
                const Assumptions &assumptions)
{
    Row row;
    const domain::Workload *workload = workloadOf(view, line);
    const QString name = line.name.isEmpty() ? line.id : line.name;
    const auto add = [&row](const QString &text, bool strong = false) {
        row.cells.push_back({text, strong, {}, Fill::None});
    };
    const QString marker = workload ? assumptions.marker(workloadKeys(*line.useCase, *workload)) : QString();
    const catalogue::Item *item = line.isWorkload ? nullptr : view.input.rates.item(line.basis.item);
    row.cells.push_back({(item ? item->name : name) + marker, false,
                         line.isWorkload ? workloadBasis(line) : serviceBasis(line, view.input.rates), Fill::None});
    const bool isTokens = line.isWorkload && line.basis.kind == LineKind::Tokens;
    for (const int month : months)
        add(line.isWorkload ? callsADay(line, month) : kDash);
    add(line.isWorkload ? grouped(line.basis.inputTokens) : kDash);
    add(line.isWorkload ? grouped(line.basis.outputTokens) : kDash);
    add(isTokens ? tokenRate(line.basis.rates.input) : kDash);
    add(isTokens && line.basis.outputTokens > 0 ? tokenRate(line.basis.rates.output) : kDash);
    add(line.isWorkload ? costPerCall(costOfCall(line)) : kDash, true);
    for (const int month : months)
        add(tableCents(line.monthly[size_t(month - 1)]));
    return row;
}

Row monthsRow(const QString &label, const std::vector<const Line *> &lines, const std::vector<int> &months,
              size_t columns)
{
    Row row;
    row.cells.push_back({label, false, {}, Fill::None});
    row.cells.resize(columns - months.size());
    for (const int month : months) {
        Money sum;
        for (const Line *line : lines)
            sum += line->monthly[size_t(month - 1)];
        row.cells.push_back({tableCents(sum), false, {}, Fill::None});
    }
    return row;
}

Table workloadTable(const RecordView &view, const std::vector<const Line *> &lines, const Assumptions &assumptions)
{
    const std::vector<int> months = shownMonths(view);
    const auto monthHead = [&](int month) {
        return view.projection.months > 12 ? monthAndYearShort(view.month(month)) : monthShort(view.month(month));
    };
    Table table;
    table.kind = TableKind::Workloads;
    table.columns.push_back({u"Workload and model"_s, ColumnKind::Label});
    for (size_t i = 0; i < months.size(); ++i)
        table.columns.push_back(
            {(i == 0 ? u"Calls a day,\n"_s : QString()) + monthHead(months[i]), ColumnKind::Figure});
    for (const auto &head : {u"Tokens\nin"_s, u"out"_s, u"$ per 1M\nin"_s, u"out"_s, u"Cost\nper call"_s})
        table.columns.push_back({head, ColumnKind::Figure});
    for (const int month : months)
        table.columns.push_back({u"Month,\n"_s + monthHead(month), ColumnKind::Figure});

    for (const Line *line : lines)
        table.rows.push_back(workloadRow(view, *line, months, assumptions));
    if (lines.size() > size_t(kMostWorkloads) + 1) {
        const std::vector<const Line *> rest(lines.begin() + kMostWorkloads, lines.end());
        table.shortForm = ShortForm{kMostWorkloads, monthsRow(numberWord(qint64(rest.size())) + u" more workloads",
                                                              rest, months, table.columns.size())};
        Cell &label = table.shortForm->rest.cells.front();
        label.text = capitalized(label.text);
    }
    Row total = monthsRow(kBedrock, lines, months, table.columns.size());
    total.kind = RowKind::Total;
    table.rows.push_back(std::move(total));
    return table;
}

QString usedUp(const funding::Pool &pool, const projection::Projection &projection)
{
    if (!pool.exhaustedInMonth)
        return u"not used up"_s;
    return monthAndYearShort(projection.monthAt(*pool.exhaustedInMonth));
}

/// A row of the table of demand; what is stated stands out.
void addDemand(Table &table, const QString &label, const QString &low, const QString &stated, const QString &high)
{
    Row row;
    row.cells = {{label, false, {}, Fill::None},
                 {low, false, {}, Fill::None},
                 {stated, true, {}, Fill::None},
                 {high, false, {}, Fill::None}};
    table.rows.push_back(std::move(row));
}

void addRangeRows(Table &table, const RecordView &view, const Line &stated, const domain::Workload &workload)
{
    const Line *low = view.input.low->projection.line(stated.id);
    const Line *high = view.input.high->projection.line(stated.id);
    if (!low || !high)
        return;
    const QString name = stated.name.isEmpty() ? stated.id : stated.name;
    int month = view.firstMonth;
    for (size_t i = 0; i < stated.basis.requests.size(); ++i) {
        if (stated.basis.requests[i] > 0) {
            month = std::max(month, int(i) + 1);
            break;
        }
    }
    if (workload.range.requestsPerDay)
        addDemand(table, name + u" a day, " + monthName(view.month(month)), callsADay(*low, month),
                  callsADay(stated, month), callsADay(*high, month));
    if (workload.range.inputTokens || workload.range.outputTokens) {
        const auto tokens = [](const Line &line) {
            return QString(grouped(line.basis.inputTokens) + u" / " + grouped(line.basis.outputTokens));
        };
        addDemand(table, u"Tokens in / out"_s, tokens(*low), tokens(stated), tokens(*high));
        addDemand(table, u"Cost per call"_s, costPerCall(costOfCall(*low)), costPerCall(costOfCall(stated)),
                  costPerCall(costOfCall(*high)));
    }
}

bool isRanged(const domain::Workload &workload)
{
    return workload.range.requestsPerDay || workload.range.inputTokens || workload.range.outputTokens;
}

/// The workloads in scope whose volume or tokens are stated as a range.
std::vector<const Line *> rangedLines(const RecordView &view, const std::vector<const Line *> &lines)
{
    std::vector<const Line *> ranged;
    for (const Line *line : lines) {
        const domain::Workload *workload = workloadOf(view, *line);
        if (workload && isRanged(*workload))
            ranged.push_back(line);
    }
    return ranged;
}

Table demandTable(const RecordView &view, const std::vector<const Line *> &ranged)
{
    Table table;
    table.kind = TableKind::Demand;
    table.columns = {{u"Demand"_s, ColumnKind::Label},
                     {u"Low"_s, ColumnKind::Figure},
                     {u"Stated"_s, ColumnKind::Figure},
                     {u"High"_s, ColumnKind::Figure}};
    if (ranged.size() <= kMostRangedWorkloads) {
        for (const Line *line : ranged)
            addRangeRows(table, view, *line, *workloadOf(view, *line));
    }
    const funding::Pool &low = view.input.low->plan.pools[size_t(view.record.pool)];
    const funding::Pool &high = view.input.high->plan.pools[size_t(view.record.pool)];
    const auto need = [](const funding::Pool &pool) {
        return tableDollars(qint64(domain::divideHalfEven(pool.need.cents(), 100)));
    };
    const QStringList before = view.payersBefore();
    const QString label =
        view.isEarmarked() || before.isEmpty()
            ? QString(u"Need, "_s + monthRangeInTable(view.month(view.firstMonth), view.month(view.lastMonth)))
            : QString(u"Need after "_s + listed(before));
    addDemand(table, label, need(low), need(view.pool), need(high));
    if (!view.pool.ask.isZero())
        addDemand(table, tableDollars(view.pool.ask.cents() / 100) + u" used up in",
                  usedUp(low, view.input.low->projection), usedUp(view.pool, view.projection),
                  usedUp(high, view.input.high->projection));
    return table;
}

/// "On-demand, regional endpoint, us-east-1; no batch, no prompt cache."
QString pricingWords(const std::vector<const Line *> &lines)
{
    QStringList scopes;
    QStringList regions;
    bool batch = false;
    bool cache = false;
    bool provisioned = false;
    bool onDemand = false;
    for (const Line *line : lines) {
        if (!line->isWorkload || line->model.isEmpty())
            continue;
        const QString scope =
            line->basis.scope == domain::Scope::Global ? u"global inference profile"_s : u"regional endpoint"_s;
        if (!scopes.contains(scope))
            scopes.append(scope);
        if (!regions.contains(line->basis.region))
            regions.append(line->basis.region);
        batch = batch || !line->basis.batchShare.isZero();
        cache = cache || (!line->basis.cacheHitRate.isZero() && line->basis.cachedPrefixTokens > 0);
        (line->basis.kind == LineKind::Provisioned ? provisioned : onDemand) = true;
    }
    if (scopes.isEmpty())
        return {};
    QStringList kinds;
    if (onDemand)
        kinds.append(u"on-demand"_s);
    if (provisioned)
        kinds.append(u"provisioned"_s);
    return capitalized(listed(kinds)) + u", " + listed(scopes) + u", " + listed(regions) + u"; "
         + (batch ? u"batch as shown"_s : u"no batch"_s) + u", "
         + (cache ? u"prompt cache as shown"_s : u"no prompt cache"_s)
         + (batch || cache ? u". Cost per call is the average."_s : u"."_s);
}

/// "Source: AWS Price List Bulk API, models of Aug 20, 2026, OpenSearch Serverless and S3 of Sep 29, 2026."
QString sourceWords(const RecordView &view)
{
    struct Group {
        QString source;
        QString date;
        QStringList what;
    };
    std::vector<Group> groups;
    for (const int index : view.linesInScope()) {
        const Line &line = view.projection.lines[size_t(index)];
        if (line.basis.source.isEmpty() || line.basis.kind == LineKind::Flat)
            continue;
        const QString source = sourceName(line.basis.source);
        const QString date = bookDate(line.basis.asOf);
        const QString what = line.isWorkload ? u"models"_s : shortService(line.service);
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const Group &known) { return known.source == source && known.date == date; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {source, date, {}});
        if (!group->what.contains(what))
            group->what.append(what);
    }
    QStringList texts;
    QString lastSource;
    for (const Group &group : groups) {
        texts.append((group.source == lastSource ? QString() : QString(group.source + u", ")) + listed(group.what)
                     + u" of " + group.date);
        lastSource = group.source;
    }
    return texts.isEmpty() ? QString() : QString(u"Source: "_s + texts.join(u"; "_s) + u'.');
}

Text labelled(const QString &label, const QString &text)
{
    return Text({{label, true}, {u' ' + text, false}});
}

/// Every other service in scope with its basis, for records whose table has no room for it.
QString otherServices(const RecordView &view)
{
    std::vector<std::pair<QString, QStringList>> services;
    for (const int index : view.linesInScope()) {
        const Line &line = view.projection.lines[size_t(index)];
        if (line.isWorkload || line.service == kBedrock || !line.creditEligible || line.total.isZero())
            continue;
        const QString name = shortService(line.service);
        auto service =
            std::find_if(services.begin(), services.end(), [&name](const auto &known) { return known.first == name; });
        if (service == services.end())
            service = services.insert(services.end(), {name, {}});
        service->second.append(serviceBasisInText(line, view.input.rates));
    }
    QStringList texts;
    for (const auto &[name, bases] : services)
        texts.append(name + u' ' + bases.join(u", and "_s));
    return texts.isEmpty() ? QString() : QString(texts.join(u"; "_s) + u'.');
}

} // namespace

Section numbersSection(const RecordView &view, const Assumptions &assumptions)
{
    Section section;
    section.kind = SectionKind::Numbers;
    section.head = u"Where the numbers come from"_s;
    const std::vector<const Line *> lines = bedrockLines(view);
    const bool plainDays = std::all_of(lines.begin(), lines.end(), [](const Line *line) {
        return !line->isWorkload
            || line->basis.daysPerMonth == domain::Decimal::fromInteger(domain::kDefaultDaysPerMonth);
    });
    section.subline = u"calls \u00d7 tokens \u00d7 rate, 30 days a month"_s
                    + (plainDays ? QString() : u" unless stated"_s) + u", US dollars";
    if (!lines.empty())
        section.blocks.push_back(workloadTable(view, lines, assumptions));

    SideNotes notes;
    const QString rates = QStringList{pricingWords(lines), sourceWords(view)}.join(u' ').trimmed();
    if (!rates.isEmpty())
        notes.notes.push_back(labelled(u"Rates."_s, rates));
    const std::vector<const Line *> ranged = rangedLines(view, lines);
    const bool showsRange = !ranged.empty() && view.input.low && view.input.high;
    if (showsRange) {
        section.blocks.push_back(demandTable(view, ranged));
        QStringList names;
        for (const Line *line : ranged)
            names.append(view.insideSentence(line->name.isEmpty() ? line->id : line->name));
        const QString what = ranged.size() <= kMostRangedWorkloads
                               ? listed(names)
                               : QString(numberWord(qint64(ranged.size())) + u" workloads");
        if (view.isEarmarked())
            notes.notes.push_back(
                labelled(u"Ranges."_s, u"Low and high vary "_s + what
                                           + u" only; all else as stated. The ask is the stated need plus headroom."));
    } else {
        notes.notes.push_back(labelled(u"Ranges."_s, u"None stated; the figures are the stated demand."_s));
    }
    const bool basisInTable = view.lastMonth - view.firstMonth + 1 <= 4;
    const QString others = basisInTable && view.isEarmarked() ? QString() : otherServices(view);
    if (!others.isEmpty())
        notes.notes.push_back(labelled(u"Other services a month."_s, others));
    section.blocks.push_back(std::move(notes));
    return section;
}

} // namespace documents
