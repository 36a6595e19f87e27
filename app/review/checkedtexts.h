// Checked texts: which texts of a worksheet end up in a record, with their paths. One list for every check of wording.
#pragma once

#include "domain/worksheet.h"

#include <QLatin1StringView>
#include <QString>

#include <vector>

namespace review {

struct CheckedText {
    QString field;         ///< path by ids
    QLatin1StringView key; ///< "problem"
    QString label;         ///< "The problem of support-assistant"
    const QString *text = nullptr;
    const domain::UseCase *useCase = nullptr; ///< whose facts belong to it; none in a worksheet without use cases
};

/// In the order of the worksheet; empty texts are left out. Points into the worksheet.
std::vector<CheckedText> checkedTexts(const domain::Worksheet &worksheet);

} // namespace review
