// Shared text: the sentences that two texts have in common, as ranges in both, so that a window can mark them.
//
// Compared are words (review/words.h), so case, punctuation and spacing do not matter, and a sentence with a few words
// changed is still the same one. Sentences with too few words of their own are left alone, and so are words that two
// records of one company cannot help sharing: its name, its website. Deterministic; symmetric but for the order of the
// result, which is that of the first text.
#pragma once

#include "review/words.h"

#include <QSet>
#include <QString>

#include <vector>

namespace review {

struct SharedSentence {
    TextRange inFirst;
    TextRange inSecond;
    bool exact = false; ///< the same words in the same order
    friend bool operator==(const SharedSentence &, const SharedSentence &) = default;
};

/// A text cut for comparing; cheap to compare with many others.
class ComparedText {
public:
    /// `known`: folded words that do not count (Word::key).
    explicit ComparedText(const QString &text, const QSet<QString> &known = {});

    struct Sentence {
        TextRange range;
        std::vector<Word> words; ///< those that count
    };
    const std::vector<Sentence> &sentences() const { return m_sentences; }

private:
    std::vector<Sentence> m_sentences;
};

std::vector<SharedSentence> sharedSentences(const ComparedText &first, const ComparedText &second);
std::vector<SharedSentence> sharedSentences(const QString &first, const QString &second, const QSet<QString> &known);

/// The sentences of one text that it says twice.
std::vector<SharedSentence> repeatedSentences(const ComparedText &text);

} // namespace review
