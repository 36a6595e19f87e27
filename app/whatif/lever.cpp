#include "whatif/lever.h"

#include "domain/defaults.h"
#include "domain/numerals.h"
#include "domain/vocabulary.h"

#include <algorithm>

namespace whatif {

using domain::Workload;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

QString commitmentWords(domain::Commitment commitment)
{
    switch (commitment) {
    case domain::Commitment::None: return u"no commitment"_s;
    case domain::Commitment::OneMonth: return u"1-month commitment"_s;
    case domain::Commitment::SixMonths: break;
    }
    return u"6-month commitment"_s;
}

void apply(const Lever &lever, Workload &workload)
{
    switch (lever.kind) {
    case LeverKind::Batch: workload.batchShare = lever.batchShare; break;
    case LeverKind::Cache:
        workload.cachedPrefixTokens = std::min(lever.prefixTokens, workload.inputTokens.value_or(0));
        workload.cacheHitRate = lever.hitRate;
        break;
    case LeverKind::Model: workload.model = lever.model; break;
    case LeverKind::Global: workload.scope = domain::Scope::Global; break;
    case LeverKind::Provisioned: workload.provisioned = {lever.modelUnits, lever.commitment}; break;
    }
}

QString nameOf(const Workload &workload)
{
    return workload.name.isEmpty() ? workload.id : workload.name;
}

QString namesOf(const Lever &lever, const Worksheet &worksheet)
{
    QStringList names;
    for (const QString &id : lever.workloads) {
        if (const Workload *workload = findWorkload(worksheet, id).workload)
            names.append(nameOf(*workload));
    }
    if (names.size() < 2)
        return names.value(0);
    const QString last = names.takeLast();
    return names.join(u", "_s) + u" and "_s + last;
}

QStringList cacheConditions(const Lever &lever, const Workload &workload)
{
    const bool oneHour = domain::cacheTtlOf(workload) == domain::CacheTtl::OneHour;
    return {u"The first "_s + domain::groupedNumber(std::min(lever.prefixTokens, workload.inputTokens.value_or(0)))
                + u" of "_s + domain::groupedNumber(workload.inputTokens.value_or(0))
                + u" input tokens are the same in every call: instructions, tools and shared context stand first."_s,
            domain::percentText(lever.hitRate) + u" of the calls come within "_s
                + (oneHour ? u"an hour"_s : u"5 minutes"_s) + u" of the one before with the same prefix."_s};
}

} // namespace

FoundWorkload findWorkload(const Worksheet &worksheet, const QString &id)
{
    for (const domain::UseCase &useCase : worksheet.useCases) {
        for (const Workload &workload : useCase.workloads) {
            if (workload.id == id)
                return {&useCase, &workload};
        }
    }
    return {};
}

QString Lever::id() const
{
    const QString about = workloads.value(0);
    switch (kind) {
    case LeverKind::Batch: return u"batch:"_s + about;
    case LeverKind::Cache: return u"cache:"_s + about;
    case LeverKind::Model: return u"model:"_s + about + u':' + model;
    case LeverKind::Global: return u"global"_s;
    case LeverKind::Provisioned: break;
    }
    return u"provisioned:"_s + about + u':' + domain::wordOf(commitment);
}

Worksheet applied(Worksheet worksheet, const std::vector<Lever> &levers)
{
    for (const Lever &lever : levers) {
        for (domain::UseCase &useCase : worksheet.useCases) {
            for (Workload &workload : useCase.workloads) {
                if (lever.workloads.contains(workload.id))
                    apply(lever, workload);
            }
        }
    }
    return worksheet;
}

QString titleOf(const Lever &lever, const Worksheet &worksheet)
{
    const QString names = namesOf(lever, worksheet);
    switch (lever.kind) {
    case LeverKind::Batch: return names + u" to Batch"_s;
    case LeverKind::Cache: return u"Cache the prefix: "_s + names;
    case LeverKind::Model: return u"Smaller model: "_s + names;
    case LeverKind::Global: return u"Global profile: "_s + names;
    case LeverKind::Provisioned: break;
    }
    return u"Provisioned throughput: "_s + names;
}

QString detailOf(const Lever &lever, const catalogue::RateBook &book)
{
    switch (lever.kind) {
    case LeverKind::Batch: return domain::percentText(lever.batchShare) + u" of the calls"_s;
    case LeverKind::Cache:
        return domain::groupedNumber(lever.prefixTokens) + u" tokens, "_s + domain::percentText(lever.hitRate)
             + u" hits"_s;
    case LeverKind::Model: {
        const catalogue::Model *model = book.model(lever.model);
        return model ? model->name : lever.model;
    }
    case LeverKind::Global: return u"global instead of regional price"_s;
    case LeverKind::Provisioned: break;
    }
    return domain::groupedNumber(lever.modelUnits) + (lever.modelUnits == 1 ? u" model unit, "_s : u" model units, "_s)
         + commitmentWords(lever.commitment);
}

QStringList conditionsOf(const Lever &lever, const Worksheet &worksheet, const catalogue::RateBook &book)
{
    const Workload *workload = findWorkload(worksheet, lever.workloads.value(0)).workload;
    switch (lever.kind) {
    case LeverKind::Batch: return {u"Nobody waits for the answers: a batch job may take up to a day."_s};
    case LeverKind::Cache: return workload ? cacheConditions(lever, *workload) : QStringList();
    case LeverKind::Model:
        return {detailOf(lever, book)
                + u" answers well enough: run it through the evaluation first. It stays within the "
                  "same award."_s};
    case LeverKind::Global:
        return {u"Prompts and answers may be processed in any commercial AWS Region: no rule keeps them in one."_s};
    case LeverKind::Provisioned: break;
    }
    return {domain::groupedNumber(lever.modelUnits)
                + u" model units carry the busiest hour: ask AWS how much one takes, no price list says it."_s,
            lever.commitment == domain::Commitment::None
                ? u"The units are deleted as soon as they are not needed: they are billed every hour."_s
                : u"The volume holds for the whole commitment, which is billed in any case."_s};
}

} // namespace whatif
