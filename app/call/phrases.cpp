#include "call/phrases.h"

#include "call/rules.h"

#include <algorithm>

namespace call {

namespace {

constexpr qsizetype kMostCharacters = 2000; // a pasted page is no note

/// Half a character is none: what follows it is still read.
QString wholeCharacters(QString text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
            ++at;
        else if (text.at(at).isSurrogate())
            text[at] = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

struct Recognizer::Names {
    ModelNames models;
};

Recognizer::Recognizer(const catalogue::RateBook &book) : m_names(std::make_unique<Names>(Names{modelNames(book)})) {}

Recognizer::~Recognizer() = default;

std::vector<Proposal> Recognizer::read(const QString &line, const Situation &situation) const
{
    const QString text = wholeCharacters(line.first(std::min(line.size(), kMostCharacters)));
    std::vector<Proposal> found;
    const qsizetype begin = wordsBegin(text);
    if (readLabel(text, 0, situation, found) || readLabel(text, begin, situation, found))
        return found;
    for (const Clause &clause : clausesOf(text, begin)) {
        Finds finds(clause, situation, found);
        readDeclarations(finds);
        if (clause.silent)
            continue;
        readAccount(finds);
        readRound(finds);
        readBill(finds);
        readVolume(finds);
        readModels(finds, m_names->models);
        readCompany(finds);
        readPools(finds);
    }
    std::ranges::stable_sort(found, {}, &Proposal::start);
    return found;
}

} // namespace call
