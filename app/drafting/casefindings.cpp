#include "drafting/casefindings.h"

#include "drafting/fundingview.h"

namespace drafting {

domain::Findings caseFindings(const review::ReviewInput &input, const ComputedCase &computed, const Shipped &shipped,
                              const CaseDocuments &documents)
{
    domain::Findings findings = review::review(input);
    for (const domain::Findings &more : {envelopeFindingsOf(computed, shipped, input.asOf), documents.layoutFindings()})
        findings.insert(findings.end(), more.begin(), more.end());
    return review::sorted(std::move(findings));
}

} // namespace drafting
