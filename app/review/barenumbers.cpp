// Numbers without a unit. Taken for one is a number after which the sentence ends, pauses or goes on with a word that
// cannot be a unit; not one that is part of a name, a date, a ratio, a range or a score.
#include "review/wordlists.h"

namespace review {

using namespace Qt::StringLiterals;

namespace {

/// The signs between two words.
QStringView between(const QString &text, const Word &before, const Word &after)
{
    return QStringView(text).mid(before.range.end(), after.range.start - before.range.end());
}

bool endsClause(QStringView gap)
{
    for (const QChar sign : gap) {
        if (u".,;:!?)]\u2026\n"_s.contains(sign))
            return true;
    }
    return false;
}

bool isYear(const QString &key)
{
    bool ok = false;
    const int year = key.toInt(&ok);
    return ok && key.size() == 4 && year >= 1900 && year <= 2100;
}

/// "(1)" refers to something.
bool isBracketed(const QString &text, const TextRange &range)
{
    return range.start > 0 && range.end() < text.size() && u"([{"_s.contains(text[range.start - 1])
        && u")]}"_s.contains(text[range.end()]);
}

/// "$40", "€40", "#3", "40+", "40 °C": a sign says what it is.
bool hasSign(const QString &text, const TextRange &range)
{
    const auto isUnit = [](QChar sign) {
        return sign.category() == QChar::Symbol_Currency || sign == u'%' || sign == u'\u2030' || sign == u'\u00b0'
            || sign == u'#' || sign == u'\u00d7';
    };
    qsizetype before = range.start - 1;
    while (before >= 0 && text[before] == u' ')
        --before;
    qsizetype after = range.end();
    while (after < text.size() && (text[after] == u' ' || text[after] == u'\u00a0' || text[after] == u'\u202f'))
        ++after;
    return (before >= 0 && isUnit(text[before])) || (after < text.size() && isUnit(text[after]));
}

/// Before it: a label ("version 2"), a name or a month ("Sonnet 4.6", "March 31"), another number of a range or ratio.
bool isNamed(const QString &text, const std::vector<Word> &words, std::size_t at, const catalogue::UnitWords &units)
{
    if (at == 0)
        return false;
    const Word &before = words[at - 1];
    if (endsClause(between(text, before, words[at])))
        return false;
    const bool opensText = before.range.start == 0;
    const bool isCapital = text[before.range.start].isUpper();
    return units.labels.contains(before.key) || (isCapital && !opensText);
}

/// "9 of 10 questions", "4 out of 5", "5 to 10 seconds", "41, 42 and 43 percent": what follows says it.
bool goesOnInNumber(const std::vector<Word> &words, std::size_t at)
{
    static const QStringList kLinks{u"of"_s,  u"out"_s, u"to"_s,  u"and"_s, u"or"_s,
                                    u"von"_s, u"bis"_s, u"und"_s, u"x"_s};
    std::size_t next = at + 1;
    for (int links = 0; next < words.size() && links < 2 && kLinks.contains(words[next].key); ++links)
        ++next;
    return next < words.size() && words[next].isNumber;
}

/// The second of a range or ratio whose first has said it: "10" in "9 out of 10".
bool endsRatio(const std::vector<Word> &words, std::size_t at)
{
    return at >= 2 && words[at - 1].key == "of"_L1
        && (words[at - 2].isNumber || words[at - 2].key == "out"_L1 || words[at - 2].key == "nine"_L1
            || words[at - 2].key == "eight"_L1);
}

} // namespace

std::vector<TextRange> bareNumbers(const QString &text, const std::vector<Word> &words,
                                   const catalogue::UnitWords &units)
{
    std::vector<TextRange> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const Word &word = words[at];
        if (!word.isNumber || word.joinsBefore || word.joinsAfter || isYear(word.key) || hasSign(text, word.range)
            || isBracketed(text, word.range) || isNamed(text, words, at, units) || goesOnInNumber(words, at)
            || endsRatio(words, at))
            continue;
        const bool last = at + 1 == words.size();
        const bool opens = at == 0 || (text[word.range.start - 1] == u'\n');
        if (opens && !last && text[word.range.end()] == u'.')
            continue; // a numbered list
        if (last || endsClause(between(text, word, words[at + 1])) || units.followers.contains(words[at + 1].key))
            found.push_back(word.range);
    }
    return found;
}

} // namespace review
