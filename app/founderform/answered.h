// Answered: what an answer would change in a case, question by question, and the case with what a person accepts of it.
//
// A three-way comparison: the form was made from a revision of the case (the base), and the case may have gone on since.
// Nothing is accepted by itself, and where both sides changed a field that is a conflict that stays until somebody chose.
// Pure functions; nothing of a refused answer is kept.
#pragma once

#include "founderform/answer.h"

#include "domain/worksheet.h"

#include <QSet>

#include <optional>

namespace founderform {

/// The case that an answer is compared with.
struct AnsweredCase {
    const domain::Worksheet &ours; ///< as it is now
    /// The worksheet that the form was made from, null when the history has it no longer. Then the form's own word for what
    /// it said counts.
    const domain::Worksheet *base = nullptr;
};

struct ComparedAnswer {
    enum class Standing {
        Same,     ///< the case says so already
        Changed,  ///< only the founder changed it
        Conflict, ///< the case has another value since, too
        Gone,     ///< what it speaks of is no longer in the case: it cannot be accepted
    };
    Standing standing = Standing::Changed;
    QString path; ///< as in the answer
    QStringList above;
    QString label;
    QString unit;
    /// As a person reads them; a null text: not given.
    QString base;
    QString ours;
    QString theirs;
    bool inAddedEntry = false; ///< of an entry that the founder added

    friend bool operator==(const ComparedAnswer &, const ComparedAnswer &) = default;
};

/// In the order of the answer, entries that it takes out last, a row each. Errors, with the field's path: a field that the
/// form does not ask, a value it cannot have, a `was` that the base contradicts: the file did not come from the form like this.
domain::Result<std::vector<ComparedAnswer>, domain::InputError> compare(const AnsweredCase &answered,
                                                                        const Answer &answer);

/// `ours` with the accepted fields, each marked as stated, or as unknown, with the answer as its source, and without the
/// entries whose removal is accepted. The paths are those of the answer; accepting a field of an added entry adds the entry.
/// Errors: what a worksheet refuses, and paths that are not accepted into this case (Gone, or not in the answer).
domain::Result<domain::Worksheet, domain::InputError> accepted(const domain::Worksheet &ours, const Answer &answer,
                                                               const QSet<QString> &paths);

} // namespace founderform
