// Questions about single values of a request. Texts are counted in Unicode code points, as the service counts them.
#pragma once

#include "json/json.h"

#include <QDate>
#include <QRegularExpression>
#include <QString>

#include <optional>

namespace review {

/// There, not null, not a text of white space only, not an empty list.
bool isPresent(const json::Value *value);

qsizetype codePoints(QStringView text);

/// Whole-text match. A text of more than 4,096 characters matches nothing: no pattern of ours allows for one, and so no
/// request can make a pattern work long.
bool matches(const QRegularExpression &pattern, const QString &text);

/// A day that exists, written YYYY-MM-DD, in the years 1000 to 9999.
std::optional<QDate> calendarDate(QStringView text);

/// Date and time of ISO 8601 with its offset, as the service returns them: 2026-11-20T10:00:00.123Z.
bool isTimestamp(const QString &text);

/// More than 0, at most `limit` (a whole number without leading zeros), with at most two decimals.
bool isAmount(const QString &text, const QString &limit);

/// A whole number without sign or leading zeros.
std::optional<qint64> wholeNumber(const QString &text);

/// A value or key for messages: at most 80 characters, and nothing in it that moves a cursor or turns the text around.
QString shown(const json::Value &value);
QString shown(const QString &text);

} // namespace review
