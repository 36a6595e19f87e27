#include "review/sharedtext.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace review {

namespace {

/// Fewer words of its own than this, and a sentence is a label, not a statement.
constexpr std::size_t kFewestWords = 5;
/// Of all words of both sentences, how many percent must be common, in the same order.
constexpr std::size_t kSamePercent = 80;
/// A run of words as long as this is shared text even inside sentences that otherwise differ, ...
constexpr std::size_t kRunWords = 9;
/// ... when it is at least this part of the shorter one.
constexpr std::size_t kRunPercent = 50;

using Sentence = ComparedText::Sentence;

/// How many words both have, order aside: what no common sequence can exceed. Saves the table below for most pairs.
std::size_t wordsInBoth(const Sentence &a, const Sentence &b)
{
    QHash<QString, int> counts;
    for (const Word &word : a.words)
        ++counts[word.key];
    std::size_t common = 0;
    for (const Word &word : b.words) {
        const auto found = counts.find(word.key);
        if (found != counts.end() && *found > 0) {
            --*found;
            ++common;
        }
    }
    return common;
}

struct Common {
    std::size_t inOrder = 0; ///< longest common subsequence
    std::size_t run = 0;     ///< longest common run of words
    std::size_t runEndA = 0; ///< one past its last word
    std::size_t runEndB = 0;
};

Common commonOf(const Sentence &a, const Sentence &b)
{
    Common common;
    std::vector<std::size_t> order(b.words.size() + 1);
    std::vector<std::size_t> runs(b.words.size() + 1);
    for (std::size_t i = 1; i <= a.words.size(); ++i) {
        std::size_t diagonal = 0;
        std::size_t runDiagonal = 0;
        for (std::size_t j = 1; j <= b.words.size(); ++j) {
            const bool same = a.words[i - 1].key == b.words[j - 1].key;
            const std::size_t above = order[j];
            order[j] = same ? diagonal + 1 : std::max(order[j - 1], above);
            diagonal = above;
            const std::size_t runAbove = runs[j];
            runs[j] = same ? runDiagonal + 1 : 0;
            runDiagonal = runAbove;
            if (runs[j] > common.run) {
                common.run = runs[j];
                common.runEndA = i;
                common.runEndB = j;
            }
        }
    }
    common.inOrder = order.back();
    return common;
}

TextRange rangeOfRun(const Sentence &sentence, std::size_t end, std::size_t length)
{
    const TextRange first = sentence.words[end - length].range;
    return {first.start, sentence.words[end - 1].range.end() - first.start};
}

std::optional<SharedSentence> sharedOf(const Sentence &a, const Sentence &b)
{
    const std::size_t shorter = std::min(a.words.size(), b.words.size());
    const std::size_t total = a.words.size() + b.words.size();
    const std::size_t bound = wordsInBoth(a, b);
    const bool mayBeSame = 200 * bound >= kSamePercent * total;
    const bool mayHoldRun = bound >= kRunWords && 100 * bound >= kRunPercent * shorter;
    if (!mayBeSame && !mayHoldRun)
        return std::nullopt;
    const Common common = commonOf(a, b);
    if (200 * common.inOrder >= kSamePercent * total)
        return SharedSentence{a.range, b.range, common.inOrder == a.words.size() && a.words.size() == b.words.size()};
    if (common.run >= kRunWords && 100 * common.run >= kRunPercent * shorter)
        return SharedSentence{rangeOfRun(a, common.runEndA, common.run), rangeOfRun(b, common.runEndB, common.run),
                              false};
    return std::nullopt;
}

} // namespace

ComparedText::ComparedText(const QString &text, const QSet<QString> &known)
{
    for (const TextRange &range : records::sentenceRanges(text)) {
        Sentence sentence{range, wordsOf(text, range)};
        std::erase_if(sentence.words, [&known](const Word &word) { return known.contains(word.key); });
        if (sentence.words.size() >= kFewestWords)
            m_sentences.push_back(std::move(sentence));
    }
}

std::vector<SharedSentence> sharedSentences(const QString &first, const QString &second, const QSet<QString> &known)
{
    return sharedSentences(ComparedText(first, known), ComparedText(second, known));
}

std::vector<SharedSentence> sharedSentences(const ComparedText &first, const ComparedText &second)
{
    const std::vector<Sentence> &others = second.sentences();
    std::vector<bool> taken(others.size());
    std::vector<SharedSentence> shared;
    for (const Sentence &sentence : first.sentences()) {
        // The best partner that is free: an exact one, else the first.
        std::optional<SharedSentence> best;
        std::size_t bestAt = 0;
        for (std::size_t i = 0; i < others.size() && !(best && best->exact); ++i) {
            const auto found = taken[i] ? std::nullopt : sharedOf(sentence, others[i]);
            if (found && (!best || found->exact)) {
                best = found;
                bestAt = i;
            }
        }
        if (best) {
            taken[bestAt] = true;
            shared.push_back(*best);
        }
    }
    return shared;
}

std::vector<SharedSentence> repeatedSentences(const ComparedText &text)
{
    const std::vector<Sentence> &sentences = text.sentences();
    std::vector<SharedSentence> repeated;
    for (std::size_t later = 1; later < sentences.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            const auto found = sharedOf(sentences[earlier], sentences[later]);
            if (found && found->inFirst == sentences[earlier].range) {
                repeated.push_back(*found);
                break;
            }
        }
    }
    return repeated;
}

} // namespace review
