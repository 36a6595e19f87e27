// Comparison: what differs between a case as it is here and another version of it, and whose value stays, while a person
// chooses: a case file that is imported, a founder's answer, what another program saved.
//
// A plain value. It knows nothing of where the other version comes from; whoever made it applies what was chosen. What
// nobody chose stays as it is here, and a conflict that nobody chose about keeps canApply() false.
#pragma once

#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <vector>

namespace session {

struct Difference {
    enum class Kind {
        Theirs,   ///< only they changed it
        Ours,     ///< only we changed it
        Conflict, ///< both did, each in their own way; or who changed it is not known
    };
    enum class Choice { Ours, Theirs };

    Kind kind = Kind::Conflict;
    QStringList above; ///< the topic: what leads to the field on a screen, "Use cases", "Support assistant"
    QString path;      ///< of ids (domain/fieldpath.h)
    QString label;     ///< the field's, US English
    /// Texts as a person reads them, plain, of any length and several lines. Null: not given, or of an entry: not there.
    std::optional<QString> base; ///< what both started from; none when that is not known
    QString ours;
    QString theirs;
    bool isEntry = false; ///< a whole entry of a list, or a section, is on one side only
    QString source;       ///< whose or where from, when not all of theirs is from one: "Founder's answer of 2026-11-20"
    QString obstacle;     ///< why theirs cannot be taken ("not a whole number"); empty: it can
    std::optional<Choice> choice;

    friend bool operator==(const Difference &, const Difference &) = default;
};

class Comparison {
public:
    Comparison() = default;
    /// `ours` and `theirs` name the two sides on a screen: "This case", "Founder's answer". Differences of one topic are
    /// put next to each other, topics in the order in which they first come.
    Comparison(QString ours, QString theirs, std::vector<Difference> differences);

    const QString &oursName() const { return m_ours; }
    const QString &theirsName() const { return m_theirs; }
    const std::vector<Difference> &differences() const { return m_differences; }
    bool isEmpty() const { return m_differences.empty(); }

    /// False when it cannot be chosen: theirs, where an obstacle is in the way.
    bool choose(std::size_t index, std::optional<Difference::Choice> choice);
    /// Takes each side's own changes where nothing is chosen yet; conflicts and what has an obstacle stay open. Returns
    /// how many choices it made.
    std::size_t chooseUndisputed();

    /// Conflicts that nobody chose about.
    std::size_t openConflicts() const;
    /// Nothing but a person's click stands between this and the case.
    bool canApply() const { return openConflicts() == 0; }
    /// How many of theirs are chosen.
    std::size_t taken() const;

    friend bool operator==(const Comparison &, const Comparison &) = default;

private:
    QString m_ours;
    QString m_theirs;
    std::vector<Difference> m_differences;
};

} // namespace session
