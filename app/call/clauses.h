// Clauses: what of a line of notes can be about the founder's facts, cut where a new statement begins.
#pragma once

#include "call/phrases.h"

#include <QRegularExpression>

#include <vector>

namespace call {

/// The time stamp and speaker that a line begins with: "00:12:03 Anna: ..."; where the words begin.
qsizetype wordsBegin(const QString &line);

struct Clause {
    QString text;
    qsizetype start = 0;       ///< in the line
    bool silent = false;       ///< a question, a denial, the past, somebody else
    bool foreignMoney = false; ///< the line speaks of another currency than the US dollar
    /// How sure the words before a place in the clause sound.
    domain::FactStatus statusAt(qsizetype place) const;
};

/// Of what begins at `begin`. What stands before it ("Target: ") may silence all of it.
std::vector<Clause> clausesOf(const QString &line, qsizetype begin);

/// A pattern with <N> for a number that begins a statement, <M> for one behind a slash or sign and <P> for a percentage; each
/// is a group. Without regard to case.
QRegularExpression pattern(const QString &written);

/// What the rules need of one clause, and where they leave what they found.
class Finds {
public:
    Finds(const Clause &clause, const Situation &situation, std::vector<Proposal> &out)
        : m_clause(clause), m_situation(situation), m_out(out)
    {
    }

    const Clause &clause() const { return m_clause; }
    const QString &text() const { return m_clause.text; }
    const Situation &situation() const { return m_situation; }

    /// Proposes what a group of the match says, unless the words are taken already or the field has a proposal.
    void add(const QRegularExpressionMatch &match, int group, Of of, const QString &key, const QString &value,
             const QString &entry = {});
    void addWith(domain::FactStatus status, const QRegularExpressionMatch &match, int group, Of of, const QString &key,
                 const QString &value, const QString &entry = {});
    /// The words are spoken for: no other rule reads them.
    void take(const QRegularExpressionMatch &match, int group = 0);
    bool isTaken(const QRegularExpressionMatch &match, int group) const;
    bool foundWorkload() const;

private:
    struct Span {
        qsizetype start = 0;
        qsizetype end = 0;
    };
    const Clause &m_clause;
    const Situation &m_situation;
    std::vector<Proposal> &m_out;
    std::vector<Span> m_taken;
};

} // namespace call
