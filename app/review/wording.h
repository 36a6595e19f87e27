// Wording: words that weaken a record. Promises, praise, vague and generic words, placeholders (lists with their sources:
// resources/review), numbers without a unit, metrics without a number, sentences said twice, and texts that would fit
// any company. Each says what to write instead, from the case's own facts.
//
// Looks at what people typed: the texts of the use cases and the partner's own wording. Names (company, partner, people)
// are never hits, nor is a word that is part of another ("sugar-free"), negated ("not guaranteed"), or in an address.
#pragma once

#include "catalogue/reviewrules.h"
#include "domain/finding.h"
#include "domain/worksheet.h"
#include "records/sentences.h"

#include <QString>

#include <vector>

namespace review {

/// One place in a text.
struct WordingHit {
    QString rule;
    QString field; ///< path of the text
    records::TextRange range;
    friend bool operator==(const WordingHit &, const WordingHit &) = default;
};

/// All places, in the order of the fields and of the text; what a window underlines.
std::vector<WordingHit> wordingHits(const domain::Worksheet &worksheet, const catalogue::ReviewRules &rules);

/// One finding per rule and field.
domain::Findings wordingFindings(const domain::Worksheet &worksheet, const catalogue::ReviewRules &rules);

} // namespace review
