// Moments as the file writes them: UTC in ISO 8601 with milliseconds.
#pragma once

#include <QDateTime>
#include <QString>

namespace db {

inline QString timestampOf(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

inline QDateTime momentOf(const QString &text)
{
    QDateTime read = QDateTime::fromString(text, Qt::ISODateWithMs);
    read.setTimeSpec(Qt::UTC);
    return read;
}

} // namespace db
