// What QPdfWriter of Qt 6.4 cannot set in a PDF: language, subject, author, keywords, bookmarks, the title in the
// window's bar, and dates and identifier that do not depend on the clock. By libqpdf.
#pragma once

#include "documents/pdf.h"

namespace documents {

domain::Result<QByteArray, PdfError> withProperties(const QByteArray &pdf, const Pages &pages,
                                                    const Properties &properties);

} // namespace documents
