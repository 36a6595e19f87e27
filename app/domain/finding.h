// A finding: something wrong or weak about a case, with its rule, its field and its fix.
//
// Findings are results, not failures: they are listed, sorted, counted and stored, and never stop a computation.
// `field` is a path by ids, `useCases/support-assistant/workloads/answers/model`, so that it survives reordering.
#pragma once

#include <QString>

#include <vector>

namespace domain {

/// Order matters: a higher value is worse.
enum class Severity {
    Advice,  ///< worth knowing
    Warning, ///< weakens the record
    Error,   ///< the record would bounce or misstate
};

struct Finding {
    QString rule; ///< stable, kebab-case: `pool-below-floor`
    Severity severity = Severity::Advice;
    QString field;   ///< path by ids; empty: the case as a whole
    QString message; ///< one sentence: what is the case
    QString fix;     ///< one sentence: the way out; may be empty for Advice

    friend bool operator==(const Finding &, const Finding &) = default;
};

using Findings = std::vector<Finding>;

/// The word used in files: "error", "warning", "advice".
inline QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error: return QStringLiteral("error");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Advice: break;
    }
    return QStringLiteral("advice");
}

inline bool hasError(const Findings &findings)
{
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error)
            return true;
    }
    return false;
}

} // namespace domain
