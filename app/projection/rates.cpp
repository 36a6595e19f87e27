#include "projection/rates.h"

#include "domain/defaults.h"

#include <algorithm>

namespace projection {

using catalogue::BilledBy;
using catalogue::Model;
using catalogue::ModelRow;
using catalogue::TokenRates;
using domain::Findings;
using domain::InputError;
using domain::InputProblem;
using domain::Rate;
using domain::Result;
using domain::Scope;
using domain::Severity;
using domain::Tier;
using domain::Unexpected;
using domain::Workload;
using namespace Qt::StringLiterals;

namespace {

QString scopeName(Scope scope)
{
    return scope == Scope::Global ? u"global"_s : u"regional"_s;
}

QString regionsOf(const Model &model)
{
    QStringList regions;
    for (const ModelRow &row : model.rows) {
        if (!regions.contains(row.region))
            regions.append(row.region);
    }
    regions.sort();
    return regions.join(u", "_s);
}

QString otherUnit(const Model &model)
{
    const QString way =
        model.item.isEmpty() ? u"a service line with monthlyUsd"_s : u"the item "_s + model.item + u" in services"_s;
    switch (model.billedBy) {
    case BilledBy::Query: return u"billed by query: use "_s + way;
    case BilledBy::Image: return u"billed by image: use "_s + way;
    case BilledBy::Video: return u"billed by length of video: use "_s + way;
    case BilledBy::Token: break;
    }
    return {};
}

void note(Findings &findings, const QString &rule, const QString &field, const QString &message, const QString &fix)
{
    findings.push_back({rule, Severity::Warning, field, message, fix});
}

/// Picks rates of one row, falling back as rule 7 says, and notes each fallback once.
class RatePicker {
public:
    RatePicker(const TokenRates &rates, bool longPrompt, const WorkloadPlace &place, const QString &model,
               Findings &findings)
        : m_rates(rates), m_longPrompt(longPrompt), m_place(place), m_model(model), m_findings(findings)
    {
    }

    std::optional<Rate> input(Tier tier)
    {
        return tiered(tier, m_rates.flexInput, m_rates.priorityInput, m_rates.input);
    }
    std::optional<Rate> output(Tier tier)
    {
        return tiered(tier, m_rates.flexOutput, m_rates.priorityOutput, m_rates.output);
    }
    std::optional<Rate> batchInput() { return batch(m_rates.batchInput, m_rates.input); }
    std::optional<Rate> batchOutput() { return batch(m_rates.batchOutput, m_rates.output); }

    Rate cacheRead(Rate freshInput)
    {
        if (m_rates.cacheRead)
            return *m_rates.cacheRead;
        fellBack(u"fallback-cache-read"_s, u"has no cache read rate; cached tokens are counted at the input rate"_s,
                 u"/cacheHitRate"_s, u"Leave the cache out, or choose a model with prompt caching."_s);
        return freshInput;
    }

    Rate cacheWrite(domain::CacheTtl ttl, Rate freshInput)
    {
        if (ttl == domain::CacheTtl::OneHour) {
            if (m_rates.cacheWrite1h)
                return *m_rates.cacheWrite1h;
            if (m_rates.cacheWrite5m) {
                fellBack(u"fallback-cache-write-1h"_s, u"has no 1-hour cache write rate; the 5-minute rate is used"_s,
                         u"/cacheTtl"_s, u"Set the cache lifetime to 5m, or confirm the 1-hour rate with AWS."_s);
                return *m_rates.cacheWrite5m;
            }
        }
        if (m_rates.cacheWrite5m)
            return *m_rates.cacheWrite5m;
        fellBack(u"fallback-cache-write"_s, u"has no cache write rate; cache writes are counted at the input rate"_s,
                 u"/cachedPrefixTokens"_s, u"Leave the cache out, or choose a model with prompt caching."_s);
        return freshInput;
    }

private:
    std::optional<Rate> tiered(Tier tier, const std::optional<Rate> &flex, const std::optional<Rate> &priority,
                               const std::optional<Rate> &standard)
    {
        if (tier == Tier::Standard)
            return standard;
        const std::optional<Rate> &wanted = tier == Tier::Flex ? flex : priority;
        if (wanted || m_longPrompt) // the band holds for every tier: nothing was fallen back to
            return wanted ? wanted : standard;
        fellBack(u"fallback-tier"_s,
                 (tier == Tier::Flex ? u"has no flex rate; the standard rate is used"_s
                                     : u"has no priority rate; the standard rate is used"_s),
                 u"/tier"_s, u"Set the tier to standard, or choose a model that has this tier."_s);
        return standard;
    }

    std::optional<Rate> batch(const std::optional<Rate> &rate, const std::optional<Rate> &standard)
    {
        if (rate || m_longPrompt) // the band holds for batch too: nothing was fallen back to
            return rate ? rate : standard;
        fellBack(u"fallback-batch"_s, u"has no batch rate; batch calls are counted at the on-demand rate"_s,
                 u"/batchShare"_s, u"Set the batch share to 0, or choose a model with batch inference."_s);
        return standard;
    }

    void fellBack(const QString &rule, const QString &what, const QString &key, const QString &fix)
    {
        if (m_noted.contains(rule))
            return;
        m_noted.append(rule);
        note(m_findings, rule, m_place.field() + key, m_model + u" in "_s + m_place.region + u" "_s + what + u"."_s,
             fix);
    }

    const TokenRates &m_rates;
    bool m_longPrompt;
    const WorkloadPlace &m_place;
    QString m_model;
    Findings &m_findings;
    QStringList m_noted;
};

/// The cached prefix that is really cached: rule 5's minimum.
qint64 effectivePrefix(const Workload &workload, const WorkloadPlace &place, const ChosenRow &chosen,
                       Findings &findings)
{
    const qint64 prefix = std::min(workload.cachedPrefixTokens.value_or(0), workload.inputTokens.value_or(0));
    if (prefix == 0 || workload.cacheHitRate.value_or(domain::Decimal()).isZero())
        return 0;
    const QString field = place.field() + u"/cachedPrefixTokens"_s;
    if (!chosen.row->cacheMinimumTokens) {
        note(findings, u"cache-minimum-unknown"_s, field,
             u"No minimum cached prefix is documented for "_s + chosen.model->name
                 + u"; the prefix is counted as cached."_s,
             u"Confirm with AWS that "_s + QString::number(prefix) + u" tokens are enough to be cached."_s);
        return prefix;
    }
    const qint64 minimum = *chosen.row->cacheMinimumTokens;
    if (prefix >= minimum)
        return prefix;
    note(findings, u"cache-prefix-too-short"_s, field,
         chosen.model->name + u" caches a prefix from "_s + QString::number(minimum) + u" tokens on; the "_s
             + QString::number(prefix) + u" tokens given are not cached and save nothing."_s,
         u"Extend the repeated part of the prompt to "_s + QString::number(minimum) + u" tokens, or set it to 0."_s);
    return 0;
}

Unexpected<InputError> notPriced(const WorkloadPlace &place, const Model &model, const QString &what)
{
    return Unexpected(InputError{InputProblem::NotPriced, place.path() + u".model"_s, model.id,
                                 u"the rate book has no "_s + what + u" rate for it in "_s + place.region
                                     + u": give the spend as a service line with monthlyUsd, or import prices"_s});
}

} // namespace

QString WorkloadPlace::path() const
{
    return u"useCases["_s + QString::number(useCaseIndex) + u"].workloads["_s + QString::number(index) + u']';
}

QString WorkloadPlace::field() const
{
    return u"useCases/"_s + useCase.id + u"/workloads/"_s + workload.id;
}

QString WorkloadPlace::regionPath() const
{
    return useCase.region.isEmpty() ? u"aws.region"_s : u"useCases["_s + QString::number(useCaseIndex) + u"].region"_s;
}

Result<ChosenRow, InputError> chooseRow(const Workload &workload, const WorkloadPlace &place,
                                        const catalogue::RateBook &book, Findings &findings)
{
    const Model *model = book.model(workload.model);
    const QString modelPath = place.path() + u".model"_s;
    if (!model) {
        const QStringList close = book.closeModels(workload.model);
        return Unexpected(InputError{InputProblem::UnknownModel, modelPath, workload.model, close.join(u", "_s)});
    }
    if (model->billedBy != BilledBy::Token)
        return Unexpected(InputError{InputProblem::NotBilledByToken, modelPath, workload.model, otherUnit(*model)});
    const Scope wanted = workload.scope.value_or(Scope::Regional);
    const Scope other = wanted == Scope::Regional ? Scope::Global : Scope::Regional;
    if (const ModelRow *row = model->row(place.region, wanted))
        return ChosenRow{model, row};
    const ModelRow *row = model->row(place.region, other);
    if (!row)
        return Unexpected(InputError{InputProblem::UnknownRegion, place.regionPath(), place.region,
                                     model->id + u" is priced in "_s + regionsOf(*model)});
    if (workload.scope) {
        note(findings, u"fallback-scope"_s, place.field() + u"/scope"_s,
             model->name + u" has no "_s + scopeName(wanted) + u" price in "_s + place.region + u"; the "_s
                 + scopeName(other) + u" price is used."_s,
             u"Set the scope to "_s + scopeName(other) + u", or choose another region."_s);
    }
    return ChosenRow{model, row};
}

Result<void, InputError> applyRates(const Workload &workload, const WorkloadPlace &place, const ChosenRow &chosen,
                                    LineBasis &basis, Findings &findings)
{
    basis.cachedPrefixTokens = effectivePrefix(workload, place, chosen, findings);
    basis.cacheHitRate =
        basis.cachedPrefixTokens > 0 ? workload.cacheHitRate.value_or(domain::Decimal()) : domain::Decimal();
    const ModelRow &row = *chosen.row;
    const bool longPrompt = row.longPrompt && basis.inputTokens > row.longPrompt->thresholdTokens;
    const Tier tier = domain::tierOf(workload);
    RatePicker picker(longPrompt ? row.longPrompt->rates : row.rates, longPrompt, place, chosen.model->name, findings);
    AppliedRates &rates = basis.rates;
    rates.longPrompt = longPrompt;
    basis.tier = tier;

    if (basis.batchShare < domain::Decimal::fromInteger(1)) {
        const auto input = picker.input(tier);
        const auto output = basis.outputTokens > 0 ? picker.output(tier) : std::optional(Rate());
        if (!input)
            return notPriced(place, *chosen.model, u"input"_s);
        if (!output)
            return notPriced(place, *chosen.model, u"output"_s);
        rates.input = *input;
        rates.output = *output;
        if (basis.cachedPrefixTokens > 0) {
            // Cache rates do not depend on the tier, so what stands in for them does not either.
            const Rate fresh = picker.input(Tier::Standard).value_or(*input);
            rates.cacheRead = picker.cacheRead(fresh);
            if (basis.cacheHitRate < domain::Decimal::fromInteger(1))
                rates.cacheWrite = picker.cacheWrite(domain::cacheTtlOf(workload), fresh);
        }
    }
    if (!basis.batchShare.isZero()) {
        const auto input = picker.batchInput();
        const auto output = basis.outputTokens > 0 ? picker.batchOutput() : std::optional(Rate());
        if (!input)
            return notPriced(place, *chosen.model, u"input"_s);
        if (!output)
            return notPriced(place, *chosen.model, u"output"_s);
        rates.batchInput = *input;
        rates.batchOutput = *output;
    }
    return {};
}

} // namespace projection
