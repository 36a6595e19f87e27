#include "session/valuetext.h"

#include "domain/date.h"
#include "domain/digits.h"
#include "session/numbertext.h"
#include "worksheetfile/textforms.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace session {

using domain::Decimal;
using domain::InputError;
using domain::InputProblem;
using domain::Money;
using domain::TextForm;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShown = 80; ///< characters of a wrong value that a message repeats
constexpr int kPercent = 2;      ///< decimals between a share and its percent

Unexpected<InputError> wrong(InputProblem problem, const QString &typed, const QString &allowed)
{
    return Unexpected(InputError{problem, {}, typed.simplified().left(kShown), allowed});
}

qsizetype codePoints(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

/// Signs people put between the digits of numbers that are identifiers.
QString withoutSeparators(const QString &text)
{
    static const QRegularExpression kSeparators(u"[\\s().\\x{2010}-\\x{2015}/-]"_s);
    return QString(text).remove(kSeparators);
}

/// The text as it is kept: what is typed around its form is taken off.
QString keptForm(const QString &typed, TextForm form)
{
    switch (form) {
    case TextForm::AccountId:
    case TextForm::Duns:
    case TextForm::Phone: return withoutSeparators(typed);
    case TextForm::Country: return typed.trimmed().toUpper();
    case TextForm::Region:
    case TextForm::Identifier: return typed.trimmed().toLower();
    case TextForm::Industry: return typed.trimmed();
    case TextForm::Any: break;
    }
    return typed;
}

QString formHint(const QString &kept, TextForm form)
{
    static const QRegularExpression kDigits(u"\\A[0-9]+\\z"_s);
    if ((form == TextForm::AccountId || form == TextForm::Duns) && kDigits.match(kept).hasMatch())
        return worksheetfile::formInWords(form) + u", and these are "_s + QString::number(kept.size());
    return worksheetfile::formInWords(form);
}

QString span(const QString &least, const QString &most)
{
    return least + u" to "_s + most;
}

} // namespace

Parsed<QString> parseText(const QString &typed, const domain::TextLimits &limits)
{
    const QString kept = keptForm(typed, limits.form);
    if (limits.form == TextForm::Industry && !worksheetfile::hasForm(kept, limits.form))
        return wrong(InputProblem::NotOneOf, typed, u"the industries in the list"_s);
    if (!worksheetfile::hasForm(kept, limits.form))
        return wrong(InputProblem::WrongForm, typed, formHint(kept, limits.form));
    const qsizetype length = codePoints(kept);
    if (length > limits.most)
        return wrong(InputProblem::WrongLength,
                     u"This text of "_s + groupedNumber(QString::number(length)) + u" characters"_s,
                     u"at most "_s + groupedNumber(QString::number(limits.most)));
    if (length < limits.least)
        return wrong(InputProblem::WrongLength, u"This text of "_s + QString::number(length) + u" characters"_s,
                     u"at least "_s + QString::number(limits.least));
    return kept;
}

Parsed<qint64> parseWhole(const QString &typed, domain::IntegerLimits limits)
{
    const bool isYear = limits.least > 1000;
    const QString allowed = u"a whole number, "_s + span(textOf(limits.least, isYear), textOf(limits.most, isYear));
    const auto plain = plainNumber(typed);
    if (!plain)
        return wrong(InputProblem::WrongForm, typed, allowed);
    const auto number = domain::parseScaled(*plain, 0, limits.most);
    if (!number || *number < limits.least)
        return wrong(InputProblem::OutOfRange, typed, allowed);
    return static_cast<qint64>(*number);
}

Parsed<Decimal> parseDecimal(const QString &typed, const domain::DecimalLimits &limits, bool percent)
{
    const QString unit = percent ? u" percent"_s : QString();
    const auto plain = plainNumber(typed, percent ? -kPercent : 0);
    const QString span_ = (limits.leastExcluded ? u"more than "_s : QString())
                        + span(textOf(limits.least, percent), textOf(limits.most, percent)) + unit;
    if (!plain)
        return wrong(InputProblem::WrongForm, typed,
                     u"a number with a point for decimals, such as 1,250.5, "_s + span_);
    if (!domain::isPlainNumber(*plain, Decimal::kDecimals))
        return wrong(InputProblem::WrongForm, typed,
                     u"at most "_s + QString::number(percent ? Decimal::kDecimals - kPercent : Decimal::kDecimals)
                         + u" decimals"_s);
    const auto number = Decimal::parse(*plain);
    if (!number || *number > limits.most || *number < limits.least || (limits.leastExcluded && *number == limits.least))
        return wrong(InputProblem::OutOfRange, typed, span_);
    return *number;
}

Parsed<Money> parseMoney(const QString &typed, domain::MoneyLimits limits)
{
    const auto plain = plainNumber(typed);
    if (!plain)
        return wrong(InputProblem::WrongForm, typed, u"dollars with a point for cents, such as 7,000 or 1,250.50"_s);
    if (!domain::isPlainNumber(*plain, Money::kDecimals))
        return wrong(InputProblem::WrongForm, typed, u"dollars and whole cents, such as 1,250.50"_s);
    const auto amount = Money::parse(*plain);
    if (!amount || *amount < limits.least || *amount > limits.most)
        return wrong(InputProblem::OutOfRange, typed, span(textOf(limits.least), textOf(limits.most)) + u" dollars"_s);
    return *amount;
}

Parsed<bool> parseFlag(const QString &typed)
{
    const QString word = typed.trimmed().toLower();
    if (word == u"true" || word == u"yes")
        return true;
    if (word == u"false" || word == u"no")
        return false;
    return wrong(InputProblem::WrongForm, typed, u"yes or no"_s);
}

Parsed<QDate> parseDay(const QString &typed)
{
    const QString text = typed.simplified();
    if (const auto day = domain::parseDate(text))
        return *day;
    for (const auto *form : {"MMM d, yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy"}) {
        const QDate day = QLocale::c().toDate(text, QString::fromLatin1(form));
        if (day.isValid() && day.year() >= 1000)
            return day;
    }
    return wrong(InputProblem::WrongForm, typed, u"a day such as 2027-01-31 or Jan 31, 2027"_s);
}

Parsed<domain::Month> parseMonth(const QString &typed)
{
    const QString text = typed.simplified();
    if (const auto month = domain::Month::parse(text))
        return *month;
    for (const auto *form : {"MMM yyyy", "MMMM yyyy"}) {
        const QDate day = QLocale::c().toDate(text, QString::fromLatin1(form));
        if (day.isValid() && day.year() >= 1000)
            return domain::Month::of(day);
    }
    return wrong(InputProblem::WrongForm, typed, u"a month such as 2027-01 or Jan 2027"_s);
}

Parsed<domain::CountRange> parseRange(const QString &typed, domain::IntegerLimits limits)
{
    static const QRegularExpression kBetween(u"\\s*(?:\\bto\\b|[-\\x{2012}-\\x{2015}])\\s*"_s);
    const QStringList ends = typed.trimmed().split(kBetween);
    if (ends.size() != 2 || ends.contains(QString()))
        return wrong(InputProblem::WrongForm, typed, u"the least and the most, such as 3,500 to 8,000"_s);
    const auto low = parseWhole(ends.first(), limits);
    if (!low)
        return Unexpected(low.error());
    const auto high = parseWhole(ends.last(), limits);
    if (!high)
        return Unexpected(high.error());
    if (*low > *high)
        return wrong(InputProblem::WrongForm, typed, u"the least first, such as 3,500 to 8,000"_s);
    return domain::CountRange{*low, *high};
}

Parsed<QStringList> parseTexts(const QString &typed, const domain::ListOfTextLimits &limits)
{
    static const QRegularExpression kBetween(u"[\\n;]"_s);
    QStringList texts;
    for (const QString &part : typed.split(kBetween)) {
        if (const QString text = part.trimmed(); !text.isEmpty())
            texts.append(text);
    }
    for (const QString &text : texts) {
        if (const auto entry = parseText(text, limits.text); !entry)
            return Unexpected(entry.error());
    }
    if (texts.size() > limits.list.most)
        return wrong(InputProblem::WrongLength, u"This list of "_s + QString::number(texts.size()) + u" entries"_s,
                     u"at most "_s + QString::number(limits.list.most));
    return texts;
}

Parsed<int> parseWord(const QString &typed, const QStringList &words)
{
    const auto index = static_cast<int>(words.indexOf(typed.trimmed().toLower()));
    if (index < 0)
        return wrong(InputProblem::NotOneOf, typed, words.join(u", "_s));
    return index;
}

QString textOf(const QString &text, TextForm form)
{
    constexpr qsizetype kGroup = 4;
    if (form != TextForm::AccountId || text.size() != 3 * kGroup)
        return text;
    return text.left(kGroup) + u'-' + text.mid(kGroup, kGroup) + u'-' + text.mid(2 * kGroup);
}

QString textOf(qint64 number, bool isYear)
{
    const QString plain = QString::number(number);
    return isYear ? plain : groupedNumber(plain);
}

QString textOf(Decimal number, bool percent)
{
    return groupedNumber(number.toString(), percent ? kPercent : 0);
}

QString textOf(Money amount)
{
    const QString text = groupedNumber(amount.toString());
    const qsizetype point = text.indexOf(u'.');
    return point < 0 || text.size() - point == 1 + Money::kDecimals ? text : QString(text + u'0');
}

QString textOf(const domain::CountRange &range)
{
    return span(textOf(range[0], false), textOf(range[1], false));
}

} // namespace session
