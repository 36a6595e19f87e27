// AnswerJob: a founder's answer brought into a case file: compared field by field, and saved as far as it is accepted.
#pragma once

#include "cli/context.h"
#include "drafting/founderanswer.h"

namespace cli {

struct AnswerWish {
    QString source; ///< the answer
    QString target; ///< the case file
    QString caseId; ///< empty: the one that the answer names
    bool acceptUndisputed = false;
    QStringList accept; ///< paths, and entries whose fields are all accepted
    QDate asOf;
};

struct ImportedAnswer {
    drafting::ComparedCase compared;
    QSet<QString> accepted;
    int revision = 0; ///< of the case now; the next one when something was accepted
};

/// Errors: whatever refuses the answer; then nothing was written.
Outcome<ImportedAnswer> importAnswer(const AnswerWish &wish, const drafting::Shipped &shipped);

/// `import --answer`: runs it and prints what came of it.
Outcome<ExitStatus> runImportAnswer(const Arguments &arguments);

} // namespace cli
