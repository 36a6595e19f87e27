// Words: a text as words to compare, each with its place in the text. Case, width, punctuation and the separators of
// thousands do not count: "3,000 Dollars" and "3000 dollars" are the same two words. Scripts written without spaces
// (Han, kana, Hangul is written with them, Thai) count sign by sign.
#pragma once

#include "records/sentences.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace review {

using records::TextRange;

struct Word {
    TextRange range;
    QString key;              ///< folded
    bool isNumber = false;    ///< begins with a digit and holds nothing but digits, points and commas
    bool joinsBefore = false; ///< a hyphen, slash or the like ties it to the word before: "free" in "sugar-free"
    bool joinsAfter = false;
};

std::vector<Word> wordsOf(const QString &text, TextRange range);
std::vector<Word> wordsOf(const QString &text);

/// Whether `phrase` stands in `words` from that one on, as words of their own.
bool standsAt(const std::vector<Word> &phrase, const std::vector<Word> &words, std::size_t at);

} // namespace review
