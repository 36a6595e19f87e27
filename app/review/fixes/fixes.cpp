#include "review/fixes/fixes.h"

#include "review/fixes/poolfixes.h"
#include "review/fixes/textfixes.h"

#include <utility>

namespace review {

using namespace Qt::StringLiterals;

namespace {

using Rule = std::pair<QLatin1StringView, std::optional<Fix> (*)(const domain::Finding &, const ReviewInput &)>;

constexpr Rule kRules[]{
    {"launch-inside-poc-window"_L1, &moveLaunch},
    {"pool-issue-moved"_L1, &moveIssue},
    {"pool-amount-overridden"_L1, &removeAmount},
    {"pool-asks-nothing"_L1, &removeAmount},
    {"pool-amount-above-ceiling"_L1, &lowerAmount},
    {"pool-route-ignored"_L1, &removeRoute},
    {"pool-window-beyond-projection"_L1, &lengthenProjection},
    {"record-not-drafted"_L1, &removePool},
    {"record-states-nothing"_L1, &removePool},
    {"records-share-text"_L1, &takeGeneratedWording},
    {"records-share-scope"_L1, &takeGeneratedWording},
    {"records-share-metric"_L1, &takeGeneratedWording},
    {"sentence-repeated"_L1, &cutRepeatedSentence},
    {"date-in-the-past"_L1, &clearRecordDate},
    {"close-date-past"_L1, &clearRecordDate},
    {"close-date-too-far"_L1, &clearRecordDate},
    {"fact-names-nothing"_L1, &removeFactNote},
};

} // namespace

std::optional<Fix> fixFor(const domain::Finding &finding, const ReviewInput &input)
{
    for (const auto &[rule, fix] : kRules) {
        if (finding.rule == rule)
            return fix(finding, input);
    }
    return std::nullopt;
}

QStringList fixableRules()
{
    QStringList rules;
    for (const auto &[rule, fix] : kRules)
        rules.append(rule);
    return rules;
}

} // namespace review
