// Findings as JSON members, as the `briefstack-findings` document and as a table for people.
#pragma once

#include "domain/finding.h"
#include "json/writer.h"

#include <QByteArray>
#include <QDate>

namespace cli {

/// Writes the array of a "findings" member.
void writeFindings(json::Writer &out, const domain::Findings &findings);
QByteArray findingsJson(const domain::Findings &findings, QDate evaluatedOn);
QByteArray findingsTable(const domain::Findings &findings);

} // namespace cli
