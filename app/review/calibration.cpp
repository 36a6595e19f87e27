#include "review/calibration.h"

#include "domain/exact.h"
#include "domain/numerals.h"

namespace review {

using domain::Money;
using namespace Qt::StringLiterals;

namespace {

bool differs(Money bill, Money first, domain::Decimal share)
{
    const domain::Int128 gap = first.cents() - bill.cents();
    return (gap < 0 ? -gap : gap) * domain::Decimal::kScale > domain::Int128(bill.cents()) * share.millionths();
}

Money firstMonth(const projection::Monthly &monthly)
{
    return monthly.empty() ? Money() : monthly.front();
}

Money bedrockInFirstMonth(const projection::Projection &projection)
{
    Money sum;
    for (const projection::ServiceTotals &service : projection.services) {
        if (service.service.startsWith(u"Amazon Bedrock"_s))
            sum += firstMonth(service.totals.monthly);
    }
    return sum;
}

} // namespace

domain::Findings calibrationFindings(const domain::Worksheet &worksheet, const projection::Projection &projection,
                                     domain::Decimal share)
{
    domain::Findings findings;
    if (!worksheet.aws.spendChangeReason.trimmed().isEmpty())
        return findings;
    const auto compare = [&](std::optional<Money> bill, Money first, const QString &what) {
        if (!bill || bill->isZero() || !differs(*bill, first, share))
            return;
        findings.push_back({u"bill-gap-unexplained"_s, domain::Severity::Warning, u"aws/spendChangeReason"_s,
                            what + u" is "_s + domain::dollarsAndCents(*bill) + u" a month today and "_s
                                + domain::dollarsAndCents(first) + u" in month 1, more than "_s
                                + domain::percentText(share) + u" apart, without a reason."_s,
                            u"Ask what changes between today and month 1: the reason stands in the brief."_s});
    };
    compare(worksheet.aws.monthlySpendUsd, firstMonth(projection.total.monthly), u"The AWS bill"_s);
    compare(worksheet.aws.bedrockMonthlySpendUsd, bedrockInFirstMonth(projection), u"The Bedrock part of the bill"_s);
    return findings;
}

} // namespace review
