// Markdown: a brief for wikis, tickets and mail clients that render it: CommonMark with the tables of GitHub.
#pragma once

#include "documents/brief.h"

#include <QString>

namespace documents {

/// What the facts contain is escaped: it stays the text it was, and no HTML in it is passed on.
QString toMarkdown(const Brief &brief);

} // namespace documents
