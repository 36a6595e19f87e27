// Parts that several case documents share.
#pragma once

#include "documents/casedocument.h"
#include "documents/recordview.h"
#include "worksheetfile/difference.h"

namespace documents {

Brief stackSummary(const CaseInput &input);
Brief founderSheet(const CaseInput &input);
Brief callSummary(const CaseInput &input);

/// Paper, properties and footer of a document of that name.
void finish(Brief &brief, const CaseInput &input, const QString &name);

/// The program's name, or the id where it is not known.
QString programmeName(const CaseInput &input, const QString &programme);
domain::Money totalAsk(const funding::FundingPlan &plan);

Section section(const QString &head, const QString &subline = {});
NumberedList numbered(const QStringList &items);

/// A known fact as a document writes it: dollars with their sign, numbers in groups, dates in words, names for ids.
QString writtenFact(const worksheetfile::FieldChange &fact, const CaseInput &input);

/// A question of the scoping call that has no answer yet.
struct OpenQuestion {
    QString path;
    QString about; ///< the use case or workload; empty for the company's facts
    QString question;
};
/// In the order of the worksheet's fields: facts that nothing stands in for. A fact with a default (the whole prompt fresh, no
/// growth) is only asked for when it was marked as unknown.
std::vector<OpenQuestion> openQuestions(const domain::Worksheet &worksheet);

} // namespace documents
