// Close names of models, items and ACE values: see domain/closenames.h.
#pragma once

#include "domain/closenames.h"

namespace catalogue {

using domain::closeNames;

} // namespace catalogue
