#include "domain/defaults.h"
#include "projection/charge.h"
#include "projection/lines.h"
#include "projection/volume.h"

#include <algorithm>

namespace projection {

using domain::InputError;
using domain::InputProblem;
using domain::Money;
using domain::Result;
using domain::Severity;
using domain::Unexpected;
using domain::Workload;
using namespace Qt::StringLiterals;

namespace {

/// Missing facts are findings: the line stays, with nothing in it.
void noteMissing(const Workload &workload, const WorkloadPlace &place, domain::Findings &findings)
{
    const auto missing = [&](const QString &key, const QString &what, const QString &fix) {
        findings.push_back({u"missing-fact"_s, Severity::Warning, place.field() + u'/' + key,
                            (workload.name.isEmpty() ? workload.id : workload.name) + u": "_s + what, fix});
    };
    if (workload.model.isEmpty())
        missing(u"model"_s, u"no model is named, so nothing is projected."_s, u"Choose the model."_s);
    if (workload.provisioned) {
        if (!workload.provisioned->modelUnits)
            missing(u"provisioned/modelUnits"_s, u"the number of model units is missing and counted as 0."_s,
                    u"Give the model units, or leave provisioned throughput out."_s);
        return;
    }
    if (workload.users && !workload.actionsPerUserPerDay)
        missing(u"actionsPerUserPerDay"_s, u"users are given without actions a day, so the volume is counted as 0."_s,
                u"Ask how many actions a user takes each day."_s);
    else if (!workload.users && !workload.requestsPerDay)
        missing(u"requestsPerDay"_s, u"the volume is missing and counted as 0."_s,
                u"Ask for requests a day, or users and actions a day."_s);
    if (!workload.inputTokens)
        missing(u"inputTokens"_s, u"input tokens a call are missing and counted as 0."_s,
                u"Ask for a typical prompt."_s);
    if (!workload.outputTokens)
        missing(u"outputTokens"_s, u"output tokens a call are missing and counted as 0."_s,
                u"Ask for a typical answer."_s);
}

ActiveMonths activeMonths(const Workload &workload, int months)
{
    return {workload.fromMonth.value_or(1), std::min(workload.toMonth.value_or(months), months)};
}

domain::Int128 callsPerDay(const Workload &workload)
{
    const domain::Int128 requests =
        workload.users ? requestsOfUsers(*workload.users, workload.actionsPerUserPerDay.value_or(domain::Decimal()))
                       : domain::Int128(workload.requestsPerDay.value_or(0));
    return requests * domain::callsPerRequestOf(workload);
}

Unexpected<InputError> tooMuch(const WorkloadPlace &place, const Workload &workload, const QString &what)
{
    return Unexpected(InputError{InputProblem::TooMuch, place.path(), workload.id, what});
}

/// Rates that are doubtful or end inside the projection.
void noteRow(const ChosenRow &chosen, const WorkloadPlace &place, domain::Findings &findings)
{
    if (!chosen.row->suspect.isEmpty()) {
        findings.push_back({u"rate-suspect"_s, Severity::Warning, place.field() + u"/model"_s,
                            u"The rate of "_s + chosen.model->name + u" in "_s + place.region + u" is doubtful: "_s
                                + chosen.row->suspect.join(u"; "_s) + u"."_s,
                            u"Confirm the rate on AWS's price list before filing."_s});
    }
}

Result<void, InputError> chargeProvisioned(const Workload &workload, const WorkloadPlace &place,
                                           const ChosenRow &chosen, Line &line)
{
    const domain::Commitment commitment = domain::commitmentOf(*workload.provisioned);
    const auto &rate = chosen.row->provisioned[static_cast<std::size_t>(commitment)];
    if (!rate) {
        return Unexpected(InputError{InputProblem::NotPriced, place.path() + u".provisioned"_s, chosen.model->id,
                                     u"the rate book has no price for provisioned throughput of this model with this "
                                     "commitment in "_s
                                         + place.region + u": give the spend as a service line with monthlyUsd"_s});
    }
    line.basis.kind = LineKind::Provisioned;
    line.basis.modelUnits = workload.provisioned->modelUnits.value_or(0);
    line.basis.unitRate = rate;
    const auto charge = provisionedCharge(line.basis.modelUnits, *rate);
    if (!charge)
        return tooMuch(place, workload, u"a line's month of at most 1,000,000,000,000 dollars"_s);
    const ActiveMonths active = activeMonths(workload, static_cast<int>(line.monthly.size()));
    for (int month = active.first; month <= active.last; ++month)
        line.monthly[static_cast<std::size_t>(month - 1)] = *charge;
    return {};
}

} // namespace

QString bedrockService()
{
    return u"Amazon Bedrock"_s;
}

Result<Line, InputError> workloadLine(const Workload &workload, const WorkloadPlace &place, LineContext &context)
{
    Line line;
    line.id = workload.id;
    line.name = workload.name.isEmpty() ? workload.id : workload.name;
    line.service = bedrockService();
    line.isWorkload = true;
    line.monthly.assign(static_cast<std::size_t>(context.months), Money());
    noteMissing(workload, place, context.findings);

    LineBasis &basis = line.basis;
    basis.kind = LineKind::Tokens;
    basis.region = place.region;
    basis.inputTokens = workload.inputTokens.value_or(0);
    basis.outputTokens = workload.outputTokens.value_or(0);
    basis.batchShare = workload.batchShare.value_or(domain::Decimal());
    basis.daysPerMonth = domain::daysPerMonthOf(workload);
    const RequestVolume volume{callsPerDay(workload), basis.daysPerMonth,
                               workload.growthPerMonth.value_or(domain::Decimal()),
                               activeMonths(workload, context.months), workload.steps};
    std::optional<std::vector<qint64>> requests = monthlyRequests(volume, context.months);
    if (!requests)
        return tooMuch(place, workload, u"at most 1,000,000,000,000,000 requests a month"_s);
    basis.requests = *std::move(requests);
    basis.callsPerDay = static_cast<qint64>(volume.callsPerDay);
    basis.growthPerMonth = volume.growthPerMonth;
    basis.firstMonth = volume.active.first;
    basis.steps = workload.steps;
    if (workload.model.isEmpty())
        return line;

    const auto chosen = chooseRow(workload, place, context.book, context.findings);
    if (!chosen)
        return Unexpected(chosen.error());
    line.model = chosen->model->id;
    line.modelName = chosen->model->name;
    line.provider = chosen->model->provider;
    basis.scope = chosen->row->scope;
    basis.source = context.book.sources.value(chosen->row->source, chosen->row->source);
    basis.asOf = chosen->row->asOf;
    basis.endOfLife = chosen->row->endOfLife;
    basis.validFrom = chosen->row->validFrom;
    basis.validUntil = chosen->row->validUntil;
    basis.importedOn = chosen->row->importedOn;
    if (!chosen->row->availability.contains(u"ON_DEMAND"_s))
        basis.profiles = chosen->row->availability;
    noteRow(*chosen, place, context.findings);

    const auto charged = [&]() -> Result<void, InputError> {
        if (workload.provisioned)
            return chargeProvisioned(workload, place, *chosen, line);
        const auto applied = applyRates(workload, place, *chosen, basis, context.findings);
        if (!applied)
            return applied;
        if (!chargeTokens(basis, line.monthly))
            return tooMuch(place, workload, u"a line's month of at most 1,000,000,000,000 dollars"_s);
        return {};
    }();
    if (!charged)
        return Unexpected(charged.error());
    return line;
}

} // namespace projection
