// Archive: a PDF that carries its case: the worksheet as an attached file, from which everything in it is computed again,
// and the case as a file of its own, with its history, notes and filings.
//
// Written on request only: all that is known of the customer is in it. Read with all distrust, since such a file may come
// from anywhere: only PDFs of the form that is written here are looked into, nothing of them is shown or run, and what is
// unpacked is held to a limit. Works without Qt Gui.
#pragma once

#include "documents/pdf.h"

#include <QByteArrayView>

namespace documents {

inline constexpr qsizetype kLargestArchive = 16 * 1024 * 1024;
inline constexpr qsizetype kLargestCaseFile = 64 * 1024 * 1024; ///< that goes along

struct CarriedCase {
    QByteArray worksheet;
    QByteArray caseFile; ///< a case file of one case; empty: only its worksheet goes along
};

/// `pdf` with the case attached, of the date `date`. Error: Finish, also for a case too large to be read back.
domain::Result<QByteArray, PdfError> withCase(const QByteArray &pdf, const CarriedCase &carried, QDate date);

bool isPdf(QByteArrayView bytes);

/// The worksheet that a PDF carries. The error says in words why there is none.
domain::Result<QByteArray, QString> caseInPdf(const QByteArray &pdf);

/// The case file that a PDF carries; empty when only a worksheet is. It is as little to be trusted as any other: let it pass
/// the check of case files before a row of it is looked at.
domain::Result<QByteArray, QString> caseFileInPdf(const QByteArray &pdf);

} // namespace documents
