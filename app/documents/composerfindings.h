// Findings of the composer: what the pages could not take as it was.
#pragma once

#include "documents/pages.h"
#include "documents/typesetter.h"

namespace documents {

/// The brief needs more pages than it should: names the longest text and by how many words it is too long.
domain::Finding tooLongFinding(const Brief &brief, const Pages &pages, int wanted);

void addMissingCharacters(const std::vector<MissingCharacter> &missing, domain::Findings &findings);

domain::Finding fontFinding();

} // namespace documents
