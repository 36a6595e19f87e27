// Call-back list: what the partner still has to hear from the founder, on one page of text for the next call.
#pragma once

#include "session/casesession.h"

#include <optional>

namespace session {

struct CallBackList {
    QString company;
    QString text;
    int unknown = 0;  ///< asked, and not known then
    int open = 0;     ///< not asked, or not answered
    int presumed = 0; ///< implied or assumed
};

/// First what nobody knew on the call, then what was not asked, the partner's own questions among it, each topic's together
/// with what the answer does; then what was implied or assumed, with the line of notes it rests on. Nothing while the case
/// cannot be computed.
std::optional<CallBackList> callBackListOf(const CaseSession &open);

} // namespace session
