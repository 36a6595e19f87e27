// Facts to collect: what a case still lacks while nothing can be drafted of it. A new case is asked for these, calmly; what is
// wrong or weak about it is said once there are records, or once somebody wants them drafted.
#pragma once

#include "session/casesession.h"

namespace session {

/// Each missing fact of the worksheet once, as a finding that says how to come by it, in the order of the findings. None
/// once the case is no longer collecting: then the findings themselves are what is listed.
domain::Findings factsToCollect(const CaseSession &session);

} // namespace session
