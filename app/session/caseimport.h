// CaseImport: the cases of another case file on their way into the open one: checked, compared, chosen about, taken in.
//
// In two steps, so that nothing is locked while a person reads: read() compares, write() compares again and writes all or
// nothing. When either file went on in between, write() says so and nothing is written. Both take as long as reading the
// other file: call them in a thread of their own.
#pragma once

#include "ports/casecare.h"
#include "ports/caseexchange.h"
#include "session/casework.h"
#include "session/comparison.h"

namespace session {

struct ImportedCase {
    ports::ComparedCase compared;
    std::optional<QString> sameCompany; ///< of a new case: the id of another of that company which is here already
    bool wanted = true;
    std::optional<Comparison> comparison; ///< when both files went on

    /// Whether the case may be taken in as it was chosen; one that is not wanted may be.
    bool canApply() const { return !wanted || !comparison || comparison->canApply(); }
    /// Whether taking it in changes a worksheet here, or adds one.
    bool changesCase() const;
};

struct ImportPlan {
    QString source;
    QString target;
    std::vector<ImportedCase> cases;

    bool canApply() const;
    /// How many cases are wanted.
    qsizetype wanted() const;
};

/// Why an import stopped when no file is to blame.
struct ImportProblem {
    enum class Kind {
        Damaged,      ///< `detail` = what the check found first
        SameFile,     ///< a file cannot be taken into itself
        GoneOn,       ///< one of the files was saved to meanwhile: compare again
        Contradiction ///< what was chosen makes no valid worksheet together; detail = the company, input = why
    };
    Kind kind = Kind::Damaged;
    QString detail;
    std::optional<domain::InputError> input;
    std::optional<ports::Problem> damage;
};

struct ImportFailure {
    std::variant<Problem, ImportProblem> what;
};

struct ImportResult {
    QStringList caseIds; ///< taken in, in the order of the plan
    qsizetype added = 0;
    qsizetype changed = 0;
};

/// Compares the cases of `source` with those of `target`. Cases that bring nothing new are in it too.
domain::Result<ImportPlan, ImportFailure> readImport(ports::CaseCare &care, ports::CaseExchange &exchange,
                                                     const QString &source, const QString &target, JobControl &control);

/// Takes in what is wanted, after `backUp` (the day's) was made when one is due.
domain::Result<ImportResult, ImportFailure> writeImport(ports::CaseCare &care, ports::CaseExchange &exchange,
                                                        const ImportPlan &plan, const drafting::Shipped &shipped,
                                                        QDate asOf, const QDateTime &now);

} // namespace session
