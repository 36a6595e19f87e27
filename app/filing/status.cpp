#include "filing/status.h"

namespace filing {

using catalogue::FilingRules;
using catalogue::FilingStatus;
using namespace Qt::StringLiterals;

QStringList nextStatuses(const FilingRules &rules, const QString &from, bool throughAce)
{
    const FilingStatus *status = rules.status(from);
    QStringList next = status ? status->next : QStringList();
    if (!throughAce && rules.fileFrom.contains(from))
        next.append(u"filed"_s);
    return next;
}

bool mayBeFiled(const FilingRules &rules, const QString &status)
{
    return rules.fileFrom.contains(status);
}

QString refusal(const FilingRules &rules, const Move &move)
{
    const FilingStatus *to = rules.status(move.to);
    if (!to)
        return u"There is no status \""_s + move.to + u"\"."_s;
    if (move.to == move.from)
        return u"The record is already "_s + to->label.toLower() + u'.';
    QStringList next = nextStatuses(rules, move.from, move.throughAce);
    const bool noReason = move.reason.trimmed().isEmpty();
    if (next.contains(move.to)) {
        return to->needsReason && noReason ? QString(u"AWS gives a reason with \""_s + to->label + u"\": paste it."_s)
                                           : QString();
    }
    if (move.to == "filed"_L1 && move.throughAce && move.to != move.before)
        return u"A record becomes filed by filing it, which keeps what was filed."_s;
    // Back to where it was: only what nobody else has seen, and never a filing.
    if (!move.before.isEmpty() && move.to == move.before && !move.beforeWasFiled)
        return noReason ? u"Taking a status back needs a reason: say what was wrong."_s : QString();
    if (move.throughAce && rules.fileFrom.contains(move.from))
        next.append(u"filing the record"_s);
    return next.isEmpty() ? QString(u"Nothing follows \""_s + move.from + u"\" by itself."_s)
                          : QString(u"After \""_s + move.from + u"\" comes "_s + next.join(u" or "_s) + u'.');
}

QString reviewStatusOf(const FilingRules &rules, const QString &status)
{
    const FilingStatus *known = rules.status(status);
    if (!known)
        known = rules.status(u"drafting"_s);
    return known ? known->review : QString();
}

QString statusOfAws(const FilingRules &rules, const QString &reviewStatus)
{
    for (const FilingStatus &status : rules.statuses) {
        if (status.aws.contains(reviewStatus.trimmed(), Qt::CaseInsensitive))
            return status.word;
    }
    return {};
}

} // namespace filing
