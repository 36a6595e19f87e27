// Forms of single texts: identifiers, account ids, regions, phones.
#pragma once

#include "domain/fieldmeta.h"

#include <QString>

namespace worksheetfile {

/// Whether a non-empty text has the form.
bool hasForm(const QString &text, domain::TextForm form);

/// The form in words, for the message.
QString formInWords(domain::TextForm form);

} // namespace worksheetfile
