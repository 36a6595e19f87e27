#include "records/sentences.h"

#include <QStringList>

namespace records {

using namespace Qt::StringLiterals;

namespace {

bool isStop(QChar sign)
{
    return sign == u'.' || sign == u'!' || sign == u'?' || sign == u'\u2026' || sign == u'\u061f' || sign == u'\u06d4'
        || sign == u'\u0964';
}

/// No space follows these.
bool isWideStop(QChar sign)
{
    return sign == u'\u3002' || sign == u'\uff01' || sign == u'\uff1f' || sign == u'\uff0e';
}

bool closes(QChar sign)
{
    return u"\"')]\u201d\u2019\u00bb\u201c\u300d\u300f"_s.contains(sign);
}

bool isListMark(QChar sign)
{
    return sign == u'-' || sign == u'*' || sign == u'\u2022' || sign == u'\u2013';
}

bool contains(const QStringList &words, const QString &word)
{
    return words.contains(word, Qt::CaseInsensitive);
}

qsizetype skipSpace(const QString &text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

QString wordBefore(const QString &text, qsizetype stop, qsizetype from)
{
    qsizetype start = stop;
    while (start > from && !text[start - 1].isSpace() && text[start - 1] != u'(')
        --start;
    return text.mid(start, stop - start);
}

QString wordAt(const QString &text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && text[end].isLetterOrNumber())
        ++end;
    return text.mid(start, end - start);
}

/// Words that open a sentence rather than continue a name: after "Inc." or "etc." they tell which it is.
bool opensSentence(const QString &word)
{
    static const QStringList kOpeners{u"the"_s,   u"this"_s, u"these"_s, u"that"_s, u"it"_s, u"its"_s,
                                      u"we"_s,    u"they"_s, u"our"_s,   u"an"_s,   u"in"_s, u"when"_s,
                                      u"there"_s, u"die"_s,  u"der"_s,   u"das"_s,  u"es"_s, u"wir"_s,
                                      u"le"_s,    u"la"_s,   u"les"_s,   u"nous"_s, u"el"_s, u"los"_s};
    return contains(kOpeners, word);
}

bool isMonthOrQuarter(const QString &word)
{
    static const QStringList kWords{u"januar"_s,   u"februar"_s,  u"m\u00e4rz"_s, u"april"_s,     u"mai"_s,
                                    u"juni"_s,     u"juli"_s,     u"august"_s,    u"september"_s, u"oktober"_s,
                                    u"november"_s, u"dezember"_s, u"quartal"_s,   u"halbjahr"_s,  u"woche"_s};
    return contains(kWords, word);
}

/// Whether the full stop at `at` belongs to the word before it. `from` is where the sentence began, `next` the first
/// sign after the space that follows.
bool belongsToWord(const QString &text, qsizetype at, qsizetype from, qsizetype next)
{
    // What may also end a sentence, when one plainly begins behind it.
    static const QStringList kEither{u"etc"_s, u"inc"_s, u"ltd"_s, u"co"_s, u"corp"_s,
                                     u"usw"_s, u"u.s"_s, u"u.k"_s, u"plc"_s};
    static const QStringList kShort{u"e.g"_s, u"i.e"_s, u"approx"_s, u"vs"_s,   u"no"_s,   u"nos"_s,  u"dr"_s,
                                    u"mr"_s,  u"ms"_s,  u"mrs"_s,    u"prof"_s, u"st"_s,   u"fig"_s,  u"incl"_s,
                                    u"max"_s, u"min"_s, u"z.b"_s,    u"d.h"_s,  u"ca"_s,   u"bzw"_s,  u"u.a"_s,
                                    u"nr"_s,  u"vgl"_s, u"inkl"_s,   u"mio"_s,  u"mrd"_s,  u"p.ej"_s, u"env"_s,
                                    u"est"_s, u"jan"_s, u"feb"_s,    u"aug"_s,  u"sept"_s, u"oct"_s,  u"nov"_s,
                                    u"dec"_s, u"sec"_s, u"cf"_s,     u"al"_s,   u"m"_s,    u"mme"_s};
    const QString word = wordBefore(text, at, from);
    const QString following = wordAt(text, next);
    if (contains(kShort, word))
        return true;
    if (contains(kEither, word) || (word.size() == 1 && word[0].isUpper()))
        return !opensSentence(following);
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    if (!isNumber || word.size() > 2)
        return false;
    // A list's number opens a sentence; "am 3. Quartal" goes on.
    return at - word.size() <= from || (number > 0 && isMonthOrQuarter(following));
}

/// A blank line, or a line that begins a list.
bool breaksParagraph(const QString &text, qsizetype at)
{
    if (text[at] != u'\n')
        return false;
    qsizetype next = at + 1;
    while (next < text.size() && text[next].isSpace() && text[next] != u'\n')
        ++next;
    return next < text.size()
        && (text[next] == u'\n' || (isListMark(text[next]) && next + 1 < text.size() && text[next + 1].isSpace()));
}

/// Where the sentence that has its stop at `at` ends, or -1: the stop is none.
qsizetype endAfterStop(const QString &text, qsizetype at, qsizetype from)
{
    qsizetype end = at + 1;
    while (end < text.size() && (isStop(text[end]) || isWideStop(text[end])))
        ++end;
    const bool single = end == at + 1;
    const bool wide = isWideStop(text[end - 1]);
    while (end < text.size() && closes(text[end]))
        ++end;
    if (end >= text.size() || wide)
        return end;
    const qsizetype next = skipSpace(text, end);
    if (next == end || next >= text.size())
        return next >= text.size() ? end : -1;
    if (text[next].isLower() || (single && text[at] == u'.' && belongsToWord(text, at, from, next)))
        return -1;
    return end;
}

} // namespace

std::vector<TextRange> sentenceRanges(const QString &text)
{
    std::vector<TextRange> found;
    qsizetype start = skipSpace(text, 0);
    const auto take = [&](qsizetype end) {
        qsizetype last = end;
        while (last > start && text[last - 1].isSpace())
            --last;
        if (last > start)
            found.push_back({start, last - start});
        start = skipSpace(text, end);
    };
    for (qsizetype at = start; at < text.size(); ++at) {
        qsizetype end = -1;
        if (breaksParagraph(text, at))
            end = at;
        else if (isStop(text[at]) || isWideStop(text[at]))
            end = endAfterStop(text, at, start);
        if (end < 0)
            continue;
        take(end);
        at = std::max(at, start - 1);
    }
    take(text.size());
    return found;
}

} // namespace records
