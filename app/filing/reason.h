// Reason: what AWS wrote when it sent a record back, pasted as it came: the documented reasons in it, and the fields that
// they and the text are about. The text itself is always kept.
#pragma once

#include "catalogue/filingrules.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace filing {

/// The longest reason that is kept, in bytes of UTF-8.
inline constexpr qsizetype kLongestReason = 64 * 1024;

struct ConcernedField {
    QString path;
    bool named = false; ///< the text names it; otherwise the reason does
    friend bool operator==(const ConcernedField &, const ConcernedField &) = default;
};

struct ParsedReason {
    QString text;                       ///< as pasted, without white space at its ends
    QStringList reasons;                ///< AWS's names, in the order of the rules; empty: none of them is in the text
    QStringList todo;                   ///< what to do about each
    std::vector<ConcernedField> fields; ///< in the order of the freeze map
};

ParsedReason parseReason(const catalogue::FilingRules &rules, const QString &text);

} // namespace filing
