#include "filing/deadlines.h"

#include <algorithm>

namespace filing {

using catalogue::FilingRules;
using catalogue::Programme;
using namespace Qt::StringLiterals;

namespace {

/// What passes by itself is no deadline any more once it is past.
bool passes(DeadlineKind kind)
{
    return kind == DeadlineKind::WindowEnd || kind == DeadlineKind::CloseOut || kind == DeadlineKind::Expiry
        || kind == DeadlineKind::CreditsDue;
}

bool isOpen(const RecordDates &dates)
{
    return dates.status != "rejected"_L1 && dates.status != "expired"_L1;
}

/// What belongs to the status itself.
Deadline ofStatus(const RecordDates &dates, const Programme &programme, const FilingRules &rules)
{
    if (dates.status == "filed"_L1 || dates.status == "in-review"_L1)
        return {DeadlineKind::AwsAnswers, rules.validation.after(dates.filedOn)};
    if (dates.status == "action-required"_L1)
        return {DeadlineKind::Answer, dates.statusSince};
    if (dates.status == "approved"_L1) {
        const bool known = programme.speedDays && dates.filedOn.isValid();
        return {DeadlineKind::CreditsDue, known ? dates.filedOn.addDays(programme.speedDays->most) : QDate()};
    }
    if (dates.status == "credits-issued"_L1)
        return {DeadlineKind::Expiry, dates.creditsExpire.isValid() ? dates.creditsExpire : dates.validUntil};
    return {DeadlineKind::FileBy, fileBy(dates.windowStarts, programme, rules)};
}

} // namespace

QString wordOf(DeadlineKind kind)
{
    switch (kind) {
    case DeadlineKind::FileBy: return u"file-by"_s;
    case DeadlineKind::Answer: return u"answer"_s;
    case DeadlineKind::AwsAnswers: return u"aws-answers"_s;
    case DeadlineKind::CreditsDue: return u"credits-due"_s;
    case DeadlineKind::TargetClose: return u"target-close"_s;
    case DeadlineKind::WindowEnd: return u"window-end"_s;
    case DeadlineKind::CloseOut: return u"close-out"_s;
    case DeadlineKind::Expiry: break;
    }
    return u"expiry"_s;
}

QString labelOf(DeadlineKind kind)
{
    switch (kind) {
    case DeadlineKind::FileBy: return u"File by"_s;
    case DeadlineKind::Answer: return u"Answer AWS"_s;
    case DeadlineKind::AwsAnswers: return u"AWS answers"_s;
    case DeadlineKind::CreditsDue: return u"Credits due"_s;
    case DeadlineKind::TargetClose: return u"Target close"_s;
    case DeadlineKind::WindowEnd: return u"Window ends"_s;
    case DeadlineKind::CloseOut: return u"Close out"_s;
    case DeadlineKind::Expiry: break;
    }
    return u"Credits end"_s;
}

QDate fileBy(QDate windowStarts, const Programme &programme, const FilingRules &rules)
{
    const int days = programme.speedDays ? programme.speedDays->most : rules.startAhead.days;
    return windowStarts.isValid() ? windowStarts.addDays(-days) : QDate();
}

std::vector<Deadline> deadlines(const RecordDates &dates, const Programme &programme, const FilingRules &rules,
                                QDate asOf)
{
    if (!isOpen(dates))
        return {};
    const bool paid = dates.status == "credits-issued"_L1;
    const bool agreed = paid || dates.status == "approved"_L1;
    std::vector<Deadline> all{ofStatus(dates, programme, rules)};
    if (!paid && programme.filedThroughAce)
        all.push_back({DeadlineKind::TargetClose, dates.targetClose});
    all.push_back({DeadlineKind::WindowEnd, dates.windowEnds});
    // The delivery of a proof of concept ends with its window.
    if (agreed && programme.proofOfConcept)
        all.push_back({DeadlineKind::CloseOut, rules.closeOut.after(dates.windowEnds)});
    std::erase_if(all,
                  [asOf](const Deadline &one) { return !one.on.isValid() || (passes(one.kind) && one.on < asOf); });
    std::ranges::stable_sort(all, {}, &Deadline::on);
    return all;
}

} // namespace filing
