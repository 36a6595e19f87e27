// SearchQuery: what somebody typed into a search field, as words to find: each wanted, the last of what stands between two
// spaces as a beginning. Operators, quotes and stars are text.
#pragma once

#include "ports/casestore.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace db {

class SearchQuery {
public:
    explicit SearchQuery(QStringView typed);

    /// Nothing but spaces: everything is wanted.
    bool isBlank() const { return m_blank; }
    /// Signs without a letter or a digit, which are in no text.
    bool isEmpty() const { return m_terms.empty(); }

    /// For FTS5: in every column of a table, or in the one named.
    QString everywhere() const;
    QString inColumn(const QString &column) const;
    /// How an index of the words of long texts is asked; it knows no order of words, so what it finds is looked for in the
    /// texts themselves.
    enum class Asked {
        Lightly, ///< what the index answers at once: without beginnings of one or two letters, and of longer words the
                 ///< first seven letters
        Exactly  ///< each beginning as it is, for which the index goes through all its words that begin so
    };
    /// Empty when no more than one or two letters of each word were typed, which nearly every long text has.
    QString inLongTexts(Asked asked) const;

    /// Which of the words typed stand in this text, and where. `found` has an entry per word typed, and is added to.
    std::vector<ports::TextRange> rangesIn(QStringView text, std::vector<bool> &found) const;
    std::vector<bool> nothingFound() const { return std::vector<bool>(m_terms.size(), false); }

private:
    /// Words that follow one another; the last one may be a beginning.
    struct Term {
        QStringList words;
        std::vector<bool> alone; ///< per word: a sign of a script without spaces
        bool endsShort = false;  ///< the beginning has one or two letters
    };
    static QStringList termsOf(const Term &term, Asked asked);
    void add(QStringView typed);

    std::vector<Term> m_terms;
    bool m_blank = true;
};

} // namespace db
