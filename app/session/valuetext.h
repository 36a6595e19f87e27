// Value text: one kind of worksheet value as text, and back; the overloads behind session/fieldtext.h.
//
// Each parse takes what was typed, not empty, and gives the value or the error without its path.
#pragma once

#include "domain/fieldmeta.h"
#include "domain/vocabulary.h"
#include "session/fieldtext.h"

namespace session {

template <class T>
using Parsed = domain::Result<T, domain::InputError>;

Parsed<QString> parseText(const QString &typed, const domain::TextLimits &limits);
Parsed<qint64> parseWhole(const QString &typed, domain::IntegerLimits limits);
Parsed<domain::Decimal> parseDecimal(const QString &typed, const domain::DecimalLimits &limits, bool percent);
Parsed<domain::Money> parseMoney(const QString &typed, domain::MoneyLimits limits);
Parsed<bool> parseFlag(const QString &typed);
Parsed<QDate> parseDay(const QString &typed);
Parsed<domain::Month> parseMonth(const QString &typed);
Parsed<domain::CountRange> parseRange(const QString &typed, domain::IntegerLimits limits);
Parsed<QStringList> parseTexts(const QString &typed, const domain::ListOfTextLimits &limits);
/// The place of the word in `words`.
Parsed<int> parseWord(const QString &typed, const QStringList &words);

/// An account ID is grouped as AWS's console has it: 1111-2222-3333.
QString textOf(const QString &text, domain::TextForm form);
QString textOf(qint64 number, bool isYear);
QString textOf(domain::Decimal number, bool percent);
QString textOf(domain::Money amount);
QString textOf(const domain::CountRange &range);

} // namespace session
