// The plan of a proof of concept: scope and proof, the models to compare with what each would cost, the budget by service
// and month, dates and checkpoint.
#include "documents/basis.h"
#include "documents/casesections.h"
#include "documents/formats.h"
#include "documents/sections.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Money;

namespace documents {

namespace {

/// What the workload would cost in the window with another model; nothing when the book cannot price that.
struct Priced {
    QString name;
    domain::Int128 perCall = 0;
    Money inWindow;
};

std::optional<Priced> priced(const RecordView &view, const QString &useCase, const QString &workload,
                             const QString &model)
{
    domain::Worksheet worksheet = view.worksheet;
    for (domain::UseCase &candidate : worksheet.useCases) {
        for (domain::Workload &entry : candidate.workloads) {
            if (candidate.id == useCase && entry.id == workload)
                entry.model = model;
        }
    }
    const auto projection = projection::project(worksheet, view.input.rates, view.input.asOf);
    const projection::Line *line = projection ? projection->line(workload) : nullptr;
    if (!line)
        return std::nullopt;
    Money sum;
    for (int month = view.firstMonth; month <= view.lastMonth; ++month)
        sum += line->monthly[size_t(month - 1)];
    return Priced{line->modelName, costOfCall(*line), sum};
}

Section modelsSection(const RecordView &view)
{
    Section made = section(u"Models to compare"_s, u"at the same volume and tokens, over the window"_s);
    Table table;
    table.columns = {{u"Workload"_s, ColumnKind::Label},
                     {u"Model"_s, ColumnKind::Basis},
                     {u"Cost per call"_s, ColumnKind::Figure},
                     {u"Window, US dollars"_s, ColumnKind::Figure}};
    for (const domain::UseCase *useCase : view.useCases) {
        for (const domain::Workload &workload : useCase->workloads) {
            QStringList models{workload.model};
            models.append(workload.alternatives);
            for (const QString &model : models) {
                const auto cost = model.isEmpty() ? std::nullopt : priced(view, useCase->id, workload.id, model);
                if (!cost)
                    continue;
                const bool isChosen = model == workload.model;
                table.rows.push_back(
                    {RowKind::Body,
                     {{workload.name.isEmpty() ? workload.id : workload.name, isChosen, {}, Fill::None},
                      {cost->name + (isChosen ? u" (chosen)"_s : QString()), isChosen, {}, Fill::None},
                      {costPerCall(cost->perCall), false, {}, Fill::None},
                      {tableCents(cost->inWindow), false, {}, Fill::None}}});
            }
        }
    }
    if (table.rows.empty())
        made.blocks.push_back(Paragraphs{{Text(u"No model is stated yet."_s)}});
    else
        made.blocks.push_back(std::move(table));
    made.blocks.push_back(Note{Text(
        u"The award is scoped to the use case, not to a model: models may be compared within it without a change."_s)});
    return made;
}

/// Start, the middle of the window, end, decision, go-live: in the order of time.
Section datesSection(const RecordView &view)
{
    const records::Record &record = view.record;
    const QDate from = record.startsOn.value_or(view.month(view.firstMonth).firstDay());
    const QDate to = record.endsOn.value_or(view.month(view.lastMonth).lastDay());
    // A date that nobody stated is the window's, and says so: the scope above it reads "Not stated".
    std::vector<std::pair<QDate, QString>> dates{
        {from, record.startsOn ? u"Start"_s : u"First day of the window; no start is stated"_s},
        {to, record.endsOn ? u"End of the proof of concept"_s : u"Last day of the window; no end is stated"_s}};
    if (from.daysTo(to) > 1)
        dates.emplace_back(from.addDays(from.daysTo(to) / 2),
                           u"Checkpoint: metric so far, spend against budget, models still compared"_s);
    if (record.decisionDate)
        dates.emplace_back(*record.decisionDate,
                           u"Decision"_s + (record.decision.isEmpty() ? QString() : QString(u": " + record.decision)));
    if (record.goLiveOn)
        dates.emplace_back(*record.goLiveOn, u"Go-live"_s);
    std::ranges::stable_sort(dates, {}, &std::pair<QDate, QString>::first);
    Section made = section(u"Dates and checkpoint"_s);
    LabelledList list;
    for (const auto &[date, what] : dates)
        list.rows.push_back({longDate(date), Text(withReadableDates(what))});
    made.blocks.push_back(std::move(list));
    return made;
}

} // namespace

Brief buildPocPlan(const CaseInput &input, const records::Record &record)
{
    const BriefInput briefInput = input.withRecord(record);
    const RecordView view(briefInput);
    Brief brief;
    brief.band = bandOf(view);
    brief.band.program = u"Proof-of-concept plan"_s;
    Assumptions assumptions;
    Section scope = scopeSection(view, assumptions);
    scope.kind = SectionKind::Other;
    brief.sections.push_back(std::move(scope));
    brief.sections.push_back(modelsSection(view));
    Section budget = spendSection(view, Assumptions());
    budget.kind = SectionKind::Other;
    budget.head = u"Budget by AWS service"_s;
    brief.sections.push_back(std::move(budget));
    brief.sections.push_back(datesSection(view));
    finish(brief, input, u"Proof-of-concept plan"_s);
    return brief;
}

} // namespace documents
