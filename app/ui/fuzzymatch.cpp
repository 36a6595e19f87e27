#include "ui/fuzzymatch.h"

namespace ui {

namespace {

constexpr int kWordStart = 8;
constexpr int kInARow = 9; // more than a word's start: "fil" is "Mark filed" before "fix ... launch"
constexpr int kTextStart = 4;
constexpr int kMet = 1;
constexpr int kOpenLetters = 20; ///< of a text, beyond which its length no longer counts against it

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

/// Where `letter` is met next: at a word's start if there is one that leaves the rest to be met, else the next.
qsizetype nextPlace(QChar letter, QStringView rest, QStringView text, qsizetype from)
{
    const auto same = [&](qsizetype at) { return text[at].toCaseFolded() == letter; };
    const auto restFollows = [&](qsizetype at) {
        for (const QChar wanted : rest) {
            do
                ++at;
            while (at < text.size() && text[at].toCaseFolded() != wanted);
            if (at >= text.size())
                return false;
        }
        return true;
    };
    if (from < text.size() && same(from))
        return from; // goes on in a row
    qsizetype first = -1;
    for (qsizetype at = from; at < text.size(); ++at) {
        if (!same(at))
            continue;
        if (first < 0)
            first = at;
        if (startsWord(text, at) && restFollows(at))
            return at;
    }
    return first;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView typed, QStringView text)
{
    QString wanted;
    for (const QChar letter : typed) {
        if (!letter.isSpace())
            wanted += letter.toCaseFolded();
    }
    FuzzyMatch match;
    qsizetype from = 0;
    for (qsizetype index = 0; index < wanted.size(); ++index) {
        const qsizetype at = nextPlace(wanted[index], QStringView(wanted).sliced(index + 1), text, from);
        if (at < 0)
            return std::nullopt;
        match.score += kMet + (startsWord(text, at) ? kWordStart : 0) + (at == 0 ? kTextStart : 0);
        if (index > 0 && at == from) {
            match.score += kInARow;
            ++match.ranges.back().length;
        } else {
            match.ranges.push_back({at, 1});
        }
        from = at + 1;
    }
    if (!wanted.isEmpty())
        match.score -= int(std::min<qsizetype>(text.size(), kOpenLetters)) / 5;
    return match;
}

} // namespace ui
