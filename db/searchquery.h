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
    /// For a table of long texts: without beginnings of one or two letters, which nearly every long text has. Empty when
    /// nothing else was typed; what it finds has to pass isIn() when `mustBeVerified`.
    QString inLongTexts() const;
    bool mustBeVerified() const { return m_hasShort; }

    /// Which of the words typed stand in this text, and where. `found` has an entry per word typed, and is added to.
    std::vector<ports::TextRange> rangesIn(QStringView text, std::vector<bool> &found) const;
    std::vector<bool> nothingFound() const { return std::vector<bool>(m_terms.size(), false); }

private:
    /// Words that follow one another; the last one may be a beginning.
    struct Term {
        QStringList words;
        bool endsShort = false; ///< the beginning has one or two letters
    };
    void add(QStringView typed);

    std::vector<Term> m_terms;
    bool m_blank = true;
    bool m_hasShort = false;
};

} // namespace db
