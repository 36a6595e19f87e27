// Field paths: how a field is named so that the name survives reordering: keys and ids, separated by slashes.
//
//     company/headcount
//     useCases/support-assistant/workloads/answers/requestsPerDay
//     funding/pools/bedrock-poc/months        records/bedrock-poc/title
//     .../workloads/answers/steps/3/multiplier (a step is named by its month)
//     contacts/sample-founder/email            (contacts and prior credits by the slug of name or programme)
#pragma once

#include "domain/worksheet.h"

#include <QString>

namespace domain {

/// Whether the path names a field, or a struct or list of fields, that exists in this worksheet.
bool namesSomething(const Worksheet &worksheet, const QString &path);

/// The generated ids of list entries that have none of their own, in order.
QStringList contactIds(const std::vector<Contact> &contacts);
QStringList priorCreditIds(const std::vector<PriorCredit> &credits);

} // namespace domain
