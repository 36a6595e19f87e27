// FundingView: what stands around a plan: every programme with its verdict, and low, stated and high demand against the
// asks. One call for the command line and the windows.
#pragma once

#include "drafting/drafting.h"
#include "funding/envelope.h"
#include "funding/outlook.h"

namespace drafting {

struct FundingView {
    funding::Outlook outlook;
    funding::Envelope envelope;
};

/// An end of the ranges that cannot be computed exactly leaves the range out, as in the briefs.
domain::Result<FundingView, domain::InputError> fundingView(const ComputedCase &computed,
                                                            const catalogue::RateBook &rates,
                                                            const catalogue::Programmes &programmes, QDate asOf);

/// The envelope alone: review needs no outlook.
domain::Result<funding::Envelope, domain::InputError> envelopeOf(const ComputedCase &computed,
                                                                 const catalogue::RateBook &rates,
                                                                 const catalogue::Programmes &programmes, QDate asOf);

/// The findings of the envelope, to stand beside those of review::review().
domain::Findings envelopeFindingsOf(const ComputedCase &computed, const Shipped &shipped, QDate asOf);

} // namespace drafting
