#include "funding/envelope.h"

#include "funding/timeline.h"
#include "funding/words.h"

#include <algorithm>

namespace funding {

using catalogue::Programmes;
using domain::InputError;
using domain::Money;
using domain::Result;
using domain::Unexpected;
using domain::Worksheet;
using projection::Projection;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStepCents = 500'00; // asks are whole $500

/// The worksheet with every ask fixed, so that a plan of another demand says what these asks would meet.
Worksheet withAsks(Worksheet worksheet, const FundingPlan &stated)
{
    for (std::size_t i = 0; i < stated.pools.size(); ++i)
        worksheet.funding.pools[i].amountUsd = stated.pools[i].ask;
    return worksheet;
}

DemandRow rowOf(DemandLevel level, const FundingPlan &plan, const Projection &projection)
{
    DemandRow row;
    row.level = level;
    row.spend = projection.total.total;
    row.customer = plan.customer.total;
    row.notEligible = plan.notEligible.total;
    row.credits = row.spend - row.customer - row.notEligible;
    for (const Pool &pool : plan.pools)
        row.forfeited += pool.forfeited;
    for (const HeldCredit &held : plan.heldCredits)
        row.forfeited += held.forfeited;
    row.creditsEnd = timeline(plan, projection).creditsEnd;
    return row;
}

Money upToStep(Money amount)
{
    return Money::fromCents((amount.cents() + kStepCents - 1) / kStepCents * kStepCents);
}

Money positive(Money amount)
{
    return std::max(amount, Money());
}

/// What decides how much an ask of one pool loses.
struct Bounds {
    std::optional<Money> usable; ///< what it could pay at low demand before it expires; none: it does not expire here
    Money wanted;                ///< spend of its window at high demand

    Money unused(Money ask) const { return usable ? positive(ask - *usable) : Money(); }
    Money uncovered(Money ask) const { return positive(wanted - ask); }
    Money loss(Money ask) const { return std::max(unused(ask), uncovered(ask)); }
};

/// The ask of least loss, in whole steps and not above the ceiling; of several the nearest to `ask`.
Money bestAskOf(const Bounds &bounds, Money ask, std::optional<Money> ceiling)
{
    const Money wanted = upToStep(bounds.wanted);
    Money best;
    if (!bounds.usable || *bounds.usable >= wanted) { // nothing is lost anywhere between the two
        best = std::max(ask, wanted);
        if (bounds.usable)
            best = std::min(best, Money::fromCents(bounds.usable->cents() / kStepCents * kStepCents));
    } else {
        const Money middle = Money::fromCents((bounds.usable->cents() + bounds.wanted.cents()) / 2);
        const Money above = upToStep(middle);
        const Money below = positive(above - Money::fromCents(kStepCents));
        best = bounds.loss(below) < bounds.loss(above) ? below : above;
    }
    return ceiling ? std::min(best, *ceiling) : best;
}

QString reasoningOf(const AskAdvice &advice, const Bounds &bounds, bool hasRange)
{
    QString both = hasRange ? u"At low demand "_s : u"At the stated demand "_s;
    if (advice.unusedAtLow.isZero())
        both += u"nothing of "_s + dollars(advice.ask) + u" expires unused"_s;
    else
        both += dollars(advice.unusedAtLow) + u" of "_s + dollars(advice.ask) + u" would expire unused"_s;
    both += hasRange ? u"; at high demand "_s : u", and "_s;
    if (advice.uncoveredAtHigh.isZero())
        both += u"all of the window's spend is covered."_s;
    else
        both += dollars(advice.uncoveredAtHigh) + u" of the window's spend would be beyond it."_s;
    if (bounds.loss(advice.ask) > advice.bestLoss)
        return both + u" An ask of "_s + dollars(advice.bestAsk) + u" keeps the larger of the two losses at "_s
             + dollars(advice.bestLoss) + u", the least there is."_s;
    if (!hasRange)
        return both + u" How low and how high the volume may turn out is not known: ask for the range."_s;
    return both + u" No other ask that the program allows loses less on either side."_s;
}

class Adviser {
public:
    Adviser(const Worksheet &fixed, const FundingPlan &stated, const DemandProjections &projections,
            const Programmes &programmes, QDate asOf)
        : m_fixed(fixed), m_stated(stated), m_projections(projections), m_programmes(programmes), m_asOf(asOf)
    {
    }

    Result<FundingPlan, InputError> planOf(const Worksheet &worksheet, const Projection &projection) const
    {
        return plan(worksheet, projection, m_programmes, m_asOf, m_stated.order);
    }

    Result<AskAdvice, InputError> advise(std::size_t index, const FundingPlan &low, const FundingPlan &high) const
    {
        const Pool &pool = m_stated.pools[index];
        const auto bounds = boundsOf(index, high);
        if (!bounds)
            return Unexpected(bounds.error());
        const catalogue::Programme *programme = m_programmes.find(pool.programme);
        AskAdvice advice;
        advice.poolId = pool.id;
        advice.ask = pool.ask;
        advice.unusedAtLow = low.pools[index].forfeited;
        advice.uncoveredAtHigh = bounds->uncovered(pool.ask);
        advice.bestAsk = bestAskOf(*bounds, pool.ask, programme ? programme->ceiling : std::nullopt);
        advice.bestLoss = bounds->loss(advice.bestAsk);
        advice.reasoning = reasoningOf(advice, *bounds, m_projections.hasRange);
        return advice;
    }

private:
    Result<Bounds, InputError> boundsOf(std::size_t index, const FundingPlan &high) const
    {
        Bounds bounds;
        bounds.wanted = high.pools[index].need;
        if (m_stated.pools[index].lastValidMonth > m_projections.low.months)
            return bounds;
        Worksheet unlimited = m_fixed;
        unlimited.funding.pools[index].amountUsd = m_projections.low.total.total;
        const auto made = planOf(unlimited, m_projections.low);
        if (!made)
            return Unexpected(made.error());
        bounds.usable = made->pools[index].pays.total;
        return bounds;
    }

    const Worksheet &m_fixed;
    const FundingPlan &m_stated;
    const DemandProjections &m_projections;
    const Programmes &m_programmes;
    QDate m_asOf;
};

} // namespace

Result<Envelope, InputError> envelope(const Worksheet &worksheet, const FundingPlan &stated,
                                      const DemandProjections &projections, const Programmes &programmes, QDate asOf)
{
    const Worksheet fixed = withAsks(worksheet, stated);
    const Adviser adviser(fixed, stated, projections, programmes, asOf);
    const auto low = adviser.planOf(fixed, projections.low);
    if (!low)
        return Unexpected(low.error());
    const auto high = adviser.planOf(fixed, projections.high);
    if (!high)
        return Unexpected(high.error());
    Envelope envelope;
    envelope.hasRange = projections.hasRange;
    envelope.demand = {rowOf(DemandLevel::Low, *low, projections.low),
                       rowOf(DemandLevel::Stated, stated, projections.stated),
                       rowOf(DemandLevel::High, *high, projections.high)};
    for (std::size_t i = 0; i < stated.pools.size(); ++i) {
        if (!stated.pools[i].eligible || stated.pools[i].ask.isZero())
            continue;
        auto advice = adviser.advise(i, *low, *high);
        if (!advice)
            return Unexpected(advice.error());
        envelope.asks.push_back(*std::move(advice));
    }
    return envelope;
}

domain::Findings envelopeFindings(const Envelope &envelope)
{
    domain::Findings findings;
    for (const AskAdvice &advice : envelope.asks) {
        const Money loss = std::max(advice.unusedAtLow, advice.uncoveredAtHigh);
        if (loss - advice.bestLoss < Money::fromCents(kStepCents))
            continue;
        const bool more = advice.bestAsk > advice.ask;
        findings.push_back(
            {u"ask-off-balance"_s, domain::Severity::Advice, poolField(advice.poolId) + u"/amountUsd"_s,
             advice.reasoning,
             more ? u"Firm up the volume first: an ask never exceeds what the stated projection supports."_s
                  : u"Ask for "_s + dollars(advice.bestAsk) + u", or firm up the low end of the range."_s});
    }
    return findings;
}

} // namespace funding
