// PDF: pages as a PDF file in memory.
//
// Text can be selected and copied without ligature characters, fonts are embedded as subsets. Title, subject, author
// (the firm), keywords, language and bookmarks are set; the only date in the file is the one given, so that the same
// pages give the same bytes, in every process. No path, no user name.
//
// No state is shared: any number of threads may write PDFs, each with pages it composed itself.
#pragma once

#include "documents/pages.h"
#include "domain/result.h"

#include <QByteArray>

namespace documents {

struct PdfError {
    enum class Kind {
        Begin,  ///< the painter could not begin
        Finish, ///< the file could not be completed; detail = the reason in the library's words
    };
    Kind kind = Kind::Begin;
    QString detail;
};

domain::Result<QByteArray, PdfError> toPdf(const Pages &pages, const Properties &properties);

} // namespace documents
