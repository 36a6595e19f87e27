// English: how amounts, dates and the user's own words stand inside a record's sentences. US English, no locale.
//
// User text stays as it was written: only white space, control characters and ISO dates in it are rewritten, and a
// first letter where a sentence needs it.
#pragma once

#include "domain/money.h"
#include "domain/month.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace records {

/// One line of plain text: control characters and runs of white space become one space, ISO dates readable ones. Signs
/// that turn the direction of what follows (embeddings, overrides, isolates) are dropped: inside a longer sentence
/// they would turn words that are not the user's. Right-to-left marks stay.
QString plain(const QString &userText);
/// Length as ACE counts it: Unicode code points.
qsizetype codePoints(QStringView text);
/// The longest start of `text` with at most `most` code points that splits no visible sign.
QString leftCodePoints(const QString &text, qsizetype most);

QString grouped(qint64 number);             ///< "16,873"
QString dollars(domain::Money amount);      ///< to the nearest dollar, half-even: "$13,188"
QString exactDollars(domain::Money amount); ///< cents only when there are any: "$29,500", "$1,200.50"
QString longDate(QDate date);               ///< "April 12, 2027"
QString monthName(domain::Month month);     ///< "April"
QString monthAndYear(domain::Month month);  ///< "April 2027"
/// "January to March 2027", "November 2026 to January 2027", "May 2027".
QString monthSpan(domain::Month first, domain::Month last);
QString withReadableDates(const QString &text); ///< ISO dates inside become "March 31, 2027"

QString listed(const QStringList &words); ///< "a, b and c"
QString capitalized(const QString &text); ///< "iOS" stays
/// A phrase in the middle of a sentence: a leading article, number word or the like loses its capital, a name keeps it.
QString midSentence(const QString &phrase);
/// A title in the middle of a sentence: "In-product support assistant" -> "in-product support assistant". Kept as it is
/// when it is written in title case, starts with an acronym or with one of `names`.
QString titleInSentence(const QString &title, const QStringList &names);
bool isPlural(const QString &title); ///< of a title's last word, as far as its spelling tells

QString withStop(const QString &text);    ///< ends as a sentence does; empty stays empty
QString withoutStop(const QString &text); ///< without the full stop at its end
/// A text's sentences, each with its stop. Abbreviations do not end one.
QStringList sentences(const QString &text);

/// "Amazon S3" -> "S3"; "AWS Marketplace subscription" -> "AWS Marketplace".
QString shortService(const QString &service);

} // namespace records
