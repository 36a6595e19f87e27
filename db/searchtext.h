// Text as the search index holds it and as a search asks for it: both sides go through the same words, so that what was
// typed in one form of letters is found in another, and is found again in the text it came from, to be highlighted.
//
// A word is a run of letters, digits and marks, folded: compatibility forms, letter case, accents, vowel points and
// invisible signs do not tell two apart. In scripts that write no spaces (Chinese, Japanese, Thai and the like) every sign
// is a word, so that any piece of a text is found as words that follow one another.
#pragma once

#include <QString>

#include <vector>

namespace db {

/// The words of a text, with where each of their letters comes from.
class TextWords {
public:
    struct Word {
        qsizetype first = 0;  ///< its letters in letters()
        qsizetype length = 0; ///< at most kLongestWord
        qsizetype start = 0;  ///< where it begins in the text
        qsizetype ends =
            -1;             ///< where those of its letters begin in m_ends; negative: each letter is a sign of the text
        bool alone = false; ///< a sign of a script without spaces
    };
    static constexpr qsizetype kLongestWord = 128; ///< what follows is not told apart

    explicit TextWords(QStringView text);

    const std::vector<Word> &words() const { return m_words; }
    QStringView letters(const Word &word) const { return QStringView(m_letters).sliced(word.first, word.length); }
    /// Where in the text the first `count` letters (1 or more) of the word end.
    qsizetype endOf(const Word &word, qsizetype count) const
    {
        return word.ends < 0 ? word.start + count : m_ends[static_cast<std::size_t>(word.ends + count - 1)];
    }

private:
    void takeAscii(QStringView run, qsizetype at);
    void readSign(QStringView sign, qsizetype start);
    void take(char32_t sign, qsizetype start, qsizetype end);
    void append(char32_t sign, qsizetype end);
    void begin(qsizetype start);

    QString m_letters;             ///< of all words, one after the other
    std::vector<qsizetype> m_ends; ///< per letter of words with signs that fold into more or fewer: where those end
    std::vector<Word> m_words;
    bool m_inWord = false;
    bool m_standsAlone = false; ///< the current word is a sign of a script without spaces
};

/// Whether the sign is a word of its own.
bool writesNoSpaces(char32_t sign);

/// The words of a text with a space between them: what the index holds.
QString searchable(QStringView text);

/// Several texts as one, so that no search finds words of two of them next to each other.
QString searchable(const QStringList &texts);

/// The words of texts, each once with a space between them, for an index that does not know where a word stands. Of a
/// script without spaces: the signs, without their marks, and every two that follow one another.
QString termsOf(const QStringList &texts);

/// How the index knows a sign that stands alone, and two that follow one another.
QString termOf(QStringView sign);
QString termOf(QStringView sign, QStringView next);

/// A website without what does not tell one from another: scheme, `www.`, last slashes.
QString bareWebsite(QStringView website);

/// What two entries for one company have in common: name and website, folded.
QString companyKey(QStringView company, QStringView website);

} // namespace db
