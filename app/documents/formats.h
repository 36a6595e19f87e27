// Formats: how numbers, dates and places are written in documents for people, in US English.
//
// Nothing here depends on the machine's locale. Minus is U+2212, zero in a table is an en dash.
#pragma once

#include "domain/decimal.h"
#include "domain/money.h"
#include "domain/month.h"
#include "domain/rate.h"
#include "domain/worksheet.h"
#include "records/english.h"

#include <QDate>
#include <QString>

namespace documents {

// As in a record's sentences.
using records::capitalized;
using records::grouped;
using records::listed;
using records::longDate;
using records::monthAndYear;
using records::monthName;
using records::withReadableDates;

/// A table's whole dollars, without a sign of currency: "5,098", and an en dash for zero.
QString tableDollars(qint64 dollars);
/// A table's cents: "11,243.23", and an en dash for zero.
QString tableCents(domain::Money amount);
/// In running text, to the nearest dollar (half-even): "$29,500".
QString textDollars(domain::Money amount);
/// In running text, to the cent: "$24,295.63".
QString textCents(domain::Money amount);
/// A change in running text, with its sign: "+$1,960".
QString signedDollars(domain::Money amount);
/// Millions with one decimal from a million on: "$9.0M"; below that as textDollars.
QString shortDollars(domain::Money amount);

/// part of whole in whole percent: "39%"; "under 1%" and "over 99%" rather than a misleading 0 or 100. Empty when whole is zero or less.
QString percent(domain::Money part, domain::Money whole);
/// The change from one amount to another: "+39%", "-12%" with U+2212. Empty when `from` is zero or less.
QString percentChange(domain::Money from, domain::Money to);
QString percentOf(domain::Decimal share); ///< "4%", "2.5%"

/// Dollars per million tokens, at least two decimals: "3.30"; en dash for zero.
QString tokenRate(domain::Rate rate);
/// A price: "$0.24", at least two decimals, no more than it has.
QString unitPrice(domain::Rate rate);
/// `picodollars` of one call: four decimals, or as many as show two significant digits: "$0.0231", "$0.000016".
QString costPerCall(domain::Int128 picodollars);
QString quantity(domain::Decimal value); ///< "1,460", "0.5"

QString shortDate(QDate date);                  ///< "Mar 31, 2027"
QString dayAndMonth(QDate date);                ///< "Mar 31"
QString monthShort(domain::Month month);        ///< "Jan"
QString monthAndYearShort(domain::Month month); ///< "Jan 2027"
/// "January - March 2027" with `dash` between; the year stands once when it is one.
QString monthRange(domain::Month first, domain::Month last, const QString &dash);
QString monthRangeShort(domain::Month first, domain::Month last);   ///< "Jan-Mar 2027", with an en dash
QString monthRangeInTable(domain::Month first, domain::Month last); ///< "Jan-Mar", with an en dash

QString accountId(const QString &digits); ///< "1111-2222-3333"; anything but 12 digits unchanged
QString regionName(const QString &code);  ///< "US East (N. Virginia), us-east-1"; the code alone when it is not known
QString countryName(const QString &code); ///< "Germany"; the code itself when it is not known
QString stageName(domain::Stage stage);   ///< "Series A"
QString tierName(domain::PartnerTier tier);

/// "Amazon S3" -> "S3": the service without its maker's name.
QString shortService(const QString &service);
QString numberWord(qint64 number); ///< "three"; digits from ten on
/// What begins a sentence stands inside one: only the first letter changes, and only if the word is no acronym.
QString decapitalized(const QString &text);
/// `text` without a full stop at its end.
QString withoutStop(const QString &text);

} // namespace documents
