#include "review/words.h"

#include <algorithm>

namespace review {

using namespace Qt::StringLiterals;

namespace {

/// Written without spaces between words.
bool standsAlone(QChar sign)
{
    switch (sign.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return true;
    default: return false;
    }
}

/// Signs without a shape, such as a zero-width space or a soft hyphen: they hide in a word and are no part of it.
bool isUnseen(QChar sign)
{
    return sign.category() == QChar::Other_Format;
}

bool isWordSign(QChar sign)
{
    return sign.isLetterOrNumber() || sign.isMark() || sign.isSurrogate() || isUnseen(sign);
}

bool isApostrophe(QChar sign)
{
    return sign == u'\'' || sign == u'\u2019' || sign == u'\u02bc';
}

bool ties(QChar sign)
{
    return sign == u'-' || sign == u'\u2010' || sign == u'\u2011' || sign == u'\u2013' || sign == u'/' || sign == u'_'
        || sign == u'@' || sign == u'&' || sign == u'+' || isApostrophe(sign);
}

/// A point or comma between digits, an apostrophe between letters, a full stop inside a web address.
bool bindsInside(const QString &text, qsizetype at)
{
    if (at == 0 || at + 1 >= text.size())
        return false;
    const QChar before = text[at - 1];
    const QChar after = text[at + 1];
    if (text[at] == u'.' || text[at] == u',')
        return before.isDigit() && after.isDigit();
    return isApostrophe(text[at]) && before.isLetter() && after.isLetter();
}

QString keyOf(const QString &text, const TextRange &range)
{
    QString key = text.mid(range.start, range.length);
    if (std::any_of(key.begin(), key.end(), [](QChar sign) { return sign.unicode() > 0x7f; })) {
        key = key.normalized(QString::NormalizationForm_KC);
        key.removeIf(isUnseen);
    }
    key = std::move(key).toCaseFolded();
    key.replace(u'\u2019', u'\'');
    for (qsizetype comma = key.indexOf(u','); comma >= 0; comma = key.indexOf(u',', comma)) {
        // "3,000" is 3000, "2,5" stays.
        qsizetype digits = comma + 1;
        while (digits < key.size() && key[digits].isDigit())
            ++digits;
        if (digits - comma == 4)
            key.remove(comma, 1);
        else
            ++comma;
    }
    return key;
}

bool isNumberText(const QString &key)
{
    for (const QChar sign : key) {
        if (!sign.isDigit() && sign != u'.' && sign != u',')
            return false;
    }
    return !key.isEmpty() && key[0].isDigit();
}

} // namespace

std::vector<Word> wordsOf(const QString &text, TextRange range)
{
    std::vector<Word> words;
    const qsizetype end = std::min(range.end(), text.size());
    for (qsizetype at = range.start; at < end;) {
        if (text[at] == u'%') { // "41 %" and "41 percent" are the same two words
            words.push_back({{at, 1}, u"percent"_s});
            ++at;
            continue;
        }
        if (!isWordSign(text[at])) {
            ++at;
            continue;
        }
        qsizetype last = at + 1;
        if (!standsAlone(text[at])) {
            while (last < end && !standsAlone(text[last])
                   && (isWordSign(text[last]) || (last + 1 < end && bindsInside(text, last))))
                ++last;
        }
        while (last < end && text[last].isMark())
            ++last;
        Word word;
        word.range = {at, last - at};
        word.key = keyOf(text, word.range);
        if (word.key.isEmpty()) { // nothing that is seen
            at = last;
            continue;
        }
        word.isNumber = isNumberText(word.key);
        word.joinsBefore = at > 1 && ties(text[at - 1]) && text[at - 2].isLetterOrNumber();
        word.joinsAfter =
            last + 1 < text.size() && (ties(text[last]) || text[last] == u'.') && text[last + 1].isLetterOrNumber();
        words.push_back(std::move(word));
        at = last;
    }
    return words;
}

std::vector<Word> wordsOf(const QString &text)
{
    return wordsOf(text, {0, text.size()});
}

bool standsAt(const std::vector<Word> &phrase, const std::vector<Word> &words, std::size_t at)
{
    if (phrase.empty() || at + phrase.size() > words.size() || words[at].joinsBefore
        || words[at + phrase.size() - 1].joinsAfter)
        return false;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        if (words[at + i].key != phrase[i].key)
            return false;
    }
    return true;
}

} // namespace review
