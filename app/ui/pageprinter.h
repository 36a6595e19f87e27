// PagePrinter: a document's pages on a printer: the very pages that the preview shows and the PDF is made of.
#pragma once

#include "documents/pages.h"

#include <QPrinter>

namespace ui {

/// Makes paper, orientation and margins those of the pages; they may be chosen otherwise afterwards.
void setUpPrinter(QPrinter &printer, const documents::Pages &pages, const QString &title);

/// Prints what `printer` is set to: all pages or the chosen ones, in its order, as often as it does not do by itself. On
/// paper of another size the pages are made to fit, never cut. False when the printer could not be begun or failed.
bool printPages(QPrinter &printer, const documents::Pages &pages);

} // namespace ui
