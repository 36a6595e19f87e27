#include "review/review.h"

#include "records/request.h"
#include "review/ace/preflight.h"
#include "review/calibration.h"
#include "review/wording.h"
#include "json/json.h"

#include <algorithm>

namespace review {

using domain::Finding;
using domain::Findings;
using domain::Severity;

namespace {

void append(Findings &all, const Findings &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

/// The request that would be filed, against the rules of the API; its findings point into the record.
Findings preflightRecord(const ReviewInput &input, const records::Record &record)
{
    const QByteArray bytes = records::createRequest(record, input.worksheet, {});
    const auto request = json::parse(bytes);
    if (!request)
        return {};
    Findings findings = preflight(*request, input.acePack, Operation::Create, input.asOf);
    for (Finding &finding : findings)
        finding.field = QStringLiteral("records/") + record.poolId + u'/' + finding.field;
    return findings;
}

} // namespace

Findings sorted(Findings findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    Findings unique;
    for (const Finding &finding : findings) {
        if (std::find(unique.begin(), unique.end(), finding) == unique.end())
            unique.push_back(finding);
    }
    return unique;
}

Distinctness distinctnessOf(const ReviewInput &input)
{
    return distinctness({input.worksheet, input.projection, input.plan, input.stack, input.programmes, input.asOf},
                        input.filed);
}

Findings review(const ReviewInput &input)
{
    Findings all = reviewFacts(input.worksheet, input.asOf);
    if (const auto *rule = input.rules.check(u"bill-beside-month-1"); rule && rule->share)
        append(all, calibrationFindings(input.worksheet, input.projection, *rule->share));
    append(all, input.projection.findings);
    append(all, input.plan.findings);
    append(all, input.stack.findings);
    append(all, distinctnessOf(input).findings);
    append(all, wordingFindings(input.worksheet, input.rules));
    for (const records::Record &record : input.stack.records) {
        if (record.kind == records::RecordKind::Opportunity)
            append(all, preflightRecord(input, record));
    }
    return sorted(std::move(all));
}

} // namespace review
