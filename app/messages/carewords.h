// What check and repair found and did with a case file, in US English.
#pragma once

#include "ports/casecare.h"

#include <QString>

namespace messages {

/// One line: what is damaged, how often, and where first.
QString sentence(const ports::Problem &problem);

/// One line: what was put right, and what that means for the cases.
QString sentence(const ports::Repaired &repaired);

} // namespace messages
