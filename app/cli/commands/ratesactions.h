// The actions of `rates` that change or compare prices; list and show stand in rates.cpp.
#pragma once

#include "cli/context.h"
#include "drafting/ownratesfile.h"

namespace cli {

/// AWS price files into the user's own prices.
Outcome<ExitStatus> importRates(const Arguments &arguments);
/// A price file or rate book against the book in force.
Outcome<ExitStatus> diffRates(const Arguments &arguments);
/// One price entered by hand, with who and why; and its end.
Outcome<ExitStatus> setRate(const Arguments &arguments);
Outcome<ExitStatus> unsetRate(const Arguments &arguments);
/// Cases drafted with an older book, with the book in force.
Outcome<ExitStatus> repriceCases(const Arguments &arguments);

/// The file of the user's own prices: --into, else the one in the data folder.
QString ownRatesFileOf(const Arguments &arguments);
Failure fromOwnRates(const QString &file, const drafting::OwnRatesFailure &failure);

} // namespace cli
