// Founder files: what goes to the founder of the shown case and what comes back: the worksheet form, the follow-up mail, the
// answer as a comparison to choose from.
#pragma once

#include "drafting/founderanswer.h"
#include "session/casesession.h"
#include "session/comparison.h"
#include "session/problem.h"

#include <QSet>

namespace session {

/// The mail that asks for what is missing; nothing while the case cannot be computed.
std::optional<documents::FollowUp> followUpOf(const CaseSession &open);
/// The mail as it was edited, as a message with the form in it.
Outcome<drafting::DocumentFile> mailFile(const CaseSession &open, const documents::FollowUp &mail);
/// The founder's worksheet: Html is the page, BulkImport the spreadsheet.
Outcome<drafting::DocumentFile> worksheetForm(const CaseSession &open, drafting::DocumentFormat format);

/// The fields that an answer changes, to be chosen about; what the case says already is left out.
Comparison comparisonOf(const drafting::ComparedCase &compared);
/// The fields whose answer was chosen, as the answer calls them.
QSet<QString> chosenPaths(const Comparison &comparison);

/// A founder's answer, by its first bytes: the saved file, a mail with its text, or the spreadsheet.
bool isAnswerFile(const QString &path);
/// Its bytes, at most as many as an answer may have.
Outcome<QByteArray> answerBytes(const QString &path);

} // namespace session
