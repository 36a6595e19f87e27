// HTML: a brief as one file for mail and browsers: no script, no outside resource, printable on the brief's own paper.
//
// It is also the accessible twin of the PDF: language, headings in order, column and row heads, and the chart in words.
#pragma once

#include "documents/brief.h"

#include <QString>

namespace documents {

/// A whole document. What the facts contain is escaped, whatever it looks like; of addresses only http and https become
/// links.
QString toHtml(const Brief &brief);

} // namespace documents
