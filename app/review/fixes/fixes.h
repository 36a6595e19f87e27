// Fixes: the findings whose way out is one edit of the worksheet that nobody has to decide on: rule -> edit. Pure; the
// windows apply one as one undo step (session::CaseSession::replace).
//
// A rule is in the registry only when its edit cannot be wrong in itself: it moves, clears or cuts what the finding is
// about, and never invents a fact. Applying one leaves its finding behind; where it would not, there is no fix.
#pragma once

#include "domain/finding.h"
#include "domain/worksheet.h"
#include "review/review.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace review {

struct Fix {
    QString what;            ///< "Move the launch to April 2027": what the edit does; names the undo step
    domain::Worksheet after; ///< the worksheet with the edit, as one undo step
};

/// The fix of a finding of `input`'s case; nothing when a person has to decide.
std::optional<Fix> fixFor(const domain::Finding &finding, const ReviewInput &input);

/// The rules that may have one, for help and tests.
QStringList fixableRules();

} // namespace review
