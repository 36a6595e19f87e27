// Envelope: low, stated and high demand against the asks. Which ask loses least on either side: too much is forfeited at
// low demand, too little leaves spend of the window uncovered at high demand. A pure function; the asks are never changed
// by it, they stay the contract's.
//
// The projections at the low and the high end of the stated ranges come from the caller, so that this layer needs no prices.
#pragma once

#include "funding/plan.h"

namespace funding {

enum class DemandLevel { Low, Stated, High };

struct DemandRow {
    DemandLevel level = DemandLevel::Stated;
    domain::Money spend;       ///< the projection's total
    domain::Money credits;     ///< what held credits and pools pay
    domain::Money customer;    ///< what the customer pays
    domain::Money notEligible; ///< spend = credits + customer + notEligible
    domain::Money forfeited;   ///< of held credits and pools together
    std::optional<int>
        creditsEnd; ///< the last month in which credits pay; none: some are left at the end, or none exist
};

struct AskAdvice {
    QString poolId;
    domain::Money ask;
    domain::Money unusedAtLow;     ///< of the ask: forfeited at low demand
    domain::Money uncoveredAtHigh; ///< of the window's spend in scope at high demand: beyond the ask
    domain::Money bestAsk;         ///< keeps the larger of the two least; the nearest to `ask` where several do
    domain::Money bestLoss;        ///< the larger of the two at bestAsk
    QString reasoning;             ///< two sentences
};

struct Envelope {
    bool hasRange = false;         ///< some workload states a range; otherwise the three rows are one
    std::vector<DemandRow> demand; ///< low, stated, high
    std::vector<AskAdvice> asks;   ///< per eligible pool that asks for something, in order
};

struct DemandProjections {
    const projection::Projection &low;
    const projection::Projection &stated;
    const projection::Projection &high;
    bool hasRange = false;
};

/// `stated` is the plan at stated demand; its order of applying credits is used throughout.
domain::Result<Envelope, domain::InputError> envelope(const domain::Worksheet &worksheet, const FundingPlan &stated,
                                                      const DemandProjections &projections,
                                                      const catalogue::Programmes &programmes, QDate asOf);

/// One finding of severity advice per ask that another would beat by more than one step of asks.
domain::Findings envelopeFindings(const Envelope &envelope);

} // namespace funding
