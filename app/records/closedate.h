// Close date: LifeCycle.TargetCloseDate. The stated one, else the go-live, else the end of the pool's window; always
// after `asOf` and at most 60 years ahead, or ACE refuses it ("Target Close Date should be a future date").
#pragma once

#include "domain/finding.h"
#include "records/recordcontext.h"

#include <QDate>

namespace records {

/// A date that ACE would refuse is passed over, with a finding of severity error.
QDate targetCloseDate(const RecordContext &context, domain::Findings &findings);

} // namespace records
