// Numerals: exact numbers as US readers expect them, digits grouped by threes. For what explains a figure; files keep the
// plain forms of Money, Decimal and Rate.
#pragma once

#include "domain/decimal.h"
#include "domain/exact.h"
#include "domain/money.h"
#include "domain/month.h"

#include <QString>

namespace domain {

/// 1234567.5 -> 1,234,567.5; a sign stays in front.
QString groupedDigits(QString number);
QString groupedNumber(Int128 number);  ///< "1,946,880,000"
QString dollarsAndCents(Money amount); ///< "$11,243.23", "-$5.00"
QString percentText(Decimal share);    ///< 0.8 -> "80 %"
QString shortMonthName(Month month);   ///< "Mar 2027"

/// value x 10^-decimals, without trailing zeros but with at least `leastDecimals`: dollars before they are rounded.
QString decimalText(Int128 value, int decimals, int leastDecimals = 0);

} // namespace domain
