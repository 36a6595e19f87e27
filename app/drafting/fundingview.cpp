#include "drafting/fundingview.h"

#include "whatif/demand.h"

namespace drafting {

using catalogue::Programmes;
using catalogue::RateBook;
using domain::InputError;
using domain::Result;
using domain::Unexpected;
using funding::Envelope;

Result<Envelope, InputError> envelopeOf(const ComputedCase &computed, const RateBook &rates,
                                        const Programmes &programmes, QDate asOf)
{
    const projection::Projection &stated = computed.projection;
    if (!whatif::hasRange(computed.worksheet))
        return funding::envelope(computed.worksheet, computed.plan, {stated, stated, stated, false}, programmes, asOf);
    const auto at = [&](whatif::Demand demand) {
        return projection::project(whatif::worksheetAt(demand, computed.worksheet, computed.plan), rates, asOf);
    };
    const auto low = at(whatif::Demand::Low);
    const auto high = at(whatif::Demand::High);
    if (!low || !high) // beyond what is computed exactly: as in the briefs, there is no range then
        return funding::envelope(computed.worksheet, computed.plan, {stated, stated, stated, false}, programmes, asOf);
    return funding::envelope(computed.worksheet, computed.plan, {*low, stated, *high, true}, programmes, asOf);
}

Result<FundingView, InputError> fundingView(const ComputedCase &computed, const RateBook &rates,
                                            const Programmes &programmes, QDate asOf)
{
    auto outlook = funding::outlook(computed.worksheet, computed.projection, programmes, asOf);
    if (!outlook)
        return Unexpected(outlook.error());
    auto envelope = envelopeOf(computed, rates, programmes, asOf);
    if (!envelope)
        return Unexpected(envelope.error());
    return FundingView{*std::move(outlook), *std::move(envelope)};
}

domain::Findings envelopeFindingsOf(const ComputedCase &computed, const Shipped &shipped, QDate asOf)
{
    const auto envelope = envelopeOf(computed, shipped.rates, shipped.programmes, asOf);
    return envelope ? funding::envelopeFindings(*envelope) : domain::Findings();
}

} // namespace drafting
