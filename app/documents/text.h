// Text: a brief as plain UTF-8 text, for terminals, mail and comparing two revisions line by line.
#pragma once

#include "documents/brief.h"

#include <QString>

namespace documents {

/// Lines end with a line feed; none is longer than 100 characters unless a single word or a table is.
QString toText(const Brief &brief);

} // namespace documents
