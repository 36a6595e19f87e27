// Answer: the file that comes back from a founder's worksheet, as a value.
//
// Reads the saved file (JSON) and the block of text that is pasted into a mail instead. Nothing in it is trusted: size,
// keys, types and counts have limits here; what the fields may hold is looked at against the case (founderform/answered.h).
#pragma once

#include "domain/inputerror.h"
#include "domain/result.h"
#include "json/json.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace founderform {

inline constexpr qsizetype kLargestAnswer = 1024 * 1024;

struct AnsweredField {
    QString path;         ///< of ids; an entry that the founder added has `new-1`, `new-2`, ...
    json::Value was;      ///< what the form said; Null: nothing
    json::Value is;       ///< what the founder says; Null: nothing
    bool unknown = false; ///< the founder does not know it; then `is` is Null
};

struct Answer {
    QString caseId;
    QString company; ///< as the form was called: for people
    int revision = 1;
    QString worksheetSha256; ///< of the worksheet that the form was made from
    QString filledInBy;
    QDate filledInOn;
    bool isDatedAhead = false; ///< of a day that is still to come where it is read, time zones allowed for
    QString remark;
    QStringList added;   ///< paths of entries, each after the one it stands in
    QStringList removed; ///< paths of the form's entries that the founder says are no longer true
    std::vector<AnsweredField> fields;
    bool isSpreadsheet = false; ///< then `was` is what a spreadsheet made of it: no proof of anything

    /// Whose word it is: "Founder's worksheet, 2026-11-27, Ada Reyes".
    QString source() const;
};

/// What is wrong with it as a whole: identity, names, counts. Nothing: whatever read it.
std::optional<domain::InputError> problemWith(const Answer &answer);

domain::Result<Answer, domain::InputError> readAnswer(QByteArrayView bytes);

} // namespace founderform
