// Findings as JSON members, as the `briefstack-findings` document and as a table for people.
#pragma once

#include "domain/finding.h"
#include "json/writer.h"

#include <QByteArray>
#include <QDate>

#include <vector>

namespace cli {

/// The findings of one of several cases.
struct CaseFindings {
    QString caseId; ///< empty when there is only a worksheet
    QString company;
    domain::Findings findings;
};

/// Writes the array of a "findings" member.
void writeFindings(json::Writer &out, const domain::Findings &findings);
QByteArray findingsJson(const domain::Findings &findings, QDate evaluatedOn);
/// `whole` is what a finding about no single field is about.
QByteArray findingsTable(const domain::Findings &findings, const QString &whole = QStringLiteral("case"));
/// All in one list; a finding of a case in a case file also says which case.
void writeFindings(json::Writer &out, const std::vector<CaseFindings> &cases);
/// Opens the document; the caller adds its lists and closes it.
json::Writer &beginFindings(json::Writer &out, QDate evaluatedOn);
/// Of one case, under its name where it is one of a case file.
QByteArray findingsTable(const CaseFindings &one);

} // namespace cli
