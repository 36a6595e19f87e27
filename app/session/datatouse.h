// What the windows compute with: the shipped data with the user's own figures over it, as the command line has it.
#pragma once

#include "domain/inputerror.h"
#include "domain/result.h"
#include "drafting/drafting.h"

#include <optional>

namespace session {

/// Own figures that are wrong are left out and named: they do not keep the app from opening.
struct DataToUse {
    domain::Result<drafting::Shipped, domain::InputError> data;
    std::optional<domain::InputError> ownFigures; ///< why the user's own programme figures were left out
    std::optional<domain::InputError> ownPrices;  ///< why the user's own prices were left out
};

DataToUse dataToUse();

} // namespace session
