// CSV form: the founder's worksheet as a spreadsheet, a row a question, for a founder who insists on one; and the answer in
// what comes back.
//
// Columns: Field, Question, Unit, Allowed, Type, Known so far, Your answer. Rows whose field begins with `form/` say which
// form it is. What spreadsheets make of such a file when they save it again is taken: a byte order mark or none, UTF-8,
// UTF-16 or Windows-1252, commas, semicolons or tabs, decimal commas, days written as 31.01.2027 or 1/31/2027.
#pragma once

#include "founderform/answer.h"
#include "founderform/form.h"

namespace founderform {

QByteArray toCsv(const Form &form);

/// Whether these bytes look like the spreadsheet rather than like a saved answer.
bool isCsvForm(QByteArrayView bytes);

/// `today` stands for the day when the sheet does not say it. Errors name the row.
domain::Result<Answer, domain::InputError> readCsvAnswer(QByteArrayView bytes, QDate today);

} // namespace founderform
