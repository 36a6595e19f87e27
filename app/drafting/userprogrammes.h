// The user's own programme figures: a file in the user's data folder, or one named on the command line.
#pragma once

#include "drafting/drafting.h"

#include <QString>

namespace drafting {

/// `programmes.json` in Briefstack's folder of the user's data (XDG_DATA_HOME is respected). It need not exist.
QString userProgrammesFile();

/// Puts the overrides of these bytes (catalogue/programmeoverrides.h) over the shipped figures.
domain::Result<void, domain::InputError> applyOverrides(Shipped &shipped, QByteArrayView bytes);

/// The user's file when there is one; without it, or with an error, nothing changes.
domain::Result<void, domain::InputError> applyUserProgrammes(Shipped &shipped);

} // namespace drafting
