#include "review/reviewersview.h"

#include "review/checkparts.h"

#include <algorithm>

namespace review {

using namespace Qt::StringLiterals;

QString judgementWord(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Holds: return u"holds"_s;
    case Judgement::Weak: return u"weak"_s;
    case Judgement::Against: break;
    }
    return u"against"_s;
}

bool ReviewersView::isReady() const
{
    return std::all_of(ready.begin(), ready.end(), [](const ReadyItem &item) { return item.done; });
}

ReviewersView reviewersView(const ReviewInput &input, const domain::Findings &findings,
                            const std::optional<PartnerOutcomes> &outcomes)
{
    const Distinctness distinctness = distinctnessOf(input);
    const CheckInput check{input, findings, distinctness, outcomes};
    return {{realCompany(check), consumption(check), plausible(check), filingRecord(check)},
            readyToFile(check),
            unknownFacts(input, findings)};
}

} // namespace review
