// Which fields need no answer: those that the arithmetic and the rules have a default for (domain/defaults.h).
#pragma once

#include <QString>
#include <QStringList>

namespace domain {

/// By the field's key (domain/fields.h).
inline bool hasDefault(const QString &key)
{
    static const QStringList kKeys{QStringLiteral("competesWithAws"),
                                   QStringLiteral("aiFirst"),
                                   QStringLiteral("incorporated"),
                                   QStringLiteral("institutionallyFunded"),
                                   QStringLiteral("payerAccountId"),
                                   QStringLiteral("callsPerRequest"),
                                   QStringLiteral("daysPerMonth"),
                                   QStringLiteral("alternatives"),
                                   QStringLiteral("scope"),
                                   QStringLiteral("tier"),
                                   QStringLiteral("cachedPrefixTokens"),
                                   QStringLiteral("cacheHitRate"),
                                   QStringLiteral("cacheTtl"),
                                   QStringLiteral("batchShare"),
                                   QStringLiteral("growthPerMonth"),
                                   QStringLiteral("region")};
    return kKeys.contains(key);
}

} // namespace domain
