// The status of a case, from those of its records. What a status allows stands in the filing rules (catalogue/filingrules.h).
#pragma once

#include <QString>
#include <QStringList>

namespace domain {

/// The status that a case is listed under: that of the record that needs somebody first. In this order: action-required,
/// in-review, filed, approved, credits-issued, ready, drafting, rejected, expired. `drafting` without records.
inline QString caseStatus(const QStringList &ofRecords)
{
    for (const char *word : {"action-required", "in-review", "filed", "approved", "credits-issued", "ready", "drafting",
                             "rejected", "expired"}) {
        if (ofRecords.contains(QLatin1StringView(word)))
            return QString::fromLatin1(word);
    }
    return QStringLiteral("drafting");
}

} // namespace domain
