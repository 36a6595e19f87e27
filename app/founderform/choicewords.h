// Choice words: what a founder reads for the words of a worksheet file, for its lists and its parts.
#pragma once

#include "founderform/form.h"

namespace founderform {

/// The words of one enumeration with their labels.
std::vector<Choice> wordChoices(const QStringList &words);
/// Every word that has a label of its own.
std::vector<Choice> labelledWords();
const std::vector<Choice> &industryChoices();

/// What one entry of a list is called: "workload", "contact".
QString entryWord(const QString &listKey);
/// The head of a section; `otherwise` is the field's own label.
QString sectionWord(const QString &path, const QString &otherwise);

} // namespace founderform
