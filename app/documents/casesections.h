// Parts that several case documents share.
#pragma once

#include "documents/casedocument.h"
#include "documents/recordview.h"
#include "worksheetfile/difference.h"

namespace documents {

Brief stackSummary(const CaseInput &input);
Brief founderSheet(const CaseInput &input, const std::vector<call::Question> &open);
Brief callSummary(const CaseInput &input, const std::vector<call::Question> &open);

/// Paper, properties and footer of a document of that name.
void finish(Brief &brief, const CaseInput &input, const QString &name);

/// The program's name, or the id where it is not known.
QString programmeName(const CaseInput &input, const QString &programme);
domain::Money totalAsk(const funding::FundingPlan &plan);

Section section(const QString &head, const QString &subline = {});
NumberedList numbered(const QStringList &items);

/// A known fact as a document writes it: dollars with their sign, numbers in groups, dates in words, names for ids.
QString writtenFact(const worksheetfile::FieldChange &fact, const CaseInput &input);

/// Facts that are about the customer: not what the partner says of itself, of its records and of the funding.
bool isCustomers(const QString &path);

/// What the customer is asked in writing, topic by topic: what has a default (no growth, the whole prompt fresh) only when it
/// was noted as unknown. A question too short to stand alone is led by its field's label, unless it
/// has the word itself: "Solution: What will you build?", but "When do you start?"
std::vector<call::Question> customersQuestions(const CaseInput &input, const std::vector<call::Question> &open);

/// The same as a section.
Section questionSection(const QString &head, const CaseInput &input, const std::vector<call::Question> &open);

} // namespace documents
