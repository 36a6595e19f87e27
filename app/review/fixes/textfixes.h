// Fixes of wording, dates and notes. Part of review/fixes/fixes.h.
#pragma once

#include "review/fixes/fixes.h"

namespace review {

std::optional<Fix> takeGeneratedWording(const domain::Finding &finding, const ReviewInput &input);
std::optional<Fix> cutRepeatedSentence(const domain::Finding &finding, const ReviewInput &input);
std::optional<Fix> clearRecordDate(const domain::Finding &finding, const ReviewInput &input);
std::optional<Fix> removeFactNote(const domain::Finding &finding, const ReviewInput &input);

} // namespace review
