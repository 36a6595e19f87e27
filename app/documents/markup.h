// Markup: what the marked-up formats (HTML, Markdown, ODT) share: user text made safe to stand in them, and how a block's
// parts are told apart. User text is text: nothing in it may become markup, a link or a control character.
#pragma once

#include "documents/brief.h"

#include <QString>

namespace documents {

/// Text without what no markup may carry: control characters become spaces (a line feed stays), lone surrogates and
/// noncharacters U+FFFD.
QString markupText(const QString &text);

/// Whether the column's cells are figures, which are set to the right.
bool isFigureColumn(ColumnKind kind);

/// A column's head on one line: "Calls a day, Jan".
QString flatHead(const QString &head);

/// "Assumed. " before an item of a numbered list; empty when the item has no status.
QString statusPrefix(ItemStatus status);

/// need + headroom + rounding = ask as a table of two columns, for formats without a line of their own for it.
Table askTable(const AskLine &line);

/// The address as a link may open it: http and https only, `https://` where no scheme is given; empty when it is no
/// such address.
QString linkTarget(const QString &address);

} // namespace documents
