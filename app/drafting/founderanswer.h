// Founder's answer: the file that came back, against the case it is about, wherever that is kept.
//
// What the command line and the window have in common: which case, which revision the form was made from, what differs.
#pragma once

#include "domain/result.h"
#include "drafting/drafting.h"
#include "founderform/answered.h"
#include "ports/casestore.h"

#include <variant>

namespace drafting {

/// What refuses an answer: the file itself, or the case file.
using AnswerProblem = std::variant<domain::InputError, ports::StoreError>;

struct ComparedCase {
    founderform::Answer answer;
    ports::CaseSummary summary; ///< of the case as it is now
    domain::Worksheet ours;
    bool baseIsKnown = false; ///< the file has the revision that the form was made from
    std::vector<founderform::ComparedAnswer> rows;
};

/// Reads what a founder sent: a saved answer, one pasted from a mail, or the spreadsheet.
domain::Result<founderform::Answer, domain::InputError> readFounderAnswer(QByteArrayView bytes, QDate today);

/// Compares an answer with its case as it is in the file. A case that the file does not have is
/// ports::StoreError::NoSuchCase.
domain::Result<ComparedCase, AnswerProblem> compareAnswer(const founderform::Answer &answer, ports::CaseStore &store);

/// The same for a case that is open and may have gone on since it was saved: `ours` is what it says now.
domain::Result<ComparedCase, AnswerProblem> compareAnswer(const founderform::Answer &answer,
                                                          const ports::CaseSummary &summary,
                                                          const domain::Worksheet &ours, ports::CaseStore &store);

/// Paths that can be accepted without anybody's decision: what only the founder changed.
QSet<QString> undisputed(const std::vector<founderform::ComparedAnswer> &rows);

} // namespace drafting
