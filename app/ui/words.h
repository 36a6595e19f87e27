// Words: figures, months and statuses as the windows show them (US English).
#pragma once

#include "domain/finding.h"
#include "domain/money.h"
#include "domain/month.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace filing {
struct Deadline;
}

namespace ui {

/// "$129,500", with cents only when there are some: "$13,237.83".
QString dollars(domain::Money amount);

/// Always with cents: "$13,237.83".
QString cents(domain::Money amount);
/// To the nearest dollar, a half to the even one, without a sign of the currency: "13,238".
QString wholeDollars(domain::Money amount);

/// "Oct 8, 2026".
QString dateLabel(QDate date);
/// "Oct 8, 2026, 10:42", where the window is.
QString momentLabel(const QDateTime &moment);
/// "14:32" of a call, "1:14:32" behind its first hour.
QString elapsedLabel(qint64 seconds);

/// "Jan 2027"; a window within one year is "Jan to Mar 2027".
QString monthLabel(domain::Month month);
QString shortMonth(domain::Month month); ///< "Jan"
QString windowLabel(domain::Month from, domain::Month to);

/// "Draft" for `drafting`; a status this version does not know is shown as it stands.
QString statusLabel(const QString &status);

/// "Series A" for `series-a`.
QString stageLabel(const QString &stage);

/// "File by, Dec 18, 2026"; "Answer AWS, Nov 21, 2026, overdue" on a later day.
QString deadlineLabel(const filing::Deadline &deadline, QDate today);

/// "Bulk import" for `bulk`: how a record is filed.
QString channelLabel(const QString &channel);

/// "Must fix", "Weak", "Advice".
QString severityLabel(domain::Severity severity);

/// "1 case", "3 cases".
QString counted(qsizetype count, const QString &one, const QString &many);

} // namespace ui
