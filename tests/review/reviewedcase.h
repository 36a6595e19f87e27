// A sample, changed as a test needs, with what the review says about it: real data all the way.
#pragma once

#include "catalogue/reviewrules.h"
#include "catalogue/shippeddata.h"
#include "records/stackfixture.h"
#include "review/distinctness.h"

namespace review {

inline const catalogue::ReviewRules &shippedRules()
{
    static const catalogue::ReviewRules kRules = [] {
        auto read = catalogue::readReviewRules(support::resource(QStringLiteral("review/review-rules.json")));
        if (!read)
            qFatal("review-rules.json: %s", qPrintable(read.error().path));
        return *std::move(read);
    }();
    return kRules;
}

inline Distinctness distinctnessOf(const records::ComposedCase &composed, const std::vector<FiledRecord> &filed = {})
{
    return distinctness({composed.worksheet, composed.projection, composed.plan, composed.stack,
                         support::shippedProgrammes(), records::kToday},
                        filed);
}

inline const domain::Finding *findingOf(const domain::Findings &findings, QStringView rule)
{
    for (const domain::Finding &finding : findings) {
        if (finding.rule == rule)
            return &finding;
    }
    return nullptr;
}

inline QStringList rulesOf(const domain::Findings &findings)
{
    QStringList rules;
    for (const domain::Finding &finding : findings)
        rules.append(finding.rule);
    return rules;
}

} // namespace review
