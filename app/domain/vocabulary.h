// Vocabularies: the words files use for enumerated facts, and the lists of countries and industries.
//
// Sources: stages, tiers, roles, statuses: the worksheet format. Industries: the 28 values of ACE's Industry enum
// (Partner Central Selling API model of 2026-08-04). Countries: the 249 codes of ISO 3166-1 alpha-2, which is
// not quite that API's CountryCode: what ACE refuses is for the preflight to say.
#pragma once

#include "domain/worksheet.h"

#include <QStringList>

namespace domain {

/// The words of an enumeration, in its order: wordsOf(Stage{}) -> individual, pre-seed, ...
const QStringList &wordsOf(Stage);
const QStringList &wordsOf(Scope);
const QStringList &wordsOf(Tier);
const QStringList &wordsOf(CacheTtl);
const QStringList &wordsOf(Commitment);
const QStringList &wordsOf(Route);
const QStringList &wordsOf(ContactRole);
const QStringList &wordsOf(PartnerTier);
const QStringList &wordsOf(FactStatus);

/// The word of a value.
template <class Enum>
QString wordOf(Enum value)
{
    return wordsOf(value).at(static_cast<qsizetype>(value));
}

const QStringList &industries();
const QStringList &countryCodes();

} // namespace domain
