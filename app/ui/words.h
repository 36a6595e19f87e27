// Words: figures, months and statuses as the windows show them (US English).
#pragma once

#include "domain/finding.h"
#include "domain/money.h"
#include "domain/month.h"

#include <QString>

namespace ui {

/// "$129,500", with cents only when there are some: "$13,237.83".
QString dollars(domain::Money amount);

/// "Jan 2027"; a window within one year is "Jan to Mar 2027".
QString monthLabel(domain::Month month);
QString windowLabel(domain::Month from, domain::Month to);

/// "Draft" for `drafting`; a status this version does not know is shown as it stands.
QString statusLabel(const QString &status);

/// "Series A" for `series-a`.
QString stageLabel(const QString &stage);

/// "Must fix", "Weak", "Advice".
QString severityLabel(domain::Severity severity);

/// "1 case", "3 cases".
QString counted(qsizetype count, const QString &one, const QString &many);

} // namespace ui
