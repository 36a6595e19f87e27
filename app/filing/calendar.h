// Calendar: days as an iCalendar file (RFC 5545) that every calendar program takes. UTF-8, lines ended by CR LF and folded
// at 75 octets. An entry that is imported again replaces the one of the same id.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

#include <vector>

namespace filing {

struct CalendarEntry {
    QString id; ///< the same for the same thing, whenever it is exported; becomes the UID
    QDate on;   ///< the whole day
    QString summary;
    QString description; ///< may be empty, may have several lines
};

/// `stamp` is when the file is made, UTC in the standard's form: 20261127T040506Z. Entries without a day are left out. RFC 5545 knows no calendar without an entry: then
/// the result is empty.
QByteArray calendar(const std::vector<CalendarEntry> &entries, const QString &stamp);

} // namespace filing
