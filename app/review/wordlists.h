// Word lists: where a text uses words that a record is better without. Part of review/wording.h.
#pragma once

#include "catalogue/reviewrules.h"
#include "domain/worksheet.h"
#include "review/words.h"

#include <QMultiHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace review {

/// The groups of the rules with their phrases cut into words, once for all texts. The rules must outlive it.
class WordLists {
public:
    WordLists(const catalogue::ReviewRules &rules, const domain::Worksheet &worksheet);

    /// The places of one group's words in a text, in its order, no two overlapping.
    std::vector<TextRange> places(std::size_t group, const QString &text, const std::vector<Word> &words) const;

    /// Whether a text says nothing that only this company could say: no number, no name, hardly a word of its own.
    bool fitsAnyCompany(const QString &text, const std::vector<Word> &words) const;

private:
    struct Phrase {
        std::vector<Word> words;
        bool inCapitals = false;
    };
    /// By their first word, so that a text is gone through once.
    using Phrases = QMultiHash<QString, Phrase>;
    struct Group {
        Phrases phrases;
        Phrases except;
    };
    static Phrases phrasesOf(const QStringList &texts);
    static std::vector<std::pair<std::size_t, Phrase>> found(const Phrases &phrases, const std::vector<Word> &words);
    bool isName(const QString &text, const TextRange &range) const;

    const catalogue::ReviewRules &m_rules;
    std::vector<Group> m_groups;
    QSet<QString> m_generic;
    QStringList m_names; ///< of companies and people in the case: as written
};

/// Numbers that stand without saying of what: "Cut handling time by 40."
std::vector<TextRange> bareNumbers(const QString &text, const std::vector<Word> &words,
                                   const catalogue::UnitWords &units);

/// Whether a text names any number, in digits or in words.
bool namesNumber(const std::vector<Word> &words, const catalogue::UnitWords &units);

} // namespace review
