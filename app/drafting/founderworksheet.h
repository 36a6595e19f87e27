// Founder's worksheet: the form a founder fills in without a network, made from a case and the shipped data.
//
// The same form is written as a page (HTML) and, for who insists on a spreadsheet, as CSV.
#pragma once

#include "domain/result.h"
#include "drafting/drafting.h"
#include "founderform/form.h"

#include <QByteArray>

namespace drafting {

/// The case's own words for what an answer repeats: SHA-256 of the canonical worksheet, lower-case hex.
QString worksheetDigest(const domain::Worksheet &worksheet);

/// `revision` is the one that holds `worksheet`.
founderform::Form founderForm(const domain::Worksheet &worksheet, const QString &caseId, int revision,
                              const Shipped &shipped, QDate asOf);

/// An error is a defect of the build.
domain::Result<QByteArray, domain::InputError> founderFormHtml(const founderform::Form &form);

} // namespace drafting
