// The partner's hand: what is wrong with a profile, and a document with the profile's letterhead, colors and paragraphs.
#pragma once

#include "documents/brief.h"
#include "documents/casedocument.h"
#include "domain/finding.h"
#include "domain/partnerprofile.h"

namespace documents {

/// What a placeholder may be called, in the order in which they are offered.
QStringList placeholderNames();

/// What is wrong with a profile; `field` is `logo`, `name`, `address`, `firstColor`, `secondColor`, `currency`, `channel`
/// or `paragraphs/<place>`. Errors: a logo that cannot be taken, a color that is none, an unknown placeholder, a text that
/// is too long. Contrast: the first color is one of text, so it holds 4.5 : 1 on white (WCAG 2.1 AA); the second fills bars
/// only: 3.0 : 1, as for graphics; and both have to differ in greyscale, by at least 20 points of lightness.
domain::Findings checkProfile(const domain::PartnerProfile &profile);

/// Contrast of a color with white, 1 to 21 (WCAG 2.1).
qreal contrastOnWhite(QRgb color);

/// Puts the profile on a document that was built from `input`, with the standard paragraph of a place. What is wrong with it
/// is left out.
void applyProfile(Brief &brief, const domain::PartnerProfile &profile, std::optional<domain::ParagraphPlace> place,
                  const CaseInput &input);

/// Where the standard paragraph stands of a kind of case document; nothing for those that have none.
std::optional<domain::ParagraphPlace> paragraphPlaceOf(CaseDocument kind);

} // namespace documents
