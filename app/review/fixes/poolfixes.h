// Fixes of funding: windows, amounts, launches. Part of review/fixes/fixes.h.
#pragma once

#include "review/fixes/fixes.h"

namespace review {

std::optional<Fix> moveLaunch(const domain::Finding &finding, const ReviewInput &input);
std::optional<Fix> moveIssue(const domain::Finding &finding, const ReviewInput &input);
std::optional<Fix> removeAmount(const domain::Finding &finding, const ReviewInput &input);
std::optional<Fix> lowerAmount(const domain::Finding &finding, const ReviewInput &input);
std::optional<Fix> removeRoute(const domain::Finding &finding, const ReviewInput &input);
std::optional<Fix> lengthenProjection(const domain::Finding &finding, const ReviewInput &input);
std::optional<Fix> removePool(const domain::Finding &finding, const ReviewInput &input);

} // namespace review
