// Archive: a PDF that carries its case: the worksheet as an attached file, from which everything in it is computed again.
//
// Written on request only: the customer's whole worksheet is in it. Read with all distrust, since such a file may come from
// anywhere: only PDFs of the form that is written here are looked into, nothing of them is shown or run, and what is
// unpacked is held to the worksheet's own limit. Works without Qt Gui.
#pragma once

#include "documents/pdf.h"

#include <QByteArrayView>

namespace documents {

/// `pdf` with `worksheet` attached, of the date `date`.
domain::Result<QByteArray, PdfError> withCase(const QByteArray &pdf, const QByteArray &worksheet, QDate date);

bool isPdf(QByteArrayView bytes);

/// The worksheet that a PDF carries. The error says in words why there is none.
domain::Result<QByteArray, QString> caseInPdf(const QByteArray &pdf);

} // namespace documents
