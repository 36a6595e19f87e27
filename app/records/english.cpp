#include "records/english.h"

#include "domain/exact.h"
#include "records/sentences.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace records {

using domain::Money;
using domain::Month;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};

bool contains(const QStringList &words, const QString &word)
{
    return words.contains(word, Qt::CaseInsensitive);
}

QString firstWord(const QString &text)
{
    const qsizetype space = text.indexOf(u' ');
    return space < 0 ? text : text.left(space);
}

/// "In-product", "Claims": one capital, then small letters. "AI", "iOS" and "E2E" are not.
bool isCapitalizedWord(const QString &word)
{
    return word.size() > 1 && word[0].isUpper() && word[1].isLower()
        && std::none_of(word.begin() + 1, word.end(), [](QChar sign) { return sign.isUpper(); });
}

QString lowerFirst(const QString &text)
{
    return text.front().toLower() + text.mid(1);
}

bool endsSentence(QChar sign)
{
    return sign == u'.' || sign == u'!' || sign == u'?' || sign == u'\u3002' || sign == u'\uff01' || sign == u'\uff1f'
        || sign == u'\u2026';
}

bool isControl(QChar sign)
{
    return sign < u' ' || (sign >= u'\u007f' && sign <= u'\u009f');
}

/// Embeddings, overrides and isolates; not the marks.
bool turnsDirection(QChar sign)
{
    return (sign >= u'\u202a' && sign <= u'\u202e') || (sign >= u'\u2066' && sign <= u'\u2069');
}

} // namespace

QString plain(const QString &userText)
{
    QString text;
    text.reserve(userText.size());
    for (const QChar sign : userText) {
        if (turnsDirection(sign))
            continue;
        const bool isSpace = isControl(sign) || sign.isSpace();
        if (!isSpace)
            text += sign;
        else if (!text.isEmpty() && text.back() != u' ')
            text += u' ';
    }
    if (text.endsWith(u' '))
        text.chop(1);
    return withReadableDates(text);
}

qsizetype codePoints(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

QString leftCodePoints(const QString &text, qsizetype most)
{
    if (codePoints(text) <= most)
        return text;
    QTextBoundaryFinder signs(QTextBoundaryFinder::Grapheme, text);
    qsizetype fits = 0;
    for (qsizetype at = signs.toNextBoundary(); at >= 0; at = signs.toNextBoundary()) {
        if (codePoints(QStringView(text).left(at)) > most)
            break;
        fits = at;
    }
    return text.left(fits);
}

QString grouped(qint64 number)
{
    QString digits = QString::number(number < 0 ? quint64(0) - quint64(number) : quint64(number));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u',');
    return number < 0 ? QString(QChar(0x2212) + digits) : digits;
}

QString dollars(Money amount)
{
    return u'$' + grouped(static_cast<qint64>(domain::divideHalfEven(amount.cents(), 100)));
}

QString exactDollars(Money amount)
{
    const qint64 cents = amount.cents() % 100;
    return u'$' + grouped(amount.cents() / 100)
         + (cents == 0 ? QString() : QString(u'.' + QString::number(cents).rightJustified(2, u'0')));
}

QString longDate(QDate date)
{
    return monthName(Month::of(date)) + u' ' + QString::number(date.day()) + u", "_s + QString::number(date.year());
}

QString monthName(Month month)
{
    return QLatin1StringView(kMonths[static_cast<std::size_t>(month.month() - 1)]);
}

QString monthAndYear(Month month)
{
    return monthName(month) + u' ' + QString::number(month.year());
}

QString monthSpan(Month first, Month last)
{
    if (first == last)
        return monthAndYear(first);
    return (first.year() == last.year() ? monthName(first) : monthAndYear(first)) + u" to "_s + monthAndYear(last);
}

QString withReadableDates(const QString &text)
{
    constexpr qsizetype kLength = 10;
    const auto touches = [&text](qsizetype at) {
        return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'-');
    };
    QString result;
    qsizetype done = 0;
    for (qsizetype hyphen = text.indexOf(u'-'); hyphen >= 0; hyphen = text.indexOf(u'-', hyphen + 1)) {
        const qsizetype start = hyphen - 4;
        if (start < done || start + kLength > text.size() || touches(start - 1) || touches(start + kLength)
            || text[start + 7] != u'-')
            continue;
        const QDate date = QDate::fromString(text.mid(start, kLength), Qt::ISODate);
        if (!date.isValid())
            continue;
        result += QStringView(text).mid(done, start - done) + longDate(date);
        done = start + kLength;
    }
    return done == 0 ? text : QString(result + QStringView(text).mid(done));
}

QString listed(const QStringList &words)
{
    if (words.size() < 2)
        return words.value(0);
    return words.mid(0, words.size() - 1).join(u", "_s) + u" and "_s + words.back();
}

QString capitalized(const QString &text)
{
    const bool isName = text.size() > 1 && text[0].isLower() && text[1].isUpper(); // "iOS", "eBay"
    return text.isEmpty() || isName ? text : QString(text.front().toUpper() + text.mid(1));
}

QString midSentence(const QString &phrase)
{
    static const QStringList kLower{
        u"a"_s,         u"an"_s,      u"the"_s,    u"all"_s,   u"at"_s,    u"any"_s,  u"both"_s, u"each"_s,  u"every"_s,
        u"fewer"_s,     u"half"_s,    u"in"_s,     u"less"_s,  u"more"_s,  u"most"_s, u"no"_s,   u"on"_s,    u"one"_s,
        u"our"_s,       u"some"_s,    u"two"_s,    u"three"_s, u"four"_s,  u"five"_s, u"six"_s,  u"seven"_s, u"eight"_s,
        u"nine"_s,      u"ten"_s,     u"twelve"_s, u"their"_s, u"they"_s,  u"it"_s,   u"this"_s, u"these"_s, u"users"_s,
        u"customers"_s, u"answers"_s, u"people"_s, u"with"_s,  u"within"_s};
    const QString word = firstWord(phrase);
    const bool capital = !word.isEmpty() && word[0].isUpper() && (word.size() == 1 || word[1].isLower());
    return capital && contains(kLower, word) ? lowerFirst(phrase) : phrase;
}

QString titleInSentence(const QString &title, const QStringList &names)
{
    const QString word = firstWord(title);
    if (!isCapitalizedWord(word) || contains(names, word))
        return title;
    const QStringList rest = title.split(u' ').mid(1);
    const bool titleCase = std::any_of(rest.begin(), rest.end(), isCapitalizedWord);
    return titleCase ? title : lowerFirst(title);
}

bool isPlural(const QString &title)
{
    const QString word = title.mid(title.lastIndexOf(u' ') + 1).toLower();
    return word.size() > 3 && word.endsWith(u's') && !word.endsWith("ss"_L1) && !word.endsWith("is"_L1)
        && !word.endsWith("us"_L1);
}

QString withStop(const QString &text)
{
    if (text.isEmpty() || endsSentence(text.back()))
        return text;
    const bool quoted =
        text.size() > 1 && endsSentence(text[text.size() - 2]) && u"\"')\u201d\u2019"_s.contains(text.back());
    if (quoted)
        return text;
    return (u",;:"_s.contains(text.back()) ? text.chopped(1) : text) + u'.';
}

QString withoutStop(const QString &text)
{
    return text.endsWith(u'.') && !text.endsWith(".."_L1) ? text.chopped(1) : text;
}

QStringList sentences(const QString &text)
{
    QStringList found;
    for (const TextRange &range : sentenceRanges(text))
        found.append(text.mid(range.start, range.length));
    if (!found.isEmpty())
        found.back() = withStop(found.back());
    return found;
}

QString shortService(const QString &service)
{
    if (service.startsWith("AWS Marketplace"_L1, Qt::CaseInsensitive))
        return u"AWS Marketplace"_s;
    for (const QLatin1StringView maker : {"Amazon "_L1, "AWS "_L1}) {
        if (service.startsWith(maker) && service.size() > maker.size())
            return service.mid(maker.size());
    }
    return service;
}

} // namespace records
