// Workload figures: what one line of the projection costs, in words for a table. Empty when the line has none.
#pragma once

#include "session/casework.h"

#include <QString>

namespace ui {

QString modelName(const session::CaseView &view, const QString &lineId);
QString requestsADay(const session::CaseView &view, const QString &lineId);
/// The first month with calls, divided by their number: four decimals of a dollar, six for a fraction of a cent.
QString perCall(const session::CaseView &view, const QString &lineId);
QString firstMonth(const session::CaseView &view, const QString &lineId);
QString fullMonth(const session::CaseView &view, const QString &lineId);
/// Of what all workloads cost in the first month that has spend, in percent.
QString shareOfBedrock(const session::CaseView &view, const QString &lineId);

} // namespace ui
