// Preflight of a request in one line, and the look for a finding.
#pragma once

#include "review/ace/preflight.h"
#include "review/acerequests.h"

#include <algorithm>

namespace acerequests {

inline const catalogue::AcePack &pack()
{
    static const catalogue::AcePack kPack = shippedPack();
    return kPack;
}

inline domain::Findings check(const json::Value &request, review::Operation operation = review::Operation::Create)
{
    return review::preflight(request, pack(), operation, kToday);
}

inline QString whatOf(const domain::Finding &finding)
{
    return finding.rule.section(u'/', -1);
}

inline const domain::Finding *find(const domain::Findings &findings, const QString &what, const QString &field)
{
    for (const domain::Finding &finding : findings) {
        if (whatOf(finding) == what && finding.field == field)
            return &finding;
    }
    return nullptr;
}

inline bool hasWhat(const domain::Findings &findings, const QString &what)
{
    return std::any_of(findings.begin(), findings.end(),
                       [&what](const domain::Finding &f) { return whatOf(f) == what; });
}

inline QString listed(const domain::Findings &findings)
{
    QStringList lines;
    for (const domain::Finding &finding : findings)
        lines.append(domain::severityName(finding.severity) + u' ' + finding.rule + u' ' + finding.field + u": "_s
                     + finding.message);
    return lines.join(u'\n');
}

inline bool isShape(const domain::Finding &finding)
{
    static const QStringList kShape{u"type"_s,    u"unknown-key"_s, u"required"_s,   u"length"_s,         u"items"_s,
                                    u"pattern"_s, u"vocabulary"_s,  u"empty-text"_s, u"tolerated-value"_s};
    return kShape.contains(whatOf(finding));
}

} // namespace acerequests
