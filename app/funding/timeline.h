// Timeline: what is left of the credits month by month, and when each arrives, is used up or expires. What the Credits tab
// draws over the monthly charge. Pure.
#pragma once

#include "funding/plan.h"

namespace funding {

enum class CreditEventKind {
    Issued,  ///< first month in which it can pay
    UsedUp,  ///< its last cent is paid in this month
    Expires, ///< last month in which it can pay, with something left
};

struct CreditEvent {
    CreditEventKind kind = CreditEventKind::Issued;
    Payer payer;
    int month = 1;        ///< 1-based, inside the projection
    domain::Money amount; ///< issued, or left when it expires; 0 for UsedUp
};

struct Timeline {
    domain::Money atStart;           ///< valid in month 1, before anything is paid
    projection::Monthly balance;     ///< at the end of each month: what can still pay in a later one
    std::vector<CreditEvent> events; ///< by month, then held credits and pools in order
    /// The last month in which credits pay; none when there are none, or when some are left at the projection's end.
    std::optional<int> creditsEnd;
};

Timeline timeline(const FundingPlan &plan, const projection::Projection &projection);

} // namespace funding
