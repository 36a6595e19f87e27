#include "review/checkparts.h"

#include "domain/exact.h"
#include "records/english.h"

#include <algorithm>

namespace review {

using domain::FactStatus;
using domain::Money;
using namespace Qt::StringLiterals;

Evidence evidenceOf(const domain::Worksheet &worksheet, const QString &fact, const QString &field)
{
    const auto noted = worksheet.facts.find(field);
    return noted == worksheet.facts.end()
             ? Evidence{fact, field, FactStatus::Stated, {}}
             : Evidence{fact, field, noted->second.status, records::plain(noted->second.note)};
}

Evidence missingEvidence(const QString &what, const QString &field)
{
    return {what, field, FactStatus::Unknown, {}};
}

QString ruleText(const QString &says, const QString &source, const QString &asOf)
{
    return records::withoutStop(says) + u" ("_s + source + u", "_s + asOf + u")."_s;
}

void judge(CheckItem &item, Judgement judgement, const catalogue::CheckRule *rule)
{
    if (!rule)
        return;
    item.judgement = judgement;
    item.rule = ruleText(rule->says, rule->from.source, rule->from.asOf);
}

domain::Findings findingsOf(const domain::Findings &findings, const QStringList &rules)
{
    domain::Findings found;
    for (const domain::Finding &finding : findings) {
        const bool named = std::any_of(rules.begin(), rules.end(), [&finding](const QString &rule) {
            return rule.endsWith(u'-') || rule.endsWith(u'/') ? finding.rule.startsWith(rule) : finding.rule == rule;
        });
        if (named)
            found.push_back(finding);
    }
    return found;
}

const catalogue::Programme *programmeOf(const ReviewInput &input, const funding::Pool &pool)
{
    return input.programmes.find(pool.programme);
}

QString poolName(const ReviewInput &input, const funding::Pool &pool)
{
    const catalogue::Programme *programme = programmeOf(input, pool);
    const QString name = programme && !programme->shortName.isEmpty() ? programme->shortName : pool.programme;
    const auto count = std::count_if(input.plan.pools.begin(), input.plan.pools.end(),
                                     [&pool](const funding::Pool &other) { return other.programme == pool.programme; });
    return count > 1 ? QString(name + u" ("_s + pool.id + u')') : name;
}

std::optional<QString> percentOf(Money part, Money whole)
{
    if (whole <= Money())
        return std::nullopt;
    const auto tenths = static_cast<qint64>(domain::divideHalfEven(domain::Int128(part.cents()) * 1000, whole.cents()));
    const qint64 rest = tenths < 0 ? -(tenths % 10) : tenths % 10;
    const QString sign = tenths < 0 && tenths > -10 ? u"-"_s : QString();
    return sign + records::grouped(tenths / 10) + (rest == 0 ? QString() : QString(u'.' + QString::number(rest)));
}

} // namespace review
