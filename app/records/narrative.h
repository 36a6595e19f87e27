// Narrative: what a record says about its use cases, as sentences composed from facts. A missing fact leaves its
// sentence or clause out; nothing is filled in for it.
//
// Two patterns. A record that is the first about a use case tells its problem, why now and its solution. A record
// after an earmarked one tells what follows: production, and the platform around it, with none of the sentences of the
// first.
#pragma once

#include "records/recordcontext.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace records {

/// A sentence with its stop, and how readily it gives way when the text is too long for its field.
struct Sentence {
    QString text;
    int rank = 0;  ///< 0: stays; the highest rank gives way first, the last of them before the others
    QString field; ///< where its text comes from; empty: composed
};

/// Problem, why now and solution of the use cases that no earlier record tells.
std::vector<Sentence> problemSentences(const RecordContext &context);
/// Launch, today, the bill, the services: of a record that carries production or the company's platform.
std::vector<Sentence> productionSentences(const RecordContext &context);
/// "Expected outcome: ..."; nothing where no fact names one.
std::vector<Sentence> outcomeSentences(const RecordContext &context);
/// "The proof of concept before it is a record of its own."; empty where there is none.
QString siblingSentence(const RecordContext &context);
/// "Requested: AWS Activate Portfolio credits, $100,000, for January to December 2027."
QString requestSentence(const RecordContext &context);

/// The brief's use case, one entry a paragraph; user text in full.
QStringList useCaseParagraphs(const RecordContext &context);

} // namespace records
