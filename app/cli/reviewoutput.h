// The reviewer's view as JSON members and as a table for people.
#pragma once

#include "review/reviewersview.h"
#include "json/writer.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace cli {

/// One of several cases.
struct CaseReview {
    QString caseId; ///< empty when there is only a worksheet
    review::ReviewersView view;
    QStringList differences; ///< how its records differ, a sentence a pair
};

/// The members "checks", "readyToFile", "unknown" and "differences": all cases in one list each; an entry of a case in a
/// case file also says which case.
void writeReviews(json::Writer &out, const std::vector<CaseReview> &cases);
QByteArray reviewTable(const CaseReview &one);

} // namespace cli
