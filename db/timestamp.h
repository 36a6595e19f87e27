// Moments as the file writes them: UTC in ISO 8601 with milliseconds.
#pragma once

#include <QDate>
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

/// A day as the file writes it: YYYY-MM-DD; empty for none.
inline QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QStringLiteral("");
}

inline QDate dayOf(const QString &text)
{
    return text.isEmpty() ? QDate() : QDate::fromString(text, Qt::ISODate);
}

} // namespace db
